//! Coming in: cards, passphrases, names, waits, resets, sessions, groups.

use crate::town::{PASSPHRASE, Town};
use shared::{
    Lang, Millis,
    access::{ResetCode, Role, Scope, allow},
    accounts::{EditionName, OneTimeCode, SignInRefusal},
};
use store::{
    StoreError,
    accounts::{self, NewStaff, NewTrainee, Reset},
};

fn code(text: &str) -> OneTimeCode {
    OneTimeCode::parse(text).expect("a code")
}

pub async fn a_card_opens_once_and_a_passphrase_afterwards(town: &Town) {
    let (db, secrets) = (&town.db, &town.secrets);
    let card = code("AB12-CD34");
    let new = NewTrainee { group: town.groups[0], number: 20, first: " Zineb ".into(), last: "T.".into(), lang: Lang::Ar };
    let zineb = accounts::create_trainee(db, new.clone(), Some(&card), secrets, town.now()).await.expect("a trainee");
    let again = accounts::create_trainee(db, new, Some(&card), secrets, town.now()).await;
    assert!(matches!(again, Err(StoreError::Taken)), "a number is given once: {again:?}");

    assert!(accounts::needs_passphrase(db, zineb).await.expect("reads"));
    let enter = async |group: &str, number, typed: &str| {
        accounts::enter_with_code(db, group, number, &code(typed), secrets, town.now()).await.expect("judged")
    };
    assert_eq!(enter("ouj-a1", 20, "ab12cd34").await, Ok(zineb), "as people type it");
    assert_eq!(enter(" OUJ-A1 ", 20, "AB12-CD34").await, Ok(zineb), "the code stays good until a passphrase is chosen");
    assert_eq!(enter("OUJ-A1", 20, "AB12-CD35").await, Err(SignInRefusal::NoMatch));
    assert_eq!(enter("OUJ-A1", 99, "AB12-CD34").await, Err(SignInRefusal::NoMatch));
    let early = accounts::enter_with_passphrase(db, "OUJ-A1", 20, PASSPHRASE, secrets, town.now()).await.expect("judged");
    assert_eq!(early, Err(SignInRefusal::NoMatch), "there is no passphrase yet");

    let before = accounts::open_session(db, zineb, town.now()).await.expect("a session");
    let here = accounts::open_session(db, zineb, town.now()).await.expect("a session");
    accounts::choose_passphrase(db, zineb, "sept jours sur sept", secrets, town.now()).await.expect("chosen");
    assert!(!accounts::needs_passphrase(db, zineb).await.expect("reads"));
    assert!(accounts::actor_of(db, &before, town.now()).await.expect("reads").is_none(), "other devices must enter again");
    assert!(accounts::actor_of(db, &here, town.now()).await.expect("reads").is_some(), "this one stays");
    assert_eq!(enter("OUJ-A1", 20, "AB12-CD34").await, Err(SignInRefusal::CodeUsed));
    let in_again = accounts::enter_with_passphrase(db, "ouj-A1", 20, "sept jours sur sept", secrets, town.now()).await.expect("judged");
    assert_eq!(in_again, Ok(zineb));
    assert!(accounts::check_passphrase(db, zineb, "sept jours sur sept", secrets).await.expect("judged"));
    assert!(!accounts::check_passphrase(db, zineb, "sept jours", secrets).await.expect("judged"));
    accounts::close_session(db, &here).await.expect("closed");
    assert!(accounts::actor_of(db, &here, town.now()).await.expect("reads").is_none());
}

pub async fn wrong_tries_wait_whether_the_account_exists_or_not(town: &Town) {
    let (db, secrets) = (&town.db, &town.secrets);
    for number in [7, 77] {
        let enter =
            async |typed: &str| accounts::enter_with_passphrase(db, "OUJ-A1", number, typed, secrets, town.now()).await.expect("judged");
        for _ in 0..5 {
            assert_eq!(enter("not it").await, Err(SignInRefusal::NoMatch), "number {number}");
        }
        let told = enter(PASSPHRASE).await;
        assert!(matches!(told, Err(SignInRefusal::Wait(1..=10))), "number {number}, and the right one waits too: {told:?}");
        town.wait(10_000);
        let known = number == 7;
        assert_eq!(enter(PASSPHRASE).await.is_ok(), known, "number {number} after the wait");
        assert_eq!(enter("not it").await == Err(SignInRefusal::NoMatch), known, "who came in begins anew, who did not waits longer");
    }
    let neighbour = accounts::enter_with_passphrase(db, "OUJ-A1", 6, PASSPHRASE, secrets, town.now()).await.expect("judged");
    assert_eq!(neighbour, Ok(town.trainees[5]), "thirty share one address: nobody waits for another");
}

