//! `cargo xtask dev`: debug builds, and a new one each time a source changes.
//! A build that fails leaves the last good server running.

use std::net::SocketAddr;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::children::{Ending, Running};
use crate::commands::both;
use crate::front::{self, Flavour};
use crate::places::Places;
use crate::server::{self, Server};
use crate::stamp;

/// What a change is looked for in.
const WATCHED: [&str; 6] = ["app", "frontend", "server", "shared", "style", "xtask/src"];

/// Serves, watches and rebuilds until it is ended.
pub fn dev(places: &Places, addr: SocketAddr, data: &Path) -> Result<()> {
    server::free(addr)?;
    let mut running: Option<Running> = None;
    let mut seen = String::new();
    loop {
        let now = stamp::of(places, &WATCHED)?;
        if now == seen {
            thread::sleep(Duration::from_secs(1));
            continue;
        }
        seen = now;
        let begun = Instant::now();
        match both(|| front::site(places, Flavour::Debug), || server::build(places)) {
            Ok((site, program)) => {
                drop(running.take());
                let server = Server { program: &program, data };
                server.prepare()?;
                running = Some(Running::start(&mut server.serve(&site, addr), Ending::Terminate)?);
                eprintln!("Ready after {:.1} s: http://{addr} (Ctrl-C ends it)", begun.elapsed().as_secs_f32());
            }
            Err(error) => eprintln!("{error:#}\nWaiting for a change …"),
        }
    }
}
