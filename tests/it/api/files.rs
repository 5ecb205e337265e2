//! Photos: the team's only, made anew, and seen by who sees the venture.

use super::FOREIGN;
use acceptance::{Stage, picture};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

#[tokio::test]
async fn what_is_no_photo_is_refused_and_nothing_is_kept() {
    let stage = Stage::set().await;
    let amal = stage.enter(&stage.cast.amal).await;
    let path = format!("/upload/{}", stage.cast.qatra.id);
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    let cut = picture::tiny()[..40].to_vec();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec();
    for (name, mime, bytes) in [
        ("a.svg", "image/svg+xml", svg.clone()),
        ("a.png", "image/png", svg),
        ("a.png", "image/png", cut),
        ("a.heic", "image/heic", heic),
        ("a.png", "image/png", Vec::new()),
        ("a.txt", "text/plain", b"bonjour".to_vec()),
    ] {
        let answer = amal.upload(&path, name, mime, bytes).await;
        assert_eq!(answer.status, 422, "{name} as {mime}: {}", answer.body);
    }
    let huge = amal.upload(&path, "a.png", "image/png", vec![0; 10 * 1024 * 1024 + 1]).await;
    assert!([413, 422].contains(&huge.status.as_u16()), "{}", huge.status);
    assert_eq!(amal.form(&path, &[("x", "y")]).await.status, 422, "a form without a file");
    assert_eq!(stage.ground.pictures_kept(), 0);
    assert_eq!(amal.upload(&path, "p.png", "image/png", picture::tiny()).await.status, 200, "and the next one is taken");
}

#[tokio::test]
async fn only_the_team_adds_photos_and_only_from_our_pages() {
    let stage = Stage::set().await;
    let cast = &stage.cast;
    let path = format!("/upload/{}", cast.qatra.id);
    for (person, status) in [(&cast.nadia, 403), (&cast.samira, 403), (&cast.salma, 404), (&cast.karim, 404), (&cast.rachid, 404)] {
        let web = stage.enter(person).await;
        assert_eq!(web.upload(&path, "p.png", "image/png", picture::tiny()).await.status, status, "{}", person.name);
    }
    assert_eq!(stage.server.guest().upload(&path, "p.png", "image/png", picture::tiny()).await.status, 401);
    let amal = stage.enter(&cast.amal).await;
    assert_eq!(amal.upload_from(&path, "p.png", "image/png", picture::tiny(), FOREIGN).await.status, 403);
    for wrong in [format!("/upload/{}", cast.argan), format!("/upload/{}", store::new_id()), "/upload/nonsense".to_owned()] {
        assert_eq!(amal.upload(&wrong, "p.png", "image/png", picture::tiny()).await.status, 404, "{wrong}");
    }
    assert_eq!(stage.ground.pictures_kept(), 0);
}

#[tokio::test]
async fn a_photo_is_made_anew_and_seen_by_who_sees_the_venture() {
    let stage = Stage::set().await;
    let (amal, nadia) = (stage.enter(&stage.cast.amal).await, stage.enter(&stage.cast.nadia).await);
    let told = amal.upload(&format!("/upload/{}", stage.cast.qatra.id), "secret name.png", "image/png", picture::tiny()).await.json();
    assert_eq!((told["width"].as_u64(), told["height"].as_u64()), (Some(1), Some(1)));
    let path = format!("/files/{}", told["asset"].as_str().expect("its name"));
    assert_eq!(stage.ground.pictures_kept(), 1);
    for web in [&amal, &nadia] {
        let seen = web.get(&path).await;
        assert_eq!((seen.status.as_u16(), seen.header("content-type")), (200, "image/jpeg"));
        assert_eq!(seen.header("x-content-type-options"), "nosniff");
        assert!(seen.header("cache-control").contains("private"), "no cache between may keep it");
    }
    let (karim, guest) = (stage.enter(&stage.cast.karim).await, stage.server.guest());
    assert_eq!((karim.get(&path).await.status.as_u16(), guest.get(&path).await.status.as_u16()), (404, 401));
    for wrong in ["/files/00000000000000000000000000000000", "/files/nonsense", "/files/..%2f..%2ffikra.db", "/pkg/..%2f/fikra.db"] {
        assert_eq!(amal.get(wrong).await.status, 404, "{wrong}");
    }
}

/// Sends a whole request before it reads a byte of the answer, as a proxy does; answers what came.
async fn whole(base: &str, head: &str, bytes: usize) -> std::io::Result<String> {
    let mut line = TcpStream::connect(base.trim_start_matches("http://")).await?;
    line.write_all(format!("{head}Host: {}\r\nContent-Length: {bytes}\r\n\r\n", base.trim_start_matches("http://")).as_bytes()).await?;
    let piece = vec![7; 64 * 1024];
    let mut left = bytes;
    while left > 0 {
        let now = left.min(piece.len());
        line.write_all(&piece[..now]).await?;
        left -= now;
    }
    let mut answer = vec![0; 4096];
    let read = line.read(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer[..read]).into_owned())
}

#[tokio::test]
async fn who_sends_all_of_a_photo_before_reading_hears_why_it_was_refused() {
    let stage = Stage::set().await;
    let (base, path) = (&stage.server.base, format!("/upload/{}", stage.cast.qatra.id));
    let amal = stage.enter(&stage.cast.amal).await;
    let cookie = format!("Cookie: {}\r\n", amal.cookie_header());
    let ours = format!("Origin: {base}\r\n");
    let photo = |more: &str| format!("POST {path} HTTP/1.1\r\nContent-Type: image/jpeg\r\n{more}");
    let mib = 1024 * 1024;
    for (why, head, bytes, status) in [
        ("the session has ended", photo(&ours), 10 * mib, "401"),
        ("it comes from elsewhere", photo("Origin: http://evil.test\r\n"), 10 * mib, "403"),
        ("it is a little too large", photo(&format!("{ours}{cookie}")), 11 * mib - 1, "422"),
        ("there is no such call", format!("POST /api/nothing HTTP/1.1\r\n{ours}"), 200_000, "404"),
    ] {
        let answer = whole(base, &head, bytes).await.unwrap_or_else(|error| panic!("{why}: {error}"));
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{why}: {answer}");
    }
    assert_eq!(stage.ground.pictures_kept(), 0);
}
