//! A new address for a plan that waits.

use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::{Action, Standing, Wanted};

use crate::given::{Given, NOW};

const SITE: &str = "https://shop.example.test";
const DAY: i64 = 24 * 60 * 60;

/// A plan that has waited for twelve days.
async fn waiting() -> Given {
    let mut given = Given::ordered(SITE).await;
    given.create().await;
    given.now += 12 * DAY;
    given
}

#[tokio::test]
async fn a_waiting_plan_gets_a_new_address_and_a_whole_new_term() {
    let mut given = waiting().await;
    let former = given.row.standing.next_url().unwrap().to_owned();
    // The fields are for later orders: the row says what waits.
    given.field("Site URL", "https://elsewhere.example.test");
    given.option(3, "premium");

    let renewed = given.press(Action::Renew).await;

    assert_eq!(renewed.result, "success", "{renewed:?}");
    let until = renewed.standing.until().unwrap();
    assert!(until - given.now >= 14 * DAY && until - given.now < 14 * DAY + 60);
    let address = renewed.standing.next_url().unwrap();
    assert_ne!(address, former);
    assert_eq!(renewed.details.unwrap(), format!("activate {address}"));
    let said = renewed.activity.unwrap();
    assert!(
        said.contains("new address") && !said.contains("authorize"),
        "{said}"
    );
    assert_eq!((given.provisions(), given.row.wanted), (2, Wanted::New));
    assert_eq!(given.row.plan.as_ref().unwrap().as_str(), "personal");
    assert_eq!(given.row.site.as_ref().unwrap().to_string(), SITE);
    assert!(given.row.doubt_until.is_none() && given.row.next_look_at.unwrap() < given.now + DAY);
}

#[tokio::test]
async fn nothing_is_looked_at_first() {
    let mut given = waiting().await;
    let looks = |given: &Given| given.sandbox.requests_to(Operation::Status).len();
    let before = looks(&given);
    given.press(Action::Renew).await;
    assert_eq!(looks(&given), before);
}

#[tokio::test]
async fn what_the_owner_connected_meanwhile_is_active() {
    let mut given = waiting().await;
    given.sandbox.connect("shop.example.test");

    let renewed = given.press(Action::Renew).await;

    assert_eq!(
        (renewed.result.as_str(), &renewed.standing),
        ("success", &Standing::Active)
    );
    assert!(renewed.details.unwrap().starts_with("active"));
}

#[tokio::test]
async fn a_refusal_leaves_what_waits_as_it_was() {
    let mut given = waiting().await;
    let before = given.row.clone();
    let said = r#"{"error":"method_not_found","message":"Not found."}"#;
    given
        .sandbox
        .fault(Fault::body(400, said).on(Operation::Provision));

    let refused = given.press(Action::Renew).await;

    assert!(refused.result.contains("waits as before"), "{}", refused.result);
    assert_eq!((&refused.standing, refused.details), (&before.standing, None));
    let pause = given.row.next_look_at.unwrap() - given.now;
    assert!((1..=DAY / 4 + 60).contains(&pause), "it is tried again: {pause}");
}

#[tokio::test]
async fn a_lost_answer_leaves_the_former_address_and_a_doubt() {
    let mut given = waiting().await;
    let before = given.row.standing.clone();
    given
        .sandbox
        .fault(Fault::html(502).on(Operation::Provision).forever());

    let lost = given.press(Action::Renew).await;

    assert!(
        lost.result.contains("gave no new address") && lost.result.contains("press New link again"),
        "{}",
        lost.result
    );
    assert_eq!(lost.standing, before);
    assert!(given.row.doubt_until.unwrap() > NOW);

    // Not even the status answers.
    given
        .sandbox
        .fault(Fault::html(502).on(Operation::Status).forever());
    let lost = given.press(Action::Renew).await;
    assert!(lost.result.contains("no clear answer"), "{}", lost.result);
    assert_eq!(lost.standing, before);
}

#[tokio::test]
async fn an_address_is_given_only_for_a_user() {
    let mut given = waiting().await;
    given.field("Local User", "");
    let refused = given.press(Action::Renew).await;
    assert!(refused.result.contains("Local User"), "{}", refused.result);
    assert_eq!(given.provisions(), 1);
}
