//! The corners of the demonstration: an establishment where nothing has begun, a venture with an empty board; and what people have just done: codes
//! that are good no longer, links, a class that runs. People are made before a server runs; what they do goes through the product's own forms.

use crate::{
    cast::now,
    demonstration::{Demonstration, Reader},
    web::Web,
};
use server::DEMO_PASSPHRASE;
use shared::{
    Lang, Millis,
    access::{CreateVenture, OwnSelfCheck, Role, Scope, allow},
    ids::{EditionId, PersonId, SelfCheckId, VentureId},
    ventures::VentureForm,
};
use store::{
    Db,
    accounts::{self, NewStaff, NewTrainee},
    secrets::Secrets,
    selfcheck, ventures,
};

/// A venture with an empty board.
pub(crate) const VENTURE: &str = "Sirocco";
/// The mentor of an establishment that has no group.
pub(crate) const UNASSIGNED: &str = "Anass Tijani";
/// A mentor whose group has nobody in it.
pub(crate) const OPENING: &str = "هدى العلوي";
/// Staff of an establishment where nothing has begun.
pub(crate) const OFFICE: &str = "Mounia Sefrioui";

/// Makes the people, the one venture's maker in this group; answers what stands for the braces of a path.
pub(crate) async fn people(db: &Db, group: &str) -> Vec<(&'static str, String)> {
    let edition = accounts::editions(db).await.expect("reads").remove(0).0;
    let establishment = |town: &'static str, name: &'static str| accounts::create_establishment(db, edition, "MA-08", town, name);
    let without = establishment("ouarzazate", "Institut de démonstration · Ouarzazate").await.expect("an establishment");
    let establishment = establishment("zagora", "Institut de démonstration · Zagora").await.expect("an establishment");
    let empty = accounts::create_group(db, establishment, "ZAG1", "Zagora · groupe 1").await.expect("a group");
    by_name(db, edition, UNASSIGNED, (Role::Mentor, vec![Scope::Establishment(without)])).await;
    by_name(db, edition, OPENING, (Role::Mentor, vec![Scope::Group(empty)])).await;
    by_name(db, edition, OFFICE, (Role::Staff, vec![Scope::Establishment(establishment)])).await;
    vec![("{empty}", empty.to_string()), ("{new}", alone(db, group).await.to_string())]
}

async fn by_name(db: &Db, edition: EditionId, name: &str, (role, scopes): (Role, Vec<Scope>)) {
    let new = NewStaff { name: name.to_owned(), role, scopes, edition, lang: Lang::Fr };
    accounts::create_staff(db, new, DEMO_PASSPHRASE, &Secrets::cheap(), now()).await.expect("somebody with a name");
}

/// What a trainee answered in the private self-check on three days before this one.
pub(crate) async fn checks(db: &Db, person: PersonId) {
    let token = accounts::open_session(db, person, now()).await.expect("a session");
    let who = accounts::actor_of(db, &token, now()).await.expect("reads").expect("somebody");
    for (days, steps) in [(80, ["1", "2", "1"]), (45, ["2", "2", "2"]), (10, ["3", "2", "4"])] {
        let permit = allow(&who, OwnSelfCheck { owner: person }).expect("one's own");
        let answers = ["opportunity", "ideas", "team"].into_iter().zip(steps);
        let answers = answers.map(|(block, step)| (block.to_owned(), step.to_owned())).collect();
        let at = Millis(now().0 - days * Millis::DAY);
        selfcheck::save(db, permit, SelfCheckId(store::new_id()), answers, None, at).await.expect("kept");
    }
}

/// A trainee who made a venture two days ago and has written nothing.
async fn alone(db: &Db, group: &str) -> VentureId {
    let group = accounts::group_by_code(db, group).await.expect("reads").expect("a group").id;
    let new = NewTrainee { group, number: 60, first: "Ikram".to_owned(), last: "Sabir".to_owned(), lang: Lang::Fr };
    let person = accounts::create_trainee(db, new, None, &Secrets::cheap(), now()).await.expect("a trainee");
    accounts::set_secret(db, person, DEMO_PASSPHRASE, &Secrets::cheap()).await.expect("a passphrase");
    let token = accounts::open_session(db, person, now()).await.expect("a session");
    let who = accounts::actor_of(db, &token, now()).await.expect("reads").expect("somebody");
    let permit = allow(&who, CreateVenture { group }).expect("may");
    let (id, form) = (VentureId(store::new_id()), VentureForm { name: VENTURE.to_owned(), ..VentureForm::default() });
    ventures::create(db, permit, id, &form, Lang::Fr, Millis(now().0 - 2 * Millis::DAY)).await.expect("a venture");
    id
}

/// What people do before anybody looks; answers what stands for the braces of a path.
pub(crate) async fn deeds(on: &Demonstration) -> Vec<(&'static str, String)> {
    let (trainee, mentor) = (on.enter(Reader::Trainee).await, on.enter(Reader::Mentor).await);
    let (old, code) = (join_code(on, &trainee).await, join_code(on, &trainee).await);
    on.enter(Reader::Alone).await.form("/api/ventures/ask_to_join", &[("code", &code)]).await;
    let ended = play_link(on, &trainee).await;
    let page = trainee.get(&on.path("/v/{venture}/share?what={record}")).await.body;
    let link = between(&page, "name=\"link\" value=\"", "\"");
    let (venture, record) = (on.path("{venture}"), on.path("{record}"));
    trainee.form("/api/sharing/end", &[("venture", &venture), ("prototype", &record), ("link", &link)]).await;
    let played = play_link(on, &trainee).await;
    mentor.form("/api/classes/start", &[("group", &on.path("{class}")), ("activity", "2.2"), ("minutes", "45")]).await;
    vec![("{code}", code), ("{old}", old), ("{played}", played), ("{ended}", ended)]
}

/// A new code of the trainee's team; the one before is good no longer. A full team has none, and its pages are read with one of nobody.
async fn join_code(on: &Demonstration, web: &Web) -> String {
    web.form("/api/ventures/new_code", &[("venture", &on.path("{venture}"))]).await;
    let page = web.get(&on.path("/v/{venture}")).await.body;
    if page.contains("invite-code") { between(&page, "class=\"invite-code\">", "<") } else { "BCDFGH".to_owned() }
}

/// The token of a new link to the trainee's prototype.
async fn play_link(on: &Demonstration, web: &Web) -> String {
    let made = web.form("/api/sharing/open", &[("venture", &on.path("{venture}")), ("prototype", &on.path("{record}"))]).await.leads();
    made.split_once("&link=").unwrap_or_else(|| panic!("no link in {made}")).1.to_owned()
}

/// What stands on a page between these two.
fn between(page: &str, before: &str, after: &str) -> String {
    let found = page.split_once(before).and_then(|(_, rest)| rest.split_once(after));
    found.unwrap_or_else(|| panic!("the page has no {before}")).0.to_owned()
}
