//! Access for backups goes along with a plan, and never decides about one.

use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::{Action, Standing};
use serde_json::json;

use crate::given::Given;

const SITE: &str = "https://connected.example.test";
const PASSWORD: &str = "c4n&ry";

/// A service whose product hands the access over, and whose client has agreed.
async fn agreed(password: &str) -> Given {
    let mut given = Given::ordered(SITE).await;
    given.option(6, "hosting");
    given.field("Backup Access", "on");
    given.access = json!({"user": "alice", "password": password, "host": "server.example.test"});
    given
}

fn sent(given: &Given, operation: Operation, field: &str) -> Vec<Option<String>> {
    let requests = given.sandbox.requests_to(operation);
    let value = requests.iter().map(|request| request.field(field));
    value.map(|value| value.map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_access_goes_with_the_provision_and_is_in_no_log() {
    let mut given = agreed("c4n&amp;ry").await;

    let outcome = given.create().await;

    assert_eq!(
        sent(&given, Operation::Provision, "ssh_pass"),
        [Some(PASSWORD.to_owned())]
    );
    assert_eq!(
        sent(&given, Operation::Provision, "ssh_user"),
        [Some("alice".to_owned())]
    );
    assert_eq!(
        sent(&given, Operation::Provision, "ssh_host"),
        [Some("server.example.test".to_owned())]
    );
    let activity = outcome.activity.unwrap();
    assert!(
        activity.ends_with(" WordPress.com has the hosting account's access for backups."),
        "{activity}"
    );
    assert!(
        !format!("{activity}{}", given.log).contains("c4n"),
        "{}",
        given.log
    );
    assert!(given.masked.contains(&PASSWORD.to_owned()));
}

#[tokio::test]
async fn without_the_option_or_the_clients_consent_nothing_is_sent() {
    for (option, ticked) in [("none", "on"), ("hosting", ""), ("", "on")] {
        let mut given = agreed(PASSWORD).await;
        given.option(6, option);
        given.field("Backup Access", ticked);

        let activity = given.create().await.activity.unwrap();

        assert_eq!(sent(&given, Operation::Provision, "ssh_user"), [None]);
        assert!(activity.ends_with(&format!("is active on {SITE}.")), "{activity}");
    }
}

#[tokio::test]
async fn an_access_that_is_not_stored_is_a_warning_and_the_plan_stands() {
    let mut given = agreed("wrong").await;

    let outcome = given.create().await;

    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", Standing::Active)
    );
    let activity = outcome.activity.unwrap();
    assert!(
        activity.contains("did not store the hosting account's access for backups: The host refused"),
        "{activity}"
    );
}

#[tokio::test]
async fn a_hosting_account_that_is_not_there_is_a_warning_and_the_plan_stands() {
    let mut given = agreed("").await;

    let outcome = given.create().await;

    assert_eq!(
        (outcome.result.as_str(), outcome.standing),
        ("success", Standing::Active)
    );
    assert!(outcome.activity.unwrap().contains("but WHMCS has none"));
    assert_eq!(sent(&given, Operation::Provision, "ssh_user"), [None]);
}

#[tokio::test]
async fn pressing_create_again_gives_it_to_a_site_that_has_its_plan() {
    let mut given = agreed("").await;
    given.create().await;
    given.access["password"] = json!(PASSWORD);

    let activity = given.create().await.activity.unwrap();

    assert_eq!(given.provisions(), 1);
    assert_eq!(
        sent(&given, Operation::Ssh, "ssh_pass"),
        [Some(PASSWORD.to_owned())]
    );
    assert!(
        activity.contains("has the hosting account's access"),
        "{activity}"
    );
    assert!(!given.log.contains("c4n"), "{}", given.log);
    assert!(given.masked.contains(&PASSWORD.to_owned()));
}

#[tokio::test]
async fn a_changed_password_is_handed_over_and_changes_nothing_else() {
    let mut given = agreed("old").await;
    given.create().await;
    let before = given.row.clone();
    given.access["password"] = json!(PASSWORD);

    let outcome = given.press(Action::Access).await;

    assert_eq!(outcome.result, "success");
    assert!(
        outcome
            .activity
            .unwrap()
            .contains("has the changed password for the backups of")
    );
    assert_eq!(
        sent(&given, Operation::Ssh, "ssh_pass"),
        [Some(PASSWORD.to_owned())]
    );
    assert_eq!(given.provisions(), 1);
    let after = given.row.clone();
    assert_eq!((after.standing, after.wanted), (before.standing, before.wanted));
    assert_eq!(
        (after.next_look_at, after.doubt_until),
        (before.next_look_at, before.doubt_until)
    );
}

#[tokio::test]
async fn a_changed_password_that_cannot_be_handed_over_is_a_sentence() {
    let mut given = agreed("old").await;
    given.create().await;
    given.access["password"] = json!("wrong");
    let refused = given.press(Action::Access).await;
    assert!(
        refused.result.contains("does not have the changed password"),
        "{}",
        refused.result
    );
    assert!(refused.activity.is_none());

    given.access["password"] = json!(PASSWORD);
    given
        .sandbox
        .fault(Fault::status(500).on(Operation::Ssh).times(9));
    let failed = given.press(Action::Access).await;
    assert!(
        failed.result.contains("could not be given to WordPress.com"),
        "{}",
        failed.result
    );
    assert_eq!(failed.standing, Standing::Active);
    assert!(given.row.doubt_until.is_none());
}

#[tokio::test]
async fn where_there_is_no_plan_a_changed_password_concerns_nobody() {
    let mut given = agreed(PASSWORD).await;
    given.create().await;
    given.terminate().await;

    let outcome = given.press(Action::Access).await;

    assert_eq!((outcome.result.as_str(), outcome.activity), ("success", None));
    assert_eq!(given.sandbox.requests_to(Operation::Ssh).len(), 0);
}

#[tokio::test]
async fn the_access_is_not_sent_for_another_site_than_the_fields_name() {
    let mut given = agreed(PASSWORD).await;
    given.create().await;
    given.field("Site URL", "https://other.example.test");

    let outcome = given.press(Action::Access).await;

    assert!(
        outcome.result.contains("but WHMCS has none"),
        "{}",
        outcome.result
    );
    assert_eq!(given.sandbox.requests_to(Operation::Ssh).len(), 0);
}
