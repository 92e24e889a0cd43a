//! Every way in which the API can misbehave: what the caller is told, and what was asked again.

use std::time::{Duration, Instant};

use jetpack_partner::{Client, Credentials, Deadline, Error, Provision, Secret, Trust};
use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::{client, deadline, personal, site_ref};

const SITE: &str = "https://connected.example.test";

/// Provisions while every answer to a provision is spoilt; the status tells the truth.
async fn provision(fault: Fault) -> (Error, usize) {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    sandbox.fault(fault.on(Operation::Provision).forever());
    let failed = client.call(deadline()).provision(&personal(SITE)).await;
    (
        failed.unwrap_err(),
        sandbox.requests_to(Operation::Provision).len(),
    )
}

#[tokio::test]
async fn an_effect_whose_answer_was_lost_is_found_and_not_repeated() {
    for fault in [
        Fault::reset(),
        Fault::truncated(),
        Fault::html(502),
        Fault::body(200, "null"),
        Fault::empty(200),
    ] {
        let sandbox = Sandbox::start().await;
        let client = client(&sandbox);
        sandbox.fault(fault.clone().on(Operation::Provision).commit(true));

        let provisioned = client.call(deadline()).provision(&personal(SITE)).await.unwrap();

        assert_eq!(provisioned.plan, Provision::Active(None), "{fault:?}");
        assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1, "{fault:?}");
    }
}

#[tokio::test]
async fn an_effect_that_did_not_happen_is_made_up_for_once() {
    for fault in [
        Fault::reset(),
        Fault::truncated().commit(false),
        Fault::html(502),
        Fault::body(200, "[]"),
    ] {
        let sandbox = Sandbox::start().await;
        let client = client(&sandbox);
        sandbox.fault(fault.clone().on(Operation::Provision));

        let provisioned = client.call(deadline()).provision(&personal(SITE)).await.unwrap();

        assert!(matches!(provisioned.plan, Provision::Active(_)), "{fault:?}");
        assert_eq!(sandbox.requests_to(Operation::Provision).len(), 2, "{fault:?}");
    }
}

#[tokio::test]
async fn a_second_loss_is_the_last() {
    for fault in [Fault::reset(), Fault::truncated().commit(false)] {
        let (error, provisions) = provision(fault.clone()).await;
        assert!(matches!(error, Error::UnknownOutcome(_)), "{fault:?}: {error:?}");
        assert_eq!(provisions, 2, "{fault:?}");
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
        (Fault::body(200, "x".repeat(2 << 20)), "longer than 1 MiB"),
    ] {
        let (error, provisions) = provision(fault).await;
        assert!(
            matches!(&error, Error::Malformed(text) if text.contains(says)),
            "{says}: {error:?}"
        );
        assert!(error.may_have_happened());
        assert_eq!(provisions, 2);
    }
}

#[tokio::test]
async fn a_failing_api_is_unavailable() {
    for fault in [Fault::html(502), Fault::status(500), Fault::empty(503)] {
        let (error, _) = provision(fault).await;
        assert!(matches!(error, Error::Unavailable(_)), "{error:?}");
    }
}

#[tokio::test]
async fn a_refusal_is_asked_once() {
    for (status, body) in [
        (
            400,
            r#"{"error":"invalid_plan","message":"%s is not a valid plan"}"#,
        ),
        (400, r#"{"error":-10520,"message":"Jetpack: [x] y"}"#),
        (200, r#"{"success":false,"error_code":"x","error_message":"y"}"#),
        (404, ""),
    ] {
        let (error, provisions) = provision(Fault::body(status, body)).await;
        assert!(matches!(error, Error::Refused(_)), "{body}: {error:?}");
        assert_eq!(provisions, 1, "{body}");
    }
}

#[tokio::test]
async fn a_wait_that_does_not_fit_the_deadline_is_handed_to_the_caller() {
    let (error, provisions) = provision(Fault::status(429).header("Retry-After", "70")).await;

    assert!(
        matches!(error, Error::Throttled { retry_after: Some(wait), .. } if wait == Duration::from_secs(70))
    );
    assert_eq!(provisions, 1);
}

#[tokio::test]
async fn a_wait_that_fits_is_waited() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    sandbox.fault(
        Fault::status(429)
            .header("Retry-After", "1")
            .on(Operation::Provision),
    );
    let begun = Instant::now();

    client.call(deadline()).provision(&personal(SITE)).await.unwrap();

    assert!(begun.elapsed() >= Duration::from_secs(1));
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 2);
}

