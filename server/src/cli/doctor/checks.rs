//! What each thing that was read means, and what to do about it. Pure: nothing is opened, asked or measured here.

use server::open_files::RESERVE;
use shared::Millis;
use std::{io, net::SocketAddr, path::Path};
use store::condition::Condition;

/// How much it matters. The worst stands last, where people look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// In order.
    Good,
    /// Works, with something to know.
    Note,
    /// To be mended.
    Serious,
}

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub grade: Grade,
    /// What is, and what to do.
    pub said: String,
}

impl Finding {
    fn good(said: impl Into<String>) -> Self {
        Self { grade: Grade::Good, said: said.into() }
    }

    fn note(said: impl Into<String>) -> Self {
        Self { grade: Grade::Note, said: said.into() }
    }

    /// To be mended.
    pub fn serious(said: impl Into<String>) -> Self {
        Self { grade: Grade::Serious, said: said.into() }
    }
}

/// Room on a disk, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Space {
    /// That this user may fill.
    pub free: u64,
    /// In all.
    pub all: u64,
}

/// What became of the try to listen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Port {
    /// It may be used.
    Free,
    /// Some program listens there.
    Taken,
    /// It may not be used, and why.
    Closed(String),
}

const GIB: u64 = 1 << 30;
const DAY: i64 = 86_400_000;
/// Clocks of one machine are set back by so little without harm.
const SLACK: i64 = 5 * 60_000;

/// Do people come by https, and what does not hold where they do not.
pub fn origin(origins: &[String], tls: bool, addr: &str) -> Finding {
    const LOST: &str = "Without https, passphrases cross the network in the clear, and phones keep neither the pages for a time without network nor unsent work as safely";
    const DO: &str =
        "Put Caddy or nginx in front (deploy/README.md) or start with --tls, then set --origin (FIKRA_ORIGIN) to the https:// address.";
    if let Some(plain) = origins.iter().find(|origin| !origin.starts_with("https://")) {
        return Finding::serious(format!("People reach {plain} without https. {LOST}. {DO}"));
    }
    if let Some(origin) = origins.first() {
        return Finding::good(format!("People come by https, to {origin}."));
    }
    if tls {
        return Finding::note(
            "This server speaks https itself, under whatever name people use: set --origin (FIKRA_ORIGIN) to the one address to take no other.",
        );
    }
    let own = addr.parse::<SocketAddr>().is_ok_and(|addr| addr.ip().is_loopback());
    if own {
        return Finding::note(format!("No origin is set, so only the host that the browser names is compared. {DO}"));
    }
    Finding::serious(format!("No origin is set and {addr} is open to the network. {LOST}. {DO}"))
}

/// Who runs it.
pub fn user(root: bool) -> Finding {
    if root {
        return Finding::serious(
            "This runs as root: a fault would reach the whole machine, and files it makes are closed to the service. Run it as a user of its own: sudo -u fikra fikra doctor.",
        );
    }
    Finding::good("It runs as an ordinary user.")
}

/// Is the file where locks and flushes mean something.
pub fn disk(file: &Path, network: Option<&str>) -> Finding {
    match network {
        Some(kind) => Finding::serious(format!(
            "{} lies on a network file system ({kind}), where SQLite loses data. Move the file to a local disk, or use PostgreSQL.",
            file.display()
        )),
        None => Finding::good("The database lies on a local disk."),
    }
}

/// Version, journal, pages and migrations. The journal counts while a server runs: each sets it at its start.
pub fn database(found: &Condition, served: bool) -> Vec<Finding> {
    let mut said = Vec::new();
    if let Some(sqlite) = &found.sqlite {
        said.push(if sqlite.check == "ok" {
            Finding::good(format!("The database passes quick_check (SQLite {}).", sqlite.version))
        } else {
            Finding::serious(format!(
                "The database is damaged: {}. End the server, keep this file aside, and put the newest backup in its place.",
                sqlite.check
            ))
        });
        if served && sqlite.journal != "wal" {
            said.push(Finding::serious(format!(
                "The journal mode is {}, not wal, so readers wait for writers. Another program changed it: end that one and restart Fikra.",
                sqlite.journal
            )));
        }
    }
    said.push(match found.migration {
        Some(there) if there > found.known => Finding::serious(format!(
            "A newer Fikra changed the database (migration {there}, this one knows {}). Install the newer one again.",
            found.known
        )),
        Some(there) if there == found.known => Finding::good(format!("The database is up to date (migration {there}).")),
        Some(_) | None => Finding::serious("The database is not up to date. Make a backup, then run fikra migrate."),
    });
    said
}

/// Is there anybody who can begin.
pub fn begun(found: &Condition) -> Option<Finding> {
    let begun = found.begun?;
    Some(match (begun.editions, begun.staff) {
        (0, _) => Finding::serious(
            "The database is empty: there is no edition and nobody can enter. Begin with fikra init --name … --staff …, or set --database (FIKRA_DATABASE) to the one that is in use.",
        ),
        (_, 0) => {
            Finding::serious("Nobody of the staff can enter: make somebody with fikra user create --name … --role staff --scope edition.")
        }
        (_, staff) => Finding::good(format!("There is an edition, and {staff} of the staff can enter.")),
    })
}

