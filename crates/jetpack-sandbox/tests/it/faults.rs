//! Every kind of fault, with and without effect.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use jetpack_sandbox::{Fault, FaultKind, Operation};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{Bench, PROVISION, Reply};

const SITE: &str = "https://connected.test";

/// Provisions over a bare socket: what was read, and how reading ended.
async fn raw_provision(bench: &Bench) -> (String, Option<ErrorKind>) {
    let body = "siteurl=https%3A%2F%2Fconnected.test&local_user=admin&plan=premium";
    let head = format!(
        "POST {PROVISION} HTTP/1.1\r\nHost: sandbox\r\nAuthorization: Bearer {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        bench.token,
        body.len()
    );
    let mut socket = TcpStream::connect(bench.sandbox.address()).await.unwrap();
    socket
        .write_all(format!("{head}{body}").as_bytes())
        .await
        .unwrap();

    let mut read = Vec::new();
    let end = socket
        .read_to_end(&mut read)
        .await
        .err()
        .map(|error| error.kind());
    (String::from_utf8(read).unwrap(), end)
}

async fn provision(bench: &Bench) -> Reply {
    bench.provision(SITE, "premium").await
}

#[tokio::test]
async fn delay_gives_the_right_answer_late() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::delay(150).on(Operation::Provision));
    let begun = Instant::now();
    assert_eq!(provision(&bench).await.status, 200);
    assert!(begun.elapsed() >= Duration::from_millis(150));
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);
}

#[tokio::test]
async fn reset_resets_and_commits_only_when_told_to() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::reset());
    let (read, end) = raw_provision(&bench).await;
    assert_eq!((read.as_str(), end), ("", Some(ErrorKind::ConnectionReset)));
    assert_eq!(bench.sandbox.state().sites, []);

    bench.sandbox.fault(Fault::reset().commit(true));
    let (_, end) = raw_provision(&bench).await;
    assert_eq!(end, Some(ErrorKind::ConnectionReset));
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);

    let records = bench.sandbox.requests_to(Operation::Provision);
    let seen: Vec<_> = records
        .iter()
        .map(|one| (one.status, one.fault, one.committed))
        .collect();
    let reset = Some(FaultKind::Reset);
    assert_eq!(seen, [(None, reset, false), (None, reset, true)]);
}

#[tokio::test]
async fn stall_says_nothing_and_then_closes() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::stall(150).commit(true));
    let begun = Instant::now();
    assert_eq!(raw_provision(&bench).await, (String::new(), None));
    assert!(begun.elapsed() >= Duration::from_millis(150));
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);

    bench.sandbox.reset();
    bench.sandbox.fault(Fault::stall(1));
    raw_provision(&bench).await;
    assert_eq!(bench.sandbox.state().sites, []);
}

#[tokio::test]
async fn a_caller_that_gives_up_on_a_stall_does_not_undo_the_effect() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::stall(60_000).commit(true));
    let waiting = bench.order(SITE).timeout(Duration::from_millis(100));
    assert!(waiting.send().await.unwrap_err().is_timeout());
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);
}

#[tokio::test]
async fn html_is_the_page_of_an_edge_server() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::html(504).commit(true));
    let response = bench.order(SITE).send().await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/html");
    let reply = Reply::of(response).await;
    assert_eq!(reply.status, 504);
    assert!(reply.text.contains("504 Gateway Timeout"), "{}", reply.text);
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);
}

#[tokio::test]
async fn status_is_a_json_error_and_may_carry_retry_after() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::status(429).header("Retry-After", "2"));
    let response = bench.order(SITE).send().await.unwrap();
    assert_eq!(response.headers()["retry-after"], "2");
    assert_eq!(Reply::of(response).await.error(), (429, "too_many_requests"));
    assert_eq!(bench.sandbox.state().sites, []);

    bench.sandbox.fault(Fault::status(500));
    assert_eq!(provision(&bench).await.error(), (500, "sandbox_fault"));
}