pub async fn a_reset_ends_sessions_and_is_for_ones_own_group(town: &Town) {
    let (db, secrets) = (&town.db, &town.secrets);
    let (ines, nadia) = (town.trainees[6], town.actor(town.nadia).await);
    let at = accounts::group(db, town.groups[0]).await.expect("reads").expect("a group").at;
    let session = accounts::open_session(db, ines, town.now()).await.expect("a session");
    let permit = allow(&nadia, ResetCode { at: &at, person: town.stranger }).expect("her group");
    let foreign = accounts::reset_code(db, permit, &code("ZZZZ9999"), secrets, town.now()).await;
    assert!(matches!(foreign, Err(StoreError::WrongPermit)), "{foreign:?}");
    let reset = async || {
        let permit = allow(&nadia, ResetCode { at: &at, person: ines }).expect("her group");
        accounts::reset_code(db, permit, &code("ZZZZ9999"), secrets, town.now()).await.expect("judged")
    };
    let mut both = <[Reset; 2]>::from(tokio::join!(reset(), reset()));
    both.sort_by_key(|reset| *reset != Reset::Done);
    assert_eq!(both, [Reset::Done, Reset::Already], "pressed twice, one code");
    assert!(accounts::actor_of(db, &session, town.now()).await.expect("reads").is_none(), "sessions end");
    let old = accounts::enter_with_passphrase(db, "OUJ-A1", 7, PASSPHRASE, secrets, town.now()).await.expect("judged");
    assert_eq!(old, Err(SignInRefusal::NoMatch), "the passphrase is gone");
    let new = accounts::enter_with_code(db, "OUJ-A1", 7, &code("zzzz-9999"), secrets, town.now()).await.expect("judged");
    assert_eq!(new, Ok(ines));
    accounts::choose_passphrase(db, ines, PASSPHRASE, secrets, town.now()).await.expect("chosen");
    assert_eq!(reset().await, Reset::Used, "an old form shuts nobody out");
    assert!(accounts::check_passphrase(db, ines, PASSPHRASE, secrets).await.expect("judged"));
}

pub async fn a_name_is_taken_once_among_those_without_a_card(town: &Town) {
    let (db, secrets) = (&town.db, &town.secrets);
    let scopes = vec![Scope::Group(town.groups[1])];
    let new =
        |name: &str| NewStaff { name: name.into(), role: Role::Mentor, scopes: scopes.clone(), edition: town.edition, lang: Lang::Fr };
    let twice = accounts::create_staff(db, new("NADIA EL AMRANI"), PASSPHRASE, secrets, town.now()).await;
    assert!(matches!(twice, Err(StoreError::Taken)), "the same name, folded: {twice:?}");
    let enter = async |name: &str, typed: &str| accounts::enter_by_name(db, name, typed, secrets, town.now()).await.expect("judged");
    assert_eq!(enter(" nadia el amrani ", PASSPHRASE).await, Ok(town.nadia));
    assert_eq!(enter("Nadia Él Amrani", "not it").await, Err(SignInRefusal::NoMatch));
    assert_eq!(enter("Amal B.", PASSPHRASE).await, Err(SignInRefusal::NoMatch), "who has a card does not enter by name");
    let latifa = accounts::create_staff(db, new("Latifa"), PASSPHRASE, secrets, town.now()).await.expect("another name");
    accounts::give_code(db, latifa, &code("KKKK7777"), secrets, town.now()).await.expect("a printed code");
    assert_eq!(enter("Latifa", PASSPHRASE).await, Err(SignInRefusal::NoMatch), "the code stands in its place");
    assert_eq!(enter("Latifa", "kkkk-7777").await, Ok(latifa));
    accounts::choose_passphrase(db, latifa, "une phrase à moi", secrets, town.now()).await.expect("chosen");
    assert_eq!(enter("Latifa", "KKKK7777").await, Err(SignInRefusal::NoMatch));
    assert_eq!(enter("latifa", "une phrase à moi").await, Ok(latifa));
    assert_eq!(accounts::people_named(db, "LATIFA").await.expect("reads"), [latifa]);
}

