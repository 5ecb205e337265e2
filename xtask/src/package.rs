//! `cargo xtask package`: what a school unpacks and runs without Rust. It holds the program, the front end, and what `deploy` says about them.

use std::env::consts::ARCH;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::assets;
use crate::commands::{cargo, succeed, succeed_beside};
use crate::front::{self, Flavour};
use crate::places::Places;

/// What stands beside the program, by its place in the project.
const BESIDE: [&str; 4] = ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "README.md"];

/// Builds both halves for people, one after the other, for release builds fill the memory, and packs them.
pub fn package(places: &Places) -> Result<()> {
    let site = front::site(places, Flavour::Release)?;
    let mut build = cargo(places);
    // Debian's own linker and libc: the archive runs on this Debian and on later ones.
    build.args(["build", "--release", "-p", "server", "--bin", "fikra"]);
    succeed_beside(&mut build, "server")?;

    let name = format!("fikra-{}-{ARCH}", env!("CARGO_PKG_VERSION"));
    let staged = places.target.join("package");
    let _ = fs::remove_dir_all(&staged);
    let house = staged.join(&name);
    fs::create_dir_all(&house).with_context(|| format!("creating {}", house.display()))?;
    lay(&places.target.join("release/fikra"), &house.join("fikra"))?;
    for file in BESIDE {
        lay(&places.root.join(file), &house.join(file))?;
    }
    tree(&places.root.join("deploy"), &house.join("deploy"))?;
    // Only the current files: browsers that still hold an older page get those from the folder that was there before.
    let files = assets::current(&site.folder).context("the front end has no current files")?;
    let hash = files.file_name().context("the front end's folder has no name")?;
    lay(&site.folder.join("current"), &house.join("site/current"))?;
    lay(&site.folder.join("build"), &house.join("site/build"))?;
    tree(&files, &house.join("site/pkg").join(hash))?;

    let archive = places.target.join(format!("{name}.tar.gz"));
    let mut tar = Command::new("tar");
    tar.args(["--owner=0", "--group=0", "--numeric-owner", "--sort=name", "-czf"]).arg(&archive).arg("-C").arg(&staged).arg(&name);
    succeed(&mut tar)?;
    println!("{}", archive.display());
    Ok(())
}

fn lay(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| format!("copying {}", from.display()))?;
    Ok(())
}

fn tree(from: &Path, to: &Path) -> Result<()> {
    for item in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let item = item?;
        let there = to.join(item.file_name());
        if item.file_type()?.is_dir() { tree(&item.path(), &there)? } else { lay(&item.path(), &there)? }
    }
    Ok(())
}
