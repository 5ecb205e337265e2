//! Programs that run beside a task and must end with it, also when it fails.
//! They are ended by their own process id, never by a name.

use std::collections::BTreeMap;
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::commands::on_path;

/// How a program is asked to end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// SIGTERM.
    Terminate,
    /// SIGINT, PostgreSQL's fast shutdown.
    Interrupt,
}

impl Ending {
    fn signal(self) -> &'static str {
        match self {
            Ending::Terminate => "TERM",
            Ending::Interrupt => "INT",
        }
    }
}

/// A program that is ended when this value goes away.
pub struct Running {
    child: Child,
    ending: Ending,
}

impl Running {
    /// Starts it without input.
    pub fn start(command: &mut Command, ending: Ending) -> Result<Self> {
        let child = command.stdin(Stdio::null()).spawn().with_context(|| format!("could not start {}", command.get_program().display()))?;
        Ok(Running { child, ending })
    }

    /// Waits until it answers on the port; an error when it ends before that or takes too long.
    pub fn answering(mut self, port: u16, name: &str) -> Result<Self> {
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("{name} ended at its start ({status})");
            }
            if begun.elapsed() > Duration::from_secs(60) {
                bail!("{name} does not answer on port {port}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(self)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let pid = self.child.id();
        let offspring = descendants(pid);
        signal(pid, self.ending.signal());
        let begun = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) {
            if begun.elapsed() > Duration::from_secs(10) {
                let _ = self.child.kill();
                let _ = self.child.wait();
                break;
            }
            thread::sleep(Duration::from_millis(20));
        }
        // A browser outlives a driver that a failing test left behind.
        for (pid, born) in offspring {
            if birth(pid).is_some_and(|now| now == born) {
                signal(pid, "KILL");
            }
        }
    }
}

/// A command that also ends when this task is killed, where the machine can arrange that.
pub fn bound(program: &str, ending: Ending) -> Command {
    match on_path(&["setpriv"]) {
        Some(setpriv) => {
            let mut command = Command::new(setpriv);
            command.args(["--pdeathsig", ending.signal(), "--", program]);
            command
        }
        None => Command::new(program),
    }
}

/// A port that is free just now.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port on 127.0.0.1")?;
    Ok(listener.local_addr()?.port())
}

fn signal(pid: u32, name: &str) {
    let _ = Command::new("sh").arg("-c").arg(format!("kill -{name} {pid} 2>/dev/null")).status();
}

/// All processes below this one, each with its time of birth: a process id alone may be given again.
fn descendants(root: u32) -> Vec<(u32, u64)> {
    let mut parents = BTreeMap::new();
    for item in fs::read_dir("/proc").into_iter().flatten().flatten() {
        if let Some(pid) = item.file_name().to_str().and_then(|name| name.parse::<u32>().ok())
            && let Some((parent, born)) = family(pid)
        {
            parents.insert(pid, (parent, born));
        }
    }
    let below = |mut pid: u32| {
        while let Some((parent, _)) = parents.get(&pid) {
            if *parent == root {
                return true;
            }
            pid = *parent;
        }
        false
    };
    parents.iter().filter(|(pid, _)| below(**pid)).map(|(pid, (_, born))| (*pid, *born)).collect()
}

fn birth(pid: u32) -> Option<u64> {
    family(pid).map(|(_, born)| born)
}

/// The parent and the time of birth, from `/proc/PID/stat`: fields 4 and 22, counted after the name in brackets.
fn family(pid: u32) -> Option<(u32, u64)> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = rest.split_whitespace().collect();
    Some((fields.get(1)?.parse().ok()?, fields.get(19)?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_child_started_ends_with_it() {
        let running = Running::start(Command::new("sh").args(["-c", "sleep 600 & sleep 600"]), Ending::Terminate).unwrap();
        let begun = Instant::now();
        let mut below = Vec::new();
        while below.len() < 2 && begun.elapsed() < Duration::from_secs(10) {
            below = descendants(running.child.id());
        }
        drop(running);
        assert_eq!(below.len(), 2);
        for (pid, born) in below {
            while birth(pid).is_some_and(|now| now == born && !ended(pid)) {
                assert!(begun.elapsed() < Duration::from_secs(20), "{pid} still runs");
            }
        }
    }

    /// Ended, although nobody has asked for its exit code yet.
    fn ended(pid: u32) -> bool {
        fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| stat.contains(") Z "))
    }
}
