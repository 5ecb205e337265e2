//! Names that do to a page what names can do: turn its direction, look like markup, be as long as a line. They are brought in past the forms,
//! which would not take all of them.

use crate::cast::now;
use server::DEMO_PASSPHRASE;
use shared::{
    Lang,
    access::{Actor, AddTeammate, AskToJoin, EditVenture, Grant, Locus, Role, Scope, allow},
    feedback::{ThreadKind, ThreadState},
    ids::{PersonId, RemarkId, ThreadId, VentureId},
    ventures::VentureForm,
};
use store::{
    Db,
    accounts::{self, NewStaff, NewTrainee},
    feedback::{self, Imported, NewThread},
    secrets::Secrets,
    ventures,
};

/// Turns what follows it, then ends that.
pub const TURNS: &str = "\u{202e}txet\u{202c} اسم";
/// Turns and never ends it.
pub const TURNS_ON: &str = "\u{202e}abcdef";
/// Looks like markup.
pub const MARKUP: &str = "<b>x</b>";

/// Sixty letters without a space.
pub fn long() -> String {
    "Abcdefghijklmno".repeat(4)
}

/// Moves them into a group: on the venture's team, asking to join it, without a team, as its mentor, as the names of ventures, in a remark. Answers
/// who is on the team, with their number.
pub async fn move_in(db: &Db, group: &str, venture: VentureId) -> (PersonId, u32) {
    let group = accounts::group_by_code(db, group).await.expect("reads").expect("a group");
    let at = ventures::locus(db, venture).await.expect("reads").expect("a venture");
    let secrets = Secrets::cheap();
    let told = ventures::venture(db, venture).await.expect("reads").expect("a venture");
    let first = actor(told.team[0].person, &at);
    let mut made = Vec::new();
    let long = long();
    for (number, name) in (900..).zip([TURNS, &long, MARKUP, TURNS_ON]) {
        let new = NewTrainee { group: group.id, number, first: name.to_owned(), last: String::new(), lang: Lang::Ar };
        let person = accounts::create_trainee(db, new, None, &secrets, now()).await.expect("a trainee");
        accounts::set_secret(db, person, DEMO_PASSPHRASE, &secrets).await.expect("a passphrase");
        made.push((person, number));
    }
    let members = u32::try_from(told.team.len()).expect("a small team");
    let permit = allow(&first, AddTeammate { at: &at, their_group: at.group, members, wish: shared::access::Wish::Asked }).expect("may");
    assert!(ventures::add_teammate(db, permit, made[0].0, &long, now()).await.expect("written"), "there is room on the team");
    for (person, _) in &made[1..] {
        let who = actor(*person, &Locus { venture: None, ..at.clone() });
        ventures::ask_to_join(db, allow(&who, AskToJoin { at: &at }).expect("may"), now()).await.expect("written");
    }
    for name in [&long, MARKUP, TURNS_ON] {
        let new = NewStaff {
            name: format!("{name} M"),
            role: Role::Mentor,
            scopes: vec![Scope::Group(group.id)],
            edition: at.edition,
            lang: Lang::Fr,
        };
        accounts::create_staff(db, new, DEMO_PASSPHRASE, &secrets, now()).await.expect("a mentor");
    }
    let others = ventures::of_group(db, group.id).await.expect("reads");
    let named = others.into_iter().filter(|card| card.id != venture).map(|card| card.id).zip([TURNS, MARKUP]);
    for (id, name) in [(venture, long.as_str())].into_iter().chain(named) {
        let at = ventures::locus(db, id).await.expect("reads").expect("a venture");
        let form =
            VentureForm { name: name.to_owned(), idea: format!("{name}{name}"), theme: told.theme.clone(), ..VentureForm::default() };
        let who = actor(made[0].0, &at);
        ventures::edit(db, allow(&who, EditVenture { at: &at }).expect("may"), &form, now()).await.expect("written");
    }
    remark(db, venture, made[3].0, &long).await;
    made[0]
}

/// A remark of somebody, as long as a line, where another one is pinned.
async fn remark(db: &Db, venture: VentureId, author: PersonId, words: &str) {
    let anchor = feedback::of_venture(db, venture).await.expect("reads").remove(0).thread.anchor;
    let (id, remark) = (ThreadId(store::new_id()), RemarkId(store::new_id()));
    let thread = NewThread { id, remark, kind: ThreadKind::Question, anchor, words: words.to_owned(), role: Role::Trainee };
    let past = Imported { thread, venture, author, at: now(), state: ThreadState::Waiting, since: now(), remarks: Vec::new() };
    feedback::import(db, past).await.expect("written");
}

/// A trainee as signed in.
fn actor(person: PersonId, at: &Locus) -> Actor {
    let scopes = [Some(Scope::Group(at.group)), at.venture.map(Scope::Venture)];
    let grants = scopes.into_iter().flatten().map(|scope| Grant { role: Role::Trainee, scope }).collect();
    Actor { person, name: String::new(), edition: at.edition, grants, lang: Lang::Ar }
}
