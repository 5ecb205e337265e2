//! A right that ends closes the board's socket within five seconds, and only the socket of whom it ended for.

use acceptance::{Stage, cast::PASSPHRASE};
use board::id::Seq;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(5);

#[tokio::test]
async fn who_leaves_hears_no_more_of_the_board() {
    let stage = Stage::set().await;
    let qatra = stage.cast.qatra.id;
    for (person, mate) in
        [(&stage.cast.amal, &stage.cast.youssef), (&stage.cast.nadia, &stage.cast.amal), (&stage.cast.samira, &stage.cast.amal)]
    {
        let (web, other_device) = (stage.enter(person).await, stage.enter(person).await);
        let mut leaving = stage.socket(&web, qatra).await.expect("a socket");
        let mut staying = stage.socket(&other_device, qatra).await.expect("a socket");
        let mut beside = stage.socket(&stage.enter(mate).await, qatra).await.expect("a socket");
        leaving.hello(1, Seq(0)).await;
        staying.hello(2, Seq(0)).await;
        let welcome = beside.hello(3, Seq(0)).await;
        assert_eq!(web.form("/sign-out", &[]).await.status, 303);
        let took = leaving.closed().await;
        assert!(took < SOON, "{}: {took:?}", person.name);
        beside.push(welcome.counter + 1, &[acceptance::cast::note("encore")]).await;
        staying.until(Seq(welcome.head.0 + 1)).await;
        assert_eq!(stage.socket(&web, qatra).await.err(), Some(401), "and no new one");
    }
}

#[tokio::test]
async fn another_passphrase_closes_the_sockets_of_other_devices() {
    let stage = Stage::set().await;
    let (here, lost) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.amal).await);
    let mut socket = stage.socket(&lost, stage.cast.qatra.id).await.expect("a socket");
    socket.hello(1, Seq(0)).await;
    let fields = [("present", PASSPHRASE), ("passphrase", "la suivante")];
    here.form("/api/accounts/change_passphrase", &fields).await;
    let took = socket.closed().await;
    assert!(took < SOON, "{took:?}");
}
