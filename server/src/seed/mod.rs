//! The demonstration: 40 invented ventures with their people, boards, prototypes, gates and conversations. It goes into an empty database only, and
//! through the doors that people use: boards are written by their teams, threads are pinned where they were written.

mod calendar;
pub mod cast;
mod classes;
mod data;
mod examples;
mod gates;
mod lately;
mod office;
mod paper;
mod pen;
mod people;
mod photos;
mod room;
mod sheets;
mod sketch;
mod threads;
mod writing;

pub use examples::examples;
pub use photos::bring as bring_photos;

use board::{Refusal, id::Counter};
use calendar::Calendar;
use data::Venture;
use pen::Team;
use people::{Group, People};
use shared::{
    Millis,
    access::{AddTeammate, CreateVenture, Denied, Locus, Wish, allow},
    ids::VentureId,
    ventures::VentureForm,
};
use store::{Boards, Db, StoreError, accounts, new_id, ventures};
use threads::Speakers;

/// Why the demonstration was not loaded. What was written before stays; begin again with a new database.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// There is something already.
    #[error(
        "This database already holds an edition; the demonstration goes into an empty one. Set --database (FIKRA_DATABASE) to a database that does not exist yet."
    )]
    Filled,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A rule.
    #[error("a rule of access refuses the demonstration: {0:?}")]
    Denied(Denied),
    /// A board.
    #[error("board {0} does not accept operation {1}: {2}")]
    Refused(VentureId, Counter, Refusal),
    /// The shipped file cannot be read.
    #[error("the shipped demonstration data cannot be read: {0}")]
    File(#[from] serde_json::Error),
    /// The disk.
    #[error("a photo of the demonstration cannot be kept: {0}")]
    Photo(String),
    /// The shipped file does not hang together.
    #[error("the shipped demonstration data is not whole: {0}")]
    Data(&'static str),
}

impl From<Denied> for SeedError {
    fn from(why: Denied) -> Self {
        Self::Denied(why)
    }
}

/// Loads the demonstration as of `now`.
///
/// # Errors
/// [`SeedError::Filled`] when the database holds an edition.
pub async fn demo(db: &Db, now: Millis) -> Result<(), SeedError> {
    if !accounts::editions(db).await?.is_empty() {
        return Err(SeedError::Filled);
    }
    let all = data::ventures()?;
    let people = people::make(db, &all, now).await?;
    let boards = Boards::new(db.clone());
    let mut threads = 0;
    let mut made = Vec::new();
    for (n, told) in all.iter().enumerate() {
        made.push(venture(db, &boards, &people, told, n, threads, now).await?);
        threads += told.threads.len();
    }
    classes::past(db, &people, now).await?;
    office::fill(db, &people, &made, now).await?;
    lately::happened(db, &people, &made, now).await?;
    // Lists are right from the first page on, without waiting for the job.
    boards.follow_once().await?;
    Ok(())
}

async fn venture(
    db: &Db,
    boards: &Boards,
    people: &People,
    told: &Venture,
    n: usize,
    threads: usize,
    now: Millis,
) -> Result<office::Made, SeedError> {
    let calendar = Calendar::of(told, n, now);
    let group = people.groups.iter().find(|group| group.teams.contains_key(&told.slug)).ok_or(SeedError::Data("a venture of no group"))?;
    let (id, at) = found(db, group, told, &calendar).await?;
    let team = &group.teams[&told.slug];
    let mut pens = Team::open(boards, &at, id, team).await?;
    let board = writing::write(&mut pens, told, &calendar).await?;
    photos::hang(db, &mut pens, (id, told), &board, team, &calendar).await?;
    for (gate, day) in calendar.gates() {
        let by_staff = told.verdicts.iter().any(|verdict| verdict.gate == gate.code() && verdict.by_role != "mentor");
        let by = if by_staff { people.staff } else { group.mentor };
        store::gates::bring_in(db, id, gate, by, gates::sentence(told.lang(), gate), day).await?;
    }
    gates::at_work(db, told, &at, team, group.mentor, now).await?;
    threads::import(db, id, told, &board, &Speakers::new(group, team), &calendar, threads).await?;
    Ok(office::Made { slug: told.slug.clone(), id, at, team: team.clone() })
}

/// The first of the team makes the venture and takes the others in.
async fn found(db: &Db, group: &Group, told: &Venture, calendar: &Calendar) -> Result<(VentureId, Locus), SeedError> {
    let id = VentureId(new_id());
    let team = &group.teams[&told.slug];
    let maker = team.first().ok_or(SeedError::Data("an empty team"))?;
    let form = VentureForm {
        name: told.name.clone(),
        idea: told.tagline.clone(),
        theme: told.theme.clone(),
        place: told.place().unwrap_or_default().to_owned(),
    };
    let permit = allow(&maker.actor(&group.at), CreateVenture { group: group.at.group })?;
    ventures::create(db, permit, id, &form, told.lang(), calendar.made).await?;
    let at = Locus { venture: Some(id), ..group.at.clone() };
    let who = maker.actor(&at);
    for (members, (mate, part)) in (1..).zip(team.iter().zip(&told.team).skip(1)) {
        let permit = allow(&who, AddTeammate { at: &at, their_group: group.at.group, members, wish: Wish::Asked })?;
        ventures::add_teammate(db, permit, mate.id, &part.role, calendar.made).await?;
    }
    Ok((id, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::{self, Key};
    use app::prototypes::picture;
    use shared::{access::Role, feedback::ThreadState};
    use std::collections::BTreeSet;

    #[tokio::test(flavor = "multi_thread")]
    async fn the_demo_is_whole_and_goes_into_an_empty_database_only() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.path().join("fikra.db").display())).await.unwrap();
        db.migrate().await.unwrap();
        let now = Millis(1_800_000_000_000);
        demo(&db, now).await.unwrap();
        assert!(matches!(demo(&db, now).await, Err(SeedError::Filled)));
        assert!(accounts::is_demo(&db).await.unwrap());

        let doors = demo::doors(&db).await.unwrap();
        let of = |role| doors.iter().filter(|door| door.role == role).count();
        assert_eq!((of(Role::Staff), of(Role::Mentor)), (2, 8));
        assert_eq!(doors.iter().filter(|door| door.key == Key::Code).count(), 42);
        assert!(doors.iter().any(|door| door.role == Role::Trainee && door.venture.is_none() && door.key == Key::Passphrase));

        let boards = Boards::new(db.clone());
        let edition = accounts::editions(&db).await.unwrap().remove(0).0;
        let (mut found, mut played, mut columns) = (0, 0, BTreeSet::new());
        for group in accounts::groups_of_edition(&db, edition).await.unwrap() {
            for card in ventures::of_group(&db, group.id).await.unwrap() {
                found += 1;
                let document = boards.open(card.id).await.unwrap();
                assert!(document.frames().count() > 0, "{} has no sheet", card.name);
                for prototype in document.prototypes() {
                    played += 1;
                    assert_plays(&document, prototype.id, &card.name);
                }
                for told in store::feedback::of_venture(&db, card.id).await.unwrap() {
                    columns.insert(told.thread.state.code());
                    assert!(!told.thread.anchor.quote.exact.is_empty(), "{}: {} is on nothing", card.name, told.thread.words);
                }
            }
        }
        assert_eq!((found, played, columns.len()), (40, 23, ThreadState::ALL.len()));
    }

    /// From the first screen every other one is reached.
    fn assert_plays(document: &board::Document, prototype: board::id::RecordId, name: &str) {
        let first = picture::first_screen(document, prototype).unwrap_or_else(|| panic!("{name} has no first screen"));
        let (mut reached, mut open) = (vec![first], vec![first]);
        while let Some(at) = open.pop() {
            for (_, target) in picture::ways(document, at) {
                if !reached.contains(&target) {
                    reached.push(target);
                    open.push(target);
                }
            }
        }
        assert_eq!(reached.len(), document.screens(prototype).count(), "{name}");
    }
}
