//! What the front end weighs on its way to a phone, read from the folder that is served: no figure on a page is typed by hand.

use app::context::Weights;
use std::{fs, path::Path};

/// What the first board brings.
const BOARD: [&str; 5] = ["fikra.js", "fikra_bg.wasm", "fikra.css", "icons.svg", "locale-ar.txt"];

/// The parts of the build in this folder; a part that is not there weighs nothing.
pub fn weigh(folder: &Path) -> Weights {
    let of = |name: &str| fs::metadata(folder.join(format!("{name}.br"))).map_or(0, |about| about.len());
    let script = fs::read_to_string(folder.join("fikra.js")).unwrap_or_default();
    let part = |name: &str| {
        let modules = modules(&script, name);
        modules.iter().map(|module| of(&format!("{module}.wasm"))).sum::<u64>()
    };
    Weights {
        board: BOARD.into_iter().map(of).sum(),
        canvas: part("canvas") + of("canvas.css") + of("prototypes.css"),
        screens: part("screens") + of("prototypes.css"),
    }
}

/// The modules that a part of the program is fetched as: its own, and those it shares with others, as its loader names them.
fn modules(script: &str, part: &str) -> Vec<String> {
    let loader = script.split(&format!("const __wasm_split_load_{part} =")).nth(1).unwrap_or_default();
    let shared = loader.split(", [").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
    let shared = shared.split(',').map(|name| name.trim().trim_start_matches('_').to_owned()).filter(|name| !name.is_empty());
    shared.chain([format!("split_{part}")]).collect()
}

#[cfg(test)]
mod tests {
    use super::modules;

    #[test]
    fn a_part_brings_the_modules_that_it_shares() {
        let script = "const __wasm_split_load_talk = wrapAsyncCb(makeLoad(() => {\n}\n, [__chunk_5]));\n\
                      const __wasm_split_load_canvas = wrapAsyncCb(makeLoad(() => {\n}\n, [__chunk_4, __chunk_5]));";
        assert_eq!(modules(script, "canvas"), ["chunk_4", "chunk_5", "split_canvas"]);
        assert_eq!(modules(script, "talk"), ["chunk_5", "split_talk"]);
        assert_eq!(modules("", "talk"), ["split_talk"]);
    }
}
