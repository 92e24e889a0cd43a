//! What each action does to a service, by how the service stands: one table each.

use jetpack_sandbox::CLIENT_ID;
use jetpack_whmcs::{Action, Row, Standing, Wanted};
use serde_json::{Value, json};

use crate::given::{Given, NOW};

const SITE: &str = "https://shop.example.test";

/// What a claim leads to.
#[derive(Debug, PartialEq)]
enum Led {
    /// A request will be sent, with this state while it is under way.
    Asks(&'static str),
    /// It ends with `success`, and nothing is sent.
    Ends,
    /// It ends with a sentence, and nothing is sent.
    Refuses,
}

use Led::{Asks, Ends, Refuses};

fn standings() -> [(&'static str, Standing); 9] {
    let until = Some(NOW + 1000);
    let next_url = None;
    [
        ("absent", Standing::Absent),
        ("none", Standing::None),
        ("active", Standing::Active),
        (
            "pending",
            Standing::Pending {
                next_url,
                until: NOW + 1000,
            },
        ),
        ("refused", Standing::Refused),
        ("unknown", Standing::Unknown),
        ("cancelled", Standing::Cancelled { until: None }),
        ("cancelled while it waited", Standing::Cancelled { until }),
        ("suspended", Standing::Suspended { until: None }),
    ]
}

async fn led(action: Action, standing: Standing, change: impl Fn(&mut Given)) -> (Led, Value) {
    let mut given = Given::ordered(SITE).await;
    let has_plan = !matches!(standing, Standing::Absent | Standing::None);
    given.row.site = has_plan.then(|| SITE.parse().unwrap());
    given.row.plan = has_plan.then(|| "personal".parse().unwrap());
    if has_plan {
        CLIENT_ID.clone_into(&mut given.row.partner_id);
    }
    given.row.standing = standing;
    change(&mut given);
    let asked = json!({"action": action, "params": given.params, "settings": {}});
    let order = given.put("order", asked).await;
    assert!(order["refusal"].is_null(), "{order}");
    let claimed = given
        .put("claim", json!({"order": order["order"], "found": given.found()}))
        .await;
    let state = match claimed["row"]["state"].as_str().unwrap_or_default() {
        "requested" => "requested",
        "cancelling" => "cancelling",
        "suspending" => "suspending",
        "changing" => "changing",
        _ => "",
    };
    let led = match claimed["report"]["result"].as_str() {
        None => Asks(state),
        Some("success") => Ends,
        Some(_) => Refuses,
    };
    (led, claimed)
}

async fn table(action: Action, expected: [Led; 9], change: impl Fn(&mut Given)) {
    for ((name, standing), expected) in standings().into_iter().zip(expected) {
        let (led, claimed) = led(action, standing, &change).await;
        assert_eq!(led, expected, "{action:?} on {name}: {claimed}");
    }
}

#[tokio::test]
async fn a_suspension_keeps_the_plan_unless_the_product_says_to_cancel_it() {
    let all_end = || [Ends, Ends, Ends, Ends, Ends, Ends, Ends, Ends, Ends];
    for keep in ["", "keep", "Keep|x", "nonsense"] {
        table(Action::Suspend, all_end(), |given| given.option(4, keep)).await;
    }
    let cancel = [
        Ends,
        Ends,
        Asks("suspending"),
        Asks("suspending"),
        Ends,
        Asks("suspending"),
        Ends,
        Asks("suspending"),
        Ends,
    ];
    table(Action::Suspend, cancel, |given| given.option(4, "cancel")).await;
}

#[tokio::test]
async fn unsuspending_goes_by_the_row_and_not_by_todays_option() {
    for option in ["keep", "cancel"] {
        let expected = [
            Ends,
            Refuses,
            Ends,
            Ends,
            Refuses,
            Asks("requested"),
            Refuses,
            Refuses,
            Asks("requested"),
        ];
        table(Action::Unsuspend, expected, |given| given.option(4, option)).await;
    }
}

#[tokio::test]
async fn a_new_address_is_for_what_waits_and_is_wanted() {
    let expected = || {
        [
            Refuses,
            Refuses,
            Refuses,
            Asks("requested"),
            Refuses,
            Refuses,
            Refuses,
            Refuses,
            Refuses,
        ]
    };
    // Whatever the fields and options say by now: the row counts.
    table(Action::Renew, expected(), |given| {
        given.option(3, "premium");
        given.option(4, "cancel");
        given.field("Site URL", "https://elsewhere.example.test");
    })
    .await;
    for wanted in [Wanted::Gone, Wanted::Suspended] {
        let until = NOW + 1000;
        let waits = Standing::Pending {
            next_url: None,
            until,
        };
        let (led_to, claimed) = led(Action::Renew, waits, |given| given.row.wanted = wanted).await;
        assert_eq!(led_to, Refuses, "{claimed}");
    }
}

#[tokio::test]
async fn a_change_to_the_same_plan_sends_nothing_and_one_of_the_family_does() {
    let same = [
        Refuses, Refuses, Ends, Ends, Refuses, Refuses, Refuses, Refuses, Ends,
    ];
    table(Action::Change, same, |_| ()).await;
    for plan in ["premium", "free"] {
        let other = [
            Refuses,
            Refuses,
            Asks("changing"),
            Asks("changing"),
            Refuses,
            Refuses,
            Refuses,
            Refuses,
            Ends,
        ];
        table(Action::Change, other, |given| given.option(3, plan)).await;
    }
    for plan in ["jetpack-backup-daily", "own_bundle"] {
        let all_refuse = [
            Refuses, Refuses, Refuses, Refuses, Refuses, Refuses, Refuses, Refuses, Refuses,
        ];
        table(Action::Change, all_refuse, |given| given.option(3, plan)).await;
    }
}

#[tokio::test]
async fn a_change_of_the_site_is_refused_and_so_is_one_that_another_services_plan_stands_beside() {
    let (led_to, claimed) = led(Action::Change, Standing::Active, |given| {
        given.option(3, "premium");
        given.field("Site URL", "https://another.example.test");
    })
    .await;
    assert_eq!(led_to, Refuses, "{claimed}");

    let (led_to, claimed) = led(Action::Change, Standing::Active, |given| {
        given.option(3, "complete");
        given.others = vec![Row {
            id: 2,
            standing: Standing::Active,
            site: Some(SITE.parse().unwrap()),
            plan: Some("jetpack-scan".parse().unwrap()),
            ..given.row.clone()
        }];
    })
    .await;
    assert_eq!(led_to, Refuses, "{claimed}");
}

#[tokio::test]
async fn create_and_terminate_know_a_suspended_service() {
    let suspended = || Standing::Suspended { until: None };
    assert_eq!(
        led(Action::Create, suspended(), |_| ()).await.0,
        Asks("requested")
    );
    assert_eq!(
        led(Action::Create, suspended(), |given| given.option(3, "premium"))
            .await
            .0,
        Refuses
    );
    let (ended, claimed) = led(Action::Terminate, suspended(), |_| ()).await;
    assert_eq!((ended, &claimed["row"]["state"]), (Ends, &json!("cancelled")));
    let in_doubt = |given: &mut Given| given.row.doubt_until = Some(NOW + 10);
    assert_eq!(
        led(Action::Terminate, suspended(), in_doubt).await.0,
        Asks("cancelling")
    );
    let (_, orphaned) = led(Action::Orphan, suspended(), |_| ()).await;
    assert_eq!(orphaned["row"]["state"], json!("orphaned"));
}

#[tokio::test]
async fn what_is_suspended_is_given_back_once_with_its_plan_and_key() {
    for site in ["https://connected.example.test", "https://shop.example.test"] {
        let mut given = Given::ordered(site).await;
        given.option(4, "cancel");
        given.create().await;

        let suspended = given.press(Action::Suspend).await;
        assert_eq!(suspended.result, "success");
        assert!(suspended.details.unwrap().starts_with("suspended"));
        assert!(given.row.standing.is_suspended() && given.row.holds_site(NOW));
        assert_eq!(given.row.wanted, Wanted::Suspended);
        assert_eq!(given.press(Action::Suspend).await.result, "success");
        assert_eq!(given.cancels(), 1);

        // Whatever the fields say by now.
        given.field("Site URL", "https://elsewhere.example.test");
        given.option(3, "premium");
        given.option(4, "keep");
        let back = given.press(Action::Unsuspend).await;
        assert_eq!(back.result, "success", "{back:?}");
        assert!(given.row.standing.may_be_live());
        // Until it is seen that WHMCS has heard of it.
        assert_eq!((given.provisions(), given.row.wanted), (2, Wanted::Again));
        assert_eq!(given.row.plan.as_ref().unwrap().as_str(), "personal");
        assert_eq!(given.press(Action::Unsuspend).await.result, "success");
        assert_eq!(given.provisions(), 2);
    }
}
