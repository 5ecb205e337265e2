//! The size budget: what a phone downloads before a board can be edited.
//! It reads the brotli siblings of a built site and never builds one.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::locales::LANGUAGES;

/// Above this the suite fails, in bytes of brotli.
const MOST: u64 = 350 * 1024;

/// What we aim at.
const GOAL: u64 = 260 * 1024;

/// The files besides the words that the first editable board needs.
const FILES: [&str; 4] = ["fikra.js", "fikra_bg.wasm", "fikra.css", "icons.svg"];

/// Prints what each file weighs and fails above the budget.
pub fn check(files: &Path) -> Result<()> {
    let mut sum = 0;
    for name in FILES {
        let bytes = weight(files, name)?;
        println!("{name:<16} {bytes:>8} B");
        sum += bytes;
    }
    let mut words = 0;
    for lang in LANGUAGES {
        let name = format!("locale-{lang}.txt");
        let bytes = weight(files, &name)?;
        println!("{name:<16} {bytes:>8} B");
        words = words.max(bytes);
    }
    sum += words;
    println!("first editable board, without its HTML, in the largest language: {sum} B (goal {GOAL}, limit {MOST})");
    if sum > MOST {
        bail!("{sum} bytes are above the limit of {MOST}");
    }
    Ok(())
}

fn weight(files: &Path, name: &str) -> Result<u64> {
    let sibling = files.join(format!("{name}.br"));
    if name == "icons.svg" && !files.join(name).is_file() {
        return Ok(0);
    }
    Ok(fs::metadata(&sibling).with_context(|| format!("{} is missing", sibling.display()))?.len())
}
