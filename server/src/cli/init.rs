//! `fikra init`: the first edition and the first member of the staff. It touches no database that has an edition.

use super::{Fault, Place, now, users};
use clap::Args;
use shared::{
    access::{Role, Scope},
    accounts::EditionName,
};
use store::{
    Db,
    accounts::{self, NewStaff},
};

/// What an installation begins with.
#[derive(Args)]
pub struct Init {
    /// Name of the edition, such as "Édition 2026–2027".
    #[arg(long)]
    name: String,
    /// Its name on pages and cards in Arabic, such as "دورة 2026–2027"; without it the one name stands everywhere.
    #[arg(long)]
    name_ar: Option<String>,
    /// Name of the person who runs it, which they enter with.
    #[arg(long)]
    staff: String,
    /// Language of the interface for this person: fr, ar or en.
    #[arg(long, default_value = "fr")]
    lang: String,
    #[command(flatten)]
    place: Place,
}

/// Does it and says what comes next.
pub async fn run(init: Init) -> Result<(), Fault> {
    let db = init.place.open().await?;
    let made = begun(&db, &init).await;
    db.close().await;
    let passphrase = made?;
    println!(
        "The edition \"{}\" is made.\n{} enters by name with the passphrase {passphrase}\nIt is shown only now; another one can be chosen under /me.\n\n\
         What comes next:\n  fikra group create --code BER1 --name \"Développement digital 1\" --region MA-02 --town berkane --establishment \"ISTA Berkane\"\n  \
         fikra group import LIST.csv --group BER1\n  fikra user create --name \"Nadia B.\" --role mentor --scope group:BER1\n  fikra doctor\n  fikra serve",
        init.name.trim(),
        init.staff.trim()
    );
    Ok(())
}

async fn begun(db: &Db, init: &Init) -> Result<String, Fault> {
    let name = init.name.trim();
    if name.is_empty() {
        return Err(Fault::refused("An edition needs a name: set --name, such as \"Édition 2026–2027\"."));
    }
    if init.staff.trim().is_empty() {
        return Err(Fault::refused("The person who runs the edition needs a name: set --staff."));
    }
    let lang = users::language(&init.lang)?;
    if let Some((_, there)) = accounts::editions(db).await?.pop() {
        return Err(Fault::refused(format!(
            "There is an edition already, \"{}\", and nothing was changed: make people with fikra user create and groups with fikra group create, \
             or set --database to a file that is not there yet.",
            there.name()
        )));
    }
    let edition = accounts::create_edition(db, EditionName::new(name, init.name_ar.as_deref()), now()).await?;
    let new = NewStaff { name: init.staff.clone(), role: Role::Staff, scopes: vec![Scope::Edition(edition)], edition, lang };
    users::enrolled(db, new).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::Lang;

    fn asked(name: &str, staff: &str) -> Init {
        Init {
            name: name.to_owned(),
            name_ar: Some("دورة 2026–2027".to_owned()),
            staff: staff.to_owned(),
            lang: "ar".to_owned(),
            place: Place { database: None },
        }
    }

    #[tokio::test]
    async fn an_edition_is_begun_once() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&format!("sqlite://{}", folder.path().join("fikra.db").display())).await.unwrap();
        db.migrate().await.unwrap();
        assert!(begun(&db, &asked(" ", "Samira B.")).await.unwrap_err().to_string().contains("--name"));
        assert!(begun(&db, &asked("Essai", "")).await.unwrap_err().to_string().contains("--staff"));
        assert!(accounts::editions(&db).await.unwrap().is_empty(), "nothing is made by halves");
        let passphrase = begun(&db, &asked("Édition 2026–2027", "Samira B.")).await.unwrap();
        assert!(shared::accounts::passphrase_fits(&passphrase));
        let named = accounts::editions(&db).await.unwrap().remove(0).1;
        assert_eq!((named.get(Lang::Fr), named.get(Lang::Ar)), ("Édition 2026–2027", "دورة 2026–2027"));
        let again = begun(&db, &asked("Autre", "Autre")).await.unwrap_err().to_string();
        assert!(again.contains("Édition 2026–2027") && again.contains("fikra user create"), "{again}");
        assert!(accounts::people_named(&db, "Autre").await.unwrap().is_empty());
    }
}
