use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Fault, Operation};
use jetpack_whmcs::{Row, Standing};
use serde_json::json;

use crate::given::Given;

#[tokio::test]
async fn after_a_failure_the_owner_reads_how_a_living_plan_stands_and_else_that_the_host_knows() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given.option(3, "premium");
    let refused = given.create().await;
    assert_eq!(refused.details.as_deref(), Some("active "), "{refused:?}");

    let mut taken = Given::ordered("https://connected.example.test").await;
    taken.others = vec![Row {
        id: 2,
        ..given.row.clone()
    }];
    let refused = taken.create().await;
    assert_eq!(refused.details.as_deref(), Some("informed "), "{refused:?}");

    let mut lost = Given::ordered("https://unresolved.example.test").await;
    lost.sandbox
        .fault(Fault::reset().on(Operation::Provision).forever());
    let unknown = lost.create().await;
    assert_eq!(unknown.details.as_deref(), Some("informed "), "{unknown:?}");

    // What the first module wrote may say more.
    let mut legacy = Given::ordered("https://nojetpack.example.test")
        .await
        .stands(Standing::Absent);
    legacy.field(
        "jetpack_provisioning_details",
        "URL to Activate Jetpack: https://x",
    );
    legacy.params["configoption2"] = "wrong".into();
    assert_eq!(legacy.create().await.details, None);
}

#[tokio::test]
async fn staff_read_words_and_the_module_log_has_the_codes() {
    let refused = |body: &str| Fault::body(400, body).on(Operation::Token).forever();
    for (fault, words, not) in [
        (
            refused(r#"{"error":"partner_key_disabled","message":"This key is disabled."}"#),
            "partner manager",
            "Correct",
        ),
        (
            refused(r#"{"error":"invalid_client","error_description":"Unknown client_id"}"#),
            "System Settings > Addon Modules",
            "invalid_client",
        ),
        (
            Fault::reset().on(Operation::Token).forever(),
            "Try again",
            "os error",
        ),
        (
            Fault::body(400, r#"{"error":-10520,"message":"Bad."}"#)
                .on(Operation::Provision)
                .forever(),
            "press Create again",
            "-10520",
        ),
        (
            Fault::status(429)
                .header("Retry-After", "18446744073709551615")
                .on(Operation::Provision)
                .forever(),
            "in a few hours",
            "18446744073709551615",
        ),
    ] {
        let mut given = Given::ordered("https://connected.example.test").await;
        given.sandbox.fault(fault);
        let outcome = given.create().await;
        assert!(outcome.result.contains(words), "{outcome:?}");
        assert!(!outcome.result.contains(not), "{outcome:?}");
        // A header is no part of what is logged.
        assert!(
            not.starts_with("1844") || given.log.contains(not) || not == "Correct",
            "{}",
            given.log
        );
    }
}

#[tokio::test]
async fn a_blank_around_a_refused_secret_is_named() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.params["configoption2"] = format!("{CLIENT_SECRET}\n").into();
    let outcome = given.create().await;
    assert!(outcome.result.contains("ends with a blank"), "{outcome:?}");

    given.params["configoption2"] = "wrong".into();
    let outcome = given.create().await;
    assert!(!outcome.result.contains("blank"), "{outcome:?}");

    let settings = json!({"partner_id": CLIENT_ID, "partner_secret": format!(" {CLIENT_SECRET}")});
    let validation = given.put("validate", json!({"settings": settings})).await;
    assert!(
        validation["sentence"]
            .as_str()
            .unwrap()
            .contains("ends with a blank")
    );
}

#[tokio::test]
async fn a_validation_says_which_step_failed_and_how_the_api_was_reached() {
    let mut given = Given::ordered("https://connected.example.test").await;
    for (id, secret, step) in [
        (CLIENT_ID, CLIENT_SECRET, serde_json::Value::Null),
        (CLIENT_ID, "wrong-secret", "token".into()),
        (CLIENT_ID, "", "settings".into()),
    ] {
        let settings = json!({"partner_id": id, "partner_secret": secret});
        let validation = given.put("validate", json!({"settings": settings})).await;
        assert_eq!(validation["step"], step, "{validation}");
        assert_eq!(
            validation["reached"].is_null(),
            step == "settings",
            "{validation}"
        );
        if step != "settings" {
            assert_eq!(validation["reached"]["clock_is_wrong"], false, "{validation}");
        }
    }
    let refused = Fault::body(403, r#"{"error":"partner_key_disabled","message":"m"}"#);
    given.sandbox.fault(refused.on(Operation::Verify).forever());
    let settings = json!({"partner_id": CLIENT_ID, "partner_secret": CLIENT_SECRET});
    let validation = given.put("validate", json!({"settings": settings})).await;
    assert_eq!(validation["step"], "key", "{validation}");
}

#[tokio::test]
async fn what_was_to_be_tried_again_and_is_refused_for_good_is_not_due_for_ever() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.row.attempts = 1;
    given.row.next_look_at = Some(given.now - 1);
    given.params["configoption2"] = "wrong".into();
    given.create().await;
    assert_eq!((given.row.attempts, given.row.next_look_at), (0, None));
}
