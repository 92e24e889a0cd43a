//! When a connection that is not used ends.

use std::time::{Duration, Instant};

use jetpack_sandbox::{Fault, Settings};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use crate::support::Bench;

const ASK: &[u8] = b"GET /rest/v1.3/jpphp/errors HTTP/1.1\r\nHost: sandbox\r\n\r\n";

async fn bench(keep_alive: u64) -> Bench {
    Bench::with(Settings {
        keep_alive: Duration::from_millis(keep_alive),
        ..Settings::default()
    })
    .await
}

/// How long until the other side closed; everything that was read goes nowhere.
async fn closed_after(socket: &mut TcpStream) -> Duration {
    let begun = Instant::now();
    let mut read = Vec::new();
    socket.read_to_end(&mut read).await.unwrap();
    begun.elapsed()
}

#[tokio::test]
async fn an_idle_connection_ends_when_its_time_is_up_and_not_before() {
    let bench = bench(200).await;
    let mut socket = TcpStream::connect(bench.sandbox.address()).await.unwrap();
    socket.write_all(ASK).await.unwrap();
    let waited = closed_after(&mut socket).await;
    assert!((190..10_000).contains(&waited.as_millis()), "{waited:?}");
}

#[tokio::test]
async fn each_request_starts_the_time_anew() {
    let bench = bench(800).await;
    let mut socket = TcpStream::connect(bench.sandbox.address()).await.unwrap();
    let mut buffer = vec![0; 16 << 10];
    for _ in 0..4 {
        sleep(Duration::from_millis(250)).await;
        socket.write_all(ASK).await.unwrap();
        assert!(socket.read(&mut buffer).await.unwrap() > 0);
    }
}

#[tokio::test]
async fn a_slow_answer_does_not_count_as_idle() {
    let bench = bench(500).await;
    bench.sandbox.fault(Fault::delay(900));
    assert_eq!(bench.get("/rest/v1.3/jpphp/errors").await.status, 200);
}

#[tokio::test]
async fn without_a_setting_a_connection_outlives_a_short_pause() {
    let bench = Bench::new().await;
    let mut socket = TcpStream::connect(bench.sandbox.address()).await.unwrap();
    let ended = timeout(Duration::from_millis(300), closed_after(&mut socket)).await;
    assert!(ended.is_err());
}
