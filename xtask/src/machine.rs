//! What a machine must have, and how it gets it: the wasm target by rustup, the rest by apt where that is allowed.
//! Where it is not, it names the exact command and changes nothing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::commands::{answer, on_path, succeed};
use crate::places::Places;

/// The names that Debian and others give to the browser.
const BROWSERS: [&str; 2] = ["chromium", "chromium-browser"];

/// Makes sure that rustc can build for wasm.
pub fn wasm_target(places: &Places) -> Result<()> {
    let libraries =
        answer(Command::new("rustc").current_dir(&places.root).args(["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]));
    if libraries.is_some_and(|folder| Path::new(folder.trim()).is_dir()) {
        return Ok(());
    }
    if on_path(&["rustup"]).is_none() {
        bail!("Rust's wasm target is missing and there is no rustup to add it: install rustup (https://rustup.rs), then try again");
    }
    eprintln!("Adding Rust's wasm target …");
    succeed(Command::new("rustup").current_dir(&places.root).args(["target", "add", "wasm32-unknown-unknown"]))
}

/// A Debian package that the tests need.
struct Package {
    name: &'static str,
    why: &'static str,
    there: fn() -> bool,
}

const BROWSER: [Package; 3] = [
    Package { name: "chromium", why: "the browser", there: || on_path(&BROWSERS).is_some() },
    Package { name: "chromium-driver", why: "the browser's driver", there: || on_path(&["chromedriver"]).is_some() },
    Package { name: "fonts-noto-core", why: "the letters of the kept pictures, Latin and Arabic", there: has_letters },
];

const DATABASE: [Package; 1] =
    [Package { name: "postgresql", why: "PostgreSQL's server programs", there: || postgres_programs().is_some() }];

/// Makes sure that browser tests can run.
pub fn browser() -> Result<()> {
    provide(&BROWSER)
}

/// Makes sure that a PostgreSQL can be started.
pub fn database() -> Result<()> {
    provide(&DATABASE)
}

/// The folder with `initdb` and `postgres`, the newest version first.
pub fn postgres_programs() -> Option<PathBuf> {
    let has_both = |folder: &PathBuf| folder.join("initdb").is_file() && folder.join("postgres").is_file();
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|item| Some((item.file_name().to_str()?.parse().ok()?, item.path().join("bin"))))
        .filter(|(_, folder)| has_both(folder))
        .collect();
    versions.sort();
    let on_path = || env::split_paths(&env::var_os("PATH")?).find(has_both);
    versions.pop().map(|(_, folder)| folder).or_else(on_path)
}

/// Whether this task runs as root.
pub fn is_root() -> bool {
    answer(Command::new("id").arg("-u")).is_some_and(|uid| uid.trim() == "0")
}

/// Where Debian keeps the letters of fonts-noto-core.
const NOTO: &str = "/usr/share/fonts/truetype/noto";

/// Another font would do for reading, but the kept pictures are drawn with these letters.
fn has_letters() -> bool {
    ["NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf"].iter().all(|file| Path::new(NOTO).join(file).is_file())
}

fn provide(packages: &[Package]) -> Result<()> {
    let missing: Vec<&Package> = packages.iter().filter(|package| !(package.there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    let why: Vec<&str> = missing.iter().map(|package| package.why).collect();
    let why = why.join(", ");
    let by_hand = format!("sudo apt-get install -y --no-install-recommends {}", names.join(" "));
    let Some(apt) = usable_apt() else {
        bail!("the tests need {why}. Install it with\n    {by_hand}\nthen try again");
    };
    eprintln!("Installing {why} …");
    let install = |words: &[&str]| {
        let mut command = Command::new(apt[0]);
        command.args(&apt[1..]).args(words).env("DEBIAN_FRONTEND", "noninteractive");
        succeed(&mut command)
    };
    install(&["update", "-q"])?;
    let mut words = vec!["install", "-y", "-q", "--no-install-recommends"];
    words.extend(&names);
    install(&words)?;
    match missing.iter().find(|package| !(package.there)()) {
        Some(package) => bail!("{} is installed but {} is still not found", package.name, package.why),
        None => Ok(()),
    }
}

/// How apt is called here without a question: as root, or by a sudo that asks for no password.
fn usable_apt() -> Option<&'static [&'static str]> {
    on_path(&["apt-get"])?;
    if is_root() {
        return Some(&["apt-get"]);
    }
    answer(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"][..])
}
