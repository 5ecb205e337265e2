//! Photos of a demo team's notebook, drawn by hand for the demonstration. Their rows are written with the board, their bytes go into the folder of
//! pictures when the server starts: who seeds need not know where that is.

use super::{SeedError, calendar::Calendar, data::Venture, pen::Desk, pen::Person, writing::Written};
use board::{
    id::AssetId,
    record::{Field, Size},
};
use shared::ids::VentureId;
use store::{
    Db,
    files::{self, Files},
};

/// A photo, and where it hangs.
struct Shot {
    venture: &'static str,
    block: &'static str,
    asset: &'static str,
    bytes: &'static [u8],
}

macro_rules! shot {
    ($venture:literal, $block:literal, $asset:literal) => {
        Shot {
            venture: $venture,
            block: $block,
            asset: $asset,
            bytes: include_bytes!(concat!("../../../shared/data/photos/", $venture, "/", $block, ".jpg")),
        }
    };
}

/// The sheet that they hang on.
const SHEET: &str = "storyboard";
/// All of them, 800 pixels across and 600 down.
const SHOTS: [Shot; 3] = [
    shot!("plombi-oujda", "f1", "5b0e7d1c9f3a48e6b2d47a10c8e95f31"),
    shot!("plombi-oujda", "f3", "c41f92a6d7e84b03951c3e6fa0b7d852"),
    shot!("plombi-oujda", "f6", "9e27ab50f6c14d38a7d90b42e1c5f683"),
];
const PIXELS: (u32, u32) = (800, 600);
/// As it is laid on a board.
const SIZE: Size = Size { w: 2_560, h: 1_920 };

/// The photo on which a customer's number and address can be read.
pub(super) fn telling() -> AssetId {
    AssetId(SHOTS[2].asset.to_owned())
}

/// The team hangs its photos under their captions.
///
/// # Errors
/// See [`SeedError`].
pub(super) async fn hang(
    db: &Db,
    pens: &mut impl Desk,
    (id, told): (VentureId, &Venture),
    board: &Written,
    team: &[Person],
    calendar: &Calendar,
) -> Result<(), SeedError> {
    let by = team.last().ok_or(SeedError::Data("an empty team"))?.id;
    for shot in SHOTS.iter().filter(|shot| shot.venture == told.slug) {
        let place = board.note(SHEET, shot.block, 0).ok_or(SeedError::Data("a photo without a caption"))?;
        let asset = AssetId(shot.asset.to_owned());
        files::add(db, asset.clone(), id, by, shot.bytes.len() as u64, PIXELS.0, PIXELS.1, calendar.last).await?;
        for field in [Field::Size(SIZE), Field::Asset(Some(asset))] {
            pens.set(team.len() - 1, place.record, field, calendar.age(calendar.last));
        }
    }
    pens.send().await?;
    Ok(())
}

/// Brings the bytes that are not there yet; what was taken out stays out.
///
/// # Errors
/// What the database says, and what the disk says.
pub async fn bring(db: &Db, files: &Files) -> Result<(), SeedError> {
    for shot in &SHOTS {
        let asset = AssetId(shot.asset.to_owned());
        let stands = files::venture_of(db, &asset).await?.is_some() && files::removed(db, &asset).await?.is_none();
        if stands && files.get(&asset).await.is_err() {
            files.put(&asset, shot.bytes.to_vec()).await.map_err(|error| SeedError::Photo(error.to_string()))?;
        }
    }
    Ok(())
}
