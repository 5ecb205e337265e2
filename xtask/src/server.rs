//! Builds the server and calls its commands.
//! It never serves by itself and knows nothing of the database but its address.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{fs, net};

use anyhow::{Context, Result, bail};

use crate::commands::{HOUSE, cargo, named, succeed, succeed_beside};
use crate::places::Places;
use crate::{front::Site, stamp};

/// What the server is made from.
const INPUTS: [&str; 3] = ["app", "shared", "server"];

/// Builds the server if a source changed and gives the program.
///
/// The development profile, on purpose: a first start is half as long as with the release profile, the tests share
/// its artefacts, and what is slow without optimisation (hashing, pictures, SQLite) is optimised by the workspace.
pub fn build(places: &Places) -> Result<PathBuf> {
    let program = places.target.join("debug").join("fikra");
    let stamp = stamp::of(places, &INPUTS)?;
    if stamp::stands(places, "server", &stamp) && program.is_file() {
        return Ok(program);
    }
    let begun = Instant::now();
    succeed_beside(cargo(places).arg("build").args(named(&HOUSE)).args(["--bin", "fikra"]), "server")?;
    eprintln!("{:>6} | built in {:.0} s", "server", begun.elapsed().as_secs_f32());
    stamp::keep(places, "server", &stamp)?;
    Ok(program)
}

/// A server with its data folder.
pub struct Server<'a> {
    /// The program `fikra`.
    pub program: &'a Path,
    /// The folder of the database and the files.
    pub data: &'a Path,
}

impl Server<'_> {
    /// Creates the database with the demonstration data, or brings the one that is there up to date.
    ///
    /// A note beside the database says that it is being filled: where an earlier start was broken off in between,
    /// nobody has used the data yet, so it is made again.
    pub fn prepare(&self) -> Result<()> {
        fs::create_dir_all(self.data).with_context(|| format!("creating {}", self.data.display()))?;
        let note = self.data.join("being-filled");
        if note.is_file() {
            for name in ["fikra.db", "fikra.db-wal", "fikra.db-shm"] {
                let _ = fs::remove_file(self.data.join(name));
            }
        }
        let new = !self.data.join("fikra.db").is_file();
        if new {
            fs::write(&note, "The demonstration data is being written.\n")?;
        }
        succeed(self.call("migrate").stdout(Stdio::null()))?;
        if new {
            eprintln!("Loading the demonstration data …");
            let begun = Instant::now();
            succeed(self.call("seed").arg("--demo"))?;
            eprintln!("Loaded in {:.0} s.", begun.elapsed().as_secs_f32());
            fs::remove_file(&note)?;
        }
        Ok(())
    }

    /// The call that serves.
    pub fn serve(&self, site: &Site, addr: net::SocketAddr) -> Command {
        let mut command = self.call("serve");
        command.arg("--addr").arg(addr.to_string()).arg("--site").arg(&site.folder);
        command
    }

    /// Prints how to enter as each demonstration person.
    pub fn demo_people(&self) -> Result<()> {
        succeed(&mut self.call("demo-people"))
    }

    fn call(&self, word: &str) -> Command {
        let mut command = Command::new(self.program);
        command.arg(word).arg("--database").arg(format!("sqlite://{}", self.data.join("fikra.db").display()));
        command.current_dir(self.data);
        command
    }
}

/// Says early, and in words, that the address is taken.
pub fn free(addr: net::SocketAddr) -> Result<()> {
    match net::TcpListener::bind(addr) {
        Ok(_) => Ok(()),
        Err(error) => bail!("cannot listen on {addr} ({error}): end what uses it, or choose another with --addr 127.0.0.1:3001"),
    }
}
