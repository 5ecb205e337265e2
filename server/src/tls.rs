//! https without a proxy: the certificate, and a listener that shakes hands aside, so that one slow phone holds up nobody. Above it all is as without.

use crate::{config::Refused, lan};
use rcgen::{CertificateParams, DnType, KeyPair, date_time_ymd};
use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    net::SocketAddr,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{Semaphore, mpsc},
    time::timeout,
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
    },
    server::TlsStream,
};

/// Where the certificate comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Two files in PEM: the certificate with what it hangs on, and its key.
    Files(PathBuf, PathBuf),
    /// Signed by this server itself for the names of this machine, and kept in this folder.
    Own(PathBuf),
}

/// Who does not finish shaking hands in so long is let go.
const PATIENCE: Duration = Duration::from_secs(10);
/// Handshakes at once.
const HANDS: usize = 1024;
/// A certificate of our own is valid for so long; phones refuse those that are valid for longer than 825 days.
const VALID: Duration = Duration::from_secs(800 * 86_400);
/// And is made anew when so much is left.
const RENEWED: Duration = Duration::from_secs(60 * 86_400);

/// Reads the certificate, or makes it.
///
/// # Errors
/// The sentence that says what to set.
pub(crate) fn acceptor(tls: &Tls) -> Result<TlsAcceptor, Refused> {
    let (cert, key) = match tls {
        Tls::Files(cert, key) => (cert.clone(), key.clone()),
        Tls::Own(folder) => {
            let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
            own(folder, &lan::names(), now).map_err(|error| {
                Refused(format!("Cannot keep a certificate in {}: {error}. Set --tls (FIKRA_TLS) to cert.pem,key.pem.", folder.display()))
            })?
        }
    };
    let no =
        |file: &Path, why: String| Refused(format!("{}: {why}. Set --tls (FIKRA_TLS) to cert.pem,key.pem or to self.", file.display()));
    let read = |file: &Path| fs::read(file).map_err(|error| no(file, error.to_string()));
    let chain: Vec<CertificateDer<'static>> =
        CertificateDer::pem_slice_iter(&read(&cert)?).collect::<Result<_, _>>().map_err(|error| no(&cert, error.to_string()))?;
    if chain.is_empty() {
        return Err(no(&cert, "there is no certificate in it".to_owned()));
    }
    let secret = PrivateKeyDer::from_pem_slice(&read(&key)?).map_err(|error| no(&key, format!("there is no key in it ({error})")))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|config| config.with_no_client_auth().with_single_cert(chain, secret))
        .map_err(|error| no(&key, format!("it does not go with the certificate ({error})")))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// The certificate and key in this folder, made anew when the machine's names are others or the time is nearly over.
fn own(folder: &Path, names: &[String], now: Duration) -> io::Result<(PathBuf, PathBuf)> {
    let (cert, key, note) = (folder.join("cert.pem"), folder.join("key.pem"), folder.join("names.txt"));
    let kept = fs::read_to_string(&note).unwrap_or_default();
    let mut lines = kept.lines();
    let until: u64 = lines.next().and_then(|line| line.parse().ok()).unwrap_or_default();
    let stands = (now + RENEWED).as_secs() < until && lines.eq(names.iter().map(String::as_str)) && cert.is_file() && key.is_file();
    if stands {
        return Ok((cert, key));
    }
    let began = date_time_ymd(1970, 1, 1);
    let mut params = CertificateParams::new(names).map_err(io::Error::other)?;
    // A day before, for phones whose clock is behind.
    params.not_before = began + now.saturating_sub(Duration::from_secs(86_400));
    params.not_after = began + now + VALID;
    params.distinguished_name.push(DnType::CommonName, "Fikra");
    let pair = KeyPair::generate().map_err(io::Error::other)?;
    let signed = params.self_signed(&pair).map_err(io::Error::other)?;
    fs::create_dir_all(folder)?;
    // The note goes first and comes last: what is broken off in between is made again.
    let _ = fs::remove_file(&note);
    for (file, text) in [(&key, pair.serialize_pem()), (&cert, signed.pem())] {
        let _ = fs::remove_file(file);
        OpenOptions::new().create_new(true).write(true).mode(0o600).open(file)?.write_all(text.as_bytes())?;
    }
    fs::write(&note, format!("{}\n{}\n", (now + VALID).as_secs(), names.join("\n")))?;
    Ok((cert, key))
}

