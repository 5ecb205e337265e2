//! The real server, started as the program starts it, on a free port. It ends when the value goes.

use crate::{ground::Ground, web::Web};
use server::{Config, Running, StartError};
use std::time::{Duration, Instant};
use store::StoreError;

/// How long a server that ended may hold its database file.
const LETS_GO: Duration = Duration::from_secs(20);

/// A running server.
#[derive(Debug)]
pub struct Server {
    /// `http://127.0.0.1:port`.
    pub base: String,
    running: Option<Running>,
}

impl Server {
    /// Starts; waits for a server before it to let go of the file.
    pub async fn start(ground: &Ground) -> Self {
        Self::start_with(ground.config()).await
    }

    /// Starts where another one stood: on the same data, at the same address.
    pub async fn start_at(ground: &Ground, base: &str) -> Self {
        let addr = base.trim_start_matches("http://").parse().expect("an address and port");
        Self::start_with(Config { addr, ..ground.config() }).await
    }

    async fn start_with(config: Config) -> Self {
        let begun = Instant::now();
        loop {
            match server::start(config.clone()).await {
                Ok(running) => return Self { base: format!("http://{}", running.addr), running: Some(running) },
                Err(StartError::Store(StoreError::Locked(_))) if begun.elapsed() < LETS_GO => {
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
                Err(error) => panic!("the server does not start: {error}"),
            }
        }
    }

    /// Ends it as SIGTERM does, and waits until it has ended.
    pub async fn stop(mut self) {
        let running = self.running.take().expect("it runs until it is stopped");
        running.shutdown();
        tokio::time::timeout(LETS_GO, running.join()).await.expect("it ends soon").expect("it served until the end");
    }

    /// Somebody who is not signed in.
    pub fn guest(&self) -> Web {
        Web::guest(&self.base)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(running) = &self.running {
            running.shutdown();
        }
    }
}
