//! How a database says it is, and its copy: read beside the one that writes.

use crate::town::Town;
use store::{Db, condition, files};

pub async fn a_database_says_how_it_is(town: &Town) {
    let look = Db::look(&town.url).await.expect("opens beside the writer");
    let found = condition::condition(&look).await.expect("reads");
    assert_eq!(found.migration, Some(found.known));
    assert!(found.newest.is_some(), "{found:?}");
    assert_eq!(found.begun, Some(condition::Begun { editions: 1, staff: 2 }));
    let inside = condition::contents(&look).await.expect("reads");
    assert!(inside.people > 8 && inside.ventures > 0 && inside.operations > 0, "{inside:?}");
    assert_eq!(files::all(&look).await.expect("reads").len(), 1);

    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.db");
    let copied = condition::copy(&look, &copy).await.expect("copies");
    assert_eq!((copied, copy.is_file()), (look.kind() == "sqlite", look.kind() == "sqlite"));
    if !copied {
        return;
    }
    let sqlite = found.sqlite.expect("a file");
    assert_eq!((sqlite.check.as_str(), sqlite.journal.as_str()), ("ok", "wal"));
    assert!(condition::copy(&look, &copy).await.is_err(), "nothing is overwritten");
    let file = std::path::Path::new(town.url.strip_prefix("sqlite://").expect("a file"));
    assert!(condition::is_served(file) && !condition::is_served(&copy));
    assert!(store::accounts::create_edition(&look, "x", town.now()).await.is_err(), "a look writes nothing");
    let restored = Db::look_at_copy(&copy).await.expect("opens");
    assert_eq!(condition::contents(&restored).await.expect("reads"), inside);
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "and leaves nothing beside it");
}
