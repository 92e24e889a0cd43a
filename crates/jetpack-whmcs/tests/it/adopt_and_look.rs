use jetpack_sandbox::{Fault, Operation};
use jetpack_whmcs::{Action, DOUBT_SECONDS, Row, Service, ServiceType, Standing, Wanted};

use crate::given::Given;

const SERVICE: Service = Service {
    kind: ServiceType::Service,
    id: 7,
};

/// A service without a plan, whose site has one that it knows nothing of.
async fn bought_elsewhere(site: &str) -> Given {
    let mut given = Given::ordered(site).await;
    given.create().await;
    given.row.site = None;
    given.row.plan = None;
    given.stands(Standing::None)
}

#[tokio::test]
async fn a_plan_that_was_bought_elsewhere_is_adopted_and_then_ended_by_its_service() {
    let mut given = bought_elsewhere("https://connected.example.test").await;

    let adopted = given.press(Action::Adopt).await;

    assert_eq!(
        (adopted.result.as_str(), &adopted.standing),
        ("success", &Standing::Active)
    );
    assert!(adopted.details.is_some());
    assert_eq!(given.row.wanted, Wanted::Live);
    assert_eq!(given.provisions(), 1);
    assert!(given.terminate().await.is_cancelled());
}

#[tokio::test]
async fn a_waiting_plan_is_adopted_as_waiting() {
    let mut given = bought_elsewhere("https://shop.example.test").await;
    let adopted = given.press(Action::Adopt).await;
    assert!(
        matches!(adopted.standing, Standing::Pending { .. }),
        "{adopted:?}"
    );
}

#[tokio::test]
async fn only_what_is_there_and_ours_and_the_ordered_plan_is_adopted() {
    let mut nothing = Given::ordered("https://connected.example.test").await;
    assert!(
        nothing
            .press(Action::Adopt)
            .await
            .result
            .contains("nothing to adopt")
    );

    let mut other = bought_elsewhere("https://connected.example.test").await;
    other.option(3, "premium");
    let refused = other.press(Action::Adopt).await;
    assert!(
        refused.result.contains("personal") && refused.result.contains("premium"),
        "{refused:?}"
    );
    assert_eq!(refused.standing, Standing::None);

    let mut own = Given::ordered("https://connected.example.test").await;
    own.create().await;
    assert!(own.press(Action::Adopt).await.result.contains("plan of its own"));
}

#[tokio::test]
async fn a_look_finds_what_was_connected_and_what_is_gone() {
    let mut given = Given::ordered("https://shop.example.test").await;
    given.create().await;
    assert!(matches!(
        given.press(Action::Look).await.standing,
        Standing::Pending { .. }
    ));

    given.sandbox.connect("shop.example.test");
    let connected = given.press(Action::Look).await;
    assert_eq!(connected.standing, Standing::Active);
    assert!(connected.details.unwrap().starts_with("active"));

    given.sandbox.advance_days(1);
    given
        .sandbox
        .fault(Fault::body(200, r#"{"blog":{"is_connected":true},"products":[]}"#).on(Operation::Status));
    assert_eq!(given.press(Action::Look).await.standing, Standing::None);
}

#[tokio::test]
async fn a_look_that_hears_nothing_changes_nothing() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given.create().await;
    given
        .sandbox
        .fault(Fault::html(502).on(Operation::Status).forever());
    let before = given.row.clone();

    let looked = given.press(Action::Look).await;

    assert!(looked.result.contains("nothing has changed"), "{looked:?}");
    assert_eq!(
        (&given.row.standing, given.row.next_look_at),
        (&before.standing, before.next_look_at)
    );
}

#[tokio::test]
async fn a_doubt_is_ended_only_by_an_answer_that_was_asked_for_after_it() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given
        .sandbox
        .fault(Fault::reset().on(Operation::Provision).commit(true));
    assert_eq!(given.create().await.standing, Standing::Active);
    let doubt = given.row.doubt_until.unwrap();
    assert!(doubt >= given.now + DOUBT_SECONDS && given.row.next_look_at.unwrap() <= doubt);

    assert_eq!(given.press(Action::Look).await.result, "success");
    assert_eq!(given.row.doubt_until, Some(doubt));

    given.now = doubt;
    given.row.wanted = Wanted::Live;
    assert_eq!(given.press(Action::Look).await.result, "success");
    assert_eq!(given.row.doubt_until, None);
    // From then on it is only compared.
    assert!(given.row.next_look_at.unwrap() > given.now + 12 * 60 * 60);
}

#[tokio::test]
async fn an_effect_that_comes_after_a_termination_is_found_and_can_be_ended() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given
        .sandbox
        .fault(Fault::stall(60_000).on(Operation::Provision).commit(true));
    assert_eq!(given.create().await.standing, Standing::Unknown);
    // The cancellation is carried out, and the provision after it.
    let already_gone = r#"{"success":false}"#;
    given
        .sandbox
        .fault(Fault::body(200, already_gone).on(Operation::Cancel));
    assert!(given.terminate().await.is_cancelled());
    assert!(given.row.next_look_at.is_some() && given.row.holds_site(given.now));

    let looked = given.press(Action::Look).await;

    assert_eq!(looked.standing, Standing::Active);
    assert!(looked.activity.unwrap().contains("press Terminate"));
    assert!(given.terminate().await.is_cancelled());
}

#[tokio::test]
async fn what_may_still_come_of_an_orphans_earlier_plan_is_watched_by_the_service_that_adopts_it() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given
        .sandbox
        .fault(Fault::reset().on(Operation::Provision).commit(true));
    given.create().await;
    given.row.plan_before = Some("premium".parse().unwrap());
    let doubt = given.row.doubt_until;
    given.press(Action::Orphan).await;
    let orphan = std::mem::replace(&mut given.row, Row::new(2, SERVICE));
    given.others = vec![orphan];

    assert_eq!(given.press(Action::Adopt).await.result, "success");

    let premium = "premium".parse().unwrap();
    assert_eq!(
        (given.row.doubt_until, given.row.plan_before.as_ref()),
        (doubt, Some(&premium))
    );
    assert!(given.row.next_look_at <= doubt && given.row.next_look_at.is_some());
    let released = given.released.unwrap();
    assert_eq!((released.doubt_until, released.plan_before), (None, None));
}

#[tokio::test]
async fn a_doubt_of_an_orphans_that_has_passed_is_ended_by_the_look_that_adopts() {
    let mut given = Given::ordered("https://connected.example.test").await;
    given
        .sandbox
        .fault(Fault::reset().on(Operation::Provision).commit(true));
    given.create().await;
    given.press(Action::Orphan).await;
    let orphan = std::mem::replace(&mut given.row, Row::new(2, SERVICE));
    given.now = orphan.doubt_until.unwrap();
    given.others = vec![orphan];

    assert_eq!(given.press(Action::Adopt).await.result, "success");

    assert_eq!(given.row.doubt_until, None);
}