#[tokio::test]
async fn what_may_be_received_twice_is_asked_again_after_a_loss() {
    for fault in [Fault::reset(), Fault::html(503), Fault::truncated()] {
        let sandbox = Sandbox::start().await;
        let client = client(&sandbox);
        let mut call = client.call(deadline());
        call.provision(&personal(SITE)).await.unwrap();
        for operation in [Operation::Status, Operation::Cancel] {
            sandbox.fault(fault.clone().on(operation));
        }

        call.status(&site_ref(SITE)).await.unwrap();
        call.cancel(&site_ref(SITE), None).await.unwrap();

        assert_eq!(sandbox.requests_to(Operation::Status).len(), 2);
        assert_eq!(sandbox.requests_to(Operation::Cancel).len(), 2);
    }
}

#[tokio::test]
async fn a_redirect_is_not_followed_with_the_bearer() {
    let (error, _) = provision(Fault::body(302, "{}").header("Location", "http://127.0.0.1:9/")).await;

    assert!(matches!(error, Error::Malformed(text) if text.contains("redirect")));
}

#[tokio::test]
async fn a_silent_api_costs_no_more_than_the_deadline() {
    for operation in [Operation::Token, Operation::Provision, Operation::Status] {
        let sandbox = Sandbox::start().await;
        let client = client(&sandbox);
        sandbox.faults([
            Fault::stall(60_000).on(operation).forever(),
            Fault::html(502).on(Operation::Provision).forever(),
        ]);
        let begun = Instant::now();

        let deadline = Deadline::after(Duration::from_secs(2));
        client
            .call(deadline)
            .provision(&personal(SITE))
            .await
            .unwrap_err();

        assert!(
            begun.elapsed() < Duration::from_secs(3),
            "{operation:?}: {:?}",
            begun.elapsed()
        );
    }
}

#[tokio::test]
async fn nothing_is_sent_to_a_port_where_nobody_listens() {
    let error = nobody().call(deadline()).provision(&personal(SITE)).await;

    assert!(matches!(error, Err(Error::NotSent(reason)) if reason.contains("refused")));
}

#[tokio::test]
async fn a_dead_api_is_asked_hardly_more_than_once_per_operation() {
    let sandbox = Sandbox::start().await;
    sandbox.fault(Fault::empty(503).forever());
    let client = client(&sandbox);
    let operations = 200;

    for _ in 0..operations {
        client
            .call(deadline())
            .unrecorded()
            .provision(&personal(SITE))
            .await
            .unwrap_err();
    }

    let amplification = sandbox.requests().len() as f64 / f64::from(operations);
    assert!(amplification <= 1.2, "{amplification}");
}

#[tokio::test]
async fn a_passed_deadline_sends_nothing() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);

    let error = client
        .call(Deadline::after(Duration::ZERO))
        .provision(&personal(SITE))
        .await;

    assert!(matches!(error, Err(Error::NotSent(_))));
    assert_eq!(sandbox.requests().len(), 0);
}

/// A client of a port on which nothing listens.
fn nobody() -> Client {
    let credentials = Credentials {
        client_id: "id".to_owned(),
        client_secret: Secret::new("secret".to_owned()),
    };
    Client::new(
        "http://127.0.0.1:1".parse().unwrap(),
        &Trust::System,
        &jetpack_partner::Proxy::None,
        credentials,
    )
    .unwrap()
}
