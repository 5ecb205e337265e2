//! The commands of `fikra` and their settings. A setting that does not fit is answered with the sentence that says what to set, and exit code 2.
//! It prints secrets only where a command was asked for one, and never into a log.

mod backup;
mod doctor;
mod groups;
mod init;
mod listing;
mod people;
mod qr;
mod roster;
mod serve;
mod stamp;
mod users;

use clap::{Args, Parser, Subcommand};
use server::{Refused, StartError, config, router, seed};
use shared::Millis;
use std::{
    fmt,
    path::Path,
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};
use store::{Db, StoreError, accounts};

/// Fikra: from an idea to a tested prototype.
#[derive(Parser)]
#[command(name = "fikra", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve pages, sockets and files until SIGTERM or Ctrl-C.
    Serve(serve::Serve),
    /// Bring the database up to date; makes it when it is not there.
    Migrate(Place),
    /// Begin an installation: an empty edition and one member of the staff.
    Init(init::Init),
    /// Fill an empty database.
    Seed {
        /// With the demonstration: invented people, ventures and boards.
        #[arg(long)]
        demo: bool,
        #[command(flatten)]
        place: Place,
    },
    /// Print every page, endpoint and socket, and who may enter.
    Routes,
    /// Make, list and rename people, print new codes, end somebody's access.
    User {
        #[command(subcommand)]
        command: users::Command,
    },
    /// Make and list groups, and take in their lists of trainees.
    Group {
        #[command(subcommand)]
        command: groups::Command,
    },
    /// Copy database and pictures, beside a running server; or look whether a copy could be put back.
    Backup(backup::Backup),
    /// Say what is wrong with this installation and what to do; exit code 1 when something has to be mended.
    Doctor(doctor::Doctor),
    /// Print how to enter a demonstration as its people.
    DemoPeople(Place),
}

/// Which database.
#[derive(Args)]
struct Place {
    /// `sqlite:///folder/fikra.db` or `postgres://user@host/name`.
    #[arg(long, env = "FIKRA_DATABASE", hide_env_values = true)]
    database: Option<String>,
}

impl Place {
    /// The address, once it looks like one.
    fn address(&self) -> Result<&str, Fault> {
        let Some(url) = self.database.as_deref().filter(|url| !url.is_empty()) else {
            return Err(Fault::refused(
                "No database is named: set --database (FIKRA_DATABASE) to sqlite:///folder/fikra.db or postgres://user@host/name.",
            ));
        };
        config::database_fits(url)?;
        Ok(url)
    }

    /// The database as it is, to read only: beside a server, too.
    async fn look(&self) -> Result<Db, Fault> {
        let url = self.address()?;
        if let Some(file) = url.strip_prefix("sqlite://").map(Path::new).filter(|file| !file.is_file()) {
            return Err(Fault::refused(format!(
                "There is no database in {}: make it with fikra init, or set --database (FIKRA_DATABASE).",
                file.display()
            )));
        }
        Ok(Db::look(url).await?)
    }

    /// The database, up to date.
    async fn open(&self) -> Result<Db, Fault> {
        let db = Db::open(self.address()?).await?;
        db.migrate().await?;
        Ok(db)
    }
}

/// Why a command ends without having done what it was asked.
#[derive(Debug)]
pub enum Fault {
    /// Something to set or to type differently.
    Refused(String),
    /// Something broke.
    Failed(String),
}

impl Fault {
    fn refused(sentence: impl Into<String>) -> Self {
        Self::Refused(sentence.into())
    }

    /// 2 for what can be set differently, 1 for the rest.
    pub fn code(&self) -> ExitCode {
        match self {
            Self::Refused(_) => ExitCode::from(2),
            Self::Failed(_) => ExitCode::FAILURE,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(sentence) | Self::Failed(sentence) => f.write_str(sentence),
        }
    }
}

impl From<Refused> for Fault {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused.0)
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        const SET: &str = "Set --database (FIKRA_DATABASE) to";
        match &error {
            StoreError::Locked(_) | StoreError::Network(..) | StoreError::OldSqlite(_) | StoreError::Newer(_) | StoreError::Damaged(_) => {
                Self::Refused(format!("{error}."))
            }
            // The address may hold a password, so it is not said again.
            StoreError::Address(_) => Self::Refused(format!(
                "The database's address cannot be read. {SET} sqlite:///folder/fikra.db or postgres://user@host/name."
            )),
            StoreError::File(_) => {
                Self::Refused(format!("The database cannot be opened: {error}. {SET} a file that this user may write to."))
            }
            StoreError::Sql(_) => Self::Refused(format!("{error}. {SET} a database that this user may open and that answers.")),
            _ => Self::Failed(format!("The command failed: {error}.")),
        }
    }
}

impl From<StartError> for Fault {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Store(error) => error.into(),
            StartError::Examples(error) => error.into(),
            StartError::Refused(_) | StartError::Listen(..) | StartError::Uploads(..) => Self::Refused(error.to_string()),
        }
    }
}

impl From<seed::SeedError> for Fault {
    fn from(error: seed::SeedError) -> Self {
        match error {
            seed::SeedError::Store(error) => error.into(),
            seed::SeedError::Filled => Self::Refused(error.to_string()),
            seed::SeedError::Denied(_)
            | seed::SeedError::Refused(..)
            | seed::SeedError::File(_)
            | seed::SeedError::Data(_)
            | seed::SeedError::Photo(_) => Self::Failed(error.to_string()),
        }
    }
}

/// Runs what was asked.
pub async fn run(asked: Cli) -> Result<ExitCode, Fault> {
    match asked.command {
        Command::Serve(settings) => serve::serve(settings).await?,
        Command::Migrate(place) => {
            place.open().await?.close().await;
            println!("The database is up to date.");
        }
        Command::Doctor(doctor) => return doctor::run(doctor).await,
        Command::Backup(backup) => backup::run(backup).await?,
        Command::Init(init) => init::run(init).await?,
        Command::Group { command } => groups::run(command).await?,
        Command::Seed { demo, place } => fill(demo, &place).await?,
        Command::Routes => return Ok(routes()),
        Command::User { command } => users::run(command).await?,
        Command::DemoPeople(place) => {
            // Only read, beside a server that serves the demonstration.
            let db = place.look().await?;
            people::print(&db).await?;
            db.close().await;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn fill(demo: bool, place: &Place) -> Result<(), Fault> {
    if !demo {
        return Err(Fault::refused("Say what to fill the database with: fikra seed --demo. A real installation begins with fikra init."));
    }
    let db = place.open().await?;
    seed::demo(&db, now()).await?;
    let people = accounts::demo_people(&db).await?.len();
    db.close().await;
    println!("The demonstration is loaded: {people} people. fikra demo-people says how to enter.");
    Ok(())
}

fn routes() -> ExitCode {
    let routes = router::routes();
    let width = routes.iter().map(|route| route.path.len()).max().unwrap_or_default();
    let mut open = 0;
    for route in &routes {
        let said = route.enters.map_or("NOBODY HAS SAID WHO MAY ENTER", router::Enters::said);
        println!("{:<4}  {:<width$}  {said}", route.method, route.path);
        open += usize::from(route.enters.is_none());
    }
    if open == 0 {
        return ExitCode::SUCCESS;
    }
    eprintln!("{open} of {} routes have no rule: say in server/src/router.rs who may enter.", routes.len());
    ExitCode::FAILURE
}

fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
