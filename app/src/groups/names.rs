//! Behind the page of a name: who, load, judge, write, answer.

use super::person::name_address;
use crate::context::{actor, now, site};
use crate::error::{AppError, AppResult};
use shared::{
    access::{CorrectName, SeeFeedbackBoard, SeeGroup, SeePortfolio, allow},
    accounts::person_name,
    ids::{GroupId, PersonId},
};
use store::accounts::Named;

/// A name as somebody who may correct it sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedHere {
    /// The name.
    pub(super) named: Named,
    /// The group that the reader accompanies and the person belongs to.
    pub(super) group: Option<(GroupId, String)>,
    /// Whether the reader is of the staff.
    pub(super) staff: bool,
}

pub(super) async fn named(person: PersonId) -> AppResult<NamedHere> {
    let (who, site) = (actor()?, site());
    let named = store::accounts::named(&site.db, person).await?.ok_or(AppError::Hidden)?;
    allow(&who, CorrectName { person, role: named.role, places: &named.places })?;
    let mut group = None;
    if let ([at], Some(_), Ok(_)) = (&named.places[..], &named.card, allow(&who, SeeFeedbackBoard))
        && allow(&who, SeeGroup { at }).is_ok()
    {
        group = store::accounts::group(&site.db, at.group).await?.map(|group| (group.id, group.name));
    }
    Ok(NamedHere { named, group, staff: allow(&who, SeePortfolio).is_ok() })
}

pub(super) async fn rename(person: PersonId, name: &str) -> AppResult<()> {
    let (who, site) = (actor()?, site());
    let named = store::accounts::named(&site.db, person).await?.ok_or(AppError::Hidden)?;
    let permit = allow(&who, CorrectName { person, role: named.role, places: &named.places })?;
    let name = person_name(name).map_err(|fault| AppError::Field("name".to_owned(), fault))?;
    store::accounts::correct_name(&site.db, permit, &name, now()).await?;
    leptos_axum::redirect(&format!("{}?corrected", name_address(person)));
    Ok(())
}
