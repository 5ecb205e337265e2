//! What the server does by itself: it keeps the read models up with the boards' logs, ends classes that
//! nobody ended, and forgets sessions that are over. Every job may fail and is tried again.

use app::context::{Site, now};
use std::time::Duration;
use tokio::{
    sync::watch,
    time::{MissedTickBehavior, interval},
};

/// How far lists may lie behind the boards.
const FOLLOW: Duration = Duration::from_millis(500);
/// How much of the figures a crash may take.
const COUNT: Duration = Duration::from_secs(60);
const PRUNE: Duration = Duration::from_secs(3_600);

/// Runs until told to stop.
pub async fn run(site: Site, mut stop: watch::Receiver<bool>) {
    sweep(&site).await;
    let mut follow = interval(FOLLOW);
    let mut prune = interval(PRUNE);
    let mut count = interval(COUNT);
    follow.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = told(&mut stop) => return flush(&site).await,
            _ = follow.tick() => {
                if let Err(error) = site.boards.follow_once().await {
                    tracing::warn!(%error, "lists are behind the boards");
                }
            }
            _ = count.tick() => {
                flush(&site).await;
                site.traffic.forget();
                if let Err(error) = app::classes::end_overdue(&site).await {
                    tracing::warn!(%error, "classes whose time is over go on");
                }
            }
            _ = prune.tick() => {
                if let Err(error) = store::accounts::prune_sessions(&site.db, now()).await {
                    tracing::warn!(%error, "old sessions stay");
                }
            }
        }
    }
}

/// Takes the bytes of pictures away that were taken out while the disk or the server failed.
async fn sweep(site: &Site) {
    let gone = match store::files::taken_out(&site.db).await {
        Ok(gone) => gone,
        Err(error) => return tracing::warn!(%error, "nobody looked for pictures that were taken out"),
    };
    for asset in gone {
        if let Err(error) = site.files.forget(&asset).await {
            tracing::error!(%error, asset = asset.0, "a picture that was taken out is still on the disk");
        }
    }
}

/// Writes down what travelled.
async fn flush(site: &Site) {
    if let Err(error) = site.traffic.flush(&site.db, now()).await {
        tracing::warn!(%error, "what travelled is not written down yet");
    }
}

/// Waits until somebody says stop, or nobody is left who could.
async fn told(stop: &mut watch::Receiver<bool>) {
    // What it answers holds a lock and must not live on beside the jobs.
    let _ = stop.wait_for(|stop| *stop).await;
}
