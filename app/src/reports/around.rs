//! Where something to report was met: a venture, a group, or one's own places. Who, load, judge, answer; it writes nothing.

use crate::context::{actor, site};
use crate::error::{AppError, AppResult};
use shared::{
    access::{Actor, AssignMentor, Role, SeeGroup, SeeVenture, allow},
    ids::{GroupId, PersonId, VentureId},
    reports::Subject,
};
use std::str::FromStr;
use store::reports::Shot;

/// A place that things are reported in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A venture.
    Venture(VentureId),
    /// A group.
    Group(GroupId),
}

impl Place {
    /// The address of the page that asks what is reported there.
    pub(crate) fn address(self) -> String {
        match self {
            Self::Venture(id) => format!("/report?in=venture-{id}"),
            Self::Group(id) => format!("/report?in=group-{id}"),
        }
    }

    /// The place that a page is about, by its address.
    pub(crate) fn of_path(path: &str) -> Option<Self> {
        let (_, rest) = path.split_once('/')?;
        let mut parts = rest.split('/');
        match (parts.next()?, parts.next()?, parts.next()) {
            ("v", id, _) => id.parse().ok().map(Self::Venture),
            ("groups", id, _) | ("portfolio", "assign", Some(id)) => id.parse().ok().map(Self::Group),
            ("portfolio", id, None) => id.parse().ok().map(Self::Venture),
            _ => None,
        }
    }
}

impl FromStr for Place {
    type Err = AppError;

    fn from_str(text: &str) -> AppResult<Self> {
        let place = match text.split_once('-') {
            Some(("venture", id)) => id.parse().ok().map(Self::Venture),
            Some(("group", id)) => id.parse().ok().map(Self::Group),
            _ => None,
        };
        place.ok_or(AppError::Hidden)
    }
}

/// What can be reported, each thing with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Around {
    /// Names of people and of the venture.
    pub(super) names: Vec<(Subject, String)>,
    /// Remarks: what was said, and by whom.
    pub(super) remarks: Vec<(Subject, String, String)>,
    /// Pictures.
    pub(super) pictures: Vec<Shot>,
    /// Places to look further in, by name.
    pub(super) places: Vec<(Place, String)>,
}

/// What the reader meets at a place; without one, their own places.
pub(super) async fn around(place: Option<Place>) -> AppResult<Around> {
    let who = actor()?;
    match place {
        Some(Place::Venture(id)) => in_venture(&who, id).await,
        Some(Place::Group(id)) => in_group(&who, id).await,
        None => own(&who).await,
    }
}

async fn in_venture(who: &Actor, id: VentureId) -> AppResult<Around> {
    let db = site().db;
    let venture = store::ventures::venture(&db, id).await?.ok_or(AppError::Hidden)?;
    allow(who, SeeVenture { at: &venture.at })?;
    let near = store::reports::near_venture(&db, &venture.at, id, who.person).await?;
    let subject = Subject::Venture(id);
    let made = store::reports::reported(&db, &subject, who).await?.is_some_and(|reported| reported.author == who.person);
    let name = (!made).then_some((subject, venture.name));
    Ok(Around {
        names: name.into_iter().chain(people(near.people)).collect(),
        remarks: near.remarks.into_iter().map(|(id, by, words)| (Subject::Remark(id), words, by)).collect(),
        pictures: near.pictures,
        places: Vec::new(),
    })
}

async fn in_group(who: &Actor, id: GroupId) -> AppResult<Around> {
    let db = site().db;
    let group = store::accounts::group(&db, id).await?.ok_or(AppError::Hidden)?;
    allow(who, SeeGroup { at: &group.at })?;
    let ventures = store::ventures::of_group(&db, id).await?;
    let mut names = store::reports::near_group(&db, &group.at, who.person).await?;
    // Who may give the group a mentor reads the names of all who could be.
    if allow(who, AssignMentor { at: &group.at }).is_ok() {
        for load in store::portfolio::mentor_loads(&db, who, id).await? {
            if load.id != who.person && names.iter().all(|(known, _)| *known != load.id) {
                names.push((load.id, load.name));
            }
        }
    }
    let places = ventures.into_iter().map(|card| (Place::Venture(card.id), card.name)).collect();
    Ok(Around { names: people(names).collect(), places, ..Around::default() })
}

/// A trainee: their ventures, the teams they ask to join, the mentors of their group. A mentor: their groups. The staff begins in the portfolio.
async fn own(who: &Actor) -> AppResult<Around> {
    let db = site().db;
    match (who.role(), who.group()) {
        (Role::Trainee, Some(group)) => {
            let group = store::accounts::group(&db, group).await?.ok_or(AppError::Hidden)?;
            let wishes = store::ventures::wishes_of(&db, who.person).await?;
            let mentors = store::reports::mentors_of_group(&db, &group.at).await?;
            let ventures = store::ventures::of_person(&db, who.person).await?;
            Ok(Around {
                names: wishes.into_iter().map(|wish| (Subject::Venture(wish.venture), wish.name)).chain(people(mentors)).collect(),
                places: ventures.into_iter().map(|card| (Place::Venture(card.id), card.name)).collect(),
                ..Around::default()
            })
        }
        (Role::Mentor, _) => {
            let groups = store::accounts::groups_of_mentor(&db, who.person).await?;
            let places = groups.into_iter().map(|group| (Place::Group(group.id), format!("{} · {}", group.code, group.name)));
            Ok(Around { places: places.collect(), ..Around::default() })
        }
        (Role::Staff | Role::Trainee, _) => Ok(Around::default()),
    }
}

fn people(people: Vec<(PersonId, String)>) -> impl Iterator<Item = (Subject, String)> {
    people.into_iter().map(|(id, name)| (Subject::Person(id), name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_leads_to_what_can_be_reported_where_it_stands() {
        let id = "01900000-0000-7000-8000-000000000001";
        for (path, place) in [
            (format!("/v/{id}"), format!("venture-{id}")),
            (format!("/v/{id}/path"), format!("venture-{id}")),
            (format!("/portfolio/{id}"), format!("venture-{id}")),
            (format!("/portfolio/assign/{id}"), format!("group-{id}")),
            (format!("/groups/{id}/class"), format!("group-{id}")),
        ] {
            assert_eq!(Place::of_path(&path), place.parse().ok(), "{path}");
            assert!(Place::of_path(&path).expect("a place").address().ends_with(&place));
        }
        for nowhere in ["/", "/today", "/feedback", "/groups", "/portfolio", "/v/x", ""] {
            assert_eq!(Place::of_path(nowhere), None, "{nowhere}");
        }
    }
}
