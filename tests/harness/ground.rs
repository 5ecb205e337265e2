//! What a server of the tests stands on: a database of its own, a folder for pictures, a front end. All of it goes when the value goes.

use server::Config;
use std::{
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in the ground's own folder.
    Sqlite,
    /// A new database of the cluster in `FIKRA_TEST_POSTGRES`, which goes with that cluster.
    Postgres,
}

/// The name of the front end's folder where there is no real one.
const FOLDER: &str = "0123456789abcdef";

/// The ground.
#[derive(Debug)]
pub struct Ground {
    folder: TempDir,
    database: String,
    site: PathBuf,
}

impl Ground {
    /// Makes an empty one. The front end is the built one of `FIKRA_TEST_SITE`, else a few empty files.
    pub fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let database = match engine {
            Engine::Sqlite => format!("sqlite://{}", folder.path().join("fikra.db").display()),
            Engine::Postgres => fresh_postgres(),
        };
        let site = std::env::var_os("FIKRA_TEST_SITE").map_or_else(|| hollow_site(folder.path()), PathBuf::from);
        Self { folder, database, site }
    }

    /// The database's address.
    pub fn database(&self) -> &str {
        &self.database
    }

    /// The settings of a server on it, on a free port.
    pub fn config(&self) -> Config {
        Config {
            addr: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            database: self.database.clone(),
            site: self.site.clone(),
            uploads: self.pictures(),
            origins: Vec::new(),
            tls: None,
        }
    }

    /// The folder of uploaded pictures.
    pub fn pictures(&self) -> PathBuf {
        self.folder.path().join("pictures")
    }

    /// How many pictures are kept.
    pub fn pictures_kept(&self) -> usize {
        let below = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect::<Vec<_>>();
        below(&self.pictures()).iter().map(|folder| below(folder).len()).sum()
    }
}

/// Pages render without a front end; a browser would find nothing to run.
fn hollow_site(folder: &Path) -> PathBuf {
    let site = folder.join("site");
    let files = site.join("pkg").join(FOLDER);
    fs::create_dir_all(&files).expect("a folder");
    fs::write(site.join("current"), FOLDER).expect("a file");
    for name in ["fikra.css", "fikra.js", "fikra_bg.wasm", "favicon.svg"] {
        fs::write(files.join(name), "").expect("a file");
    }
    site
}

fn fresh_postgres() -> String {
    let url = std::env::var("FIKRA_TEST_POSTGRES").expect("FIKRA_TEST_POSTGRES is not set: run these tests through `cargo xtask test`");
    let name = format!("acceptance_{}", store::new_id().simple());
    let made = Command::new("psql").arg(&url).args(["-qc", &format!("create database {name}")]).output().expect("psql runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let (cluster, _) = url.rsplit_once('/').expect("an address with a database");
    format!("{cluster}/{name}")
}