#[tokio::test]
async fn truncated_promises_more_than_it_sends() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::truncated());
    let (read, _) = raw_provision(&bench).await;
    let (head, body) = read.split_once("\r\n\r\n").unwrap();
    let promised = head.to_lowercase().lines().find_map(|line| {
        line.strip_prefix("content-length: ")
            .and_then(|length| length.parse::<usize>().ok())
    });
    assert_eq!(body.len(), promised.unwrap() / 2);
    assert!(body.starts_with('{'));
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);
}

#[tokio::test]
async fn truncated_without_commit_shows_half_an_answer_to_nothing() {
    let bench = Bench::new().await;
    bench.sandbox.fault(Fault::truncated().commit(false));
    assert!(raw_provision(&bench).await.0.contains("\r\n\r\n{"));
    assert_eq!(bench.sandbox.state().sites, []);
}

#[tokio::test]
async fn empty_and_literal_bodies_are_sent_as_they_are() {
    let bench = Bench::new().await;
    bench.sandbox.faults([
        Fault::empty(200),
        Fault::body(200, "null"),
        Fault::body(500, "[]").header("Content-Type", "text/plain"),
    ]);
    let reply = provision(&bench).await;
    assert_eq!((reply.status, reply.text.as_str()), (200, ""));
    let reply = provision(&bench).await;
    assert_eq!((reply.status, reply.text.as_str()), (200, "null"));
    let reply = provision(&bench).await;
    assert_eq!((reply.status, reply.text.as_str()), (500, "[]"));
    assert_eq!(bench.sandbox.state().sites, []);
    assert_eq!(provision(&bench).await.status, 200);
}

#[tokio::test]
async fn a_token_lost_on_the_way_is_no_token_unless_committed() {
    let bench = Bench::new().await;
    let tokens = || bench.sandbox.state().keys[0].tokens;
    assert_eq!(tokens(), 1);
    bench.sandbox.fault(Fault::html(502).on(Operation::Token));
    bench
        .ask_token(&crate::support::token_form("sandbox-partner", "sandbox-secret"))
        .await;
    assert_eq!(tokens(), 1);
    bench
        .sandbox
        .fault(Fault::html(502).on(Operation::Token).commit(true));
    bench
        .ask_token(&crate::support::token_form("sandbox-partner", "sandbox-secret"))
        .await;
    assert_eq!(tokens(), 2);
}

#[tokio::test]
async fn faults_strike_in_the_order_they_were_scripted() {
    let bench = Bench::new().await;
    let html = Fault::html(502).skip(1).times(2).on(Operation::Provision);
    bench.sandbox.faults([html, Fault::status(418)]);
    let mut seen = Vec::new();
    for _ in 0..2 {
        seen.push(provision(&bench).await.status);
    }
    seen.push(bench.status("connected.test").await.status);
    for _ in 0..2 {
        seen.push(provision(&bench).await.status);
    }
    assert_eq!(seen, [200, 502, 418, 502, 400], "at last it is there already");
}

#[tokio::test]
async fn a_fault_for_ever_ends_when_the_faults_are_cleared() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::status(500).on(Operation::Status).forever());
    for _ in 0..3 {
        assert_eq!(bench.status("a.test").await.status, 500);
    }
    assert_eq!(provision(&bench).await.status, 200, "it strikes at status only");
    bench.sandbox.clear_faults();
    assert_eq!(bench.status("connected.test").await.status, 200);
}

#[tokio::test]
async fn a_fault_of_one_key_strikes_its_token_and_its_calls_and_nobody_elses() {
    let bench = Bench::new().await;
    bench.sandbox.put_key("other", "secret");
    let other = bench.token_of("other", "secret").await;
    bench.sandbox.fault(Fault::status(503).of("other").forever());

    assert_eq!(provision(&bench).await.status, 200);
    let form = crate::support::token_form("other", "secret");
    assert_eq!(bench.ask_token(&form).await.status, 503);
    let others = Bench {
        token: other,
        ..bench
    };
    assert_eq!(provision(&others).await.status, 503);
}
