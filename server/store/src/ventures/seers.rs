//! Who may see a venture besides its team. It says in SQL what `Actor::is_mentor` and `Actor::is_staff` say of one person.

use crate::{Db, Result, StoreError, accounts::role_from};
use shared::{
    access::Locus,
    ventures::{Reach, Seer},
};

/// Mentors, then staff, by name, with how they reach it.
///
/// # Errors
/// [`StoreError::WrongPermit`] for a place without a venture.
pub async fn seers(db: &Db, at: &Locus) -> Result<Vec<Seer>> {
    let id = at.venture.ok_or(StoreError::WrongPermit)?;
    let mut on = db.read().await?;
    let found: Vec<(String, String, String)> = rows!(
        on,
        "select p.name, r.role, r.scope from grants r join person p on p.id = r.person and p.edition = $1
         where r.role in ('mentor', 'staff') and (
           (r.scope = 'edition' and r.target = $1) or (r.scope = 'region' and r.region = $2) or (r.scope = 'establishment' and r.target = $3)
           or (r.scope = 'group' and r.target = $4) or (r.scope = 'venture' and r.target = $5))
         order by r.role, p.folded, p.id",
        at.edition.0,
        &at.region,
        at.establishment.0,
        at.group.0,
        id.0
    )?;
    let seers = found.into_iter().map(|(name, role, scope)| {
        let reach = match scope.as_str() {
            "edition" => Reach::Edition,
            "region" => Reach::Region,
            "establishment" => Reach::Establishment,
            "group" => Reach::Group,
            "venture" => Reach::Venture,
            _ => return Err(StoreError::Unreadable("grants.scope")),
        };
        Ok(Seer { name, role: role_from(&role)?, reach })
    });
    seers.collect()
}
