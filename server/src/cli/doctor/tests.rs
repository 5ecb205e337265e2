//! Each check against what it must find and what it must leave alone.

use super::*;
use store::condition::{Begun, Sqlite};

fn grade(finding: &Finding) -> Grade {
    finding.grade
}

#[test]
fn plain_http_is_wrong_where_others_come() {
    let listed = |origin: &str| vec![origin.to_owned()];
    assert_eq!(grade(&origin(&listed("https://fikra.example"), false, "127.0.0.1:3000")), Grade::Good);
    let plain = origin(&listed("http://10.0.0.2:3000"), false, "0.0.0.0:3000");
    assert!(plain.grade == Grade::Serious && plain.said.contains("in the clear") && plain.said.contains("--tls"), "{plain:?}");
    assert_eq!(grade(&origin(&[], false, "0.0.0.0:3000")), Grade::Serious);
    assert_eq!(grade(&origin(&[], false, "127.0.0.1:3000")), Grade::Note);
    assert_eq!(grade(&origin(&[], true, "0.0.0.0:3000")), Grade::Note);
}

#[test]
fn root_and_network_disks_are_wrong() {
    assert_eq!((grade(&user(true)), grade(&user(false))), (Grade::Serious, Grade::Good));
    let file = Path::new("/srv/fikra.db");
    assert_eq!((grade(&disk(file, Some("nfs4"))), grade(&disk(file, None))), (Grade::Serious, Grade::Good));
}

#[test]
fn a_database_is_judged_by_pages_journal_and_migrations() {
    let found = |check: &str, journal: &str, migration| {
        let sqlite = Some(Sqlite { version: "3.53.3".to_owned(), journal: journal.to_owned(), check: check.to_owned() });
        let grades: Vec<Grade> =
            database(&Condition { sqlite, migration, known: 3, newest: None, begun: None }, true).iter().map(grade).collect();
        grades
    };
    assert_eq!(found("ok", "wal", Some(3)), [Grade::Good, Grade::Good]);
    assert_eq!(found("page 7 is never used", "delete", None), [Grade::Serious, Grade::Serious, Grade::Serious]);
    assert_eq!(found("ok", "wal", Some(4))[1], Grade::Serious);
    assert_eq!(found("ok", "wal", Some(2))[1], Grade::Serious);
}

#[test]
fn an_edition_and_staff_are_wanted() {
    let told = |editions, staff| {
        let found = Condition { sqlite: None, migration: Some(3), known: 3, newest: None, begun: Some(Begun { editions, staff }) };
        begun(&found).map(|finding| (finding.grade, finding.said))
    };
    let (grade, said) = told(0, 0).unwrap();
    assert!(grade == Grade::Serious && said.contains("fikra init"), "{said}");
    let (grade, said) = told(1, 0).unwrap();
    assert!(grade == Grade::Serious && said.contains("--role staff"), "{said}");
    assert_eq!(told(1, 2).unwrap().0, Grade::Good);
}

#[test]
fn a_front_end_of_another_version_is_wrong() {
    let at = Path::new("/opt/fikra/site");
    assert_eq!(grade(&kinship(at, Some(&format!("{}\n", app::BUILD)))), Grade::Good);
    for other in [None, Some("0123456789abcdef")] {
        let found = kinship(at, other);
        assert!(found.grade == Grade::Serious && found.said.contains("another version"), "{found:?}");
    }
}

#[test]
fn a_clock_before_the_last_row_is_wrong() {
    let hour = 3_600_000;
    assert_eq!(grade(&clock(Millis(10 * hour), None)), Grade::Good);
    assert_eq!(grade(&clock(Millis(10 * hour), Some(Millis(10 * hour + 60_000)))), Grade::Good);
    let behind = clock(Millis(10 * hour), Some(Millis(13 * hour)));
    assert!(behind.grade == Grade::Serious && behind.said.contains("3 hours"), "{behind:?}");
}

#[test]
fn room_is_wanted() {
    let told = |free, all| grade(&super::space(Path::new("/srv"), Some(Space { free, all })));
    assert_eq!(told(GIB - 1, 10 * GIB), Grade::Serious);
    assert_eq!(told(2 * GIB, 100 * GIB), Grade::Note);
    assert_eq!(told(20 * GIB, 100 * GIB), Grade::Good);
    assert!(super::space(Path::new("/srv"), Some(Space { free: GIB * 3 / 2, all: 2 * GIB })).said.starts_with("1.5 GB"));
}

#[test]
fn a_front_end_is_there_and_compressed() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let at = Path::new("/opt/fikra/site");
    assert_eq!(grade(&site(at, None)), Grade::Serious);
    assert_eq!(grade(&site(at, Some(&[]))), Grade::Serious);
    assert_eq!(grade(&site(at, Some(&names(&["a.js", "a.js.br", "a.js.gz", "icon.png"])))), Grade::Good);
    assert_eq!(grade(&site(at, Some(&names(&["a.js", "a.js.br"])))), Grade::Note);
}

#[test]
fn files_and_ports_are_wanted() {
    assert_eq!(grade(&files(Some(1024), 500)), Grade::Good);
    let few = files(Some(1024), 1000);
    assert!(few.grade == Grade::Serious && few.said.contains("LimitNOFILE=2048"), "{few:?}");
    assert_eq!(grade(&files(None, 100_000)), Grade::Good);
    let addr = SocketAddr::from(([127, 0, 0, 1], 3000));
    assert_eq!(grade(&port(addr, Port::Taken, true)), Grade::Good);
    assert_eq!(grade(&port(addr, Port::Taken, false)), Grade::Serious);
    assert_eq!(grade(&port(addr, Port::Closed("denied".to_owned()), false)), Grade::Serious);
    assert_eq!((grade(&port(addr, Port::Free, false)), grade(&port(addr, Port::Free, true))), (Grade::Good, Grade::Note));
    assert_eq!(grade(&uploads(Path::new("/srv"), Err(io::ErrorKind::PermissionDenied.into()))), Grade::Serious);
}

#[test]
fn a_backup_of_the_last_day_is_wanted() {
    let (folder, now) = (Path::new("/srv/backups"), Millis(10 * DAY));
    assert_eq!(grade(&backup(None, None, now)), Grade::Note);
    assert_eq!(grade(&backup(Some(folder), None, now)), Grade::Serious);
    assert_eq!(grade(&backup(Some(folder), Some(Millis(9 * DAY)), now)), Grade::Good);
    assert!(backup(Some(folder), Some(Millis(8 * DAY)), now).said.contains("48 hours"));
}
