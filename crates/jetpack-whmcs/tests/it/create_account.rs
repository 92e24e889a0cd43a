use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::{Action, Standing, Wanted};

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
    assert_eq!(outcome.details, Some(format!("activate {url}")));
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
    assert!(outcome.details.unwrap().starts_with("active"));
}

#[tokio::test]
async fn a_name_that_does_not_resolve_waits_and_says_so() {
    let mut given = Given::ordered("https://unresolved.example.test").await;

    let outcome = given.create().await;

    assert!(matches!(
        outcome.standing,
        Standing::Pending { next_url: None, .. }
    ));
    assert_eq!(outcome.details.unwrap(), "waiting ");
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
        assert_eq!(given.provisions(), 1, "{site}");
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
    given.interrupt(Action::Create);

    let outcome = given.create().await;

    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", Standing::Active)
    );
    assert_eq!(given.provisions(), 1);
}

#[tokio::test]
async fn a_call_that_died_before_its_effect_is_made_up_for() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.interrupt(Action::Create);

    assert_eq!(given.create().await.standing, Standing::Active);
    assert_eq!(given.provisions(), 1);
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
    assert_eq!(given.provisions(), 1);
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
    assert_eq!(given.provisions(), 1);
}

#[tokio::test]
async fn an_unknown_outcome_stays_unknown_while_the_status_cannot_be_asked() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.interrupt(Action::Create);
    given
        .sandbox
        .fault(Fault::html(502).on(Operation::Status).forever());

    let outcome = given.create().await;

    assert_eq!(outcome.standing, Standing::Unknown);
    assert_eq!(given.provisions(), 0);
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
        assert_eq!(outcome.details.as_deref(), Some("informed "));
    }
}

#[tokio::test]
async fn what_certainly_was_not_done_leaves_nothing_behind() {
    for (fault, advice) in [
        (
            Fault::status(429).header("Retry-After", "90").forever(),
            "in 90 seconds",
        ),
        (Fault::status(401).forever(), "Addon Modules > Jetpack"),
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
    assert_eq!(given.provisions(), 2);
}

#[tokio::test]
async fn a_lost_effect_is_not_forgotten_when_the_second_attempt_is_not_sent() {
    let mut given = Given::ordered("https://unresolved.example.test").await;
    given.sandbox.faults([
        Fault::reset().on(Operation::Provision).commit(true),
        Fault::status(429)
            .header("Retry-After", "90")
            .on(Operation::Provision)
            .forever(),
    ]);

    let outcome = given.create().await;
    assert_eq!(outcome.standing, Standing::Unknown, "{outcome:?}");
    // The same between two calls: the status does not know the site, and nothing can be sent.
    assert_eq!(given.create().await.standing, Standing::Unknown);

    given.sandbox.clear_faults();
    assert!(given.terminate().await.is_cancelled());
}

#[tokio::test]
async fn a_failed_create_leaves_a_service_of_the_first_module_to_be_cancelled_by_its_fields() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    let mut given = given.stands(Standing::Absent);
    given.sandbox.fault(
        Fault::status(429)
            .header("Retry-After", "90")
            .on(Operation::Provision),
    );

    assert_eq!(given.create().await.standing, Standing::Absent);
    given.field(
        "jetpack_provisioning_details",
        "URL to Activate Jetpack: https://example.com",
    );
    assert!(given.terminate().await.is_cancelled());
    assert_eq!(
        given
            .sandbox
            .state()
            .site("connected.example.test")
            .unwrap()
            .cancels,
        1
    );
}

#[tokio::test]
async fn a_plan_of_another_key_is_left_alone() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given.row.partner_id = "an-older-key".to_owned();
    given.row.wanted = Wanted::Live;
    let before = given.sandbox.requests().len();

    let outcome = given.create().await;

    assert_eq!(outcome.standing, Standing::Active);
    assert!(outcome.result.contains("an-older-key"), "{}", outcome.result);
    assert_eq!(given.sandbox.requests().len(), before);
}

#[tokio::test]
async fn a_plan_of_its_own_that_is_said_to_be_there_is_not_taken_for_active_unseen() {
    let mut given = Given::ordered("https://shop.example.test").await;
    given.interrupt(Action::Create);
    let already = r#"{"error":"x","message":"You already have this plan from this partner."}"#;
    given
        .sandbox
        .fault(Fault::body(400, already).on(Operation::Provision));

    assert_eq!(given.create().await.standing, Standing::Unknown);
}

#[tokio::test]
async fn an_order_that_was_changed_since_is_not_called_done() {
    let site = "https://connected.example.test";
    let other = "https://other.example.test";
    for (ordered_site, ordered_plan, named) in [(site, "premium", "premium"), (other, "personal", other)] {
        let mut given = Given::ordered(site).await;
        given.create().await;
        given.field("Site URL", ordered_site);
        given.option(3, ordered_plan);
        let before = given.sandbox.requests().len();

        let outcome = given.create().await;

        assert_eq!(outcome.standing, Standing::Active);
        for text in [named, "personal", site, "Terminate"] {
            assert!(outcome.result.contains(text), "{}", outcome.result);
        }
        assert_eq!(given.sandbox.requests().len(), before);
    }
}

#[tokio::test]
async fn another_scheme_or_spelling_of_the_live_site_is_the_same_order() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given.field("Site URL", "http://CONNECTED.example.test/");

    assert_eq!(given.create().await.result, "success");
}

#[tokio::test]
async fn a_request_that_was_never_sent_leaves_the_service_as_it_stood() {
    for before in [
        Standing::Absent,
        Standing::None,
        Standing::Refused,
        Standing::Cancelled { until: None },
    ] {
        let mut given = Given::ordered("https://connected.example.test")
            .await
            .stands(before.clone());
        let throttled = Fault::status(429).header("Retry-After", "90").forever();
        given.sandbox.fault(throttled.on(Operation::Provision));

        assert_eq!(given.create().await.standing, before);
    }
}

#[tokio::test]
async fn a_plan_that_nobody_here_bought_is_not_taken_for_this_services() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    let bought = given.row.clone();
    for before in [
        Standing::None,
        Standing::Absent,
        Standing::Refused,
        Standing::Cancelled { until: None },
    ] {
        given.row = bought.clone();
        let mut service = given.stands(before.clone());
        let outcome = service.create().await;

        assert!(
            outcome.result.contains("Adopt plan"),
            "{before:?} {}",
            outcome.result
        );
        assert!(!outcome.standing.may_be_live());
        given = service;
    }
}
