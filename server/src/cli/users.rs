//! `fikra user`: mentors and staff are made here, and anybody gets a new code. The secret is printed once and kept nowhere but as its hash.

use super::{Fault, Place, now};
use clap::{Args, Subcommand, ValueEnum};
use rand::Rng;
use shared::{
    Lang,
    access::{Role, Scope},
    accounts::OneTimeCode,
    ids::{EditionId, EstablishmentId, PersonId},
    reference,
};
use std::thread::available_parallelism;
use store::{
    Db, StoreError,
    accounts::{self, NewStaff},
    secrets::Secrets,
};

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make a mentor or a member of the staff; prints the passphrase.
    Create(Create),
    /// Print a new one-time code; the old passphrase ends.
    ResetCode(ResetCode),
}

/// Who is to be made.
#[derive(Args)]
pub struct Create {
    /// Name, which they enter with.
    #[arg(long)]
    name: String,
    /// As what.
    #[arg(long)]
    role: NewRole,
    /// edition, region:MA-02, establishment:ID or group:CODE; may be given several times.
    #[arg(long, required = true)]
    scope: Vec<String>,
    /// Language of the interface: fr, ar or en.
    #[arg(long, default_value = "fr")]
    lang: String,
    #[command(flatten)]
    place: Place,
}

/// Whose code.
#[derive(Args)]
pub struct ResetCode {
    /// Name of a mentor, a member of the staff, or a trainee whose name nobody else has.
    #[arg(long, conflicts_with_all = ["group", "number"], required_unless_present = "group")]
    name: Option<String>,
    /// Group of a trainee.
    #[arg(long, requires = "number")]
    group: Option<String>,
    /// Number in the group.
    #[arg(long, requires = "group")]
    number: Option<u32>,
    #[command(flatten)]
    place: Place,
}

/// Roles that are made here.
#[derive(Clone, Copy, ValueEnum)]
enum NewRole {
    Mentor,
    Staff,
}

/// Does it.
pub async fn run(command: Command) -> Result<(), Fault> {
    match command {
        Command::Create(create) => {
            let db = create.place.open().await?;
            let passphrase = made(&db, &create).await?;
            db.close().await;
            println!("{} enters by name with the passphrase {passphrase}\nIt is shown only now.", create.name.trim());
        }
        Command::ResetCode(reset) => {
            let db = reset.place.open().await?;
            let person = found(&db, &reset).await?;
            let code = OneTimeCode::from_random(rand::rng().random());
            accounts::give_code(&db, person, &code, &secrets(), now()).await?;
            db.close().await;
            println!("The new one-time code is {}\nIt is shown only now; what was valid before no longer is.", code.printed());
        }
    }
    Ok(())
}

async fn made(db: &Db, create: &Create) -> Result<String, Fault> {
    if create.name.trim().is_empty() {
        return Err(Fault::refused("A person needs a name: set --name."));
    }
    let Some(lang) = Lang::from_code(&create.lang) else {
        return Err(Fault::refused(format!("\"{}\" is no language of the interface: set --lang to fr, ar or en.", create.lang)));
    };
    let edition = match accounts::editions(db).await?.pop() {
        Some((edition, _)) => edition,
        None => accounts::create_edition(db, "Fikra", now()).await?,
    };
    let mut scopes = Vec::new();
    for scope in &create.scope {
        scopes.push(reach(db, edition, scope).await?);
    }
    let role = match create.role {
        NewRole::Mentor => Role::Mentor,
        NewRole::Staff => Role::Staff,
    };
    let passphrase = passphrase();
    let new = NewStaff { name: create.name.clone(), role, scopes, edition, lang };
    match accounts::create_staff(db, new, &passphrase, &secrets(), now()).await {
        Ok(_) => Ok(passphrase),
        Err(StoreError::Taken) => Err(Fault::refused(format!(
            "Somebody already enters as \"{}\": set --name to another name, or print a new code with fikra user reset-code.",
            create.name.trim()
        ))),
        Err(error) => Err(error.into()),
    }
}

/// Eighty bits in four groups, in the letters of the printed codes.
fn passphrase() -> String {
    let half = || OneTimeCode::from_random(rand::rng().random()).printed();
    format!("{}-{}", half(), half())
}

fn secrets() -> Secrets {
    Secrets::new(available_parallelism().map_or(1, usize::from))
}

async fn reach(db: &Db, edition: EditionId, typed: &str) -> Result<Scope, Fault> {
    let no = |why: String| Fault::refused(format!("{why}: set --scope to edition, region:MA-02, establishment:ID or group:CODE."));
    match typed.split_once(':') {
        None if typed == "edition" => Ok(Scope::Edition(edition)),
        Some(("region", code)) => {
            let known = reference::regions().iter().any(|region| region.code == code);
            if known { Ok(Scope::Region(code.to_owned())) } else { Err(no(format!("There is no region \"{code}\""))) }
        }
        Some(("group", code)) => {
            let group = accounts::group_by_code(db, code).await?;
            group.map(|group| Scope::Group(group.id)).ok_or_else(|| no(format!("There is no group \"{code}\"")))
        }
        Some(("establishment", id)) => {
            let id: Option<EstablishmentId> = id.parse().ok();
            let groups = accounts::groups_of_edition(db, edition).await?;
            let known = id.filter(|id| groups.iter().any(|group| group.at.establishment == *id));
            known.map(Scope::Establishment).ok_or_else(|| no("No establishment with a group has this id".to_owned()))
        }
        None | Some(_) => Err(no(format!("\"{typed}\" is no scope"))),
    }
}

async fn found(db: &Db, reset: &ResetCode) -> Result<PersonId, Fault> {
    if let (Some(code), Some(number)) = (&reset.group, reset.number) {
        let Some(group) = accounts::group_by_code(db, code).await? else {
            return Err(Fault::refused(format!("There is no group \"{code}\": set --group to the code on the cards.")));
        };
        let trainees = accounts::trainees(db, group.id).await?;
        let found = trainees.into_iter().find(|trainee| trainee.number == number);
        return found
            .map(|trainee| trainee.person)
            .ok_or_else(|| Fault::refused(format!("Group {} has no number {number}: set --number to one on its cards.", group.code)));
    }
    let name = reset.name.as_deref().unwrap_or_default();
    match accounts::people_named(db, name).await?.as_slice() {
        [person] => Ok(*person),
        [] => Err(Fault::refused(format!("Nobody is called \"{name}\": set --name, or --group and --number."))),
        several => {
            Err(Fault::refused(format!("{} people are called \"{name}\": set --group and --number instead of --name.", several.len())))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_printed_passphrase_is_long_and_new_each_time() {
        let (one, other) = (passphrase(), passphrase());
        assert_eq!(one.len(), 19);
        assert_ne!(one, other);
        assert!(shared::accounts::passphrase_fits(&one));
    }
}
