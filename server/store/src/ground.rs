//! The file a SQLite database stands on: one process, a local disk. It never opens the database itself.

use crate::{Result, StoreError};
use std::{
    fs::{File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

/// The lock on a database file, held until it is dropped, also when the process is killed.
pub(crate) struct Ground {
    file: PathBuf,
    _lock: File,
}

/// File systems on which a lock or a flush may mean nothing.
const NETWORK: [&str; 13] =
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone"];

impl Ground {
    pub(crate) fn take(file: &Path) -> Result<Self> {
        let folder = match file.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        std::fs::create_dir_all(&folder)?;
        if let Some(kind) = network_of(&folder)? {
            return Err(StoreError::Network(file.display().to_string(), kind));
        }
        let lock = OpenOptions::new().create(true).truncate(false).write(true).open(lock_of(file))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { file: file.to_owned(), _lock: lock }),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked(file.display().to_string())),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// Does a process hold this file's lock? Takes nothing and makes nothing.
    pub(crate) fn is_held(file: &Path) -> bool {
        let Ok(lock) = File::open(lock_of(file)) else { return false };
        matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock))
    }

    /// Whether nobody serves this file; where it has been served before, with what keeps it so. Makes nothing.
    pub(crate) fn at_rest(file: &Path) -> (bool, Option<Self>) {
        let Ok(lock) = File::open(lock_of(file)) else { return (true, None) };
        match lock.try_lock_shared() {
            Ok(()) => (true, Some(Self { file: file.to_owned(), _lock: lock })),
            Err(_) => (false, None),
        }
    }

    pub(crate) fn file(&self) -> &Path {
        &self.file
    }
}

fn lock_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

/// The kind of the network file system a folder lies on.
pub(crate) fn network_of(folder: &Path) -> std::io::Result<Option<String>> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    Ok(network_kind(&mounts, &folder.canonicalize()?).map(str::to_owned))
}

/// The kind of the network file system a folder lies on, by the lines of `mountinfo`; the longest mount point counts.
fn network_kind<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mount = |line: &'a str| {
        let (before, after) = line.split_once(" - ")?;
        let point = Path::new(before.split(' ').nth(4)?);
        let kind = after.split(' ').next()?;
        folder.starts_with(point).then_some((point.components().count(), kind))
    };
    let (_, kind) = mounts.lines().filter_map(mount).max_by_key(|(depth, _)| *depth)?;
    NETWORK.contains(&kind).then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_told_from_a_disk() {
        let mounts = "21 1 8:1 / / rw - ext4 /dev/vda rw\n30 21 0:42 / /srv/share rw,relatime shared:1 - nfs4 host:/x rw\n";
        assert_eq!(network_kind(mounts, Path::new("/srv/share/fikra")), Some("nfs4"));
        assert_eq!(network_kind(mounts, Path::new("/srv/shared")), None);
        assert_eq!(network_kind("", Path::new("/srv")), None);
    }
}
