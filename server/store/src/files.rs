//! Uploaded pictures: a row says whose they are and whether they were taken out, the folder holds their bytes.

mod folder;

pub use folder::Files;

use crate::{Db, Result};
use board::id::AssetId;
use shared::{
    Millis,
    ids::{PersonId, VentureId},
};

/// Notes a stored picture: `bytes` as stored, width and height in pixels.
///
/// # Errors
/// [`crate::StoreError::Taken`] when there is one of that name.
#[allow(clippy::too_many_arguments, reason = "one row, told once")]
pub async fn add(db: &Db, id: AssetId, venture: VentureId, by: PersonId, bytes: u64, width: u32, height: u32, now: Millis) -> Result<()> {
    let mut on = db.write().await?;
    exec!(
        on,
        "insert into asset (id, venture, by_person, bytes, width, height, at) values ($1, $2, $3, $4, $5, $6, $7)",
        id.0,
        venture.0,
        by.0,
        i64::try_from(bytes).unwrap_or(i64::MAX),
        i64::from(width),
        i64::from(height),
        now.0
    )?;
    on.commit().await
}

/// The venture a picture belongs to.
///
/// # Errors
/// What the database says.
pub async fn venture_of(db: &Db, id: &AssetId) -> Result<Option<VentureId>> {
    let mut on = db.read().await?;
    let found: Option<uuid::Uuid> = one!(on, "select venture from asset where id = $1", &id.0)?;
    Ok(found.map(VentureId))
}

/// A picture that was taken out: how large it was, in pixels.
///
/// # Errors
/// What the database says.
pub async fn removed(db: &Db, id: &AssetId) -> Result<Option<(u32, u32)>> {
    let mut on = db.read().await?;
    let found: Option<(i64, i64)> = row!(on, "select width, height from asset where id = $1 and removed > 0", &id.0)?;
    let pixels = |n: i64| u32::try_from(n).unwrap_or_default();
    Ok(found.map(|(width, height)| (pixels(width), pixels(height))))
}

/// All pictures that were taken out: their bytes have no business on the disk.
///
/// # Errors
/// What the database says.
pub async fn taken_out(db: &Db) -> Result<Vec<AssetId>> {
    let mut on = db.read().await?;
    let found: Vec<String> = column!(on, "select id from asset where removed > 0 order by id")?;
    Ok(found.into_iter().map(AssetId).collect())
}

/// What each picture of a venture weighs as it is stored.
///
/// # Errors
/// What the database says.
pub async fn of_venture(db: &Db, venture: VentureId) -> Result<Vec<(AssetId, u64)>> {
    let mut on = db.read().await?;
    let found: Vec<(String, i64)> = rows!(on, "select id, bytes from asset where venture = $1 order by at, id", venture.0)?;
    Ok(found.into_iter().map(|(id, bytes)| (AssetId(id), bytes.unsigned_abs())).collect())
}

/// What pictures weigh together, as they are stored.
///
/// # Errors
/// What the database says.
pub async fn bytes(db: &Db, ids: &[AssetId]) -> Result<u64> {
    let mut on = db.read().await?;
    let mut sum = 0;
    for id in ids {
        let bytes: Option<i64> = one!(on, "select bytes from asset where id = $1", &id.0)?;
        sum += bytes.unwrap_or_default().unsigned_abs();
    }
    Ok(sum)
}

/// All pictures that rows name and that were not taken out.
///
/// # Errors
/// What the database says.
pub async fn all(db: &Db) -> Result<Vec<AssetId>> {
    let mut on = db.read().await?;
    let found: Vec<String> = column!(on, "select id from asset where removed = 0 order by id")?;
    Ok(found.into_iter().map(AssetId).collect())
}
