//! Who moves a venture along its way: mentors sign gates, teams ask for them and step aside.

use super::{Actor, Deed, Denied, Locus, forbidden_unless, visible};

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident by $who:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a> {
            /// Where the venture stands.
            pub at: &'a Locus,
        }

        impl Deed for $name<'_> {
            fn judge(&self, who: &Actor) -> Result<(), Denied> {
                visible(who, self.at)?;
                forbidden_unless(who.$who(self.at))
            }
        }
    )*};
}

deeds! {
    /// Sign the next gate. The store judges once more, inside the transaction.
    SignGate by is_mentor;
    /// Say what is to be done before the next gate.
    RefuseGate by is_mentor;
    /// Take one's own signature back.
    WithdrawGate by is_mentor;
    /// Ask for the next gate.
    AskForGate by is_member;
    /// Step aside: pause, merge, stop.
    StepAside by is_member;
    /// Take a venture up again.
    TakeUp by is_member;
}
