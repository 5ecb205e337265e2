//! `fikra user`: mentors and staff are made here, and anybody gets a new code. The secret is printed once and kept nowhere but as its hash.

use super::{Fault, Place, listing, now};
use clap::{Args, Subcommand, ValueEnum};
use rand::Rng;
use shared::{
    Lang,
    access::{Role, Scope},
    accounts::{NAME_MAX, OneTimeCode, person_name},
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
    /// List mentors and staff with what they reach; of a group, its trainees.
    List(List),
    /// Correct somebody's name. Who enters by name enters by the new one.
    Rename(Rename),
    /// Print a new one-time code; the old passphrase ends.
    ResetCode(ResetCode),
    /// End somebody's access: sessions, passphrase and card, and what a mentor or a member of the staff reaches. Their work stays.
    End(End),
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
    /// edition, region:MA-02, establishment:ID or group:CODE, as fikra group list names them; may be given several times.
    #[arg(long, required = true)]
    scope: Vec<String>,
    /// Language of the interface: fr, ar or en.
    #[arg(long, default_value = "fr")]
    lang: String,
    #[command(flatten)]
    place: Place,
}

/// Who it is about.
#[derive(Args)]
pub struct Whom {
    /// Name of a mentor, a member of the staff, or a trainee whose name nobody else has.
    #[arg(long, conflicts_with_all = ["group", "number"], required_unless_present = "group")]
    name: Option<String>,
    /// Group of a trainee.
    #[arg(long, requires = "number")]
    group: Option<String>,
    /// Number in the group.
    #[arg(long, requires = "group")]
    number: Option<u32>,
}

/// Whose code.
#[derive(Args)]
pub struct ResetCode {
    #[command(flatten)]
    whom: Whom,
    #[command(flatten)]
    place: Place,
}

/// Whose name.
#[derive(Args)]
pub struct Rename {
    #[command(flatten)]
    whom: Whom,
    /// The name from now on.
    #[arg(long)]
    to: String,
    #[command(flatten)]
    place: Place,
}

/// Whose access.
#[derive(Args)]
pub struct End {
    #[command(flatten)]
    whom: Whom,
    #[command(flatten)]
    place: Place,
}

/// Which people.
#[derive(Args)]
pub struct List {
    /// The trainees of this group instead.
    #[arg(long)]
    group: Option<String>,
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
            let person = found(&db, &reset.whom).await?;
            let code = OneTimeCode::from_random(rand::rng().random());
            accounts::give_code(&db, person, &code, &secrets(), now()).await?;
            db.close().await;
            println!("The new one-time code is {}\nIt is shown only now; what was valid before no longer is.", code.printed());
        }
        Command::List(list) => {
            let db = list.place.look().await?;
            let said = listed(&db, list.group.as_deref()).await;
            db.close().await;
            print!("{}", said?);
        }
        Command::Rename(rename) => {
            let db = rename.place.open().await?;
            let said = renamed(&db, &rename.whom, &rename.to).await;
            db.close().await;
            println!("{}", said?);
        }
        Command::End(end) => {
            let db = end.place.open().await?;
            let person = found(&db, &end.whom).await?;
            let named = accounts::named(&db, person).await?.map(|named| named.name).unwrap_or_default();
            accounts::end_access(&db, person, &secrets(), now()).await?;
            db.close().await;
            println!("{named} enters no more. Their work stays; fikra user reset-code would let them in again.");
        }
    }
    Ok(())
}

async fn made(db: &Db, create: &Create) -> Result<String, Fault> {
    let lang = language(&create.lang)?;
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
    enrolled(db, NewStaff { name: create.name.clone(), role, scopes, edition, lang }).await
}

/// Makes this person and answers the passphrase, which is kept nowhere.
pub(super) async fn enrolled(db: &Db, new: NewStaff) -> Result<String, Fault> {
    let Ok(name) = person_name(&new.name) else {
        return Err(Fault::refused(format!("A person needs a name of 1 to {NAME_MAX} characters: set --name.")));
    };
    let passphrase = passphrase();
    match accounts::create_staff(db, new, &passphrase, &secrets(), now()).await {
        Ok(_) => Ok(passphrase),
        Err(StoreError::Taken) => Err(Fault::refused(format!(
            "Somebody already enters as \"{name}\": set --name to another name, or print a new code with fikra user reset-code."
        ))),
        Err(error) => Err(error.into()),
    }
}

/// A language of the interface by its code.
pub(super) fn language(code: &str) -> Result<Lang, Fault> {
    Lang::from_code(code).ok_or_else(|| Fault::refused(format!("\"{code}\" is no language of the interface: set --lang to fr, ar or en.")))
}

/// Eighty bits in four groups, in the letters of the printed codes.
fn passphrase() -> String {
    let half = || OneTimeCode::from_random(rand::rng().random()).printed();
    format!("{}-{}", half(), half())
}

pub(super) fn secrets() -> Secrets {
    Secrets::new(available_parallelism().map_or(1, usize::from))
}

/// Is this the code of a region?
pub(super) fn is_region(code: &str) -> bool {
    reference::regions().iter().any(|region| region.code == code)
}

