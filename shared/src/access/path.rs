//! Who moves a venture along its way: mentors sign gates, and the staff those that the programme leaves to it; teams ask for them and step
//! aside.

use super::{Actor, Deed, Denied, Locus, Role, forbidden_unless, visible};
use crate::gates::{Signer, signs};

macro_rules! signing {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a> {
            /// Where the venture stands.
            pub at: &'a Locus,
            /// Whom the programme names for the gate.
            pub signers: &'a [Signer],
        }

        impl Deed for $name<'_> {
            fn judge(&self, who: &Actor) -> Result<(), Denied> {
                visible(who, self.at)?;
                let named = |role| signs(role, self.signers);
                forbidden_unless((named(Role::Mentor) && who.is_mentor(self.at)) || (named(Role::Staff) && who.is_staff(self.at)))
            }
        }
    )*};
}

signing! {
    /// Sign the next gate. A mentor may sign each; the store judges once more, inside the transaction.
    SignGate;
    /// Say what is to be done before the next gate.
    RefuseGate;
    /// Take one's own signature back.
    WithdrawGate;
}

macro_rules! of_team {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name<'a> {
            /// Where the venture stands.
            pub at: &'a Locus,
        }

        impl Deed for $name<'_> {
            fn judge(&self, who: &Actor) -> Result<(), Denied> {
                visible(who, self.at)?;
                forbidden_unless(who.is_member(self.at))
            }
        }
    )*};
}

of_team! {
    /// Ask for the next gate.
    AskForGate;
    /// Step aside: pause, merge, stop.
    StepAside;
    /// Take a venture up again.
    TakeUp;
}
