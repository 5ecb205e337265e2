//! The folder that browsers load from: `site/pkg/<hash>/` with plain names inside, and `site/current` naming the hash.
//! Once written, a folder never changes; the two before it stay, so that a page opened yesterday still finds its files.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::SystemTime;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::squeeze;
use crate::stamp::hex;

/// How many folders before the current one are kept.
const PREVIOUS: usize = 2;

/// The files of a site by their path in the folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Whether the squeezed siblings `.br` and `.gz` are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Siblings {
    /// Both, for each file that shrinks.
    Written,
    /// None: the build is for this machine only.
    Left,
}

/// Writes the files as a new folder, makes it the current one and drops the oldest. Gives the folder.
pub fn publish(site: &Path, files: &Files, siblings: Siblings) -> Result<PathBuf> {
    let hash = digest(files);
    let pkg = site.join("pkg");
    let folder = pkg.join(&hash);
    if !folder.is_dir() {
        let draft = pkg.join(format!(".draft-{}", std::process::id()));
        write(&draft, files, siblings, current(site).as_deref())?;
        fs::rename(&draft, &folder).with_context(|| format!("naming {}", folder.display()))?;
    }
    File::open(&folder)?.set_modified(SystemTime::now())?;
    let note = site.join(format!(".current-{}", std::process::id()));
    fs::write(&note, &hash)?;
    fs::rename(&note, site.join("current"))?;
    forget_old(&pkg, &hash)?;
    Ok(folder)
}

/// The current folder, if there is one and it is still there.
pub fn current(site: &Path) -> Option<PathBuf> {
    let hash = fs::read_to_string(site.join("current")).ok()?;
    let folder = site.join("pkg").join(hash.trim());
    folder.is_dir().then_some(folder)
}

fn digest(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(bytes.len().to_le_bytes());
        hash.update(bytes);
    }
    hex(&hash.finalize())[..12].to_owned()
}

fn write(draft: &Path, files: &Files, siblings: Siblings, before: Option<&Path>) -> Result<()> {
    let _ = fs::remove_dir_all(draft);
    thread::scope(|scope| {
        let jobs: Vec<_> = files.iter().map(|(name, bytes)| scope.spawn(move || write_one(draft, name, bytes, siblings, before))).collect();
        for job in jobs {
            match job.join() {
                Ok(result) => result?,
                Err(_) => bail!("writing a file stopped unexpectedly"),
            }
        }
        Ok(())
    })
}

fn write_one(draft: &Path, name: &str, bytes: &[u8], siblings: Siblings, before: Option<&Path>) -> Result<()> {
    let path = draft.join(name);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(&path, bytes).with_context(|| format!("writing {}", path.display()))?;
    if siblings == Siblings::Left || !shrinks(name) {
        return Ok(());
    }
    // An unchanged file takes its siblings along: brotli at its best needs seconds for the wasm.
    let same = before.filter(|before| fs::read(before.join(name)).is_ok_and(|old| old == bytes));
    for (ext, squeeze) in [("br", squeeze::brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", squeeze::gzip)] {
        let sibling = format!("{name}.{ext}");
        let kept = same.and_then(|before| fs::read(before.join(&sibling)).ok());
        let small = match kept {
            Some(small) => small,
            None => squeeze(bytes)?,
        };
        fs::write(draft.join(&sibling), small).with_context(|| format!("writing {sibling}"))?;
    }
    Ok(())
}

fn shrinks(name: &str) -> bool {
    let ext = name.rsplit('.').next().unwrap_or_default();
    matches!(ext, "js" | "css" | "wasm" | "json" | "svg" | "webmanifest" | "txt")
}

fn forget_old(pkg: &Path, hash: &str) -> Result<()> {
    let mut old = Vec::new();
    for item in fs::read_dir(pkg)? {
        let item = item?;
        if item.file_name() != hash {
            old.push((item.metadata()?.modified()?, item.path()));
        }
    }
    old.sort();
    old.reverse();
    for (_, folder) in old.into_iter().skip(PREVIOUS) {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_folders_before_the_current_one_stay() {
        let site = std::env::temp_dir().join(format!("fikra-assets-{}", std::process::id()));
        let mut made = Vec::new();
        for n in 0..4u8 {
            let files = Files::from([("a.css".to_owned(), vec![b'a' + n; 100])]);
            let folder = publish(&site, &files, Siblings::Written).unwrap();
            let past = SystemTime::now() - std::time::Duration::from_secs(100 - u64::from(n));
            File::open(&folder).unwrap().set_modified(past).unwrap();
            made.push(folder);
        }
        let there: Vec<bool> = made.iter().map(|folder| folder.join("a.css.br").is_file()).collect();
        assert_eq!(current(&site).as_ref(), made.last());
        fs::remove_dir_all(&site).unwrap();
        assert_eq!(there, [false, true, true, true]);
    }
}
