//! Where things lie: the project's root, cargo's target folder and what the tasks keep in it.
//! It creates no folder and never looks outside these two, except for a data folder that is named on the command line.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders that every task works with; all absolute.
pub struct Places {
    /// The project's root, where Cargo.toml lies.
    pub root: PathBuf,
    /// Cargo's target folder for what runs on this machine.
    pub target: PathBuf,
}

impl Places {
    /// Finds the folders from where cargo says this package lies.
    pub fn find() -> Self {
        let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package.parent().map(Path::to_path_buf).unwrap_or(package);
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |named| root.join(named));
        Places { root, target }
    }

    /// Cargo's target folder for the front end: apart, so that the two halves never share features.
    pub fn front_target(&self) -> PathBuf {
        self.target.join("front")
    }

    /// The folder for what the tasks remember between two starts.
    pub fn memory(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// The folder of the database and the files, absolute.
    pub fn data(&self, named: Option<PathBuf>) -> Result<PathBuf> {
        match named {
            Some(folder) => std::path::absolute(&folder).with_context(|| format!("the folder {}", folder.display())),
            None => Ok(self.root.join("data")),
        }
    }
}
