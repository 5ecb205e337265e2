//! `cargo xtask run`: from a fresh clone to a running Fikra with demonstration data.
//! A second start builds nothing, asks cargo nothing and keeps the data.

use std::net::{Ipv4Addr, SocketAddr};
use std::os::unix::process::CommandExt;
use std::path::Path;

use anyhow::{Context, Result};

use crate::commands::both;
use crate::front::{self, Flavour};
use crate::places::Places;
use crate::server::{self, Server};

/// Who is to reach the server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Whoever reaches the address that was named.
    Named,
    /// Phones on the same network, too.
    Phones,
}

/// Builds what changed, prepares the data and becomes the server.
pub fn run(places: &Places, addr: SocketAddr, data: &Path, reach: Reach) -> Result<()> {
    let addr = if reach == Reach::Phones { SocketAddr::from((Ipv4Addr::UNSPECIFIED, addr.port())) } else { addr };
    server::free(addr)?;
    let (site, program) = both(|| front::site(places, Flavour::Release), || server::build(places))?;
    let server = Server { program: &program, data };
    server.prepare()?;
    server.demo_people()?;
    let here = if reach == Reach::Phones { SocketAddr::from((Ipv4Addr::LOCALHOST, addr.port())) } else { addr };
    println!("\nThe data is in {}.\nFikra: http://{here}\nEnd it with Ctrl-C.\n", data.display());
    let mut serve = server.serve(&site, addr);
    if reach == Reach::Phones {
        println!("The passphrases of the demonstration are known to all: everybody on this network can enter as anybody.\n");
        serve.arg("--qr");
    }
    // Becoming the server, not its parent: signals then reach it, and its exit code is ours.
    Err(serve.exec()).with_context(|| format!("starting {}", program.display()))
}
