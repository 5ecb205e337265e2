//! `fikra group`: a group, and its list of trainees with their cards. A list is taken whole or not at all; the codes are given once.

use super::{Fault, Place, listing, now, roster, users};
use clap::{Args, Subcommand};
use rand::Rng;
use shared::{Lang, accounts::OneTimeCode, reference};
use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};
use store::{
    Db, StoreError,
    accounts::{self, NewTrainee},
};

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make a group, and its establishment when it is not there.
    Create(Create),
    /// List the establishments with their ids, and the groups of each.
    List(Place),
    /// Take in the trainees of a group from a CSV file and give each a card.
    Import(Import),
}

/// Which group.
#[derive(Args)]
pub struct Create {
    /// As printed on cards, such as BER1.
    #[arg(long)]
    code: String,
    /// Name.
    #[arg(long)]
    name: String,
    /// Region of the establishment, such as MA-02.
    #[arg(long)]
    region: String,
    /// Town of the establishment, such as berkane.
    #[arg(long)]
    town: String,
    /// Name of the establishment.
    #[arg(long)]
    establishment: String,
    #[command(flatten)]
    place: Place,
}

/// Whose list.
#[derive(Args)]
pub struct Import {
    /// CSV in UTF-8 with the columns number,first,last and, if wanted, lang; comma or semicolon between.
    file: PathBuf,
    /// Code of the group.
    #[arg(long)]
    group: String,
    /// File for the cards, which must not be there yet; printed when not given.
    #[arg(long)]
    cards: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// Does it.
pub async fn run(command: Command) -> Result<(), Fault> {
    match command {
        Command::Create(create) => {
            let db = create.place.open().await?;
            let said = created(&db, &create).await;
            db.close().await;
            println!("{}", said?);
        }
        Command::List(place) => {
            let db = place.look().await?;
            let groups = accounts::roll(&db).await;
            db.close().await;
            print!("{}", listing::groups(&groups?));
        }
        Command::Import(import) => {
            let list = fs::read(&import.file).map_err(|error| {
                Fault::refused(format!("Cannot read {}: {error}. Name the CSV file with the list of the group.", import.file.display()))
            })?;
            let db = import.place.open().await?;
            let cards = imported(&db, &import.group, &list, import.cards.as_deref()).await;
            db.close().await;
            match (cards?, &import.cards) {
                (Cards { text, people }, None) => {
                    print!("{text}");
                    eprintln!("{people} trainees are taken in. Their codes are shown only now.");
                }
                (Cards { people, .. }, Some(file)) => {
                    println!("{people} trainees are taken in. Print {} and delete it: the codes are nowhere else.", file.display());
                }
            }
        }
    }
    Ok(())
}

async fn created(db: &Db, create: &Create) -> Result<String, Fault> {
    let (code, name, establishment) = (create.code.trim(), create.name.trim(), create.establishment.trim());
    let typed_easily = (2..=12).contains(&code.chars().count()) && code.chars().all(char::is_alphanumeric);
    if !typed_easily {
        return Err(Fault::refused(format!("\"{code}\" is no code for a card: set --code to 2 to 12 letters and digits, such as BER1.")));
    }
    if name.is_empty() || establishment.is_empty() {
        return Err(Fault::refused("A group and its establishment need a name: set --name and --establishment."));
    }
    let town = town(&create.region, &create.town)?;
    let Some((edition, _)) = accounts::editions(db).await?.pop() else {
        return Err(Fault::refused("There is no edition yet: begin with fikra init --name \"Édition 2026–2027\" --staff \"Samira B.\"."));
    };
    let taken = || Fault::refused(format!("There is a group \"{}\" already: set --code to another code.", code.to_uppercase()));
    if accounts::group_by_code(db, code).await?.is_some() {
        return Err(taken());
    }
    let at = match accounts::establishment_named(db, edition, &create.region, &town, establishment).await? {
        Some(at) => at,
        None => accounts::create_establishment(db, edition, &create.region, &town, establishment).await?,
    };
    match accounts::create_group(db, at, code, name).await {
        Ok(_) => Ok(format!(
            "The group {} of {establishment} is made. Take in its list with fikra group import LIST.csv --group {0}.",
            code.to_uppercase()
        )),
        Err(StoreError::Taken) => Err(taken()),
        Err(error) => Err(error.into()),
    }
}

/// The id of a town that maps show, else the name as typed.
fn town(region: &str, typed: &str) -> Result<String, Fault> {
    if !users::is_region(region) {
        let known: Vec<String> =
            reference::regions().iter().map(|region| format!("{} ({})", region.code, region.name.get(Lang::Fr))).collect();
        return Err(Fault::refused(format!("There is no region \"{region}\": set --region to one of {}.", known.join(", "))));
    }
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Fault::refused("An establishment stands in a town: set --town, such as berkane."));
    }
    let folded = shared::accounts::folded(typed);
    let city = reference::cities().iter().find(|city| {
        city.id == typed || [Lang::Fr, Lang::Ar, Lang::En].iter().any(|lang| shared::accounts::folded(city.name.get(*lang)) == folded)
    });
    match city {
        Some(city) if city.region != region => {
            Err(Fault::refused(format!("{} lies in {}, not in {region}: set --region or --town.", city.name.get(Lang::Fr), city.region)))
        }
        Some(city) => Ok(city.id.clone()),
        None => Ok(typed.to_owned()),
    }
}