/// Connections whose hands are shaken.
pub(crate) struct Listener {
    arrived: mpsc::Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    addr: SocketAddr,
}

impl Listener {
    /// Begins to take connections; ends when it is dropped.
    pub(crate) fn new(mut tcp: TcpListener, acceptor: TlsAcceptor) -> io::Result<Self> {
        let addr = tcp.local_addr()?;
        let (ready, arrived) = mpsc::channel(64);
        tokio::spawn(async move {
            let hands = Arc::new(Semaphore::new(HANDS));
            // The semaphore is never closed, so this ends with the listener only.
            while let Ok(hand) = hands.clone().acquire_owned().await {
                let (stream, from) = tokio::select! {
                    came = axum::serve::Listener::accept(&mut tcp) => came,
                    () = ready.closed() => return,
                };
                let (ready, acceptor) = (ready.clone(), acceptor.clone());
                tokio::spawn(async move {
                    let shaken = timeout(PATIENCE, shake(stream, &acceptor)).await;
                    drop(hand);
                    if let Ok(Some(stream)) = shaken {
                        // An error means that the server has ended.
                        let _ = ready.send((stream, from)).await;
                    }
                });
            }
        });
        Ok(Self { arrived, addr })
    }
}

impl axum::serve::Listener for Listener {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        match self.arrived.recv().await {
            Some(came) => came,
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.addr)
    }
}

/// Who comes with http is sent to https.
async fn shake(mut stream: TcpStream, acceptor: &TlsAcceptor) -> Option<TlsStream<TcpStream>> {
    const HANDSHAKE: u8 = 22;
    let mut first = [0];
    if stream.peek(&mut first).await.ok()? == 0 {
        return None;
    }
    if first[0] == HANDSHAKE {
        return acceptor.accept(stream).await.inspect_err(|error| tracing::debug!(%error, "no handshake")).ok();
    }
    let mut head = [0; 2048];
    let length = stream.read(&mut head).await.ok()?;
    let answer = sent_on(&String::from_utf8_lossy(&head[..length]))?;
    stream.write_all(answer.as_bytes()).await.ok()?;
    stream.shutdown().await.ok()?;
    None
}

/// The answer to a request that came without encryption.
fn sent_on(head: &str) -> Option<String> {
    let path = head.lines().next()?.split(' ').nth(1).filter(|path| path.starts_with('/') && path.bytes().all(|b| b.is_ascii_graphic()))?;
    let host = head.lines().find_map(|line| line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("host")))?.1.trim();
    let plain = !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':' | b'[' | b']'));
    plain.then(|| {
        format!("HTTP/1.1 307 Temporary Redirect\r\nlocation: https://{host}{path}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_own_certificate_is_kept_until_it_no_longer_fits() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("tls");
        let names = |last: &str| vec!["localhost".to_owned(), "127.0.0.1".to_owned(), last.to_owned()];
        let now = Duration::from_secs(1_790_000_000);
        let made = |names: &[String], now| fs::read_to_string(own(&at, names, now).unwrap().0).unwrap();
        let first = made(&names("192.168.1.20"), now);
        assert_eq!(first, made(&names("192.168.1.20"), now + Duration::from_secs(86_400)));
        let moved = made(&names("192.168.1.21"), now);
        assert_ne!(first, moved, "another address");
        assert_ne!(moved, made(&names("192.168.1.21"), now + VALID - RENEWED), "nearly over");
        assert!(acceptor(&Tls::Files(at.join("cert.pem"), at.join("key.pem"))).is_ok());
        let swapped = acceptor(&Tls::Files(at.join("key.pem"), at.join("cert.pem"))).err().unwrap().to_string();
        assert!(swapped.contains("no certificate") && swapped.contains("--tls"), "{swapped}");
        assert!(acceptor(&Tls::Files(at.join("none.pem"), at.join("key.pem"))).err().unwrap().to_string().contains("none.pem"));
    }

    #[test]
    fn who_forgets_the_s_is_sent_on() {
        let said = sent_on("GET /v?x=1 HTTP/1.1\r\nHost: 192.168.1.20:3000\r\n\r\n").unwrap();
        assert!(said.contains("location: https://192.168.1.20:3000/v?x=1\r\n"), "{said}");
        assert_eq!(sent_on("GET / HTTP/1.1\r\nHost: evil/\r\n"), None);
        assert_eq!(sent_on("GET / HTTP/1.1\r\n"), None);
        assert_eq!(sent_on("\u{0}"), None);
    }
}
