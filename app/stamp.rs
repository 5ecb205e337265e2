//! One number for the sources that server and front end share: `app/build.rs` puts it into the program, `xtask` beside the front end, so that
//! `fikra doctor` tells whether the two belong together. It never runs in the product and knows no crate beyond the standard library.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// What both are made of, below the workspace.
pub const INPUTS: [&str; 6] = ["app/src", "app/locales", "frontend/src", "shared/src", "shared/board/src", "shared/data"];

/// The number of the sources below this workspace, as sixteen hexadecimal digits (FNV-1a). Times and places do not count.
pub fn of(root: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&root.join(input), &mut files)?;
    }
    files.sort();
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).as_os_str().as_encoded_bytes();
        for byte in name.iter().chain([&0]).chain(&fs::read(&file)?).chain([&0]) {
            sum = (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    Ok(format!("{sum:016x}"))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if !path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
            files.push(path);
        }
    }
    Ok(())
}
