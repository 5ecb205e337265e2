//! `cargo xtask run`: from a fresh clone to a running Fikra with demonstration data.
//! A second start builds nothing, asks cargo nothing and keeps the data.

use std::net::SocketAddr;
use std::os::unix::process::CommandExt;
use std::path::Path;

use anyhow::{Context, Result};

use crate::commands::both;
use crate::front::{self, Flavour};
use crate::places::Places;
use crate::server::{self, Server};

/// Builds what changed, prepares the data and becomes the server.
pub fn run(places: &Places, addr: SocketAddr, data: &Path) -> Result<()> {
    server::free(addr)?;
    let (site, program) = both(|| front::site(places, Flavour::Release), || server::build(places))?;
    let server = Server { program: &program, data };
    server.prepare()?;
    server.demo_people()?;
    println!("\nThe data is in {}.\nFikra: http://{addr}\nEnd it with Ctrl-C.\n", data.display());
    // Becoming the server, not its parent: signals then reach it, and its exit code is ours.
    Err(server.serve(&site, addr).exec()).with_context(|| format!("starting {}", program.display()))
}
