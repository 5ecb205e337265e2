//! A throw-away PostgreSQL: a cluster in a folder of its own, on a free port of 127.0.0.1, gone when the tests end.
//! It never touches a cluster that the machine has, and nothing in it is safe: it trades durability for speed.

use std::fs;
use std::io::Read;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::children::{Ending, Running, bound, free_port};
use crate::commands::{answer, succeed};
use crate::machine;
use crate::stamp::hex;

/// The prefix of the folder's name; the task's process id follows.
const FOLDER: &str = "fikra-postgres-";

/// A running cluster. Its fields go in this order: first the server, then its folder.
pub struct Postgres {
    _server: Running,
    _folder: Folder,
    url: String,
}

impl Postgres {
    /// Makes a cluster and starts it, as another user when this one is root (PostgreSQL refuses root).
    pub fn start() -> Result<Self> {
        let programs = machine::postgres_programs().context("PostgreSQL's server programs are missing")?;
        sweep();
        let user = if machine::is_root() { Some(unprivileged()?) } else { None };
        let folder = Folder::make(user.as_ref())?;
        let (cluster, secret) = (folder.0.join("cluster"), folder.0.join("secret"));
        let word = random()?;
        write_secret(&secret, &word, user.as_ref())?;
        let mut initdb = as_user(&programs.join("initdb"), user.as_ref());
        initdb.arg("-D").arg(&cluster).args(["-U", "fikra", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"]);
        initdb.arg(format!("--pwfile={}", secret.display())).current_dir(&folder.0).stdout(Stdio::null());
        succeed(&mut initdb)?;
        let port = free_port()?;
        let mut server = as_user(&programs.join("postgres"), user.as_ref());
        server.arg("-D").arg(&cluster).arg("-k").arg(&folder.0).arg("-p").arg(port.to_string());
        for setting in ["listen_addresses=127.0.0.1", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"]
        {
            server.arg("-c").arg(setting);
        }
        let log = fs::File::create(folder.0.join("log"))?;
        server.current_dir(&folder.0).stdout(Stdio::null()).stderr(log);
        let server = Running::start(&mut server, Ending::Interrupt)?.answering(port, "PostgreSQL")?;
        let url = format!("postgres://fikra:{word}@127.0.0.1:{port}/postgres");
        Ok(Postgres { _server: server, _folder: folder, url })
    }

    /// The address of its first database, for a person who may create others.
    pub fn url(&self) -> &str {
        &self.url
    }
}

/// A user that PostgreSQL accepts.
struct User {
    name: &'static str,
    uid: u32,
    gid: u32,
}

fn unprivileged() -> Result<User> {
    for name in ["postgres", "nobody"] {
        let id = |flag: &str| answer(Command::new("id").args([flag, name])).and_then(|id| id.trim().parse().ok());
        if let (Some(uid), Some(gid)) = (id("-u"), id("-g")) {
            return Ok(User { name, uid, gid });
        }
    }
    bail!("PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody")
}

fn as_user(program: &Path, user: Option<&User>) -> Command {
    match user {
        Some(user) => {
            let mut command = Command::new("setpriv");
            command.arg(format!("--reuid={}", user.uid)).arg(format!("--regid={}", user.gid)).args([
                "--clear-groups",
                "--pdeathsig",
                "INT",
                "--",
            ]);
            command.arg(program).env("USER", user.name).env("HOME", "/");
            command
        }
        None => bound(&program.to_string_lossy(), Ending::Interrupt),
    }
}

fn write_secret(file: &Path, word: &str, user: Option<&User>) -> Result<()> {
    fs::write(file, word)?;
    fs::set_permissions(file, fs::Permissions::from_mode(0o600))?;
    if let Some(user) = user {
        chown(file, Some(user.uid), Some(user.gid))?;
    }
    Ok(())
}

fn random() -> Result<String> {
    let mut bytes = [0; 16];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(hex(&bytes))
}

/// A folder that goes with this value.
struct Folder(PathBuf);

impl Folder {
    fn make(user: Option<&User>) -> Result<Self> {
        let path = PathBuf::from("/tmp").join(format!("{FOLDER}{}", std::process::id()));
        fs::create_dir(&path).with_context(|| format!("creating {}", path.display()))?;
        let folder = Folder(path);
        fs::set_permissions(&folder.0, fs::Permissions::from_mode(0o700))?;
        if let Some(user) = user {
            chown(&folder.0, Some(user.uid), Some(user.gid))?;
        }
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes what a killed run left behind: folders of ours whose process is gone.
fn sweep() {
    for item in fs::read_dir("/tmp").into_iter().flatten().flatten() {
        let name = item.file_name();
        let Some(pid) = name.to_str().and_then(|name| name.strip_prefix(FOLDER)) else { continue };
        let ours = item.metadata().is_ok_and(|data| data.is_dir()) && pid.bytes().all(|byte| byte.is_ascii_digit());
        let gone = fs::metadata(format!("/proc/{pid}")).is_err();
        let mine =
            machine::is_root() || fs::metadata("/proc/self").is_ok_and(|me| item.metadata().is_ok_and(|data| data.uid() == me.uid()));
        if ours && gone && mine {
            let _ = fs::remove_dir_all(item.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Needs PostgreSQL's programs, which `cargo xtask test` provides.
    #[test]
    fn a_throw_away_cluster_answers_and_leaves_nothing() {
        let Some(programs) = machine::postgres_programs() else { return };
        let postgres = Postgres::start().unwrap();
        let folder = postgres._folder.0.clone();
        let told = answer(Command::new(programs.join("psql")).arg(postgres.url()).args(["-Atc", "show server_encoding"]));
        assert_eq!(told.as_deref(), Some("UTF8\n"));
        drop(postgres);
        assert!(!folder.exists());
    }
}
