//! The machine that makes a plan be there once, and its driver.

use jetpack_partner::{Ask, Ensure, Error, Heard, Provision, Provisioned};
use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::machines::*;
use crate::{client, deadline, personal, site_ref};

const SITE: &str = "https://connected.example.test";

fn fresh() -> Ensure {
    Ensure::new(Some(plan("personal")), false)
}

fn doubtful() -> Ensure {
    Ensure::new(Some(plan("personal")), true)
}

#[track_caller]
fn check(mut ensure: Ensure, heard: &[Heard], asked: &[Ask], ended: Result<Provisioned, Error>) {
    let seen = told(|heard| ensure.hear(heard), heard.iter().cloned());
    assert_eq!(seen, (asked.to_vec(), Some(ended)), "{heard:?}");
}

#[test]
fn a_first_answer_that_is_definite_is_the_last() {
    assert_eq!(fresh().begin(), provision("personal"));
    check(fresh(), &[success()], &[], Ok(active()));
    for error in [
        refused("invalid_plan"),
        down(),
        Error::Credentials(said("invalid_client", "")),
    ] {
        check(fresh(), &[failure(error.clone())], &[], Err(error));
    }
}

#[test]
fn after_a_lost_answer_the_status_decides() {
    let first = failure(lost("first"));
    check(
        fresh(),
        &[first.clone(), status(&["jetpack_personal"])],
        &[Ask::ClearUp],
        Ok(active()),
    );
    check(
        fresh(),
        &[first.clone(), pending("personal")],
        &[Ask::ClearUp],
        Ok(standing(Provision::FoundPending)),
    );
    check(
        fresh(),
        &[first.clone(), no_status(down())],
        &[Ask::ClearUp],
        Err(lost("first")),
    );
    check(
        fresh(),
        &[first, no_status(refused("odd"))],
        &[Ask::ClearUp],
        Err(lost("first")),
    );
}

#[test]
fn what_is_not_there_after_a_lost_answer_is_provisioned_once_more() {
    let asked = [Ask::ClearUp, provision("personal")];
    for second in [
        Ok(active()),
        Err(refused("invalid_plan")),
        Err(down()),
        Err(lost("second")),
    ] {
        let heard = [
            failure(lost("first")),
            status(&["premium"]),
            Heard::Provision(second.clone()),
        ];
        check(fresh(), &heard, &asked, second);
    }
}

#[test]
fn on_an_unknown_site_only_a_definite_second_answer_replaces_the_first_loss() {
    let asked = [Ask::ClearUp, provision("personal")];
    for (second, ended) in [
        (Ok(active()), Ok(active())),
        (Err(refused("invalid_plan")), Err(refused("invalid_plan"))),
        (Err(down()), Err(lost("first"))),
        (Err(lost("second")), Err(lost("first"))),
    ] {
        let heard = [
            failure(lost("first")),
            no_status(unknown_site()),
            Heard::Provision(second),
        ];
        check(fresh(), &heard, &asked, ended);
    }
}

#[test]
fn a_lost_request_that_took_effect_late_is_found_when_the_second_one_meets_it() {
    let heard = [
        failure(lost("first")),
        status(&[]),
        failure(already_there()),
        status(&["personal"]),
    ];
    let asked = [Ask::ClearUp, provision("personal"), Ask::Status];
    check(fresh(), &heard, &asked, Ok(active()));
}

#[test]
fn a_plan_that_nobody_here_can_have_caused_is_a_refusal() {
    check(fresh(), &[failure(already_there())], &[], Err(already_there()));
}

#[test]
fn what_may_be_there_is_looked_for_first() {
    assert_eq!(doubtful().begin(), Ask::Status);
    let asked = [provision("personal")];
    check(doubtful(), &[status(&["personal"])], &[], Ok(active()));
    check(
        doubtful(),
        &[pending("personal")],
        &[],
        Ok(standing(Provision::FoundPending)),
    );
    check(
        doubtful(),
        &[status(&["premium"]), success()],
        &asked,
        Ok(active()),
    );
    check(
        doubtful(),
        &[no_status(unknown_site()), success()],
        &asked,
        Ok(active()),
    );
}

#[test]
fn a_first_look_that_fails_provisions_nothing() {
    for (error, ended) in [
        (down(), down()),
        (lost("status"), lost("status")),
        // It was refused to tell, not to provision.
        (refused("odd"), Error::Unavailable(said("odd", ""))),
    ] {
        check(doubtful(), &[no_status(error)], &[], Err(ended));
    }
}

#[test]
fn a_plan_that_is_there_already_is_looked_up_and_not_guessed() {
    let asked = [provision("personal"), Ask::Status];
    let met = |last| [status(&[]), failure(already_there()), last];
    check(doubtful(), &met(status(&["personal"])), &asked, Ok(active()));
    for last in [status(&[]), no_status(down()), no_status(unknown_site())] {
        let mut ensure = doubtful();
        let (seen, ended) = told(|heard| ensure.hear(heard), met(last));
        assert_eq!(seen, asked);
        assert!(matches!(ended, Some(Err(Error::UnknownOutcome(_)))), "{ended:?}");
    }
}

#[test]
fn without_a_plan_a_site_that_is_known_is_registered() {
    check(Ensure::new(None, true), &[status(&[])], &[], Ok(active()));
    // But a lost registration may have been for its other parameters.
    check(
        Ensure::new(None, false),
        &[failure(lost("first")), status(&[]), success()],
        &[Ask::ClearUp, Ask::Provision(None)],
        Ok(active()),
    );
}

#[test]
fn what_nobody_asked_for_is_a_defect() {
    for (mut ensure, heard) in [(fresh(), status(&[])), (doubtful(), success())] {
        let (_, ended) = told(|heard| ensure.hear(heard), [heard]);
        assert!(matches!(ended, Some(Err(Error::Defect(_)))), "{ended:?}");
    }
}

#[tokio::test]
async fn in_doubt_a_plan_is_found_without_being_provisioned() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    for _ in 0..2 {
        call.ensure(&personal(SITE), true).await.unwrap();
    }
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1);

    let error = call.ensure(&personal(SITE), false).await.unwrap_err();
    assert!(error.api_error().unwrap().says_already_there(), "{error:?}");
}

#[tokio::test]
async fn a_request_that_was_lost_stays_open_though_it_succeeded_later() {
    for (fault, operation, open) in [
        (Fault::reset(), Operation::Cancel, true),
        (Fault::html(502), Operation::Cancel, true),
        (Fault::body(200, "{}"), Operation::Cancel, true),
        (Fault::reset(), Operation::Provision, true),
        (Fault::body(200, "{}"), Operation::Provision, true),
        (Fault::body(200, "[]"), Operation::Provision, true),
        (Fault::status(429), Operation::Provision, false),
        (Fault::body(400, r#"{"error":"x"}"#), Operation::Provision, false),
        (Fault::reset(), Operation::Status, false),
        (Fault::reset(), Operation::Token, false),
    ] {
        let sandbox = Sandbox::start().await;
        let client = client(&sandbox);
        let mut call = client.call(deadline());
        assert!(!call.has_open_attempt());
        sandbox.fault(fault.clone().on(operation));

        let _ = call.provision(&personal(SITE)).await;
        let _ = call.status(&site_ref(SITE)).await;
        let _ = call.cancel(&site_ref(SITE), None).await;

        assert_eq!(call.has_open_attempt(), open, "{operation:?} {fault:?}");
    }
}
