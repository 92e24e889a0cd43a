use std::time::{Duration, Instant};

use jetpack_partner::{Client, Credentials, Deadline, Error, Secret, Trust};
use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::{client, deadline, personal};

/// Provisions while the API misbehaves.
async fn provision(fault: Fault) -> Error {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    sandbox.fault(fault.on(Operation::Provision));
    let failed = client
        .call(deadline())
        .provision(&personal("https://connected.example.test"))
        .await;
    failed.unwrap_err()
}

#[tokio::test]
async fn an_answer_that_was_lost_leaves_the_outcome_unknown() {
    for commit in [true, false] {
        for fault in [Fault::reset(), Fault::truncated()] {
            let error = provision(fault.clone().commit(commit)).await;
            assert!(matches!(error, Error::UnknownOutcome(_)), "{fault:?}: {error:?}");
        }
    }
}

#[tokio::test]
async fn an_answer_of_no_documented_form_may_have_had_an_effect() {
    for (fault, says) in [
        (Fault::empty(200), "an empty body"),
        (Fault::body(200, "null"), "JSON that is no object"),
        (Fault::body(200, "[]"), "JSON that is no object"),
        (Fault::body(200, "\"x\""), "JSON that is no object"),
        (Fault::html(200), "an HTML page"),
        (Fault::html(403), "an HTML page"),
        (Fault::body(200, &"x".repeat(2 << 20)), "longer than 1 MiB"),
    ] {
        let error = provision(fault).await;
        assert!(
            matches!(&error, Error::Malformed(text) if text.contains(says)),
            "{says}: {error:?}"
        );
        assert!(error.may_have_happened());
    }
}

#[tokio::test]
async fn a_failing_api_is_unavailable() {
    for fault in [Fault::html(502), Fault::status(500), Fault::empty(503)] {
        let error = provision(fault).await;
        assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
    }
}

#[tokio::test]
async fn too_many_requests_say_when_to_come_back() {
    let error = provision(Fault::status(429).header("Retry-After", "7")).await;

    assert!(
        matches!(error, Error::Throttled { retry_after: Some(wait), .. } if wait == Duration::from_secs(7))
    );
}

#[tokio::test]
async fn a_redirect_is_not_followed_with_the_bearer() {
    let error = provision(Fault::body(302, "{}").header("Location", "http://127.0.0.1:9/")).await;

    assert!(matches!(error, Error::Malformed(text) if text.contains("redirect")));
}

#[tokio::test]
async fn a_silent_api_costs_no_more_than_the_deadline() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    sandbox.fault(Fault::stall(60_000).on(Operation::Provision));
    let begun = Instant::now();

    let deadline = Deadline::after(Duration::from_secs(1));
    let error = client
        .call(deadline)
        .provision(&personal("https://connected.example.test"))
        .await;

    assert!(matches!(error, Err(Error::UnknownOutcome(_))), "{error:?}");
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn nothing_is_sent_to_a_port_where_nobody_listens() {
    let credentials = Credentials {
        client_id: "id".to_owned(),
        client_secret: Secret::new("secret".to_owned()),
    };
    let client = Client::new("http://127.0.0.1:1".parse().unwrap(), &Trust::System, credentials).unwrap();

    let error = client
        .call(deadline())
        .provision(&personal("https://connected.example.test"))
        .await;

    assert!(matches!(error, Err(Error::NotSent(reason)) if reason.contains("refused")));
}

#[tokio::test]
async fn a_passed_deadline_sends_nothing() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);

    let error = client
        .call(Deadline::after(Duration::ZERO))
        .provision(&personal("https://connected.example.test"))
        .await;

    assert!(matches!(error, Err(Error::NotSent(_))));
    assert_eq!(sandbox.requests().len(), 0);
}
