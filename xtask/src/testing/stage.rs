//! What the tests run against: a throw-away PostgreSQL, a browser's driver and the built site, told by environment variables.
//! `FIKRA_TEST_POSTGRES`, `FIKRA_TEST_CHROMEDRIVER` and `FIKRA_TEST_SITE`; without them the tests that need them say so.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::counting::Count;
use super::postgres::Postgres;
use crate::children::{Ending, Running, bound, free_port};
use crate::commands::{HOUSE, cargo, named};
use crate::front::Site;
use crate::machine;
use crate::places::Places;

/// Builds and runs the tests of these packages and counts them.
pub fn run(places: &Places, site: Option<&Site>, packages: &[&str], filter: Option<&str>) -> Result<Count> {
    let mut environment: Vec<(&str, OsString)> = Vec::new();
    if let Some(site) = site {
        environment.push(("FIKRA_TEST_SITE", site.folder.clone().into()));
    }
    let has = |package: &str| packages.contains(&package);
    let postgres = if has("store") || has("server") || has("acceptance") {
        machine::database()?;
        Some(Postgres::start()?)
    } else {
        None
    };
    if let Some(postgres) = &postgres {
        environment.push(("FIKRA_TEST_POSTGRES", postgres.url().into()));
    }
    let driver = if has("acceptance") { Some(chromedriver(places)?) } else { None };
    if let Some((_, url)) = &driver {
        environment.push(("FIKRA_TEST_CHROMEDRIVER", url.into()));
    }
    let (house, tasks): (Vec<&str>, Vec<&str>) = packages.iter().partition(|package| HOUSE.contains(package));
    let mut count = Count::default();
    for packages in [tasks, house].iter().filter(|packages| !packages.is_empty()) {
        let mut command = cargo(places);
        command.arg("test").args(named(packages)).arg("--no-fail-fast").args(filter).envs(environment.iter().cloned());
        count.add(counted(&mut command)?);
    }
    Ok(count)
}

/// Runs `cargo test` and shows what it prints; an error when it fails without a failed test.
fn counted(command: &mut Command) -> Result<Count> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("could not start cargo test")?;
    let mut count = Count::default();
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            count.read(&line);
        }
    }
    let status = child.wait()?;
    if !status.success() && count.failed == 0 {
        bail!("cargo test failed ({status})");
    }
    Ok(count)
}

/// A browser's driver on a free port, with its address. It is ended when the first value goes away. Its browsers draw with one family of
/// letters, so that a picture of a page is the same on every machine.
pub fn chromedriver(places: &Places) -> Result<(Running, String)> {
    machine::browser()?;
    let port = free_port()?;
    let mut command = bound("chromedriver", Ending::Terminate);
    command.arg(format!("--port={port}")).arg("--log-level=WARNING").stdout(Stdio::null()).stderr(Stdio::null());
    command.env("FONTCONFIG_FILE", places.root.join("tests/harness/assets/fonts.conf"));
    let driver = Running::start(&mut command, Ending::Terminate)?.answering(port, "chromedriver")?;
    Ok((driver, format!("http://127.0.0.1:{port}")))
}
