//! `fikra doctor`: what is wrong with an installation, each in a sentence that says what to do. It reads, beside a running server too; it changes nothing.

mod checks;

use super::{Fault, backup, now, serve};
use checks::{Finding, Grade, Port, Space};
use clap::Args;
use rustix::{
    fs::statvfs,
    process::{Resource, geteuid, getrlimit},
};
use server::config;
use shared::Millis;
use std::{
    fs, io,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::ExitCode,
};
use store::{Db, condition};

/// What to look at: the settings of `serve`, from the same variables.
#[derive(Args)]
pub struct Doctor {
    #[command(flatten)]
    settings: serve::Settings,
    /// Folder of the backups that `fikra backup` makes.
    #[arg(long, env = "FIKRA_BACKUPS")]
    backups: Option<PathBuf>,
    /// So many boards are open at once in the busiest hour.
    #[arg(long, default_value = "500")]
    sockets: u64,
}

/// Looks, prints, and answers 1 when something serious is wrong.
pub async fn run(doctor: Doctor) -> Result<ExitCode, Fault> {
    let findings = examined(doctor).await;
    for Finding { grade, said } in &findings {
        let mark = match grade {
            Grade::Good => "ok   ",
            Grade::Note => "note ",
            Grade::Serious => "WRONG",
        };
        println!("{mark}  {said}");
    }
    let serious = findings.iter().filter(|finding| finding.grade == Grade::Serious).count();
    let notes = findings.iter().filter(|finding| finding.grade == Grade::Note).count();
    println!("\n{serious} to mend, {notes} to know, {} in order.", findings.len() - serious - notes);
    Ok(if serious == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn examined(doctor: Doctor) -> Vec<Finding> {
    let serve::Settings { addr, place, site, data, origin, tls } = doctor.settings;
    // A variable that is set to nothing is not set.
    let origin: Vec<String> = origin.into_iter().filter(|origin| !origin.trim().is_empty()).collect();
    let tls = tls.filter(|tls| !tls.is_empty());
    let mut findings = vec![checks::origin(&origin, tls.is_some(), &addr), checks::user(geteuid().is_root())];
    let url = match place.address() {
        Ok(url) => url.to_owned(),
        Err(fault) => {
            findings.push(Finding::serious(fault.to_string()));
            return findings;
        }
    };
    let file = url.strip_prefix("sqlite://").map(PathBuf::from);
    let served = file.as_deref().is_some_and(condition::is_served);
    findings.extend(database(&url, file.as_deref(), served).await);
    let pictures = data.unwrap_or_else(|| serve::beside(&url));
    findings.push(checks::uploads(&pictures, writable(&pictures)));
    let grounds: Vec<PathBuf> =
        [file.as_deref().and_then(Path::parent).map(Path::to_owned), Some(pictures)].into_iter().flatten().collect();
    let grounds: Vec<PathBuf> = grounds.iter().filter_map(|folder| existing(folder)).collect();
    for (at, folder) in grounds.iter().enumerate() {
        let space = space(folder);
        if at == 0 || space != self::space(&grounds[0]) {
            findings.push(checks::space(folder, space));
        }
    }
    match &site {
        Some(site) => {
            let names = assets(site);
            findings.push(checks::site(site, names.as_deref()));
            findings.extend(names.map(|_| checks::kinship(site, config::build_of(site).as_deref())));
        }
        None => {
            findings.push(Finding::serious("No front end is named: set --site (FIKRA_SITE) to the folder that holds `current` and `pkg`."))
        }
    }
    findings.push(checks::files(getrlimit(Resource::Nofile).maximum, doctor.sockets));
    findings.push(match addr.parse::<SocketAddr>() {
        Ok(addr) => checks::port(addr, port(addr), served),
        Err(_) => {
            Finding::serious(format!("Cannot listen on \"{addr}\": set --addr (FIKRA_ADDR) to address and port, such as 127.0.0.1:3000."))
        }
    });
    let newest = doctor.backups.as_deref().and_then(|folder| backup::backups(folder).ok()?.last().and_then(|newest| changed(newest)));
    findings.push(checks::backup(doctor.backups.as_deref(), newest, now()));
    findings.sort_by_key(|finding| finding.grade);
    findings
}

async fn database(url: &str, file: Option<&Path>, served: bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(file) = file {
        if !file.is_file() {
            findings.push(Finding::serious(format!(
                "There is no database in {}: make it with fikra init, or set --database (FIKRA_DATABASE).",
                file.display()
            )));
            return findings;
        }
        let kind = existing(file.parent().unwrap_or(Path::new(""))).and_then(|folder| condition::network_of(&folder).ok().flatten());
        findings.push(checks::disk(file, kind.as_deref()));
    }
    let read = async {
        let db = Db::look(url).await?;
        let found = condition::condition(&db).await;
        db.close().await;
        found
    };
    match read.await {
        Ok(found) => {
            findings.extend(checks::database(&found, served));
            findings.extend(checks::begun(&found));
            findings.push(checks::clock(now(), found.newest));
        }
        Err(error) => findings.push(Finding::serious(Fault::from(error).to_string())),
    }
    findings
}

/// The folder itself, or the nearest one above that is there.
fn existing(folder: &Path) -> Option<PathBuf> {
    std::path::absolute(folder).ok()?.ancestors().find(|folder| folder.is_dir()).map(Path::to_owned)
}

fn space(folder: &Path) -> Option<Space> {
    let found = statvfs(folder).ok()?;
    Some(Space { free: found.f_bavail.saturating_mul(found.f_frsize), all: found.f_blocks.saturating_mul(found.f_frsize) })
}

/// Tries, and leaves nothing.
fn writable(folder: &Path) -> io::Result<()> {
    let Some(there) = existing(folder) else { return Err(io::ErrorKind::NotFound.into()) };
    let probe = there.join(format!(".fikra-doctor-{}", std::process::id()));
    fs::OpenOptions::new().create_new(true).write(true).open(&probe)?;
    fs::remove_file(&probe)
}

/// The names in the current folder of the front end.
fn assets(site: &Path) -> Option<Vec<String>> {
    let hash = fs::read_to_string(site.join("current")).ok()?;
    let listing = fs::read_dir(site.join("pkg").join(hash.trim())).ok()?;
    Some(listing.flatten().map(|item| item.file_name().to_string_lossy().into_owned()).collect())
}

fn port(addr: SocketAddr) -> Port {
    match TcpListener::bind(addr) {
        Ok(_) => Port::Free,
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Port::Taken,
        Err(error) => Port::Closed(error.to_string()),
    }
}

fn changed(backup: &Path) -> Option<Millis> {
    let at = fs::metadata(backup.join(backup::DATABASE)).ok()?.modified().ok()?;
    let since = at.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Asked {
        #[command(flatten)]
        doctor: Doctor,
    }

    async fn said(words: &[&str]) -> (String, usize) {
        let asked = Asked::parse_from([&["doctor", "--addr", "127.0.0.1:0"], words].concat());
        let findings = examined(asked.doctor).await;
        let serious = findings.iter().filter(|finding| finding.grade == Grade::Serious).count();
        (findings.into_iter().map(|finding| finding.said).collect::<Vec<_>>().join("\n"), serious)
    }

    #[tokio::test]
    async fn a_sound_house_is_told_from_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("fikra.db").display());
        let (empty, serious) = said(&["--database", &url]).await;
        assert!(empty.contains("There is no database") && empty.contains("fikra init") && serious >= 2, "{empty}");

        let db = Db::open(&url).await.unwrap();
        let (new, _) = said(&["--database", &url]).await;
        assert!(new.contains("fikra migrate"), "{new}");
        db.migrate().await.unwrap();
        let site = folder.path().join("site");
        fs::create_dir_all(site.join("pkg/0123456789abcdef")).unwrap();
        fs::write(site.join("current"), "0123456789abcdef").unwrap();
        for name in ["fikra.js", "fikra.js.br", "fikra.js.gz"] {
            fs::write(site.join("pkg/0123456789abcdef").join(name), "").unwrap();
        }
        let site = site.display().to_string();
        let (stranger, _) = said(&["--database", &url, "--site", &site]).await;
        assert!(stranger.contains("belongs to another version"), "{stranger}");
        assert!(stranger.contains("there is no edition") && stranger.contains("fikra init"), "{stranger}");
        fs::write(Path::new(&site).join("build"), format!("{}\n", app::BUILD)).unwrap();
        store::accounts::create_edition(&db, "Essai", now()).await.unwrap();
        let words = ["--database", &url, "--site", &site, "--origin", "https://fikra.example", "--sockets", "8"];
        let (served, _) = said(&words).await;
        assert!(served.contains("Nobody of the staff") && served.contains("belongs to this program"), "{served}");
        assert!(served.contains("quick_check") && served.contains("up to date") && served.contains("is there, and compressed"), "{served}");
        let listed = || fs::read_dir(folder.path()).unwrap().flatten().map(|item| item.file_name()).collect::<Vec<_>>();
        let before = listed();
        said(&words).await;
        assert_eq!(before.len(), listed().len(), "a look beside a server leaves nothing");
        db.close().await;
        drop(db);
        let before = listed();
        let (quiet, _) = said(&words).await;
        assert!(quiet.contains("up to date") && !quiet.contains("journal"), "{quiet}");
        let after = listed();
        assert_eq!(before.len(), after.len(), "a look leaves nothing: {after:?}");
    }
}
