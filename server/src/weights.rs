//! What the front end weighs on its way to a phone, read from the folder that is served: no figure on a page is typed by hand.

use app::context::Weights;
use std::path::Path;

/// The parts of the build in this folder; a part that is not there weighs nothing.
pub fn weigh(folder: &Path) -> Weights {
    let mut weights = Weights::default();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(plain) = name.strip_suffix(".br") else { continue };
        let bytes = entry.metadata().map(|about| about.len()).unwrap_or_default();
        match plain {
            "fikra.js" | "fikra_bg.wasm" | "fikra.css" | "icons.svg" | "locale-ar.txt" | "__wasm_split.js" => weights.board += bytes,
            _ if plain.starts_with("split_drawn") => weights.canvas += bytes,
            _ if plain.starts_with("split_screens") => weights.screens += bytes,
            _ => {}
        }
    }
    weights
}