#[derive(Debug)]
struct Cards {
    text: String,
    people: usize,
}

async fn imported(db: &Db, group: &str, list: &[u8], cards: Option<&Path>) -> Result<Cards, Fault> {
    let Some(group) = accounts::group_by_code(db, group).await? else {
        return Err(Fault::refused(format!("There is no group \"{group}\": make it with fikra group create, or set --group to its code.")));
    };
    let taken = accounts::trainees(db, group.id).await?.into_iter().map(|trainee| trainee.number).collect();
    let entries = roster::read(list, &taken).map_err(|wrong| {
        Fault::refused(format!("{}\nNothing was taken in. Mend these lines and import the file again.", wrong.join("\n")))
    })?;
    let codes: Vec<OneTimeCode> = entries.iter().map(|_| OneTimeCode::from_random(rand::rng().random())).collect();
    let printed: Vec<String> = codes.iter().map(OneTimeCode::printed).collect();
    let text = roster::cards(&group.code, &entries, &printed);
    // The cards first: codes that nobody can read any more would be worse than a file without people.
    if let Some(file) = cards {
        keep(file, &text).map_err(|error| {
            Fault::refused(format!("Cannot write the cards to {}: {error}. Set --cards to a file that is not there yet.", file.display()))
        })?;
    }
    let new = entries.iter().zip(codes).map(|(entry, code)| {
        let (first, last) = (entry.first.clone(), entry.last.clone());
        (NewTrainee { group: group.id, number: entry.number, first, last, lang: entry.lang }, code)
    });
    if let Err(error) = accounts::create_trainees(db, new.collect(), &users::secrets(), now()).await {
        if let Some(file) = cards {
            let _ = fs::remove_file(file);
        }
        return Err(error.into());
    }
    Ok(Cards { text, people: entries.len() })
}

/// For this user's eyes only.
fn keep(file: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().create_new(true).write(true).mode(0o600).open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(code: &str, town: &str) -> Create {
        Create {
            code: code.to_owned(),
            name: "Développement digital".to_owned(),
            region: "MA-02".to_owned(),
            town: town.to_owned(),
            establishment: "ISTA Berkane".to_owned(),
            place: Place { database: None },
        }
    }

    #[tokio::test]
    async fn a_school_takes_in_its_first_group() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.path().join("fikra.db").display())).await.unwrap();
        db.migrate().await.unwrap();
        assert!(created(&db, &asked("BER1", "berkane")).await.unwrap_err().to_string().contains("fikra init"));
        let edition = accounts::create_edition(&db, "Essai", now()).await.unwrap();
        created(&db, &asked("ber1", "Berkane")).await.unwrap();
        created(&db, &asked("BER2", "berkane")).await.unwrap();
        assert!(created(&db, &asked("BER1", "berkane")).await.unwrap_err().to_string().contains("--code"));
        assert!(created(&db, &asked("B R", "berkane")).await.unwrap_err().to_string().contains("--code"));
        let groups = accounts::groups_of_edition(&db, edition).await.unwrap();
        assert_eq!(groups[0].at.establishment, groups[1].at.establishment, "one establishment for both");

        let cards = folder.path().join("cards.csv");
        let list = "number,first,last,lang\n1,Amal,Alaoui,ar\n2,Yassine,Benali,fr\n";
        let wrong = imported(&db, "BER1", format!("{list}x,y,z\n").as_bytes(), Some(&cards)).await.unwrap_err().to_string();
        assert!(wrong.contains("Line 4") && wrong.contains("Nothing was taken in"), "{wrong}");
        assert!(accounts::trainees(&db, groups[0].id).await.unwrap().is_empty() && !cards.exists());
        let made = imported(&db, "BER1", list.as_bytes(), Some(&cards)).await.unwrap();
        assert_eq!((made.people, fs::read_to_string(&cards).unwrap()), (2, made.text.clone()));
        let code = made.text.lines().nth(1).and_then(|line| line.rsplit(',').next()).and_then(OneTimeCode::parse).unwrap();
        let entered = accounts::enter_with_code(&db, "ber1", 1, &code, &users::secrets(), now()).await;
        assert!(entered.is_ok(), "the card opens");
        let again = imported(&db, "BER1", list.as_bytes(), None).await.unwrap_err().to_string();
        assert!(again.contains("Line 2") && again.contains("already has a number 1"), "{again}");
        assert!(imported(&db, "BER2", list.as_bytes(), Some(&cards)).await.is_err(), "cards are never overwritten");
        assert!(accounts::trainees(&db, groups[1].id).await.unwrap().is_empty());
    }

    #[test]
    fn a_town_lies_in_its_region() {
        assert_eq!(town("MA-02", "Berkane").unwrap(), "berkane");
        assert_eq!(town("MA-02", "Ahfir").unwrap(), "Ahfir");
        assert!(town("MA-06", "berkane").unwrap_err().to_string().contains("MA-02"));
        assert!(town("02", "berkane").unwrap_err().to_string().contains("--region"));
    }
}
