//! `fikra backup`: a consistent copy of the database and of the pictures, in a folder named by date. It overwrites nothing, and deletes only
//! whole backups of its own, the oldest, when more are there than are to be kept.

use super::{Fault, Place, now, serve, stamp::stamp};
use clap::Args;
use std::{
    fs, io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};
use store::{Db, condition, files};

/// What to copy and where to.
#[derive(Args)]
pub struct Backup {
    /// Folder of the backups; each is a folder of its own in it. Best on another disk.
    #[arg(long, required_unless_present = "restore_check")]
    to: Option<PathBuf>,
    /// So many stay; the oldest go. All stay when not given.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
    keep: Option<u16>,
    /// Folder of uploaded pictures, as for `serve`.
    #[arg(long, env = "FIKRA_DATA")]
    data: Option<PathBuf>,
    /// Copy nothing: look whether this backup, or this copy of a database, could be put back.
    #[arg(long, conflicts_with_all = ["to", "keep"])]
    restore_check: Option<PathBuf>,
    #[command(flatten)]
    place: Place,
}

/// The name of the database in a backup.
pub const DATABASE: &str = "fikra.db";
const PICTURES: &str = "uploads";
const PREFIX: &str = "fikra-";
/// A backup that was broken off, or is being made.
const UNFINISHED: &str = ".unfinished-";

/// Does it.
pub async fn run(backup: Backup) -> Result<(), Fault> {
    if let Some(copy) = &backup.restore_check {
        println!("{}", checked(copy).await?);
        return Ok(());
    }
    let url = backup.place.address()?;
    let folder = backup.to.as_deref().unwrap_or(Path::new("."));
    let pictures = backup.data.clone().unwrap_or_else(|| serve::beside(url));
    let Some(file) = url.strip_prefix("sqlite://") else {
        return Err(Fault::refused(by_hand(url, folder, &pictures)));
    };
    if !Path::new(file).is_file() {
        return Err(Fault::refused(format!(
            "There is no database in {file}: set --database (FIKRA_DATABASE) to the one that fikra serve uses."
        )));
    }
    let db = Db::look(url).await?;
    let made = made(db, folder, &pictures, &format!("{PREFIX}{}", stamp(now()))).await?;
    println!("{}", checked(&made).await?);
    if let Some(keep) = backup.keep {
        for old in outlived(&backups(folder).map_err(|error| unwritable(folder, &error))?, usize::from(keep)) {
            fs::remove_dir_all(old).map_err(|error| unwritable(old, &error))?;
            println!("Removed {}, as --keep {keep} says.", old.display());
        }
    }
    Ok(())
}

/// What a person types for PostgreSQL. The password stays out: `pg_dump` asks for it, or reads `~/.pgpass`.
fn by_hand(url: &str, folder: &Path, pictures: &Path) -> String {
    let open = match url.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.split_once('@')?))) {
        Some((scheme, (user, host))) => format!("{scheme}://{}@{host}", user.split(':').next().unwrap_or_default()),
        None => url.to_owned(),
    };
    let name = format!("{PREFIX}{}", stamp(now()));
    let folder = folder.display();
    format!(
        "PostgreSQL copies itself. Run:\n  pg_dump --format=custom --file='{folder}/{name}.dump' '{open}'\n  cp -a '{}' '{folder}/{name}-{PICTURES}'\n\
         To put it back into an empty database: pg_restore --clean --if-exists --no-owner --dbname='{open}' '{folder}/{name}.dump'",
        pictures.display()
    )
}

