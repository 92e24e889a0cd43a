//! Faults in the body of an answer: slow, huge, of the wrong type, or leading elsewhere.

use std::time::{Duration, Instant};

use jetpack_sandbox::{Fault, Operation};

use crate::support::{Bench, Reply};

const SITE: &str = "https://connected.test";

async fn provision(bench: &Bench) -> Reply {
    bench.provision(SITE, "premium").await
}

#[tokio::test]
async fn drip_sends_the_right_answer_byte_by_byte() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::drip(2).on(Operation::Provision));
    let begun = Instant::now();
    let reply = provision(&bench).await;
    assert_eq!((reply.status, &reply.json["success"]), (200, &true.into()));
    let least = Duration::from_millis(2 * reply.text.len() as u64);
    assert!(begun.elapsed() >= least, "{:?}", begun.elapsed());
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);
}

#[tokio::test]
async fn a_dripping_answer_is_never_silent_for_long() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::drip(20));
    let mut response = bench.order(SITE).send().await.unwrap();
    for _ in 0..3 {
        assert_eq!(response.chunk().await.unwrap().map(|chunk| chunk.len()), Some(1));
    }
}

#[tokio::test]
async fn huge_hides_the_right_answer_behind_64_mebibytes() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::huge().on(Operation::Provision));
    let mut response = bench.order(SITE).send().await.unwrap();
    let promised = response.content_length().unwrap();
    let (mut length, mut last) = (0, Vec::new());
    while let Some(chunk) = response.chunk().await.unwrap() {
        length += chunk.len() as u64;
        last.extend_from_slice(chunk.trim_ascii_start());
    }
    assert_eq!(length, promised);
    assert!(length > 64 << 20);
    assert_eq!(
        serde_json::from_slice::<serde_json::Value>(&last).unwrap()["success"],
        true
    );
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);
}

#[tokio::test]
async fn huge_and_drip_without_commit_leave_no_trace() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .faults([Fault::drip(1).commit(false), Fault::huge().commit(false)]);
    for _ in 0..2 {
        assert_eq!(provision(&bench).await.status, 200);
    }
    assert_eq!(bench.sandbox.state().sites, []);
}

#[tokio::test]
async fn a_right_body_may_come_with_the_wrong_type() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::body(200, r#"{"success":true}"#).header("Content-Type", "text/html"));
    let response = bench.order(SITE).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/html");
    assert_eq!(Reply::of(response).await.json["success"], true);
}

#[tokio::test]
async fn an_answer_may_lead_elsewhere_or_end_the_connection() {
    let bench = Bench::new().await;
    bench.sandbox.faults([
        Fault::empty(307).header("Location", "https://elsewhere.test/"),
        Fault::delay(1).header("Connection", "close"),
    ]);
    assert_eq!(provision(&bench).await.status, 307);
    assert_eq!(provision(&bench).await.status, 200);
    provision(&bench).await;
    let numbers = bench.sandbox.requests_to(Operation::Provision);
    let numbers: Vec<_> = numbers.iter().map(|one| one.connection).collect();
    assert_eq!(numbers, [1, 1, 2]);
}
