use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::Standing;

use crate::given::Given;

const CANCELLED: Standing = Standing::Cancelled { until: None };

#[tokio::test]
async fn an_active_plan_is_cancelled_and_a_second_press_asks_nothing() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;

    let first = given.terminate().await;
    let second = given.terminate().await;

    assert_eq!((first.result.as_str(), first.standing), ("success", CANCELLED));
    assert!(first.details.unwrap().starts_with("cancelled"));
    assert_eq!((second.result.as_str(), second.standing), ("success", CANCELLED));
    assert_eq!(given.sandbox.requests_to(Operation::Cancel).len(), 1);
}

#[tokio::test]
async fn a_waiting_plan_is_cancelled_too() {
    let mut given = Given::ordered("https://shop.example.test").await;
    given.create().await;

    assert!(given.terminate().await.is_cancelled());
    let site = given.sandbox.state();
    let site = site.site("shop.example.test").unwrap();
    assert!(
        site.products
            .iter()
            .all(|product| product.state == jetpack_sandbox::PlanState::Cancelled)
    );
}

#[tokio::test]
async fn what_is_already_gone_is_success() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given.sandbox.reset();

    let outcome = given.terminate().await;

    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", CANCELLED)
    );
}

#[tokio::test]
async fn a_service_of_the_first_module_is_cancelled_by_its_fields() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    let mut given = given.stands(Standing::Absent);
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
async fn a_lost_answer_is_looked_up_at_once() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given
        .sandbox
        .fault(Fault::reset().on(Operation::Cancel).commit(true));

    let outcome = given.terminate().await;

    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", CANCELLED)
    );
}

#[tokio::test]
async fn a_cancellation_that_did_not_happen_keeps_the_plan_in_the_books() {
    for fault in [Fault::html(502), Fault::status(429), Fault::reset()] {
        let mut given = Given::ordered("https://connected.example.test").await;
        given.create().await;
        given.sandbox.fault(fault.on(Operation::Cancel).forever());

        let failed = given.terminate().await;
        assert_eq!(failed.standing, Standing::Active, "{failed:?}");
        assert!(failed.result.starts_with("JETPACK MODULE: "));

        given.sandbox.clear_faults();
        assert!(given.terminate().await.is_cancelled());
    }
}

#[tokio::test]
async fn another_keys_plan_is_not_ours_to_cancel() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    let refusal = r#"{"error":"incorrect_partner_key","message":"Subscriptions can only be cancelled by the oAuth client that created them"}"#;
    given
        .sandbox
        .fault(Fault::body(403, refusal).on(Operation::Cancel));

    let outcome = given.terminate().await;

    assert_eq!(outcome.standing, Standing::Active);
    assert!(
        outcome.result.contains("partner id sandbox-partner"),
        "{}",
        outcome.result
    );
}

#[tokio::test]
async fn a_404_without_a_word_does_not_make_an_active_plan_gone() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given.sandbox.fault(Fault::empty(404).forever());

    let outcome = given.terminate().await;

    assert_eq!(outcome.standing, Standing::Active);
    assert!(
        outcome.result.contains("not known to be cancelled"),
        "{}",
        outcome.result
    );
}

#[tokio::test]
async fn a_site_that_was_never_reached_may_be_unknown_everywhere() {
    let mut given = Given::ordered("https://unresolved.example.test").await;
    given.create().await;
    given.sandbox.fault(Fault::empty(404).forever());

    assert!(given.terminate().await.is_cancelled());
}

#[tokio::test]
async fn a_cancellation_of_which_nothing_is_heard_leaves_the_outcome_unknown() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given.sandbox.fault(Fault::html(502).forever());

    assert_eq!(given.terminate().await.standing, Standing::Unknown);
}

#[tokio::test]
async fn another_keys_plan_is_not_taken_for_gone() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    let refusal = r#"{"error":"not_jps_plan","message":"m"}"#;
    let status = r#"{"blog":{"is_connected":true},"products":[{"slug":"personal","is_provisioned_by_partner":true,
        "is_provisioned_by_calling_partner":false,"is_pending":false}]}"#;
    given.sandbox.faults([
        Fault::body(400, refusal).on(Operation::Cancel),
        Fault::body(200, status).on(Operation::Status),
    ]);

    assert_eq!(given.terminate().await.standing, Standing::Active);
}

#[tokio::test]
async fn a_service_that_never_had_a_plan_is_terminated_although_its_address_is_unusable() {
    let mut given = Given::ordered("localhost").await.stands(Standing::Absent);

    let outcome = given.terminate().await;
    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", Standing::Absent)
    );
    assert!(outcome.activity.unwrap().contains("nothing to cancel"));

    // A text that some module wrote shows that there was one; which, nothing tells.
    given.field(
        "jetpack_provisioning_details",
        "URL to Activate Jetpack: https://example.com",
    );
    let refused = given.terminate().await.result;
    assert!(refused.contains("do not say what to cancel"), "{refused}");
    assert_eq!(given.sandbox.requests_to(Operation::Cancel).len(), 0);
}

#[tokio::test]
async fn a_plan_that_nobody_here_bought_is_not_ended_by_a_service_without_a_record() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    let mut given = given.stands(Standing::Absent);

    let outcome = given.terminate().await;

    assert!(outcome.result.contains("Adopt plan"), "{}", outcome.result);
    assert_eq!(given.sandbox.requests_to(Operation::Cancel).len(), 0);
}

#[tokio::test]
async fn a_service_without_a_record_whose_site_has_nothing_is_terminated() {
    let mut given = Given::ordered("https://connected.example.test")
        .await
        .stands(Standing::Absent);

    assert_eq!(given.terminate().await.result, "success");
    assert_eq!(given.sandbox.requests_to(Operation::Cancel).len(), 0);
}

#[tokio::test]
async fn a_terminate_without_usable_fields_and_without_a_key_in_whmcs_uses_the_key_that_provisioned() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given.field("Site URL", "");
    given.option(1, "");
    given.option(2, "");

    assert!(given.terminate().await.is_cancelled());
}

#[tokio::test]
async fn a_rotated_secret_takes_the_place_of_the_stored_one() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given.stored[0].1 = "an older secret".into();

    let outcome = given.terminate().await;

    assert!(outcome.is_cancelled() && outcome.replace_key, "{outcome:?}");
}

#[tokio::test]
async fn terminating_again_says_again_to_the_client_that_it_was_cancelled() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    let first = given.terminate().await;

    assert_eq!(given.terminate().await.details, first.details);
}
