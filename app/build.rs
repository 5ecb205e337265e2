//! Turns the locale files into key constants and one text a line for each language; the build fails when a language lacks a word.

use std::path::Path;
use std::{env, fs};

mod locales;
mod stamp;

fn main() -> Result<(), String> {
    let dir = Path::new("locales");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=locales.rs");
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    let out = Path::new(&out);
    let write = |name: &str, text: String| fs::write(out.join(name), text).map_err(|e| format!("{name}: {e}"));
    write("keys.rs", locales::constants(dir)?)?;
    for lang in locales::LANGUAGES {
        write(&format!("words-{lang}.txt"), locales::merged(dir, lang, locales::Words::All)?)?;
    }
    for input in stamp::INPUTS {
        println!("cargo::rerun-if-changed=../{input}");
    }
    println!("cargo::rustc-env=FIKRA_BUILD={}", stamp::of(Path::new("..")).map_err(|e| e.to_string())?);
    Ok(())
}
