//! Screens of demo ventures, drawn by hand: one SVG file a screen, 360 × 640 pixels. They are ours and shipped, so they are no secret of anybody.

use board::id::AssetId;

/// A drawn screen.
struct Drawing {
    venture: &'static str,
    screen: &'static str,
    svg: &'static str,
}

/// One row a file of `data/screens`.
macro_rules! drawings {
    ($($venture:literal: $($screen:literal)*;)*) => {
        [$($(Drawing {
            venture: $venture,
            screen: $screen,
            svg: include_str!(concat!("../../data/screens/", $venture, "/", $screen, ".svg")),
        },)*)*]
    };
}

static DRAWINGS: &[Drawing] = &drawings! {
    "confiture-ecart-berkane": "s1" "s2" "s3" "s4" "s5";
    "khayt-jerada": "s1" "s2" "s3" "s4" "s5";
    "plombi-oujda": "s1" "s2" "s3" "s4" "s5";
    "qatra-berkane": "s1" "s2" "s3" "s4" "s5";
};

/// The drawing of a venture's screen, by their names in the demo data.
pub fn drawing(venture: &str, screen: &str) -> Option<&'static str> {
    DRAWINGS.iter().find(|drawing| drawing.venture == venture && drawing.screen == screen).map(|drawing| drawing.svg)
}

/// What a drawing is called on a board, among pictures that people took.
pub fn drawing_asset(venture: &str, screen: &str) -> Option<AssetId> {
    drawing(venture, screen).map(|_| asset(venture, screen))
}

/// The drawing behind an asset; none where the asset is a picture that somebody took.
pub fn drawing_of(wanted: &AssetId) -> Option<&'static str> {
    DRAWINGS.iter().find(|drawing| asset(drawing.venture, drawing.screen) == *wanted).map(|drawing| drawing.svg)
}

/// A name of the form that uploads have, made from the drawing's own (FNV-1a, 128 bits): it outlives every new order of the rows above.
fn asset(venture: &str, screen: &str) -> AssetId {
    const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let name = venture.bytes().chain([b'/']).chain(screen.bytes());
    AssetId(format!("{:032x}", name.fold(START, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_drawing_is_found_by_its_asset_and_by_nothing_else() {
        let assets: BTreeSet<String> = DRAWINGS.iter().map(|drawing| asset(drawing.venture, drawing.screen).0).collect();
        assert_eq!(assets.len(), DRAWINGS.len());
        for Drawing { venture, screen, svg } in DRAWINGS {
            let asset = drawing_asset(venture, screen).expect("drawn");
            assert!(asset.0.len() == 32 && drawing_of(&asset) == Some(*svg), "{venture} {screen}");
        }
        assert_eq!((drawing("plombi-oujda", "s99"), drawing_asset("nobody", "s1")), (None, None));
        assert_eq!(drawing_of(&AssetId("0".repeat(32))), None);
    }

    #[test]
    fn a_drawing_is_small_has_the_size_of_a_screen_and_holds_nothing_that_acts() {
        for Drawing { venture, screen, svg } in DRAWINGS {
            let name = format!("{venture} {screen}");
            assert!(svg.len() <= 10_000, "{name}: {} bytes", svg.len());
            assert!(
                svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"360\" height=\"640\" viewBox=\"0 0 360 640\""),
                "{name}"
            );
            let acts = ["<script", "<foreignObject", "<!", "<?", "<style", " style=", "href", "url(", "javascript:", " on"];
            let found: Vec<_> = acts.iter().filter(|act| svg.contains(**act)).collect();
            assert!(found.is_empty(), "{name} holds {found:?}");
            assert_eq!(svg.matches("http").count(), 1, "{name} names nothing outside");
            assert_well_formed(svg, &name);
        }
    }

    /// Every element that opens closes in its turn, and attributes are quoted.
    fn assert_well_formed(svg: &str, name: &str) {
        let mut open = Vec::new();
        for part in svg.split('<').skip(1) {
            let (tag, words) = part.split_once('>').unwrap_or_else(|| panic!("{name}: <{part} does not end"));
            assert!(!words.contains('>') && tag.matches('"').count() % 2 == 0, "{name}: {tag}");
            let element = tag.split([' ', '\n', '/']).find(|word| !word.is_empty()).unwrap_or_default();
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(element), "{name}: </{element}>");
            } else if !tag.ends_with('/') {
                open.push(element);
            }
        }
        assert!(open.is_empty(), "{name}: {open:?} stay open");
    }
}