async fn made(db: Db, folder: &Path, pictures: &Path, name: &str) -> Result<PathBuf, Fault> {
    let to = folder.join(name);
    if to.exists() {
        return Err(Fault::refused(format!("{} is there already and was not touched: wait a second and try again.", to.display())));
    }
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, &error))?;
    let before = backups(folder).map_err(|error| unwritable(folder, &error))?.pop();
    let part = folder.join(format!("{UNFINISHED}{name}"));
    fs::DirBuilder::new().mode(0o700).create(&part).map_err(|error| unwritable(&part, &error))?;
    let copied = async {
        // The rows before the pictures: a picture is on the disk before a row names it, and none is ever deleted.
        let written = condition::copy(&db, &part.join(DATABASE)).await;
        // A server may begin while the pictures are copied.
        db.close().await;
        drop(db);
        written?;
        fs::File::open(part.join(DATABASE)).and_then(|file| file.sync_all()).map_err(|error| unwritable(&part, &error))?;
        copy(pictures, &part.join(PICTURES), before.map(|before| before.join(PICTURES)).as_deref())
            .map_err(|error| unwritable(&part, &error))?;
        fs::rename(&part, &to).map_err(|error| unwritable(&to, &error))
    };
    match copied.await {
        Ok(()) => Ok(to),
        Err(fault) => {
            let _ = fs::remove_dir_all(&part);
            Err(fault)
        }
    }
}

fn unwritable(file: &Path, error: &io::Error) -> Fault {
    Fault::refused(format!("Cannot write {}: {error}. Set --to to a folder with room that this user may write to.", file.display()))
}

/// Copies a folder. Pictures never change, so one that the backup before has is linked to, where the disk can do that.
fn copy(from: &Path, to: &Path, before: Option<&Path>) -> io::Result<()> {
    fs::create_dir_all(to)?;
    let listing = match fs::read_dir(from) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        listing => listing?,
    };
    for item in listing {
        let item = item?;
        let (here, there, kept) = (item.path(), to.join(item.file_name()), before.map(|before| before.join(item.file_name())));
        let kind = item.file_type()?;
        if kind.is_dir() {
            copy(&here, &there, kept.as_deref())?;
        } else if kind.is_file() {
            let length = item.metadata()?.len();
            let same = kept.filter(|kept| kept.metadata().is_ok_and(|kept| kept.len() == length));
            if same.is_none_or(|kept| fs::hard_link(kept, &there).is_err()) {
                fs::copy(&here, &there)?;
                fs::File::open(&there)?.sync_all()?;
            }
        }
    }
    Ok(())
}

