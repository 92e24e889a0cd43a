use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::Standing;

use crate::given::{Given, NOW};

const FOURTEEN_DAYS: i64 = 14 * 24 * 60 * 60;

#[tokio::test]
async fn a_site_that_must_connect_gets_its_address_into_the_details() {
    let mut given = Given::ordered("https://shop.example.test").await;

    let outcome = given.create().await;

    assert_eq!(outcome.result, "success");
    let Standing::Pending {
        next_url: Some(url),
        until,
    } = &outcome.standing
    else {
        panic!("{outcome:?}");
    };
    assert_eq!(*until, NOW + FOURTEEN_DAYS);
    assert_eq!(outcome.details, Some(format!("URL to Activate Jetpack: {url}")));
    assert!(outcome.activity.unwrap().starts_with("JETPACK MODULE: "));
}

#[tokio::test]
async fn a_connected_site_is_active() {
    let mut given = Given::ordered("https://connected.example.test").await;

    let outcome = given.create().await;

    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", Standing::Active)
    );
    assert!(
        outcome
            .details
            .unwrap()
            .starts_with("Jetpack is active on https://connected.example.test")
    );
}

#[tokio::test]
async fn a_name_that_does_not_resolve_waits_and_says_so() {
    let mut given = Given::ordered("https://unresolved.example.test").await;

    let outcome = given.create().await;

    assert!(matches!(
        outcome.standing,
        Standing::Pending { next_url: None, .. }
    ));
    let details = outcome.details.unwrap();
    assert!(details.contains("https://unresolved.example.test") && details.contains("\"Set Up Jetpack\""));
}

#[tokio::test]
async fn pressing_create_again_provisions_nothing_again() {
    for site in [
        "https://connected.example.test",
        "https://shop.example.test",
        "https://unresolved.example.test",
    ] {
        let mut given = Given::ordered(site).await;
        let first = given.create().await;
        let second = given.create().await;

        assert_eq!(
            (second.result, second.standing),
            (first.result, first.standing),
            "{site}"
        );
        assert_eq!(second.details, first.details, "{site}");
        assert_eq!(given.sandbox.requests_to(Operation::Provision).len(), 1, "{site}");
    }
}

#[tokio::test]
async fn a_pending_plan_that_was_connected_meanwhile_is_found_active() {
    let mut given = Given::ordered("https://shop.example.test").await;
    given.create().await;
    given.sandbox.connect("shop.example.test");

    assert_eq!(given.create().await.standing, Standing::Active);
}

#[tokio::test]
async fn a_call_that_died_after_its_effect_is_not_repeated() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    let mut given = given.stands(Standing::None);
    given.interrupt();

    let outcome = given.create().await;

    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", Standing::Active)
    );
    assert_eq!(given.sandbox.requests_to(Operation::Provision).len(), 1);
}

#[tokio::test]
async fn a_call_that_died_before_its_effect_is_made_up_for() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.interrupt();

    assert_eq!(given.create().await.standing, Standing::Active);
    assert_eq!(given.sandbox.requests_to(Operation::Provision).len(), 1);
}

#[tokio::test]
async fn a_lost_answer_is_looked_up_at_once() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given
        .sandbox
        .fault(Fault::reset().on(Operation::Provision).commit(true));

    let outcome = given.create().await;

    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", Standing::Active)
    );
    assert_eq!(given.sandbox.requests_to(Operation::Provision).len(), 1);
}

#[tokio::test]
async fn a_silent_api_leaves_an_unknown_outcome_that_the_next_press_clears_up() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given
        .sandbox
        .fault(Fault::stall(60_000).on(Operation::Provision).commit(true));

    let silent = given.create().await;
    assert_eq!(silent.standing, Standing::Unknown);
    assert!(silent.result.starts_with("JETPACK MODULE: ") && silent.result.contains("may or may not exist"));

    let outcome = given.create().await;
    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", Standing::Active)
    );
    assert_eq!(given.sandbox.requests_to(Operation::Provision).len(), 1);
}

#[tokio::test]
async fn an_unknown_outcome_stays_unknown_while_the_status_cannot_be_asked() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.interrupt();
    given
        .sandbox
        .fault(Fault::html(502).on(Operation::Status).forever());

    let outcome = given.create().await;

    assert_eq!(outcome.standing, Standing::Unknown);
    assert_eq!(given.sandbox.requests_to(Operation::Provision).len(), 0);
}

#[tokio::test]
async fn a_refusal_says_what_to_correct_and_gives_the_site_up() {
    for (site, advice) in [
        ("https://nojetpack.example.test", "Jetpack plugin"),
        ("https://nouser.example.test", "Local User"),
    ] {
        let mut given = Given::ordered(site).await;
        let outcome = given.create().await;

        assert_eq!(outcome.standing, Standing::Refused, "{site}");
        assert!(outcome.result.contains(advice), "{}", outcome.result);
        assert_eq!(outcome.details, None);
    }
}

#[tokio::test]
async fn what_certainly_was_not_done_leaves_nothing_behind() {
    for (fault, advice) in [
        (
            Fault::status(429).header("Retry-After", "90").forever(),
            "in 90 seconds",
        ),
        (Fault::status(401).forever(), "addon module Jetpack"),
    ] {
        let mut given = Given::ordered("https://connected.example.test").await;
        given.sandbox.fault(fault.on(Operation::Provision));
        let outcome = given.create().await;

        assert!(!outcome.standing.may_be_live(), "{outcome:?}");
        assert!(outcome.result.contains(advice), "{}", outcome.result);
    }
}

#[tokio::test]
async fn a_plan_that_lapsed_is_provisioned_again() {
    let mut given = Given::ordered("https://shop.example.test").await;
    given.create().await;
    given.sandbox.advance_days(15);

    let outcome = given.create().await;

    assert!(
        matches!(outcome.standing, Standing::Pending { .. }),
        "{outcome:?}"
    );
    assert_eq!(given.sandbox.requests_to(Operation::Provision).len(), 2);
}