pub async fn sessions_end_after_thirty_days(town: &Town) {
    let db = &town.db;
    let (then, used) = (town.now(), Millis(town.now().0 + 29 * Millis::DAY));
    let token = accounts::open_session(db, town.stranger, then).await.expect("a session");
    let actor = accounts::actor_of(db, &token, used).await.expect("reads").expect("29 days are few");
    assert_eq!((actor.person, actor.lang, actor.role()), (town.stranger, Lang::Ar, Role::Trainee));
    assert_eq!(actor.group(), Some(town.groups[1]));
    let later = Millis(used.0 + 29 * Millis::DAY);
    assert!(accounts::actor_of(db, &token, later).await.expect("reads").is_some(), "using it keeps it");
    let over = Millis(later.0 + 31 * Millis::DAY);
    assert!(accounts::actor_of(db, &token, over).await.expect("reads").is_none());
    assert!(accounts::prune_sessions(db, over).await.expect("pruned") >= 1);
    assert_eq!(accounts::prune_sessions(db, over).await.expect("pruned"), 0);
    assert!(accounts::actor_of(db, "nobody's", over).await.expect("reads").is_none());
}

pub async fn groups_are_found_by_who_asks(town: &Town) {
    let db = &town.db;
    assert_eq!(accounts::editions(db).await.expect("reads"), [(town.edition, EditionName::new("Édition 1", Some("الدورة الأولى")))]);
    let codes = |groups: Vec<accounts::GroupInfo>| groups.into_iter().map(|group| group.code).collect::<Vec<_>>();
    assert_eq!(codes(accounts::groups_of_mentor(db, town.nadia).await.expect("reads")), ["OUJ-A1"]);
    assert_eq!(codes(accounts::groups_of_mentor(db, town.other_mentor).await.expect("reads")), ["BER-A1", "CAS-A1"]);
    assert_eq!(codes(accounts::groups_of_edition(db, town.edition).await.expect("reads")), ["BER-A1", "CAS-A1", "OUJ-A1"]);
    let found = accounts::group_by_code(db, "ber-a1").await.expect("reads").expect("a group");
    assert!(accounts::town_of_group(db, found.id).await.expect("reads").is_some_and(|town| !town.is_empty()));
    assert_eq!((found.id, found.at.region.as_str()), (town.groups[1], "MA-02"));
    let taken = accounts::create_group(db, found.at.establishment, "cas-A1", "Autre").await;
    assert!(matches!(taken, Err(StoreError::Taken)), "a code stands on one group's cards: {taken:?}");
    let rows = accounts::trainees(db, town.groups[0]).await.expect("reads");
    assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 20]);
    assert!(rows.iter().all(|row| row.entered && row.ventures.is_empty()));
    assert_eq!(accounts::person_locus(db, town.far).await.expect("reads").expect("a group").region, "MA-06");
    assert_eq!(accounts::person_locus(db, town.nadia).await.expect("reads"), None);
    accounts::set_lang(db, town.far, Lang::En).await.expect("kept");
    assert_eq!(town.actor(town.far).await.lang, Lang::En);
    assert!(!accounts::is_demo(db).await.expect("reads"));
    assert!(accounts::demo_people(db).await.expect("reads").is_empty(), "nobody is shown a door of a real programme");
    assert!(accounts::residents(db).await.expect("reads").is_empty());
    let absent = accounts::open_session(db, shared::ids::PersonId(store::new_id()), town.now()).await;
    assert!(matches!(absent, Err(StoreError::Absent)), "{absent:?}");
}

pub async fn a_list_comes_in_whole_or_not_at_all(town: &Town) {
    let (db, secrets) = (&town.db, &town.secrets);
    let at = accounts::group_by_code(db, "BER-A1").await.expect("reads").expect("a group").at;
    let named = async |name: &str| accounts::establishment_named(db, town.edition, "MA-02", "ahfir", name).await.expect("reads");
    assert_eq!(named("ISTA Ahfir").await, None);
    let made = accounts::create_establishment(db, town.edition, "MA-02", "ahfir", "ISTA Ahfir").await.expect("made");
    assert_eq!(named("ISTA Ahfir").await, Some(made));
    assert_ne!(made, at.establishment);
    let group = accounts::create_group(db, made, "AHF1", "Ahfir").await.expect("made");
    let new = |number: u32| NewTrainee { group, number, first: format!("N{number}"), last: String::new(), lang: Lang::Ar };
    let list = |numbers: &[u32]| numbers.iter().map(|number| (new(*number), code("AAAA2222"))).collect::<Vec<_>>();
    let twice = accounts::create_trainees(db, list(&[1, 2, 1]), secrets, town.now()).await;
    assert!(matches!(twice, Err(StoreError::Taken)), "{twice:?}");
    assert!(accounts::trainees(db, group).await.expect("reads").is_empty(), "none of them");
    accounts::create_trainees(db, list(&[1, 2]), secrets, town.now()).await.expect("all of them");
    let entered = accounts::enter_with_code(db, "ahf1", 2, &code("AAAA2222"), secrets, town.now()).await.expect("judged");
    assert_eq!(entered.ok(), accounts::trainees(db, group).await.expect("reads").get(1).map(|row| row.person));
}
