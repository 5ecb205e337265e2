//! A school's own installation: https by the server itself, with cookies, sockets and endings as without it.

use acceptance::{Engine, Ground, Server, cast::Cast};
use board::{
    decode, encode,
    id::Seq,
    wire::{PROTOCOL, ToBrowser, ToServer},
};
use futures::{SinkExt, StreamExt};
use server::{Config, Running, StartError, Tls};
use std::{net::SocketAddr, path::Path, sync::Arc, time::Duration};
use store::StoreError;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{
    TlsConnector,
    client::TlsStream,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName, pem::PemObject},
    },
};
use tokio_tungstenite::{
    client_async,
    tungstenite::{Message, client::IntoClientRequest, http::HeaderValue},
};

const SOON: Duration = Duration::from_secs(20);

/// Starts as soon as the one before has let go of the file.
async fn start(config: Config) -> Running {
    loop {
        match server::start(config.clone()).await {
            Ok(running) => return running,
            Err(StartError::Store(StoreError::Locked(_))) => tokio::time::sleep(Duration::from_millis(10)).await,
            Err(error) => panic!("the server does not start: {error}"),
        }
    }
}

/// A connection of somebody who trusts this server's own certificate and no other.
async fn line(addr: SocketAddr, folder: &Path) -> TlsStream<TcpStream> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(folder.join("cert.pem")).expect("a certificate")).expect("a root");
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(addr).await.expect("it listens");
    let name = ServerName::try_from("localhost").expect("a name");
    TlsConnector::from(Arc::new(config)).connect(name, stream).await.expect("hands are shaken")
}

/// Says this and reads until the other side ends.
async fn said<S: AsyncRead + AsyncWrite + Unpin>(mut line: S, request: &str) -> String {
    line.write_all(request.as_bytes()).await.expect("written");
    let mut answer = Vec::new();
    // An end without a farewell is an end.
    let _ = tokio::time::timeout(SOON, line.read_to_end(&mut answer)).await.expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn https_without_a_proxy_is_as_http_with_one() {
    let ground = Ground::new(Engine::Sqlite);
    let cast = Cast::move_in(ground.database()).await;
    let server = Server::start(&ground).await;
    let web = cast.amal.enter(&server.base).await;
    server.stop().await;

    let folder = ground.pictures().with_file_name("tls");
    let running = start(Config { tls: Some(Tls::Own(folder.clone())), ..ground.config() }).await;
    let (addr, port) = (running.addr, running.addr.port());
    // Somebody who connects and says nothing holds up nobody.
    let _silent = TcpStream::connect(addr).await.expect("it listens");

    let switch = format!(
        "POST /lang/ar HTTP/1.1\r\nhost: localhost:{port}\r\norigin: https://localhost:{port}\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: 6\r\nconnection: close\r\n\r\nback=/"
    );
    let switched = said(line(addr, &folder).await, &switch).await;
    assert!(switched.starts_with("HTTP/1.1 303") && switched.contains("fikra-lang=ar") && switched.contains("; Secure"), "{switched}");
    let plain =
        said(TcpStream::connect(addr).await.expect("it listens"), &format!("GET /me HTTP/1.1\r\nhost: localhost:{port}\r\n\r\n")).await;
    assert!(plain.starts_with("HTTP/1.1 307") && plain.contains(&format!("location: https://localhost:{port}/me\r\n")), "{plain}");

    let mut request = format!("wss://localhost:{port}/ws/board/{}", cast.qatra.id).into_client_request().expect("an address");
    request.headers_mut().insert("cookie", HeaderValue::from_str(&web.cookie_header()).expect("a cookie"));
    request.headers_mut().insert("origin", HeaderValue::from_str(&format!("https://localhost:{port}")).expect("an origin"));
    let (mut socket, _) = client_async(request, line(addr, &folder).await).await.expect("a socket");
    let hello = ToServer::Hello { protocol: PROTOCOL, device: vec![7; 16].into(), since: Seq(0) };
    socket.send(Message::Binary(encode(&hello).into())).await.expect("said");
    let welcome = loop {
        let message = tokio::time::timeout(SOON, socket.next()).await.expect("an answer").expect("a frame").expect("a frame");
        if let Message::Binary(bytes) = message {
            break decode::<ToBrowser>(&bytes).expect("a frame of the protocol");
        }
    };
    assert!(matches!(welcome, ToBrowser::Welcome { writes: true, .. }), "{welcome:?}");

    running.shutdown();
    let last = tokio::time::timeout(SOON, async {
        let mut last = None;
        while let Some(Ok(message)) = socket.next().await {
            last = Some(message);
        }
        last
    });
    let last = last.await.expect("the line is closed");
    assert!(matches!(last, Some(Message::Close(_))), "with a word: {last:?}");
    tokio::time::timeout(SOON, running.join()).await.expect("it ends soon").expect("it served until the end");
}

#[tokio::test]
async fn what_does_not_fit_https_is_said() {
    let ground = Ground::new(Engine::Sqlite);
    let folder = ground.pictures().with_file_name("tls");
    let plain = Config { tls: Some(Tls::Own(folder)), origins: vec!["http://fikra.example".to_owned()], ..ground.config() };
    let said = server::start(plain).await.map(|_| ()).unwrap_err().to_string();
    assert!(said.contains("--origin") && said.contains("https://"), "{said}");
    let missing = Config { tls: Some(Tls::Files("/none/cert.pem".into(), "/none/key.pem".into())), ..ground.config() };
    let said = server::start(missing).await.map(|_| ()).unwrap_err().to_string();
    assert!(said.contains("/none/cert.pem") && said.contains("--tls"), "{said}");
}
