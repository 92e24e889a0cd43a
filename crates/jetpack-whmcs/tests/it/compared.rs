//! Once a day it is looked whether a plan is there as it was sold.

use jetpack_whmcs::{Action, Row, Standing, Wanted};

use crate::given::{Given, NOW};

const SITE: &str = "https://connected.example.test";
const DAY: i64 = 24 * 60 * 60;

async fn sold() -> Given {
    let mut given = Given::ordered(SITE).await;
    given.create().await;
    assert_eq!(given.row.standing, Standing::Active);
    // Five minutes later the cron has seen that WHMCS has heard of it.
    assert_eq!(given.row.wanted, Wanted::New);
    assert_eq!(given.row.next_look_at, Some(NOW + 300));
    given.row.wanted = Wanted::Live;
    given.press(Action::Look).await;
    given
}

/// Somebody does it who has the key, and no ledger.
async fn elsewhere(given: &mut Given, plan: &str, action: Action) {
    let mut row = Row {
        standing: Standing::None,
        ..given.row.clone()
    };
    std::mem::swap(&mut given.row, &mut row);
    if action == Action::Terminate {
        given.row.standing = Standing::Active;
    }
    given.option(3, plan);
    assert_eq!(given.press(action).await.result, "success");
    given.option(3, "personal");
    given.row = Row {
        standing: Standing::Active,
        ..row
    };
}

#[tokio::test]
async fn an_active_plan_is_due_within_the_next_day() {
    let mut given = sold().await;
    for _ in 0..2 {
        let due = given.row.next_look_at.unwrap() - NOW;
        assert!((DAY * 3 / 4..=DAY * 5 / 4).contains(&due), "{due}");
        let looked = given.press(Action::Look).await;
        assert!(!looked.alert && given.row.missing.is_none());
    }
}

#[tokio::test]
async fn what_is_gone_is_told_once_and_missing_until_create_brings_it_back() {
    let mut given = sold().await;
    elsewhere(&mut given, "personal", Action::Terminate).await;
    let looked = given.press(Action::Look).await;
    assert!(looked.alert && looked.activity.unwrap().contains("is gone from"));
    assert!(looked.details.unwrap().starts_with("missing"));
    assert_eq!(given.row.missing.as_ref().unwrap().as_str(), "personal");
    assert_eq!(given.row.standing, Standing::None);

    let again = given.press(Action::Look).await;
    assert!(!again.alert);
    assert!(given.row.missing.is_some() && given.row.next_look_at.is_some());

    assert_eq!(given.create().await.result, "success");
    assert_eq!(given.row.missing, None);
}

#[tokio::test]
async fn another_plan_is_what_lives_and_what_terminate_ends() {
    let mut given = sold().await;
    elsewhere(&mut given, "premium", Action::Create).await;
    let looked = given.press(Action::Look).await;
    assert!(looked.alert && looked.activity.unwrap().contains("WordPress.com bills premium"));
    let plans = |row: &Row| {
        let named = |plan: &Option<jetpack_partner::Plan>| plan.as_ref().map(ToString::to_string);
        (named(&row.plan), named(&row.missing))
    };
    let both = (Some("premium".to_owned()), Some("personal".to_owned()));
    assert_eq!(plans(&given.row), both);
    assert!(!given.press(Action::Look).await.alert);
    assert_eq!(plans(&given.row), both);

    let mut changed = given.row.clone();
    assert!(given.terminate().await.is_cancelled());
    assert_eq!(plans(&given.row), (Some("premium".to_owned()), None));
    assert_eq!(given.cancels(), 1);

    // The other plan is gone, too: what was sold is missing.
    std::mem::swap(&mut given.row, &mut changed);
    given.press(Action::Look).await;
    assert_eq!(
        plans(&given.row),
        (Some("personal".to_owned()), Some("personal".to_owned()))
    );
}

#[tokio::test]
async fn change_package_sets_back_what_was_replaced_or_settles_it() {
    for (ordered, live) in [("personal", "personal"), ("premium", "premium")] {
        let mut given = sold().await;
        elsewhere(&mut given, "premium", Action::Create).await;
        given.press(Action::Look).await;
        given.option(3, ordered);
        let changed = given.press(Action::Change).await;
        assert_eq!(changed.result, "success");
        assert_eq!(
            (given.row.plan.as_ref().unwrap().as_str(), &given.row.missing),
            (live, &None)
        );
    }
}

#[tokio::test]
async fn an_orphan_whose_plan_was_changed_elsewhere_stays_on_the_list_with_what_is_billed() {
    let mut given = sold().await;
    given.press(Action::Orphan).await;
    assert!(matches!(given.row.standing, Standing::Orphaned { .. }));
    let orphan = given.row.clone();
    elsewhere(&mut given, "premium", Action::Create).await;
    given.row = orphan;
    let looked = given.press(Action::Look).await;
    assert!(!looked.alert);
    assert!(
        matches!(given.row.standing, Standing::Orphaned { .. }),
        "{looked:?}"
    );
    assert_eq!(given.row.plan.as_ref().unwrap().as_str(), "premium");
    assert_eq!(given.row.missing, None);
}

#[tokio::test]
async fn what_is_ended_is_not_looked_at_before_it_is_cancelled() {
    let mut given = sold().await;
    given.press(Action::End).await;
    assert_eq!(given.row.next_look_at, given.row.ended.unwrap().cancels_at);
}
