//! What the tests run against: a throw-away PostgreSQL, a browser's driver and the built site, told by environment variables.
//! `FIKRA_TEST_POSTGRES`, `FIKRA_TEST_CHROMEDRIVER` and `FIKRA_TEST_SITE`; without them the tests that need them say so.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use anyhow::{Context, Result, bail};

use super::counting::Count;
use super::named;
use super::postgres::Postgres;
use crate::children::{Ending, Running, bound, free_port};
use crate::commands::cargo;
use crate::front::Site;
use crate::machine;
use crate::places::Places;

/// Builds and runs the tests of these packages and counts them.
pub fn run(places: &Places, site: Option<&Site>, packages: &[&str], filter: Option<&str>) -> Result<Count> {
    let mut command = cargo(places);
    command.arg("test").args(named(packages)).arg("--no-fail-fast");
    if let Some(filter) = filter {
        command.arg(filter);
    }
    if let Some(site) = site {
        command.env("FIKRA_TEST_SITE", &site.folder);
    }
    let postgres = if packages.iter().any(|package| matches!(*package, "store" | "server" | "acceptance")) {
        machine::database()?;
        Some(Postgres::start()?)
    } else {
        None
    };
    if let Some(postgres) = &postgres {
        command.env("FIKRA_TEST_POSTGRES", postgres.url());
    }
    let driver = if packages.contains(&"acceptance") { Some(chromedriver()?) } else { None };
    if let Some((_, url)) = &driver {
        command.env("FIKRA_TEST_CHROMEDRIVER", url);
    }
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

/// A browser's driver on a free port, with its address. It is ended when the first value goes away.
pub fn chromedriver() -> Result<(Running, String)> {
    machine::browser()?;
    let port = free_port()?;
    let mut command = bound("chromedriver", Ending::Terminate);
    command.arg(format!("--port={port}")).arg("--log-level=WARNING").stdout(Stdio::null()).stderr(Stdio::null());
    let driver = Running::start(&mut command, Ending::Terminate)?.answering(port, "chromedriver")?;
    Ok((driver, format!("http://127.0.0.1:{port}")))
}