/// The finished backups in a folder, oldest first.
pub fn backups(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        let named = path.file_name().and_then(|name| name.to_str()).is_some_and(is_backup);
        if named && path.join(DATABASE).is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Is this a name that [`stamp`] gave?
fn is_backup(name: &str) -> bool {
    let shape = |c: char| if c.is_ascii_digit() { '0' } else { c };
    name.strip_prefix(PREFIX).is_some_and(|rest| rest.chars().map(shape).eq("0000-00-00T00-00-00Z".chars()))
}

fn outlived(backups: &[PathBuf], keep: usize) -> &[PathBuf] {
    &backups[..backups.len().saturating_sub(keep)]
}

/// Reads a copy through, without writing a byte, and says what is in it.
async fn checked(copy: &Path) -> Result<String, Fault> {
    let file = if copy.is_dir() { copy.join(DATABASE) } else { copy.to_owned() };
    let shown = file.display();
    let no = |why: String| Fault::Failed(format!("{shown} cannot be put back: {why}. Take another backup."));
    if !file.is_file() {
        return Err(Fault::refused(format!("There is no file {shown}: name a backup folder or the copy of a database.")));
    }
    let db = Db::look_at_copy(&file).await.map_err(|error| no(error.to_string()))?;
    let found = async {
        let found = condition::condition(&db).await?;
        let inside = condition::contents(&db).await?;
        Ok::<_, store::StoreError>((found, inside, files::all(&db).await?))
    }
    .await;
    db.close().await;
    let (found, inside, named) = found.map_err(|error| no(error.to_string()))?;
    if let Some(check) = found.sqlite.map(|sqlite| sqlite.check).filter(|check| check != "ok") {
        return Err(no(check));
    }
    if found.migration.is_some_and(|migration| migration > found.known) {
        return Err(no("a newer Fikra wrote it; use that one".to_owned()));
    }
    let pictures = file.with_file_name(PICTURES);
    let there =
        named.iter().filter(|asset| asset.0.get(..2).is_some_and(|two| pictures.join(two).join(format!("{}.jpg", asset.0)).is_file()));
    let there = there.count();
    if copy.is_dir() && there < named.len() {
        return Err(no(format!("{} of {} pictures are missing in {}", named.len() - there, named.len(), pictures.display())));
    }
    Ok(format!(
        "{shown} is sound: {} people, {} ventures, {} operations, {there} of {} pictures.",
        inside.people,
        inside.ventures,
        inside.operations,
        named.len()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt;

    #[tokio::test]
    async fn a_backup_is_made_beside_a_server_and_can_be_put_back() {
        let folder = tempfile::tempdir().unwrap();
        let (data, to) = (folder.path().join("data"), folder.path().join("backups"));
        let url = format!("sqlite://{}", data.join("fikra.db").display());
        let served = Db::open(&url).await.unwrap();
        served.migrate().await.unwrap();
        store::accounts::create_edition(&served, "Essai", now()).await.unwrap();
        fs::create_dir_all(data.join("uploads/ab")).unwrap();
        fs::write(data.join("uploads/ab/abcd.jpg"), "picture").unwrap();

        let look = async || Db::look(&url).await.unwrap();
        let name = |second: u8| format!("fikra-2026-11-25T04-12-{second:02}Z");
        let first = made(look().await, &to, &data.join("uploads"), &name(1)).await.unwrap();
        assert!(checked(&first).await.unwrap().contains("is sound"));
        assert_eq!(fs::read_to_string(first.join("uploads/ab/abcd.jpg")).unwrap(), "picture");
        assert!(made(look().await, &to, &data.join("uploads"), &name(1)).await.unwrap_err().to_string().contains("there already"));
        let second = made(look().await, &to, &data.join("uploads"), &name(2)).await.unwrap();
        let inode = |backup: &Path| backup.join("uploads/ab/abcd.jpg").metadata().unwrap().ino();
        assert_eq!(inode(&first), inode(&second), "kept once");
        let listing: Vec<_> = fs::read_dir(&second).unwrap().map(|item| item.unwrap().file_name()).collect();
        assert_eq!(listing.len(), 2, "looking leaves nothing beside the copy: {listing:?}");

        let all = backups(&to).unwrap();
        assert_eq!(outlived(&all, 1), std::slice::from_ref(&first));
        assert!(outlived(&all, 2).is_empty() && outlived(&all, 9).is_empty());
        let restored = Db::open(&format!("sqlite://{}", second.join(DATABASE).display())).await.unwrap();
        restored.migrate().await.unwrap();
        assert_eq!(store::accounts::editions(&restored).await.unwrap()[0].1.name(), "Essai");
        served.close().await;
        drop((served, restored));
        let quiet = made(look().await, &to, &data.join("uploads"), &name(3)).await.unwrap();
        assert!(checked(&quiet).await.unwrap().contains("is sound"), "also when no server runs");

        let mut bytes = fs::read(first.join(DATABASE)).unwrap();
        bytes[4096..12_288].fill(0xA5);
        fs::write(first.join(DATABASE), bytes).unwrap();
        assert!(checked(&first).await.unwrap_err().to_string().contains("cannot be put back"));
    }

    #[test]
    fn only_what_is_named_like_a_backup_is_one() {
        assert!(is_backup("fikra-2026-11-25T04-12-33Z"));
        for other in ["fikra-2026-11-25", "fikra-2026-11-25T04-12-33Z.old", ".unfinished-fikra-2026-11-25T04-12-33Z", "photos"] {
            assert!(!is_backup(other), "{other}");
        }
    }

    #[test]
    fn postgresql_is_told_by_its_own_command_without_the_password() {
        let said = by_hand("postgres://fikra:secret@db.example/fikra", Path::new("/srv/backups"), Path::new("/srv/data"));
        assert!(said.contains("pg_dump --format=custom") && said.contains("'postgres://fikra@db.example/fikra'"), "{said}");
        assert!(said.contains("cp -a '/srv/data'") && !said.contains("secret"), "{said}");
    }
}
