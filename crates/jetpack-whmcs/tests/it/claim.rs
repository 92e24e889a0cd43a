//! What a claim says without asking anybody.

use jetpack_whmcs::{Action, Lease, Row, Service, ServiceType, Standing, Wanted};
use serde_json::{Value, json};

use crate::given::{Given, NOW};

const SITE: &str = "https://connected.example.test";

/// Another service's row for the site.
fn other(standing: Standing, plan: &str) -> Row {
    let service = Service {
        kind: ServiceType::Service,
        id: 8,
    };
    Row {
        client: 4,
        standing,
        site: Some(SITE.parse().unwrap()),
        plan: Some(plan.parse().unwrap()),
        ..Row::new(2, service)
    }
}

#[tokio::test]
async fn a_site_with_an_overlapping_plan_is_taken_and_the_sentence_names_whose() {
    let mut given = Given::ordered(SITE).await;
    given.others.push(other(Standing::Active, "premium"));

    let refused = given.create().await;

    assert!(
        refused.result.contains("service #8 of client #4"),
        "{}",
        refused.result
    );
    assert_eq!(refused.standing, Standing::Refused);
    assert!(given.sandbox.requests().is_empty());
}

#[tokio::test]
async fn plans_of_two_families_stand_side_by_side() {
    let mut given = Given::ordered(SITE).await;
    given.others.push(other(Standing::Active, "jetpack-backup-daily"));
    assert_eq!(given.create().await.result, "success");
}

#[tokio::test]
async fn what_only_may_come_to_live_refuses_another_service_in_passing() {
    let mut given = Given::ordered(SITE).await;
    given.others.push(Row {
        doubt_until: Some(NOW + 300),
        ..other(Standing::Cancelled { until: None }, "personal")
    });
    let refused = given.create().await;
    assert!(
        refused.result.contains("not free yet") && refused.result.contains("6 minutes"),
        "{}",
        refused.result
    );

    given.others = vec![other(
        Standing::Cancelled {
            until: Some(NOW + 300),
        },
        "personal",
    )];
    assert_eq!(given.create().await.result, "success");
}

#[tokio::test]
async fn a_waiting_plan_that_was_cancelled_stays_on_the_books_and_lets_its_service_move_on() {
    let mut given = Given::ordered("https://typo.example.test").await;
    given.create().await;
    assert!(given.terminate().await.is_cancelled());
    given.field("Site URL", SITE);

    assert_eq!(given.create().await.standing, Standing::Active);

    let [left] = given.others.as_slice() else { panic!() };
    assert_eq!(
        left.site.as_ref().unwrap().to_string(),
        "https://typo.example.test"
    );
    assert!(left.may_come_to_live(NOW) && left.next_look_at.is_some());
    assert!(left.orphan_of.contains("service #7"));
}

#[tokio::test]
async fn a_service_whose_plan_was_cancelled_does_not_see_the_sites_next_plan_as_its_own() {
    let mut given = Given::ordered("https://shop.example.test").await;
    given.create().await;
    given.terminate().await;
    given.others.push(Row {
        site: given.row.site.clone(),
        ..other(Standing::Active, "personal")
    });

    let looked = given.press(Action::Look).await;

    assert!(looked.result.contains("service #8"), "{looked:?}");
    assert!(looked.is_cancelled());
}

#[tokio::test]
async fn an_earlier_plan_in_doubt_is_remembered_beside_the_new_one_and_ended_with_it() {
    let mut given = Given::ordered(SITE).await;
    given.row = Row {
        doubt_until: Some(NOW + 300),
        partner_id: jetpack_sandbox::CLIENT_ID.into(),
        id: 1,
        service: given.row.service,
        client: 3,
        ..other(Standing::Cancelled { until: None }, "jetpack-scan")
    };
    assert_eq!(given.create().await.standing, Standing::Active);
    assert_eq!(given.row.plan_before.as_ref().unwrap().as_str(), "jetpack-scan");
    given.option(3, "premium");
    assert!(given.terminate().await.is_cancelled());
    assert_eq!(
        given
            .sandbox
            .requests_to(jetpack_sandbox::Operation::Cancel)
            .len(),
        2
    );
}

#[tokio::test]
async fn an_earlier_plan_that_came_late_is_the_services_and_is_said_before_anything_is_sent() {
    let mut given = Given::ordered(SITE).await;
    given.option(3, "premium");
    let lost = jetpack_sandbox::Fault::reset()
        .on(jetpack_sandbox::Operation::Provision)
        .commit(true);
    let silent = jetpack_sandbox::Fault::html(502)
        .on(jetpack_sandbox::Operation::Status)
        .forever();
    given.sandbox.faults([lost, silent]);
    given.create().await;
    given.sandbox.clear_faults();
    given.row.standing = Standing::None;
    given.option(3, "personal");

    let refused = given.create().await;

    assert!(
        refused.result.contains("premium") && refused.result.contains("after all"),
        "{refused:?}"
    );
    assert_eq!(given.row.plan.as_ref().unwrap().as_str(), "premium");
    assert_eq!(refused.standing, Standing::Active);
    assert_eq!(given.provisions(), 1);
}

