//! `cargo xtask bench`: a demonstration server on a free port, and what a browser downloads for each page.
//! It only sets the stage; the program `bench` of the package `acceptance` drives the browser and prints the table.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::{env, fs, process};

use anyhow::{Context, Result};

use crate::children::{Ending, Running, free_port};
use crate::commands::{HOUSE, both, cargo, named, succeed};
use crate::front::{self, Flavour};
use crate::places::Places;
use crate::server::{self, Server};
use crate::testing::chromedriver;

/// Builds, serves and measures.
pub fn bench(places: &Places) -> Result<()> {
    let (site, program) = both(|| front::site(places, Flavour::Release), || server::build(places))?;
    succeed(cargo(places).arg("build").args(named(&HOUSE)).args(["--bin", "bench"]))?;
    let data = Folder(env::temp_dir().join(format!("fikra-bench-{}", process::id())));
    let server = Server { program: &program, data: &data.0 };
    server.prepare()?;
    let port = free_port()?;
    let addr = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let _serving = Running::start(&mut server.serve(&site, addr), Ending::Terminate)?.answering(port, "the server")?;
    let (_driver, url) = chromedriver(places)?;
    let mut bench = process::Command::new(places.target.join("debug").join("bench"));
    bench.current_dir(&places.root).env("FIKRA_BENCH_SERVER", format!("http://{addr}")).env("FIKRA_TEST_CHROMEDRIVER", url);
    succeed(&mut bench).context("measuring")
}

/// A folder that goes with this value.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
