//! Starts other programs and says which one failed.
//! It never interprets what they print.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal};
use std::process::{Command, Stdio};
use std::{env, thread};

use anyhow::{Context, Result, bail};

use crate::places::Places;

/// The packages that run on this machine. They are always chosen together: cargo turns on the features of all that is
/// chosen, so a server, its lints and its tests then share every artefact. `server` turns on the server's half of `app`.
pub const HOUSE: [&str; 6] = ["board", "shared", "store", "app", "server", "acceptance"];

/// `-p` before each package.
pub fn named<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    packages.iter().flat_map(|package| ["-p", package]).collect()
}

/// A call of cargo in the project's root, with the environment a person's own call would have.
pub fn cargo(places: &Places) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(&places.root).stdin(Stdio::null());
    for (name, _) in env::vars_os() {
        let Some(text) = name.to_str() else { continue };
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_BIN_NAME" {
            command.env_remove(text);
        }
    }
    command.env("CARGO_TARGET_DIR", &places.target);
    command
}

/// The same for the front end, which has a target folder of its own.
pub fn cargo_front(places: &Places) -> Command {
    let mut command = cargo(places);
    command.env("CARGO_TARGET_DIR", places.front_target());
    command
}

/// Runs a command to its end; an error unless it succeeds.
pub fn succeed(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a command to its end with each line it reports put behind a word, so that two can report at once.
pub fn succeed_beside(command: &mut Command, word: &str) -> Result<()> {
    if std::io::stderr().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command.stderr(Stdio::piped()).spawn().with_context(|| format!("could not start {}", shown(command)))?;
    if let Some(errors) = child.stderr.take() {
        for line in BufReader::new(errors).lines().map_while(Result::ok) {
            eprintln!("{word:>6} | {line}");
        }
    }
    let status = child.wait().with_context(|| format!("waiting for {}", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// What a command prints, or nothing where it fails or is not there.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first of these programs that is on the PATH.
pub fn on_path<'a>(names: &[&'a str]) -> Option<&'a str> {
    let path = env::var_os("PATH")?;
    names.iter().copied().find(|name| env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

/// Does two pieces of work at once and gives the first error.
pub fn both<A: Send, B>(one: impl FnOnce() -> Result<A> + Send, other: impl FnOnce() -> Result<B>) -> Result<(A, B)> {
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        match one.join() {
            Ok(one) => Ok((one?, other?)),
            Err(_) => bail!("the build stopped unexpectedly"),
        }
    })
}

fn shown(command: &Command) -> String {
    let words: Vec<_> = std::iter::once(command.get_program()).chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    words.join(" ")
}
