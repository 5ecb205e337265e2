//! `fikra serve`: settings in, a server until it is told to end. Logs go to the standard error stream.

use super::{Fault, Place, qr};
use clap::Args;
use server::{Config, Tls, lan, start};
use std::{
    io::IsTerminal,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

/// What is under way when the server is told to end has so long.
const DRAIN: Duration = Duration::from_secs(25);

/// What can be set.
#[derive(Args)]
pub struct Settings {
    /// Where to listen.
    #[arg(long, env = "FIKRA_ADDR", default_value = "127.0.0.1:3000")]
    pub addr: String,
    #[command(flatten)]
    pub place: Place,
    /// Folder of the front end, as `cargo xtask run` builds it.
    #[arg(long, env = "FIKRA_SITE")]
    pub site: Option<PathBuf>,
    /// Folder of uploaded pictures; `uploads` beside the SQLite file, else `data`.
    #[arg(long, env = "FIKRA_DATA")]
    pub data: Option<PathBuf>,
    /// The address people use, such as `https://fikra.example`; several times, or with commas between.
    #[arg(long, env = "FIKRA_ORIGIN", value_delimiter = ',')]
    pub origin: Vec<String>,
    /// https without a proxy: cert.pem,key.pem, or self for a certificate that this server signs itself.
    #[arg(long, env = "FIKRA_TLS")]
    pub tls: Option<String>,
}

/// What `serve` takes besides.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    settings: Settings,
    /// Print the address for phones on this network as a QR code.
    #[arg(long)]
    qr: bool,
}

impl Settings {
    /// The settings as a server takes them.
    pub fn config(self) -> Result<Config, Fault> {
        let Ok(addr) = self.addr.parse::<SocketAddr>() else {
            let addr = self.addr;
            return Err(Fault::refused(format!(
                "Cannot listen on \"{addr}\": set --addr (FIKRA_ADDR) to address and port, such as 127.0.0.1:3000."
            )));
        };
        let database = self.place.address()?.to_owned();
        let Some(site) = self.site else {
            return Err(Fault::refused(
                "No front end is named: build it with `cargo xtask run`, or set --site (FIKRA_SITE) to the folder that holds `current` and `pkg`.",
            ));
        };
        let uploads = self.data.unwrap_or_else(|| beside(&database));
        let tls = self.tls.as_deref().filter(|tls| !tls.is_empty()).map(|typed| certificate(typed, &database)).transpose()?;
        let origins = self.origin.into_iter().map(|origin| origin.trim().to_owned()).filter(|origin| !origin.is_empty()).collect();
        Ok(Config { addr, database, site, uploads, origins, tls })
    }
}

/// Where pictures go when nobody said so.
pub fn beside(database: &str) -> PathBuf {
    match database.strip_prefix("sqlite://").map(Path::new).and_then(Path::parent) {
        Some(folder) => folder.join("uploads"),
        None => PathBuf::from("data"),
    }
}

/// Which certificate; one of our own is kept in `tls`, beside the SQLite file or where the program runs.
fn certificate(typed: &str, database: &str) -> Result<Tls, Fault> {
    let folder = database.strip_prefix("sqlite://").map(Path::new).and_then(Path::parent);
    match typed.split_once(',') {
        None if typed == "self" => Ok(Tls::Own(folder.unwrap_or(Path::new("")).join("tls"))),
        Some((cert, key)) if !cert.is_empty() && !key.is_empty() => Ok(Tls::Files(cert.trim().into(), key.trim().into())),
        None | Some(_) => Err(Fault::refused(format!(
            "\"{typed}\" names no certificate: set --tls (FIKRA_TLS) to cert.pem,key.pem, or to self for one that this server signs itself."
        ))),
    }
}

/// Serves until the process is told to end, then lets what is under way end.
pub async fn serve(Serve { settings, qr }: Serve) -> Result<(), Fault> {
    let config = settings.config()?;
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    let filter = EnvFilter::try_from_env("FIKRA_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(std::io::stderr().is_terminal()).init();
    let failed = |error: std::io::Error| Fault::Failed(format!("The server ended: {error}."));
    let (mut term, mut int) = (signal(SignalKind::terminate()).map_err(failed)?, signal(SignalKind::interrupt()).map_err(failed)?);
    let running = start(config).await?;
    tracing::info!("Fikra listens on {scheme}://{}", running.addr);
    if qr {
        match lan::shown(scheme, running.addr, lan::address()) {
            Some(address) => println!("{}\n{address}\n", qr::picture(&address).unwrap_or_default()),
            None => println!("No phone reaches {}: set --addr (FIKRA_ADDR) to 0.0.0.0:3000 and join a network.", running.addr),
        }
    }
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    tracing::info!("ending: no new requests, what is under way has {} seconds", DRAIN.as_secs());
    running.shutdown();
    tokio::select! {
        ended = tokio::time::timeout(DRAIN, running.join()) => match ended {
            Ok(ended) => ended.map_err(failed),
            Err(_) => Err(Fault::Failed("Some requests did not end in time; they were cut off.".to_owned())),
        },
        _ = term.recv() => Ok(()),
        _ = int.recv() => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_go_beside_the_database() {
        assert_eq!(beside("sqlite:///var/lib/fikra/fikra.db"), Path::new("/var/lib/fikra/uploads"));
        assert_eq!(beside("sqlite://fikra.db"), Path::new("uploads"));
        assert_eq!(beside("postgres://u@h/n"), Path::new("data"));
    }

    #[test]
    fn a_certificate_is_named_or_made() {
        assert_eq!(certificate("self", "sqlite:///srv/fikra.db").unwrap(), Tls::Own("/srv/tls".into()));
        assert_eq!(certificate("self", "postgres://u@h/n").unwrap(), Tls::Own("tls".into()));
        assert_eq!(certificate("a.pem,b.pem", "").unwrap(), Tls::Files("a.pem".into(), "b.pem".into()));
        assert!(certificate("a.pem", "").unwrap_err().to_string().contains("--tls (FIKRA_TLS)"));
    }

    #[test]
    fn what_is_missing_is_said() {
        let settings = |addr: &str, database: Option<&str>| Settings {
            addr: addr.to_owned(),
            place: Place { database: database.map(str::to_owned) },
            site: None,
            data: None,
            origin: Vec::new(),
            tls: None,
        };
        let said = |settings: Settings| settings.config().unwrap_err().to_string();
        assert!(said(settings("here", None)).contains("--addr (FIKRA_ADDR)"));
        assert!(said(settings("127.0.0.1:0", None)).contains("--database (FIKRA_DATABASE)"));
        assert!(said(settings("127.0.0.1:0", Some("sqlite://a.db"))).contains("--site (FIKRA_SITE)"));
    }
}
