//! All that matches, for a table outside: noted with who took it.

use super::{Bound, Found, told_rows};
use crate::{Db, Result, audit};
use shared::{
    Millis,
    access::{Actor, Allowed, SeePortfolio},
    portfolio::{Filter, Row},
};

/// Every row of a filter within the scope of a member of the staff, by region, group and name.
///
/// # Errors
/// What the database says.
pub async fn export(db: &Db, permit: Allowed<SeePortfolio>, staff: &Actor, filter: &Filter, now: Millis) -> Result<Vec<Row>> {
    let mut write = db.write().await?;
    audit::note(&mut write.link(), staff.edition, permit.by(), "export_portfolio", staff.edition.0, now).await?;
    write.commit().await?;
    let b = Bound::new(staff, filter, now);
    let mut on = db.read().await?;
    let mut on = on.link();
    let found: Vec<Found> =
        over!(rows, on, b, concat!("select ", columns!(), matching!(groups), " order by v.region, g.code, v.folded, v.id"))?;
    told_rows(&mut on, found).await
}
