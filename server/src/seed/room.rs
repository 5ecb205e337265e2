//! How much room a sheet takes on the canvas: it grows with what stands in its blocks. A guess from the words, on the large side; the
//! browser alone measures.

use super::sheets::{Filling, Sheet};
use board::record::Size;
use shared::programme::{Block, BlockKind};

const PX: i32 = 8;
/// Columns of a sheet.
const COLUMNS: i32 = 12;
/// Between blocks.
const GUTTER: i32 = 8;
/// The inner width of a sheet of 960 pixels.
const WIDE: i32 = 926;
/// Head, padding and credit.
const ROUND: i32 = 180;
/// A row without anything that needs more.
const ROW: i32 = 96;

/// The size of a sheet that was written at `size`, with what is in it.
pub fn of(sheet: &Sheet, size: Size) -> Size {
    let mut rows = Vec::<i32>::new();
    for block in &sheet.template.blocks {
        let filling = sheet.blocks.iter().find(|(filled, _)| filled.id == block.id).map(|(_, filling)| filling);
        let (from, span) = (usize::from(block.y), usize::from(block.h.max(1)));
        rows.resize(rows.len().max(from + span), ROW);
        let spanned = &mut rows[from..from + span];
        let count = i32::try_from(span).unwrap_or(1);
        let there = spanned.iter().sum::<i32>() + GUTTER * (count - 1);
        let missing = (tall(block, filling) - there).max(0);
        for row in spanned {
            *row += (missing + count - 1) / count;
        }
    }
    let gutters = GUTTER * i32::try_from(rows.len()).unwrap_or(0);
    Size { w: size.w, h: size.h.max((ROUND + rows.iter().sum::<i32>() + gutters) * PX) }
}

/// How tall a block is with what is in it, in pixels.
fn tall(block: &Block, filling: Option<&Filling>) -> i32 {
    let span = i32::from(block.w.max(1)).min(COLUMNS);
    let inside = span * (WIDE - GUTTER * (COLUMNS - 1)) / COLUMNS + GUTTER * (span - 1) - 20;
    let mut height = 24 + 26 * lines(&block.name, inside - 40, 9);
    if block.min.is_some() {
        height += 22;
    }
    if block.personal {
        height += 4 + 22 * lines(CARE, inside - 30, 7);
    }
    height
        + match filling {
            None => 26 * lines(&block.prompt, inside, 8) + 52,
            Some(Filling::Notes(all)) if matches!(block.kind, BlockKind::List | BlockKind::Checklist) => {
                44 + all.iter().map(|words| 4 + (28 * lines(words, inside - 70, 9) + 16).max(44)).sum::<i32>()
            }
            Some(Filling::Notes(all)) => {
                let columns = ((inside + GUTTER) / (160 + GUTTER)).max(1);
                let width = (inside - GUTTER * (columns - 1)) / columns - 26;
                let notes: Vec<i32> = all.iter().map(|words| GUTTER + 28 + 29 * lines(words, width, 10)).collect();
                44 + notes.chunks(usize::try_from(columns).unwrap_or(1)).map(|row| row.iter().copied().max().unwrap_or(0)).sum::<i32>()
            }
            Some(Filling::Captions(all)) => 44 + 120 * i32::try_from(all.len()).unwrap_or(1),
            Some(Filling::Text(words)) => 18 + 29 * lines(words, inside - 26, 9),
            Some(Filling::Value(_)) => 26 * lines(&block.prompt, inside, 8) + options(block, inside),
        }
}

/// Words told by a block that may hold something personal are about this long in every language.
const CARE: &str = "Cette case peut parler d'une personne : pas de nom complet, pas de numéro.";

/// Steps and options, in the rows that fit.
fn options(block: &Block, inside: i32) -> i32 {
    let widths = block.options.iter().map(|option| 60 + 9 * i32::try_from(option.chars().count()).unwrap_or(30));
    let rows = (widths.sum::<i32>() + inside) / inside.max(1);
    60 * rows.max(1) + 48
}

/// Lines that words take in so many pixels, with that many a character.
fn lines(words: &str, width: i32, character: i32) -> i32 {
    let fit = (width / character).max(4);
    words.lines().map(|line| (i32::try_from(line.chars().count()).unwrap_or(i32::MAX / 64) + fit - 1) / fit).sum::<i32>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seed::{data, sheets};
    use app::board::spot::sheet_size;

    #[test]
    fn a_sheet_with_more_in_it_takes_more_room() {
        let mut grown = 0;
        for venture in data::ventures().unwrap() {
            for mut sheet in sheets::of(&venture) {
                let size = sheet_size(&sheet.template);
                let full = of(&sheet, size);
                assert!(full.h >= size.h && full.w == size.w, "{}", sheet.template.id);
                for (_, filling) in &mut sheet.blocks {
                    if let Filling::Notes(all) = filling {
                        all.extend(all.clone());
                    }
                }
                assert!(of(&sheet, size).h >= full.h, "{}", sheet.template.id);
                grown += usize::from(full.h > size.h);
            }
        }
        assert!(grown > 0, "a demo sheet is fuller than its rows");
    }
}
