//! Two servers: on a SQLite file the second refuses, on PostgreSQL both serve one truth.

use acceptance::{Engine, Ground, Server, Stage, cast::note, socket::Socket};
use board::{ToBrowser, id::Seq};
use std::time::Duration;

#[tokio::test]
async fn a_second_server_on_the_same_file_refuses_and_says_what_to_do() {
    let stage = Stage::set().await;
    let refused = server::start(stage.ground.config()).await.map(|_| ()).unwrap_err().to_string();
    assert!(refused.contains("another process already serves") && refused.contains("fikra.db"), "{refused}");
    assert!(refused.contains("PostgreSQL"), "what to do instead: {refused}");
    let amal = stage.enter(&stage.cast.amal).await;
    assert_eq!(amal.get("/me").await.status, 200, "the first one goes on");
}

#[tokio::test]
async fn a_setting_that_does_not_fit_says_what_to_set() {
    let ground = Ground::new(Engine::Sqlite);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let mut all = Vec::new();
    for (setting, change) in [
        ("--database", (|config: &mut server::Config| config.database = "mysql://x".to_owned()) as fn(&mut server::Config)),
        ("--site", |config| config.site = "/no/such/folder".into()),
        ("--origin", |config| config.origins = vec!["fikra.example".to_owned()]),
        ("--data", |config| config.uploads = "/proc/no/such/folder".into()),
    ] {
        let mut config = ground.config();
        change(&mut config);
        all.push((setting, config));
    }
    all.push(("--addr", server::Config { addr: taken.local_addr().expect("its address"), ..ground.config() }));
    for (setting, config) in all {
        let ground = Ground::new(Engine::Sqlite);
        let database = if setting == "--database" { config.database } else { ground.database().to_owned() };
        let refused = server::start(server::Config { database, ..config }).await.map(|_| ()).unwrap_err().to_string();
        assert!(refused.contains(setting), "{setting} is not in «{refused}»");
    }
}

#[tokio::test]
async fn two_servers_on_postgresql_tell_each_others_rooms() {
    let stage = Stage::on(Engine::Postgres).await;
    let (qatra, second) = (&stage.cast.qatra, Server::start(&stage.ground).await);
    let path = format!("/ws/board/{}", qatra.id);
    let join = async |base: &str, person: &acceptance::cast::Person| {
        let web = person.enter(base).await;
        Socket::open(base, &path, Some(&web.cookie_header()), Some(base)).await.expect("a socket")
    };
    let mut here = join(stage.base(), &stage.cast.amal).await;
    let mut there = join(&second.base, &stage.cast.youssef).await;
    let (hers, his) = (here.hello(2, qatra.head).await, there.hello(2, qatra.head).await);
    assert!(hers.client != his.client);
    here.push(1, &[note("ici")]).await;
    assert_eq!(there.until(Seq(qatra.head.0 + 1)).await.len(), 1, "the other server finds out");
    there.push(1, &[note("et là")]).await;
    let heard = here.until(Seq(qatra.head.0 + 2)).await;
    assert_eq!(heard.len(), 2, "one log, in one order");
    // A session opened at one is good at the other.
    let amal = stage.enter(&stage.cast.amal).await;
    let line = Socket::open(&second.base, &path, Some(&amal.cookie_header()), Some(&second.base)).await;
    assert!(line.is_ok(), "{:?}", line.err());
}

#[tokio::test]
async fn a_right_that_ends_at_one_server_closes_a_quiet_socket_at_another() {
    let stage = Stage::on(Engine::Postgres).await;
    let (qatra, second) = (&stage.cast.qatra, Server::start(&stage.ground).await);
    let path = format!("/ws/board/{}", qatra.id);
    let (amal, youssef) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.youssef).await);
    let join = async |cookies: String| Socket::open(&second.base, &path, Some(&cookies), Some(&second.base)).await.expect("a socket");
    let (mut leaving, mut staying) = (join(amal.cookie_header()).await, join(youssef.cookie_header()).await);
    leaving.hello(1, qatra.head).await;
    let welcome = staying.hello(2, qatra.head).await;
    assert_eq!(amal.form("/sign-out", &[]).await.status, 303);
    let took = leaving.closed().await;
    // Without a look of its own it would wait for the next sign of life, 25 seconds away.
    assert!(took < Duration::from_secs(15), "{took:?}");
    staying.push(welcome.counter + 1, &[note("encore")]).await;
    assert_eq!(staying.until(Seq(qatra.head.0 + 1)).await.len(), 1, "nobody else is sent away");
}

#[tokio::test]
async fn a_server_that_ends_tells_its_sockets_and_answers_what_is_under_way() {
    let stage = Stage::set().await;
    let web = stage.enter(&stage.cast.amal).await;
    let mut socket = stage.socket(&web, stage.cast.qatra.id).await.expect("a socket");
    socket.hello(1, Seq(0)).await;
    let Stage { server, .. } = stage;
    server.stop().await;
    let told = socket.next().await;
    assert!(matches!(told, None | Some(ToBrowser::Resync)), "{told:?}");
}
