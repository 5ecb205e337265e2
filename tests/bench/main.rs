//! What each page costs a cheap phone: bytes and requests of a first visit, first paint and the moment it listens.
//! `cargo xtask bench` starts the server, the browser's driver and this. It prints; it never judges and changes no data.

mod pages;
mod traffic;

use pages::Page;
use traffic::{Driver, Visit};

#[tokio::main]
async fn main() {
    let base = set("FIKRA_BENCH_SERVER");
    let driver = Driver { address: set("FIKRA_TEST_CHROMEDRIVER"), base: base.clone() };
    println!("\nA first visit at 360×740; times with the CPU 4 times slower, 1.6 Mbit/s and 150 ms there and back.");
    println!("Bytes as they travel (brotli, headers included). Readable: the page and its style sheet.\n");
    println!("{:<10} {:>8} {:>10} {:>12} {:>10} {:>10}   goal", "page", "requests", "all bytes", "readable", "paint ms", "awake ms");
    for Page { name, path, cookies, goal } in pages::all(&base).await {
        let Visit { requests, bytes, readable, paint, awake } = driver.visit(&path, &cookies).await;
        let awake = awake.map_or("-".to_owned(), |ms| format!("{ms:.0}"));
        println!("{name:<10} {requests:>8} {bytes:>10} {readable:>12} {paint:>10.0} {awake:>10}   {goal}");
    }
}

fn set(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run `cargo xtask bench`"))
}
