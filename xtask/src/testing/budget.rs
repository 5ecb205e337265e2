//! The size budget: what a phone downloads before a board can be edited.
//! It reads the brotli siblings of a built site and never builds one.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::locales::LANGUAGES;

/// What we aim at, in bytes of brotli.
const GOAL: u64 = 260 * 1024;

/// Above this the suite fails. What a browser is really sent, page and headers included, is an acceptance test's.
const MOST: u64 = GOAL * 115 / 100;

/// The files besides the words that the first editable board needs.
const BOARD: [&str; 4] = ["fikra.js", "fikra_bg.wasm", "fikra.css", "icons.svg"];

/// What a page without a program loads: links and forms, styles and icons.
const STILL: [&str; 5] = ["fikra.css", "pages.css", "forms.js", "icons.svg", "pages.svg"];

/// Prints what each file weighs and fails above the budget.
pub fn check(files: &Path) -> Result<()> {
    let board = sum(files, &BOARD.map(str::to_owned))?;
    let words = LANGUAGES.map(|lang| format!("locale-{lang}.txt"));
    let mut most = 0;
    for name in &words {
        most = most.max(sum(files, std::slice::from_ref(name))?);
    }
    let first = board + most;
    println!("first editable board, without its HTML, in the largest language: {first} B (goal {GOAL}, limit {MOST})");
    println!("fetched later, by those who look at the canvas or make screens:");
    sum(files, &parts(files)?)?;
    println!("a page without a program, at most:");
    let still = sum(files, &STILL.map(str::to_owned))?;
    println!("{still} B");
    if first > MOST {
        bail!("{first} bytes are above the limit of {MOST}");
    }
    Ok(())
}

/// The parts of the program that are fetched when they are needed.
fn parts(files: &Path) -> Result<Vec<String>> {
    let mut parts = Vec::new();
    for file in fs::read_dir(files).with_context(|| format!("listing {}", files.display()))? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".wasm") && name != "fikra_bg.wasm" {
            parts.push(name);
        }
    }
    parts.sort();
    Ok(parts)
}

/// Prints the weight of each file and gives the whole.
fn sum(files: &Path, names: &[String]) -> Result<u64> {
    let mut sum = 0;
    for name in names {
        let sibling = files.join(format!("{name}.br"));
        let bytes = fs::metadata(&sibling).with_context(|| format!("{} is missing", sibling.display()))?.len();
        println!("{name:<16} {bytes:>8} B");
        sum += bytes;
    }
    Ok(sum)
}