/// Does the front end belong to this program: both were built of the same sources.
pub fn kinship(site: &Path, theirs: Option<&str>) -> Finding {
    if theirs.map(str::trim) == Some(app::BUILD) {
        return Finding::good("The front end belongs to this program.");
    }
    Finding::serious(format!(
        "The front end in {} belongs to another version of Fikra, so pages may stay without their board. Unpack program and site of one archive, or build both with cargo xtask run.",
        site.display()
    ))
}

/// Is the clock before what was written last.
pub fn clock(now: Millis, newest: Option<Millis>) -> Finding {
    let behind = newest.map_or(0, |newest| newest.0 - now.0);
    if behind <= SLACK {
        return Finding::good("The clock is not behind what was written last.");
    }
    let minutes = behind / 60_000;
    let by = if minutes < 120 { format!("{minutes} minutes") } else { format!("{} hours", minutes / 60) };
    Finding::serious(format!(
        "The clock is {by} behind what was written last, so ages and waits come out wrong. Set the clock: timedatectl set-ntp true."
    ))
}

/// Is there room for a day of work.
pub fn space(folder: &Path, space: Option<Space>) -> Finding {
    let shown = folder.display();
    let Some(Space { free, all }) = space else {
        return Finding::note(format!("The disk of {shown} does not say how much room it has."));
    };
    let said = format!("{}.{} GB free on the disk of {shown}", free / GIB, free % GIB * 10 / GIB);
    if free < GIB {
        return Finding::serious(format!("Only {said}. Below 1 GB work may be refused: make room, or move the data to a larger disk."));
    }
    if free < all / 20 {
        return Finding::note(format!("Only {said}, less than a twentieth. Make room soon."));
    }
    Finding::good(format!("{said}."))
}

/// The folder of the front end, by the names in its current folder.
pub fn site(site: &Path, names: Option<&[String]>) -> Finding {
    let shown = site.display();
    let Some(names) = names.filter(|names| !names.is_empty()) else {
        return Finding::serious(format!(
            "No front end in {shown}: unpack the archive's site folder, or set --site (FIKRA_SITE) to the folder that holds `current` and `pkg`."
        ));
    };
    let heavy = |name: &&String| [".js", ".wasm", ".css"].iter().any(|ending| name.ends_with(ending));
    let bare = names.iter().filter(heavy).find(|name| !names.contains(&format!("{name}.br")) || !names.contains(&format!("{name}.gz")));
    match bare {
        Some(name) => Finding::note(format!(
            "{name} in {shown} has no compressed sibling, so phones pay three times the data. Take the site folder of the archive, or build it with cargo xtask site."
        )),
        None => Finding::good(format!("The front end in {shown} is there, and compressed.")),
    }
}

/// The folder of pictures.
pub fn uploads(folder: &Path, tried: io::Result<()>) -> Finding {
    let shown = folder.display();
    match tried {
        Ok(()) => Finding::good(format!("Pictures can be kept in {shown}.")),
        Err(error) => Finding::serious(format!(
            "Cannot keep pictures in {shown}: {error}. Give the folder to the user that serves (chown -R fikra: {shown}), or set --data (FIKRA_DATA)."
        )),
    }
}

/// Do so many boards fit; no limit is none.
pub fn files(limit: Option<u64>, sockets: u64) -> Finding {
    let needed = sockets.saturating_add(RESERVE);
    match limit {
        Some(limit) if limit < needed => Finding::serious(format!(
            "{limit} files may be open at once, but {sockets} open boards need {needed}. Set LimitNOFILE={} in the service, or ulimit -Hn.",
            needed.next_power_of_two()
        )),
        Some(_) | None => Finding::good(format!("{sockets} boards may be open at once.")),
    }
}

/// Can it listen there; a Fikra that holds the database is what listens.
pub fn port(addr: SocketAddr, tried: Port, served: bool) -> Finding {
    match tried {
        Port::Free if served => Finding::note(format!("A Fikra serves this database, but not on {addr}.")),
        Port::Free => Finding::good(format!("{addr} is free.")),
        Port::Taken if served => Finding::good(format!("Fikra runs, and {addr} is in use.")),
        Port::Taken => Finding::serious(format!(
            "Another program listens on {addr}. End it (ss -ltnp says which), or set --addr (FIKRA_ADDR) to another port."
        )),
        Port::Closed(why) => Finding::serious(format!(
            "Cannot listen on {addr}: {why}. Set --addr (FIKRA_ADDR) to an address of this machine and a port above 1023."
        )),
    }
}

/// Is there a copy of yesterday.
pub fn backup(folder: Option<&Path>, newest: Option<Millis>, now: Millis) -> Finding {
    let Some(folder) = folder else {
        return Finding::note("Backups were not looked at: set --backups (FIKRA_BACKUPS) to the folder that fikra backup --to writes.");
    };
    let shown = folder.display();
    match newest {
        None => Finding::serious(format!("There is no backup in {shown}. Make one each night: fikra backup --to {shown} --keep 14.")),
        Some(at) if now.0 - at.0 > DAY + DAY / 24 => Finding::serious(format!(
            "The newest backup in {shown} is {} hours old. Look why none was made (systemctl status fikra-backup), and make one: fikra backup --to {shown}.",
            (now.0 - at.0) / (DAY / 24)
        )),
        Some(_) => Finding::good(format!("There is a backup of the last day in {shown}.")),
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
