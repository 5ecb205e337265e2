//! The settings of one server. A setting that does not fit is answered with the sentence that says what to set. Nothing is read from disk here
//! but the folders' existence.

use crate::tls::Tls;
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

/// The settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen; port 0 takes a free one.
    pub addr: SocketAddr,
    /// `sqlite:///folder/fikra.db` or `postgres://…`.
    pub database: String,
    /// Folder of the front end: holds `current` and `pkg/`.
    pub site: PathBuf,
    /// Folder of uploaded pictures; made when missing.
    pub uploads: PathBuf,
    /// The addresses people use, such as `https://fikra.example`. Empty: the host that the browser names.
    pub origins: Vec<String>,
    /// https by this server itself; none behind a proxy, or on one's own machine.
    pub tls: Option<Tls>,
}

/// A setting that cannot be used, with the sentence that says what to set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

impl Config {
    /// Looks for what can be told before anything is opened.
    ///
    /// # Errors
    /// The first setting that does not fit.
    pub fn check(&self) -> Result<(), Refused> {
        database_fits(&self.database)?;
        for origin in &self.origins {
            origin_fits(origin)?;
            if self.tls.is_some() && !origin.starts_with("https://") {
                return Err(Refused(format!(
                    "With --tls people come by https, but the origin is \"{origin}\": set --origin (FIKRA_ORIGIN) to the address that begins with https://."
                )));
            }
        }
        self.assets().map(|_| ())
    }

    /// Folder of the front end's files as browsers ask for it, such as `/pkg/3fa9c2d41b07`.
    ///
    /// # Errors
    /// When the front end has not been built into [`Self::site`].
    pub fn assets(&self) -> Result<String, Refused> {
        let file = self.site.join("current");
        let hash = std::fs::read_to_string(&file).unwrap_or_default().trim().to_owned();
        if is_hash(&hash) && self.site.join("pkg").join(&hash).is_dir() {
            Ok(format!("/pkg/{hash}"))
        } else {
            Err(Refused(format!(
                "No front end in {}: build it with `cargo xtask run`, or set --site (FIKRA_SITE) to the folder that holds `current` and `pkg`.",
                shown(&self.site)
            )))
        }
    }
}

/// What a front end says it was built of, beside `current`; compare it with [`app::BUILD`].
pub fn build_of(site: &Path) -> Option<String> {
    std::fs::read_to_string(site.join("build")).ok()
}

/// Is this a database the program can open.
///
/// # Errors
/// The sentence that says what to set.
pub fn database_fits(url: &str) -> Result<(), Refused> {
    let path = url.strip_prefix("sqlite://");
    if path.is_some_and(|path| !path.is_empty()) || url.starts_with("postgres://") || url.starts_with("postgresql://") {
        Ok(())
    } else {
        // The rest of the address may hold a password and is not said again.
        let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
        Err(Refused(format!(
            "The database \"{scheme}://…\" cannot be opened: set --database (FIKRA_DATABASE) to sqlite:///folder/fikra.db or postgres://user@host/name."
        )))
    }
}

fn origin_fits(origin: &str) -> Result<(), Refused> {
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://")).unwrap_or_default();
    if !host.is_empty() && !host.contains(['/', ' ', '?', '#', '@']) {
        Ok(())
    } else {
        Err(Refused(format!(
            "The origin \"{origin}\" is none: set --origin (FIKRA_ORIGIN) to scheme and host without a path, such as https://fikra.example."
        )))
    }
}

/// Is this the name of an asset folder.
pub(crate) fn is_hash(name: &str) -> bool {
    (8..=64).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_hexdigit())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_setting_says_what_to_set() {
        assert!(database_fits("sqlite:///tmp/a.db").is_ok());
        assert!(database_fits("postgres://u@h/n").is_ok());
        let said = database_fits("mysql://x").unwrap_err().to_string();
        assert!(said.contains("--database") && said.contains("FIKRA_DATABASE"), "{said}");
        assert!(origin_fits("https://fikra.example").is_ok());
        assert!(origin_fits("fikra.example").unwrap_err().to_string().contains("--origin"));
        assert!(origin_fits("https://fikra.example/").is_err());
    }
}
