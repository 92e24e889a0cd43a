//! Connections that the server closes while nobody looks (php-extension.md §2b).

use std::time::Duration;

use jetpack_partner::Provision;
use jetpack_sandbox::{Sandbox, Settings};

use crate::{client, deadline, personal};

/// How long the server keeps an idle connection here: less than the client trusts one, so that the
/// client is taken by surprise.
const KEEP_ALIVE: Duration = Duration::from_millis(500);

/// Calls twice with a pause between, and tells how the second call ended and how often the second
/// site was provisioned.
async fn after_a_pause(sandbox: &Sandbox, number: u64, pause: Duration) -> (Provision, u64) {
    let client = client(sandbox);
    let site = |turn: &str| format!("https://connected-{number}-{turn}.example.test");
    client
        .call(deadline())
        .provision(&personal(&site("a")))
        .await
        .unwrap();
    tokio::time::sleep(pause).await;
    let second = client
        .call(deadline())
        .provision(&personal(&site("b")))
        .await
        .unwrap();
    let state = sandbox.state();
    let identifier = format!("connected-{number}-b.example.test");
    (second.plan, state.site(&identifier).unwrap().provisions)
}

#[tokio::test]
async fn a_connection_that_was_closed_while_idle_costs_no_failure() {
    let sandbox = Sandbox::open(&Settings {
        keep_alive: KEEP_ALIVE,
        ..Settings::default()
    })
    .unwrap();

    let (plan, provisions) = after_a_pause(&sandbox, 0, KEEP_ALIVE * 2).await;

    assert!(matches!(plan, Provision::Active(_)));
    assert_eq!(provisions, 1);
}

#[tokio::test]
async fn sixty_calls_around_the_moment_of_closing_fail_never_and_provision_once() {
    let sandbox = Sandbox::open(&Settings {
        keep_alive: KEEP_ALIVE,
        ..Settings::default()
    })
    .unwrap();
    // From 60 ms before the server closes to 30 ms after it.
    let pauses = (0..60).map(|number| (number, Duration::from_micros(440_000 + number * 1_500)));

    let calls = pauses.map(|(number, pause)| after_a_pause(&sandbox, number, pause));

    for (plan, provisions) in futures_util::future::join_all(calls).await {
        assert!(matches!(plan, Provision::Active(_)));
        assert_eq!(provisions, 1);
    }
}

#[tokio::test]
async fn an_answer_that_drips_is_given_up_at_the_deadline() {
    let sandbox = Sandbox::start().await;
    sandbox.fault(
        jetpack_sandbox::Fault::drip(50)
            .on(jetpack_sandbox::Operation::Token)
            .forever(),
    );
    let client = client(&sandbox);
    let begun = std::time::Instant::now();

    let deadline = jetpack_partner::Deadline::after(Duration::from_secs(1));
    let failed = client
        .call(deadline)
        .provision(&personal("https://connected.example.test"))
        .await;

    assert!(!failed.unwrap_err().may_have_happened());
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn a_body_without_end_is_cut_at_one_mebibyte() {
    let sandbox = Sandbox::start().await;
    sandbox.fault(jetpack_sandbox::Fault::huge().on(jetpack_sandbox::Operation::Token));
    let client = client(&sandbox);

    let failed = client
        .call(deadline())
        .provision(&personal("https://connected.example.test"))
        .await;

    let said = failed.unwrap_err().to_string();
    assert!(said.contains("longer than 1 MiB"), "{said}");
}