async fn reach(db: &Db, edition: EditionId, typed: &str) -> Result<Scope, Fault> {
    let no = |why: String| Fault::refused(format!("{why}: set --scope to edition, region:MA-02, establishment:ID or group:CODE."));
    match typed.split_once(':') {
        None if typed == "edition" => Ok(Scope::Edition(edition)),
        Some(("region", code)) => {
            if is_region(code) {
                Ok(Scope::Region(code.to_owned()))
            } else {
                Err(no(format!("There is no region \"{code}\"")))
            }
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

async fn listed(db: &Db, group: Option<&str>) -> Result<String, Fault> {
    let Some(code) = group else {
        return Ok(listing::people(&accounts::staff(db).await?, &accounts::roll(db).await?));
    };
    let Some(group) = accounts::group_by_code(db, code).await? else {
        return Err(Fault::refused(format!("There is no group \"{code}\": set --group to a code of fikra group list.")));
    };
    Ok(listing::trainees(&accounts::trainees(db, group.id).await?))
}

async fn renamed(db: &Db, whom: &Whom, to: &str) -> Result<String, Fault> {
    let person = found(db, whom).await?;
    let name = person_name(to).map_err(|_| Fault::refused(format!("\"{to}\" is no name: set --to to 1 to {NAME_MAX} characters.")))?;
    match accounts::set_name(db, person, &name, now()).await {
        Ok(()) => Ok(format!("The name is {name} from now on.")),
        Err(StoreError::Taken) => Err(Fault::refused(format!("Somebody already enters as \"{name}\": set --to to another name."))),
        Err(error) => Err(error.into()),
    }
}

async fn found(db: &Db, whom: &Whom) -> Result<PersonId, Fault> {
    if let (Some(code), Some(number)) = (&whom.group, whom.number) {
        let Some(group) = accounts::group_by_code(db, code).await? else {
            return Err(Fault::refused(format!("There is no group \"{code}\": set --group to the code on the cards.")));
        };
        let trainees = accounts::trainees(db, group.id).await?;
        let found = trainees.into_iter().find(|trainee| trainee.number == number);
        return found
            .map(|trainee| trainee.person)
            .ok_or_else(|| Fault::refused(format!("Group {} has no number {number}: set --number to one on its cards.", group.code)));
    }
    let name = whom.name.as_deref().unwrap_or_default();
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
    use store::accounts::NewTrainee;

    async fn empty() -> (tempfile::TempDir, Db) {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.path().join("fikra.db").display())).await.unwrap();
        db.migrate().await.unwrap();
        (folder, db)
    }

    #[tokio::test]
    async fn a_mentor_may_have_several_groups() {
        let (_folder, db) = empty().await;
        let edition = accounts::create_edition(&db, "Essai", now()).await.unwrap();
        let at = accounts::create_establishment(&db, edition, "MA-02", "berkane", "ISTA").await.unwrap();
        for code in ["BER1", "BER2", "BER3"] {
            accounts::create_group(&db, at, code, code).await.unwrap();
        }
        let create = |name: &str, scope: &[&str]| Create {
            name: name.to_owned(),
            role: NewRole::Mentor,
            scope: scope.iter().map(|scope| (*scope).to_owned()).collect(),
            lang: "fr".to_owned(),
            place: Place { database: None },
        };
        let passphrase = made(&db, &create("Nadia B.", &["group:BER1", "group:ber2", "group:BER1"])).await.unwrap();
        assert!(shared::accounts::passphrase_fits(&passphrase));
        let person = accounts::people_named(&db, "Nadia B.").await.unwrap();
        let codes: Vec<String> = accounts::groups_of_mentor(&db, person[0]).await.unwrap().into_iter().map(|group| group.code).collect();
        assert_eq!(codes, ["BER1", "BER2"]);
        let wrong = made(&db, &create("Nadia C.", &["group:BER1", "group:BER9"])).await.unwrap_err();
        assert!(wrong.to_string().contains("BER9"), "{wrong}");
        assert!(accounts::people_named(&db, "Nadia C.").await.unwrap().is_empty(), "all scopes or no person");
        let twice = made(&db, &create("nadia b.", &["group:BER3"])).await.unwrap_err();
        assert!(twice.to_string().contains("reset-code"), "{twice}");
        let group = accounts::group_by_code(&db, "BER1").await.unwrap().unwrap().id;
        let new = NewTrainee { group, number: 1, first: "Nadia".to_owned(), last: "B.".to_owned(), lang: Lang::Fr };
        accounts::create_trainee(&db, new, None, &secrets(), now()).await.unwrap();

        let said = listed(&db, None).await.unwrap();
        assert!(said.contains("Nadia B.") && said.contains("mentor") && said.contains("group:BER1 group:BER2"), "{said}");
        assert!(listed(&db, Some("ber1")).await.unwrap().contains("Nadia B."));
        assert!(listed(&db, Some("BER9")).await.unwrap_err().to_string().contains("fikra group list"));
        let groups = listing::groups(&accounts::roll(&db).await.unwrap());
        assert!(groups.contains(&format!("establishment:{at}")) && groups.contains("BER3"), "{groups}");
        let whom = |name: &str| Whom { name: Some(name.to_owned()), group: None, number: None };
        let card = Whom { name: None, group: Some("BER1".to_owned()), number: Some(1) };
        renamed(&db, &card, "Nadia\u{202E} Bakkali").await.unwrap();
        renamed(&db, &whom("Nadia B."), "Nadia Benali").await.unwrap();
        assert!(renamed(&db, &whom("Nadia Benali"), " ").await.unwrap_err().to_string().contains("--to"));
        let person = found(&db, &whom("nadia benali")).await.unwrap();
        accounts::end_access(&db, person, &secrets(), now()).await.unwrap();
        let entered = accounts::enter_by_name(&db, "Nadia Benali", &passphrase, &secrets(), now()).await.unwrap();
        assert!(entered.is_err() && accounts::groups_of_mentor(&db, person).await.unwrap().is_empty(), "the access has ended");
        assert!(listed(&db, None).await.unwrap().contains("reaches nothing"));
    }

    #[test]
    fn a_printed_passphrase_is_long_and_new_each_time() {
        let (one, other) = (passphrase(), passphrase());
        assert_eq!(one.len(), 19);
        assert_ne!(one, other);
        assert!(shared::accounts::passphrase_fits(&one));
    }
}
