//! A server that ends and comes back: what was acknowledged is there, and what was not may be sent again.

use acceptance::{Engine, Ground, Server, cast::Cast, cast::note, picture, socket::Socket};
use board::id::Seq;

async fn socket(server: &Server, cast: &Cast) -> Socket {
    let web = cast.amal.enter(&server.base).await;
    let path = format!("/ws/board/{}", cast.qatra.id);
    Socket::open(&server.base, &path, Some(&web.cookie_header()), Some(&server.base)).await.expect("a socket")
}

#[tokio::test]
async fn what_was_not_acknowledged_is_sent_again_and_changes_nothing_twice() {
    restart(Engine::Sqlite).await;
}

#[tokio::test]
async fn what_was_not_acknowledged_is_sent_again_on_postgresql() {
    restart(Engine::Postgres).await;
}

async fn restart(engine: Engine) {
    let ground = Ground::new(engine);
    let cast = Cast::move_in(ground.database()).await;
    let head = cast.qatra.head.0;
    let server = Server::start(&ground).await;
    let mut line = socket(&server, &cast).await;
    line.hello(5, Seq(0)).await;
    line.push(1, &[note("un"), note("deux")]).await;
    line.until(Seq(head + 2)).await;
    // The answer to this one is never read: as far as the phone knows it may have arrived or not.
    line.push(3, &[note("trois"), note("quatre")]).await;
    server.stop().await;
    line.closed().await;

    let server = Server::start(&ground).await;
    let mut line = socket(&server, &cast).await;
    let welcome = line.hello(5, Seq(head + 2)).await;
    assert!([2, 4].contains(&welcome.counter), "both or neither: {}", welcome.counter);
    for _ in 0..2 {
        line.push(3, &[note("trois"), note("quatre")]).await;
    }
    line.push(5, &[note("cinq")]).await;
    let arrived = welcome.head.0 - head - 2;
    let heard = line.until(Seq(head + 5)).await;
    assert_eq!(heard.len() as u64, 3 - arrived, "five notes, each once");
    assert_eq!(socket(&server, &cast).await.hello(6, Seq(0)).await.head, Seq(head + 5));
}

#[tokio::test]
async fn sessions_and_photos_outlive_a_restart() {
    let ground = Ground::new(Engine::Sqlite);
    let cast = Cast::move_in(ground.database()).await;
    let server = Server::start(&ground).await;
    let amal = cast.amal.enter(&server.base).await;
    let told = amal.upload(&format!("/upload/{}", cast.qatra.id), "p.png", "image/png", picture::tiny()).await.json();
    let path = format!("/files/{}", told["asset"].as_str().expect("its name"));
    server.stop().await;
    let server = Server::start(&ground).await;
    let again = server.guest();
    let (name, value) = amal.cookie_header().split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned())).expect("a cookie");
    again.keep(&name, &value);
    assert_eq!(again.get("/me").await.status, 200);
    assert_eq!(again.get(&path).await.status, 200);
}
