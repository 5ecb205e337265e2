//! A board's WebSocket, spoken to byte by byte: for what no honest browser would send.

use board::{
    decode, encode,
    id::{Author, ClientNo, Counter, Seq},
    operation::{Envelope, Operation, Sent},
    wire::{Missing, PROTOCOL, Presence, Refusal, ToBrowser, ToServer},
};
use futures::{SinkExt, StreamExt};
use std::time::{Duration, Instant};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Error, Message, client::IntoClientRequest, http::HeaderValue},
};

/// An open socket.
pub struct Socket {
    line: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

/// What the welcome said.
pub struct Welcome {
    /// The client number.
    pub client: ClientNo,
    /// The author number.
    pub author: Author,
    /// Last accepted counter.
    pub counter: Counter,
    /// Head of the log.
    pub head: Seq,
    /// What was missing.
    pub missing: Missing,
    /// May write.
    pub writes: bool,
}

impl Socket {
    /// Opens a socket with a session cookie and an Origin; the HTTP status when it is refused.
    ///
    /// # Errors
    /// The status of the answer.
    pub async fn open(base: &str, path: &str, cookie: Option<&str>, origin: Option<&str>) -> Result<Self, u16> {
        let mut request = format!("{}{path}", base.replace("http://", "ws://")).into_client_request().expect("an address");
        if let Some(cookie) = cookie {
            request.headers_mut().insert("cookie", HeaderValue::from_str(cookie).expect("a cookie"));
        }
        if let Some(origin) = origin {
            request.headers_mut().insert("origin", HeaderValue::from_str(origin).expect("an origin"));
        }
        match connect_async(request).await {
            Ok((line, _)) => Ok(Self { line }),
            Err(Error::Http(answer)) => Err(answer.status().as_u16()),
            Err(error) => panic!("the socket: {error}"),
        }
    }

    /// Sends raw bytes.
    pub async fn raw(&mut self, bytes: Vec<u8>) {
        self.line.send(Message::Binary(bytes.into())).await.expect("the line is open");
    }

    /// Sends raw bytes that the server need not take to their end.
    pub async fn flood(&mut self, bytes: Vec<u8>) {
        // It may hang up meanwhile.
        let _ = self.line.send(Message::Binary(bytes.into())).await;
    }

    /// Sends words where bytes are spoken.
    pub async fn text(&mut self, words: &str) {
        self.line.send(Message::Text(words.into())).await.expect("the line is open");
    }

    /// Sends a frame.
    pub async fn send(&mut self, frame: &ToServer) {
        self.raw(encode(frame)).await;
    }

    /// The next frame that is not presence, names or a pong; `None` when the server closed.
    pub async fn next(&mut self) -> Option<ToBrowser> {
        loop {
            match self.any().await? {
                ToBrowser::Presence { .. } | ToBrowser::Pong | ToBrowser::Authors(_) => {}
                frame => return Some(frame),
            }
        }
    }

    async fn any(&mut self) -> Option<ToBrowser> {
        loop {
            let message = tokio::time::timeout(Duration::from_secs(20), self.line.next()).await.expect("the server answers")?;
            match message.ok()? {
                Message::Binary(bytes) => return Some(decode(&bytes).expect("a frame of the protocol")),
                Message::Close(_) => return None,
                Message::Text(_) | Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {}
            }
        }
    }

    /// Waits until somebody is somewhere, or gone.
    pub async fn presence(&mut self) -> (ClientNo, Option<Presence>) {
        loop {
            match self.any().await {
                Some(ToBrowser::Presence { client, presence, .. }) => return (client, presence),
                Some(_) => {}
                None => panic!("the line ended"),
            }
        }
    }

    /// Says hello as a device and takes the welcome.
    pub async fn hello(&mut self, device: u8, since: Seq) -> Welcome {
        self.send(&ToServer::Hello { protocol: PROTOCOL, device: vec![device; 16].into(), since }).await;
        match self.next().await {
            Some(ToBrowser::Welcome { client, author, counter, head, missing, writes }) => {
                Welcome { client, author, counter, head, missing, writes }
            }
            other => panic!("no welcome but {other:?}"),
        }
    }

    /// Waits for the operation of that number and answers all that came until then.
    pub async fn until(&mut self, seq: Seq) -> Vec<Envelope> {
        let mut heard = Vec::new();
        while heard.last().is_none_or(|last: &Envelope| last.seq < seq) {
            match self.next().await {
                Some(ToBrowser::Operations(envelopes)) => heard.extend(envelopes),
                Some(ToBrowser::Notice { .. }) => {}
                other => panic!("no operations but {other:?}"),
            }
        }
        heard
    }

    /// Waits for a refusal and answers which operation and why.
    pub async fn refused(&mut self) -> (Counter, Refusal) {
        match self.next().await {
            Some(ToBrowser::Refused { counter, why }) => (counter, why),
            other => panic!("no refusal but {other:?}"),
        }
    }

    /// Waits until the server has closed the line, and answers how long that took.
    pub async fn closed(&mut self) -> Duration {
        let begun = Instant::now();
        while self.next().await.is_some() {}
        begun.elapsed()
    }

    /// Pushes operations as one gesture, counters from `first`.
    pub async fn push(&mut self, first: Counter, operations: &[Operation]) {
        let sent = operations
            .iter()
            .zip(first..)
            .map(|(operation, counter)| Sent { counter, gesture: first, bytes: encode(operation).into(), age: 0 })
            .collect();
        self.send(&ToServer::Push(sent)).await;
    }
}