#[tokio::test]
async fn a_living_lease_is_waited_for_and_a_clock_that_differs_is_refused() {
    let mut given = Given::ordered(SITE).await;
    given.row.lease = Lease {
        until: NOW + 40,
        ..Lease::default()
    };
    let order = given
        .put(
            "order",
            json!({"action": "create", "params": given.params, "settings": {}}),
        )
        .await;
    let mut found = given.found();
    found["holder_is_gone"] = json!(false);
    let said = |answer: &Value| answer["report"]["result"].as_str().unwrap().to_owned();

    let answer = given
        .put("claim", json!({"order": order["order"], "found": found}))
        .await;
    assert!(said(&answer).contains("40 seconds") && answer["row"].is_null());

    found["clock"] = json!(NOW + 61);
    let answer = given
        .put("claim", json!({"order": order["order"], "found": found}))
        .await;
    assert!(said(&answer).contains("61 seconds ahead"));
}

#[tokio::test]
async fn a_deleted_service_leaves_its_plan_on_the_books_and_its_id_free() {
    let mut given = Given::ordered(SITE).await;
    given.create().await;
    let orphaned = given.press(Action::Orphan).await;

    assert!(orphaned.activity.unwrap().contains("service #7 of client #3"));
    let row = &given.row;
    assert_eq!((row.service.kind, row.service.id), (ServiceType::Orphan, row.id));
    assert_eq!(
        (&row.standing, row.wanted),
        (&Standing::Orphaned { until: None }, Wanted::Gone)
    );
    assert!(row.holds_site(NOW) && row.next_look_at.is_some());
}

#[tokio::test]
async fn an_orphans_plan_is_taken_over_knowingly_and_only_if_it_is_there() {
    let mut given = Given::ordered(SITE).await;
    given.create().await;
    given.press(Action::Orphan).await;
    let orphan = given.row.clone();
    given.others = vec![Row {
        id: 2,
        ..orphan.clone()
    }];
    given.row = Row {
        standing: Standing::None,
        ..Row::new(
            1,
            Service {
                kind: ServiceType::Service,
                id: 7,
            },
        )
    };
    for action in [Action::Create, Action::Terminate] {
        given.row.standing = Standing::Absent;
        let refused = given.press(action).await;
        assert!(refused.result.contains("press Adopt plan"), "{refused:?}");
    }

    let adopted = given.press(Action::Adopt).await;

    assert_eq!(
        (adopted.result.as_str(), &adopted.standing),
        ("success", &Standing::Active)
    );
    let released = given.released.clone().unwrap();
    assert!(!released.holds_site(NOW) && released.orphan_of.contains("taken over by service #7"));
    assert_eq!(released.version, orphan.version + 1);

    // Where the plan is gone meanwhile, the orphan stays as it was.
    given.sandbox.reset();
    given.row.standing = Standing::None;
    given.released = None;
    assert!(
        given
            .press(Action::Adopt)
            .await
            .result
            .contains("nothing to adopt")
    );
    assert!(given.released.is_none());
}

#[tokio::test]
async fn a_service_deleted_while_a_call_works_on_it_is_in_doubt() {
    let mut given = Given::ordered(SITE).await;
    given.interrupt(Action::Create);
    given.row.lease.until = NOW + 100;

    given.press(Action::Orphan).await;

    assert_eq!(given.row.standing, Standing::Orphaned { until: None });
    assert!(given.row.doubt_until.is_some() && given.row.under_way.is_none());
}

#[tokio::test]
async fn a_record_of_another_version_is_left_alone_with_a_sentence() {
    let mut given = Given::ordered(SITE).await;
    let order = given
        .put(
            "order",
            json!({"action": "terminate", "params": given.params, "settings": {}}),
        )
        .await;
    let mut found = given.found();
    found["row"]["state"] = json!("hibernating");

    let answer = given
        .put("claim", json!({"order": order["order"], "found": found}))
        .await;

    assert!(
        answer["report"]["result"]
            .as_str()
            .unwrap()
            .contains("hibernating")
    );
    assert!(answer["row"].is_null() && answer["intent"].is_null());
}

#[tokio::test]
async fn a_question_that_cannot_be_read_is_answered_with_a_sentence() {
    let mut given = Given::ordered(SITE).await;
    for (question, asked) in [
        ("order", json!([])),
        ("claim", json!({})),
        ("act", json!("x")),
        ("nonsense", json!({})),
    ] {
        let answer = given.put(question, asked).await;
        assert!(
            answer["refusal"]
                .as_str()
                .unwrap()
                .starts_with("JETPACK MODULE: "),
            "{question}"
        );
    }
}
