//! What WHMCS ended without calling the module (docs/events.md).

use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::{Action, Ended, ServiceType, Standing, Wanted};

use crate::given::{Given, NOW};

const SITE: &str = "https://connected.example.test";
const DAY: i64 = 86_400;

/// A service whose plan is active.
async fn live() -> Given {
    let mut given = Given::ordered(SITE).await;
    assert_eq!(given.create().await.result, "success");
    given
}

#[tokio::test]
async fn its_plan_is_left_alone_for_seven_days_and_staff_are_told() {
    let mut given = live().await;
    let pressed = given.press(Action::End).await;

    let week = Some(NOW + 7 * DAY);
    let ended = Ended {
        at: NOW,
        cancels_at: week,
    };
    assert_eq!(given.row.ended, Some(ended));
    // It was to be compared before that.
    assert!(given.row.next_look_at <= week);
    assert_eq!(given.row.standing, Standing::Active);
    let told = pressed.activity.unwrap();
    assert!(
        told.contains("may still be billed") && told.contains("in 7 days"),
        "{told}"
    );
    assert_eq!(given.cancels(), 0);
    // Noticed again, it says nothing and gives no further time.
    given.now += 1;
    assert_eq!(given.press(Action::End).await.activity, None);
    assert_eq!(given.row.ended, Some(ended));
}

#[tokio::test]
async fn what_is_taken_back_goes_on_as_before() {
    let mut given = live().await;
    given.press(Action::End).await;
    assert!(
        given
            .press(Action::Resume)
            .await
            .activity
            .unwrap()
            .contains("in use again")
    );
    assert_eq!((given.row.ended, given.row.wanted), (None, Wanted::New));
}

#[tokio::test]
async fn a_create_or_a_terminate_by_whmcs_makes_it_an_ordinary_service_again() {
    for action in [Action::Create, Action::Terminate] {
        let mut given = live().await;
        given.press(Action::End).await;
        assert_eq!(given.press(action).await.result, "success");
        assert_eq!(given.row.ended, None, "{action:?}");
    }
}

#[tokio::test]
async fn a_suspended_service_that_has_ended_gives_its_site_free() {
    let mut given = live().await;
    given.option(4, "cancel");
    assert_eq!(given.press(Action::Suspend).await.result, "success");
    let pressed = given.press(Action::End).await;

    assert!(pressed.is_cancelled() && pressed.activity.unwrap().contains("its site is free"));
    assert_eq!((given.row.ended, given.row.wanted), (None, Wanted::Gone));
}

#[tokio::test]
async fn a_service_without_a_plan_ends_without_a_word() {
    let mut given = Given::ordered(SITE).await.stands(Standing::Refused);
    let pressed = given.press(Action::End).await;
    assert_eq!((pressed.activity, given.row.ended), (None, None));
    assert_eq!(given.row.wanted, Wanted::Gone);
}

#[tokio::test]
async fn only_what_has_ended_can_be_let_go_and_its_site_is_free_then() {
    let mut given = live().await;
    let refused = given.press(Action::LetGo).await;
    assert!(
        refused.result.contains("WHMCS has this service"),
        "{}",
        refused.result
    );

    given.press(Action::End).await;
    let told = given.press(Action::LetGo).await.activity.unwrap();
    assert!(told.contains("was let go"), "{told}");
    assert!(!given.row.holds_site(NOW) && given.row.next_look_at.is_none());
    assert_eq!(given.cancels(), 0);
}

#[tokio::test]
async fn a_cancellation_that_is_refused_is_repeated_ever_later_and_people_are_told_once() {
    let mut given = live().await;
    let said = r#"{"error":"incorrect_partner_key","message":"Not yours."}"#;
    given
        .sandbox
        .fault(Fault::body(400, said).on(Operation::Cancel).forever());
    let mut pauses = Vec::new();
    for attempt in 1..=7 {
        let refused = given.press(Action::Terminate).await;
        assert_eq!(refused.alert, attempt == 5, "{attempt}");
        assert_eq!(given.row.attempts, attempt);
        pauses.push(given.row.next_look_at.unwrap() - given.now);
        given.now = given.row.next_look_at.unwrap();
    }
    assert!(pauses.windows(2).all(|two| two[1] > two[0]), "{pauses:?}");
    assert_eq!(given.row.wanted, Wanted::Gone);
}

#[tokio::test]
async fn a_deleted_services_plan_can_be_cancelled_and_no_services_field_is_written() {
    let mut given = live().await;
    given.press(Action::Orphan).await;
    assert_eq!(given.row.service.kind, ServiceType::Orphan);
    assert_eq!(given.row.ended.unwrap().cancels_at, Some(NOW + 7 * DAY));

    let order = serde_json::json!({
        "rows": [given.row], "in_whmcs": [null], "now": NOW, "action": "terminate",
    });
    let due = given.put("due", order).await;
    let claimed = given
        .put(
            "claim",
            serde_json::json!({"order": due["orders"][0], "found": given.found()}),
        )
        .await;
    let keys = serde_json::json!([{
        "from": "stored", "partner_id": jetpack_sandbox::CLIENT_ID, "secret": jetpack_sandbox::CLIENT_SECRET,
    }]);
    let acted = given
        .put(
            "act",
            serde_json::json!({"intent": claimed["intent"], "keys": keys}),
        )
        .await;
    assert_eq!(acted["report"]["result"], "success", "{acted}");
    assert_eq!(
        (&acted["row"]["state"], &acted["row"]["ended_at"]),
        (&"cancelled".into(), &serde_json::Value::Null)
    );
    assert!(acted["report"]["details"].is_null());
    assert_eq!(given.cancels(), 1);
}
