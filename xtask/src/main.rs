//! The project's own tasks: `cargo xtask run`, `dev`, `test`, `bench`, `site`, `package`.
//! It does all set-up that a fresh machine needs and downloads nothing but crates, the wasm target and Debian packages.
//! It is never part of the product.

mod assets;
mod bench;
mod children;
mod commands;
mod css;
mod dev;
mod front;
mod js;
#[path = "../../app/stamp.rs"]
mod kinship;
#[path = "../../app/locales.rs"]
mod locales;
mod machine;
mod names;
mod package;
mod places;
mod run;
mod server;
mod sprite;
mod squeeze;
mod stamp;
mod testing;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use crate::front::Flavour;
use crate::places::Places;
use crate::run::Reach;

/// The tasks of the project.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build everything and serve it with demonstration data.
    Run {
        #[command(flatten)]
        serving: Serving,
        /// Listen on all addresses of this machine, and print the one for phones as a QR code.
        #[arg(long)]
        phone: bool,
    },
    /// The quick loop: debug build, rebuilt and restarted at each change.
    Dev(Serving),
    /// The whole suite: format, lints, docs, size budget, tests on both databases and in the browser.
    Test {
        /// Run only the tests whose name contains this.
        filter: Option<String>,
        /// Run only these steps: fmt, clippy, clippy-wasm, docs, front, budget, tests, or the name of a package.
        #[arg(long, value_delimiter = ',')]
        only: Vec<String>,
    },
    /// Count the bytes and requests of each page's first load.
    Bench,
    /// Build the front end only, into target/site.
    Site,
    /// Build what a school installs, without Rust there: target/fikra-VERSION-MACHINE.tar.gz.
    Package,
}

/// Where a started server listens and keeps its data.
#[derive(Args)]
struct Serving {
    /// The address to listen on.
    #[arg(long, default_value = "127.0.0.1:3000")]
    addr: SocketAddr,
    /// The folder of the database and the uploaded files; `data` beside the Cargo.toml when not given.
    #[arg(long)]
    data: Option<PathBuf>,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let places = Places::find();
    match perform(cli.task, &places) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task, places: &Places) -> Result<()> {
    match task {
        Task::Run { serving, phone } => {
            let reach = if phone { Reach::Phones } else { Reach::Named };
            run::run(places, serving.addr, &places.data(serving.data)?, reach)
        }
        Task::Dev(serving) => dev::dev(places, serving.addr, &places.data(serving.data)?),
        Task::Test { filter, only } => testing::test(places, filter.as_deref(), &only),
        Task::Bench => bench::bench(places),
        Task::Package => package::package(places),
        Task::Site => front::site(places, Flavour::Release).map(|site| println!("{}", site.folder.display())),
    }
}
