use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::{Action, DOUBT_SECONDS, Standing};

use crate::given::Given;

const SITE: &str = "https://connected.example.test";

async fn having(plan: &str) -> Given {
    let mut given = Given::ordered(SITE).await;
    given.option(3, plan);
    assert_eq!(given.create().await.result, "success");
    given
}

fn plan(given: &Given) -> &str {
    given.row.plan.as_ref().unwrap().as_str()
}

#[tokio::test]
async fn a_plan_is_raised_in_place() {
    let mut given = having("personal").await;
    given.option(3, "premium");
    let changed = given.press(Action::Change).await;

    assert_eq!(changed.result, "success", "{changed:?}");
    assert!(changed.activity.unwrap().contains("from personal to premium"));
    assert_eq!((plan(&given), &given.row.plan_before), ("premium", &None));
    assert_eq!((given.provisions(), given.cancels()), (2, 0));
    // Again, as WHMCS does for configurable options.
    assert_eq!(given.press(Action::Change).await.result, "success");
    assert_eq!(given.provisions(), 2);
}

#[tokio::test]
async fn a_plan_is_lowered_by_cancelling_it_first() {
    let mut given = having("premium").await;
    given.option(3, "personal");
    let changed = given.press(Action::Change).await;

    assert_eq!(changed.result, "success", "{changed:?}");
    assert_eq!(
        (plan(&given), &given.row.standing),
        ("personal", &Standing::Active)
    );
    assert_eq!(given.cancels(), 1);
    assert_eq!(given.row.plan_before, None);
}

#[tokio::test]
async fn a_lower_plan_that_is_refused_after_the_cancellation_leaves_the_old_one_as_before() {
    let mut given = having("premium").await;
    given.option(3, "personal");
    given.sandbox.fault(
        Fault::body(400, r#"{"error":"invalid_local_user","message":"No."}"#)
            .on(Operation::Provision)
            .skip(1),
    );
    let refused = given.press(Action::Change).await;

    assert!(refused.result.contains("was provisioned again"), "{refused:?}");
    assert_eq!(
        (plan(&given), &given.row.standing),
        ("premium", &Standing::Active)
    );
    assert_eq!(given.row.plan_before, None);
    assert!(given.terminate().await.is_cancelled());
}

#[tokio::test]
async fn a_change_that_is_not_possible_changes_nothing() {
    for fault in [
        Fault::body(400, r#"{"error":"invalid_plan","message":"No."}"#).on(Operation::Provision),
        Fault::status(429)
            .header("Retry-After", "99")
            .on(Operation::Provision),
        Fault::html(502).on(Operation::Status).forever(),
    ] {
        let mut given = having("personal").await;
        given.option(3, "premium");
        given.sandbox.fault(fault);
        let refused = given.press(Action::Change).await;
        given.sandbox.clear_faults();

        assert_ne!(refused.result, "success");
        assert_eq!(
            (plan(&given), &given.row.standing),
            ("personal", &Standing::Active),
            "{refused:?}"
        );
        // It can be tried again, and what is there can be ended.
        assert_eq!(given.row.plan_before, None);
        assert_eq!(given.press(Action::Change).await.result, "success");
        assert!(given.terminate().await.is_cancelled());
    }
}

#[tokio::test]
async fn a_change_that_is_lost_on_the_way_is_found_by_a_look_and_finished() {
    // The cancellation is made, and the lower plan is not heard of.
    let mut given = having("premium").await;
    given.option(3, "personal");
    given.sandbox.faults([
        Fault::reset().on(Operation::Provision).skip(1).forever(),
        Fault::html(502).on(Operation::Status).skip(1).forever(),
    ]);
    let lost = given.press(Action::Change).await;
    given.sandbox.clear_faults();
    assert_eq!(lost.standing, Standing::Unknown, "{lost:?}");
    assert!(given.row.next_look_at.is_some() && given.row.plan_before.is_some());

    assert_eq!(given.press(Action::Look).await.standing, Standing::None);
    assert_eq!(given.create().await.result, "success");
    assert_eq!(plan(&given), "personal");

    // A crash in between: both plans are known, whichever is there.
    let mut given = having("personal").await;
    given.row.under_way = Some(Action::Change);
    given.row.plan_before = given.row.plan.replace("premium".parse().unwrap());
    let looked = given.press(Action::Look).await;
    assert_eq!((looked.standing, plan(&given)), (Standing::Active, "personal"));
    given.now += DOUBT_SECONDS;
    given.press(Action::Look).await;
    assert_eq!((plan(&given), &given.row.plan_before), ("personal", &None));
}
