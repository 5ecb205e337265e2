//! Behind the page and the forms of a class: who, load, judge, write, answer.

use super::wall::{self, ClassWall};
use crate::context::{Site, now, visit};
use crate::error::{AppError, AppResult};
use crate::groups::{accompanied, address};
use shared::{
    Lang, Millis,
    access::{RunClass, allow},
    classes::{
        self, ClassSession,
        activities::{self, Activity},
    },
    ids::{ClassId, GroupId},
    programme::Named,
    reference,
    ventures::FieldFault,
};
use store::{
    accounts::GroupInfo,
    classes::{NewClass, PastClass},
};

/// So many past classes are listed.
const LISTED: u32 = 20;
const MINUTE: i64 = 60_000;

/// The page of a group's class.
pub(super) struct Classroom {
    /// The group.
    pub group: GroupInfo,
    /// What is to be seen.
    pub shows: Shows,
    /// What the activity looks like beside it.
    pub activity: Activity,
    /// Names of the sheets that the activity's teams fill.
    pub sheets: Vec<String>,
    /// Classes that have ended, with the name of their activity; the last one first.
    pub past: Vec<(PastClass, String)>,
}

/// What is to be seen.
pub(super) enum Shows {
    /// No class runs: one is chosen.
    Choosing(Choice),
    /// The class that runs.
    Running(Running),
}

/// An activity to be chosen.
pub(super) struct Choice {
    /// How long it is proposed for.
    pub minutes: u32,
    /// The one that fits the group.
    pub fitting: String,
    /// All of them by phase, each with its id and name.
    pub all: Vec<(Named, Vec<(String, String)>)>,
}

/// A class that runs.
pub(super) struct Running {
    /// The class.
    pub class: ClassSession,
    /// Milliseconds left; none when its time is over.
    pub left: Option<i64>,
    /// Who has begun.
    pub wall: ClassWall,
}

pub(super) async fn page(group: GroupId, asked: Option<String>) -> AppResult<Classroom> {
    let (who, site, group) = accompanied(group).await?;
    allow(&who, RunClass { at: &group.at })?;
    let lang = visit().lang;
    let running = store::classes::running(&site.db, group.id).await?;
    let (id, shows) = match running {
        Some(class) => {
            let wall = wall::read(&site, &class).await?;
            (class.activity.clone(), Shows::Running(Running { left: class.left(now()), wall, class }))
        }
        None => {
            let gates: Vec<_> = store::ventures::wall_of_group(&site.db, group.id).await?.iter().map(|card| card.gate).collect();
            let fitting = activities::fitting(classes::median(&gates)).to_owned();
            let id = asked.filter(|id| activities::activity(id, lang).is_some()).unwrap_or_else(|| fitting.clone());
            (id, Shows::Choosing(Choice { minutes: 0, fitting, all: by_phase(lang) }))
        }
    };
    let activity = activities::activity(&id, lang).ok_or(AppError::Unavailable)?;
    let shows = match shows {
        Shows::Choosing(choice) => Shows::Choosing(Choice { minutes: activity.minutes(), ..choice }),
        running @ Shows::Running(_) => running,
    };
    let sheets = activity.deliverables.iter().filter_map(|id| reference::template(id, lang)).map(|template| template.name).collect();
    let past = store::classes::past(&site.db, group.id, LISTED).await?.into_iter().map(|past| {
        let name = activities::activity(&past.class.activity, lang).map(|activity| activity.name).unwrap_or_default();
        (past, name)
    });
    Ok(Classroom { group, shows, activity, sheets, past: past.collect() })
}

fn by_phase(lang: Lang) -> Vec<(Named, Vec<(String, String)>)> {
    let all = activities::activities(lang);
    let of = |phase: &Named| all.iter().filter(|one| one.phase == phase.id).map(|one| (one.id.clone(), one.name.clone())).collect();
    reference::phases(lang).into_iter().map(|phase| (phase.clone(), of(&phase))).collect()
}

pub(super) async fn start(group: GroupId, activity: &str, minutes: u32) -> AppResult<()> {
    let (who, site, group) = accompanied(group).await?;
    let permit = allow(&who, RunClass { at: &group.at })?;
    let not_a_choice = |field: &str| AppError::Field(field.to_owned(), FieldFault::NotAChoice);
    let told = activities::activity(activity, Lang::Fr).ok_or_else(|| not_a_choice("activity"))?;
    if !classes::MINUTES.contains(&minutes) {
        return Err(not_a_choice("minutes"));
    }
    let (id, now) = (ClassId(store::new_id()), now());
    let until = Millis(now.0 + i64::from(minutes) * MINUTE);
    let new = NewClass { id, activity: told.id.clone(), sheets: told.sheets(), until };
    let class = store::classes::start(&site.db, permit, new, now).await?;
    // Whoever pressed twice, or second, comes to the class that runs.
    if class.id == id {
        wall::lay_out(&site, &who, &group, &class).await?;
    }
    leptos_axum::redirect(&room(group.id));
    Ok(())
}

pub(super) async fn prolong(group: GroupId, id: ClassId, seen: Millis) -> AppResult<()> {
    let (who, site, group) = accompanied(group).await?;
    let permit = allow(&who, RunClass { at: &group.at })?;
    if let Some(class) = this_one(&site, &group, id).await? {
        store::classes::prolong(&site.db, permit, &class, seen, class.prolonged(now())).await?;
    }
    leptos_axum::redirect(&room(group.id));
    Ok(())
}

pub(super) async fn lay_out(group: GroupId, id: ClassId) -> AppResult<()> {
    let (who, site, group) = accompanied(group).await?;
    allow(&who, RunClass { at: &group.at })?;
    if let Some(class) = this_one(&site, &group, id).await? {
        wall::lay_out(&site, &who, &group, &class).await?;
    }
    leptos_axum::redirect(&room(group.id));
    Ok(())
}

pub(super) async fn end(group: GroupId, id: ClassId) -> AppResult<()> {
    let (who, site, group) = accompanied(group).await?;
    let permit = allow(&who, RunClass { at: &group.at })?;
    if let Some(class) = this_one(&site, &group, id).await? {
        let wall = wall::read(&site, &class).await?;
        store::classes::end(&site.db, permit, &class, wall.begun(), wall.all(), now()).await?;
    }
    leptos_axum::redirect(&room(group.id));
    Ok(())
}

/// The class that runs, if it is still the one the page was about: a form that comes late does nothing to the next one.
async fn this_one(site: &Site, group: &GroupInfo, id: ClassId) -> AppResult<Option<ClassSession>> {
    Ok(store::classes::running(&site.db, group.id).await?.filter(|class| class.id == id))
}

/// Ends the classes that nobody ended, each at its own time: their mentor may have left the group.
///
/// # Errors
/// What the store says; the others are ended the next time.
pub async fn end_overdue(site: &Site) -> AppResult<()> {
    for class in store::classes::overdue(&site.db, now()).await? {
        let wall = wall::read(site, &class).await?;
        store::classes::run_out(&site.db, &class, wall.begun(), wall.all()).await?;
    }
    Ok(())
}

/// Whether a class of the group runs, and what it works on.
pub(crate) async fn running(site: &Site, group: GroupId, lang: Lang) -> AppResult<Option<(ClassSession, String)>> {
    let class = store::classes::running(&site.db, group).await?;
    Ok(class.and_then(|class| {
        let name = activities::activity(&class.activity, lang)?.name;
        Some((class, name))
    }))
}

fn room(group: GroupId) -> String {
    format!("{}/class", address(group))
}
