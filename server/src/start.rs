//! Starts a server from its settings and ends it again. Tests start the very same on port 0.

use crate::{
    config::{self, Config, Refused},
    jobs,
    open_files::{self, Seats},
    router::{self, House},
    seed::{self, SeedError},
    tls,
    web::origin::{Origins, Road},
    weights,
};
use app::context::Site;
use std::{io, net::SocketAddr, sync::Arc};
use store::{Boards, Db, StoreError, files::Files, secrets::Secrets};
use tokio::{
    net::TcpListener,
    sync::{Semaphore, watch},
    task::JoinHandle,
};

/// Photos worked on at once: each takes memory and a core.
const PICTURES: usize = 2;

/// Why a server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting does not fit.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The database cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The examples, or a demonstration's photos, cannot be written out.
    #[error(transparent)]
    Examples(#[from] SeedError),
    /// The address is taken or not ours.
    #[error("Cannot listen on {0}: {1}. Set --addr (FIKRA_ADDR) to a free address of this machine.")]
    Listen(SocketAddr, io::Error),
    /// The folder for pictures cannot be made.
    #[error("Cannot keep pictures in {0}: {1}. Set --data (FIKRA_DATA) to a folder this user may write to.")]
    Uploads(String, io::Error),
}

/// A server that runs.
#[derive(Debug)]
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    stop: watch::Sender<bool>,
    served: JoinHandle<io::Result<()>>,
    worked: JoinHandle<()>,
}

impl Running {
    /// Takes no new requests, tells the sockets to come back later, ends what is under way.
    pub fn shutdown(&self) {
        self.stop.send_replace(true);
    }

    /// Waits for the end.
    ///
    /// # Errors
    /// When the listener broke.
    pub async fn join(self) -> io::Result<()> {
        let served = self.served.await.map_err(io::Error::other)?;
        self.stop.send_replace(true);
        self.worked.await.map_err(io::Error::other)?;
        served
    }
}

/// Starts.
///
/// # Errors
/// [`StartError`], with the sentence that says what to set.
pub async fn start(config: Config) -> Result<Running, StartError> {
    config.check()?;
    let acceptor = config.tls.as_ref().map(tls::acceptor).transpose()?;
    let db = Db::open(&config.database).await?;
    db.migrate().await?;
    let files = Files::open(&config.uploads).map_err(|error| StartError::Uploads(config.uploads.display().to_string(), error))?;
    if config::build_of(&config.site).is_none_or(|build| build.trim() != app::BUILD) {
        tracing::warn!("the front end belongs to another version of this program; fikra doctor says what to do");
    }
    if store::accounts::editions(&db).await?.is_empty() {
        tracing::warn!(
            "the database{} is empty, so nobody can enter: end this server and begin with fikra init --name … --staff …, or set --database \
             (FIKRA_DATABASE) to the one that is in use",
            config.database.strip_prefix("sqlite://").map(|file| format!(" in {file}")).unwrap_or_default()
        );
    }
    let site = Site {
        files,
        boards: Boards::new(db.clone()),
        secrets: Secrets::new(std::thread::available_parallelism().map_or(2, usize::from)),
        assets: Arc::from(config.assets()?),
        origin: config.origins.first().map(|origin| Arc::from(origin.as_str())),
        traffic: store::traffic::Meter::default(),
        weights: weights::weigh(&config.site.join(config.assets()?.trim_start_matches('/'))),
        demo: store::accounts::is_demo(&db).await?,
        examples: seed::examples(app::context::now()).await?.into(),
        db,
    };
    if site.demo {
        seed::bring_photos(&site.db, &site.files).await?;
    }
    let listener = TcpListener::bind(config.addr).await.map_err(|error| StartError::Listen(config.addr, error))?;
    let addr = listener.local_addr().map_err(|error| StartError::Listen(config.addr, error))?;
    let (stop, mut stopped) = watch::channel(false);
    let house = House {
        site: site.clone(),
        folder: Arc::from(config.site),
        origins: Arc::new(Origins::new(&config.origins, if acceptor.is_some() { Road::Tls } else { Road::Plain })),
        seats: Seats::new(open_files::raise()),
        pictures: Arc::new(Semaphore::new(PICTURES)),
        stop: stopped.clone(),
    };
    let routes = router::router(house);
    let worked = tokio::spawn(jobs::run(site, stopped.clone()));
    // An error means that the sender is gone, and with it the server's owner.
    let ended = async move { drop(stopped.wait_for(|stop| *stop).await) };
    let served = match acceptor {
        None => tokio::spawn(axum::serve(listener, routes).with_graceful_shutdown(ended).into_future()),
        Some(acceptor) => {
            let listener = tls::Listener::new(listener, acceptor).map_err(|error| StartError::Listen(config.addr, error))?;
            tokio::spawn(axum::serve(listener, routes).with_graceful_shutdown(ended).into_future())
        }
    };
    Ok(Running { addr, stop, served, worked })
}
