//! The classes that one group of the demonstration has had. None runs, so that one can be begun.

use super::{
    SeedError,
    cast::CLASSES,
    people::{Group, People},
};
use shared::{
    Lang, Millis,
    access::{Actor, Grant, Role, RunClass, Scope, allow},
    classes::activities,
    ids::ClassId,
};
use store::{
    Db,
    classes::{self, NewClass},
    new_id,
};

/// Whose classes they were.
const GROUP: &str = "BER1";
const MINUTE: i64 = 60_000;

/// A class that was: its activity, how many days ago, for how long it was planned and how long it took, and how many of its teams had begun.
struct Told {
    activity: &'static str,
    days: i64,
    planned: i64,
    took: i64,
    begun: u32,
}

const TOLD: [Told; 2] = [
    Told { activity: "1.2", days: 23, planned: 45, took: 52, begun: 2 },
    Told { activity: "2.2", days: 7, planned: 40, took: 38, begun: 1 },
];

/// Brings the past classes in.
///
/// # Errors
/// See [`SeedError`].
pub async fn past(db: &Db, people: &People, now: Millis) -> Result<(), SeedError> {
    let place = CLASSES.iter().position(|class| class.code == GROUP).ok_or(SeedError::Data("classes of no group"))?;
    let group = &people.groups[place];
    let teams = u32::try_from(group.teams.len()).unwrap_or_default();
    let mentor = mentor(group);
    for told in &TOLD {
        let activity = activities::activity(told.activity, Lang::Fr).ok_or(SeedError::Data("a class of no activity"))?;
        let started = Millis(now.0 - told.days * Millis::DAY);
        let until = Millis(started.0 + told.planned * MINUTE);
        let new = NewClass { id: ClassId(new_id()), activity: activity.id.clone(), sheets: activity.sheets(), until };
        let permit = || allow(&mentor, RunClass { at: &group.at });
        let class = classes::start(db, permit()?, new, started).await?;
        classes::end(db, permit()?, &class, told.begun.min(teams), teams, Millis(started.0 + told.took * MINUTE)).await?;
    }
    Ok(())
}

/// Who accompanies the group, as signed in.
fn mentor(group: &Group) -> Actor {
    let grants = vec![Grant { role: Role::Mentor, scope: Scope::Group(group.at.group) }];
    Actor { person: group.mentor, name: String::new(), edition: group.at.edition, grants, lang: Lang::Fr }
}
