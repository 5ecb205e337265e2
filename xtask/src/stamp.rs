//! Stamps: one hash over everything that a build reads, so that a second start need not even ask cargo.
//! A stamp never looks at times: a fresh checkout of the same sources has the same stamp.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::places::Places;

/// What every build of the workspace reads.
const ALWAYS: [&str; 3] = ["Cargo.toml", "Cargo.lock", "rust-toolchain.toml"];

/// The hash of these files and folders (relative to the root), of their names and of the root's own place.
pub fn of(places: &Places, inputs: &[&str]) -> Result<String> {
    let mut files = Vec::new();
    for input in ALWAYS.iter().chain(inputs) {
        collect(&places.root.join(input), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    hash.update(places.root.as_os_str().as_encoded_bytes());
    for file in files {
        let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        hash.update(file.as_os_str().as_encoded_bytes());
        hash.update(bytes.len().to_le_bytes());
        hash.update(&bytes);
    }
    Ok(hex(&hash.finalize()))
}

/// Whether the work of this name was done for this stamp.
pub fn stands(places: &Places, name: &str, stamp: &str) -> bool {
    fs::read_to_string(file(places, name)).is_ok_and(|kept| kept == stamp)
}

/// Remembers that the work of this name is done for this stamp.
pub fn keep(places: &Places, name: &str, stamp: &str) -> Result<()> {
    fs::create_dir_all(places.memory())?;
    fs::write(file(places, name), stamp).with_context(|| format!("writing the stamp of {name}"))
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn file(places: &Places, name: &str) -> PathBuf {
    places.memory().join(format!("{name}.stamp"))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for item in fs::read_dir(path).with_context(|| format!("reading {}", path.display()))? {
            let item = item?.path();
            let hidden = item.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            if !hidden {
                collect(&item, files)?;
            }
        }
    }
    Ok(())
}
