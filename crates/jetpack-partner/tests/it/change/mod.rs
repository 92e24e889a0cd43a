//! The machine that puts one plan in the place of another, and its driver.

mod down;

use jetpack_partner::{
    Ask, Cancelled, Change, Changed, Error, Heard, Provision, ProvisionRequest, Provisioned,
};
use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::machines::*;
use crate::{client, deadline, personal};

const SITE: &str = "https://connected.example.test";

fn change(wanted: &str, from: Option<&str>) -> Change {
    let change = Change::new(plan(wanted), from.map(plan));
    assert_eq!(change.begin(), Ask::Status);
    change
}

#[track_caller]
fn check(mut change: Change, heard: &[Heard], asked: &[Ask], ended: Result<Changed, Error>) {
    let seen = told(|heard| change.hear(heard), heard.iter().cloned());
    assert_eq!(seen, (asked.to_vec(), Some(ended)), "{heard:?}");
}

fn cancel(slug: &str) -> Ask {
    Ask::Cancel(plan(slug))
}

fn gone() -> Heard {
    Heard::Cancel(Ok(Cancelled::Done))
}

fn downgrade() -> Error {
    refused("plan_downgrade_disallowed")
}

fn there(provisioned: Provisioned, cancelled: Option<&str>, beside: &[&str]) -> Changed {
    Changed::Provisioned {
        provisioned,
        cancelled: cancelled.map(plan),
        beside: beside.iter().copied().map(plan).collect(),
    }
}

#[test]
fn a_plan_that_is_there_is_left_as_it_is() {
    let ended = Changed::AlreadyThere(Provision::Active(None));
    check(
        change("complete", None),
        &[status(&["jetpack_complete", "own-bundle"])],
        &[],
        Ok(ended),
    );
    let ended = Changed::AlreadyThere(Provision::FoundPending);
    check(change("personal", None), &[pending("personal")], &[], Ok(ended));
}

#[test]
fn what_can_stand_beside_is_left_alone_and_told() {
    check(
        change("jetpack-scan", None),
        &[status(&["premium", "jetpack-backup-daily"]), success()],
        &[provision("jetpack-scan")],
        Ok(there(active(), None, &["premium", "jetpack-backup-daily"])),
    );
    check(
        change("jetpack-scan", None),
        &[no_status(unknown_site()), success()],
        &[provision("jetpack-scan")],
        Ok(there(active(), None, &[])),
    );
}

#[test]
fn what_is_higher_wider_or_not_known_is_provisioned_in_place() {
    for (wanted, old) in [
        ("premium", "personal"),
        ("complete", "jetpack-backup-daily"),
        ("complete", "premium"),
        ("jetpack-backup-realtime", "jetpack-backup-daily"),
    ] {
        check(
            change(wanted, None),
            &[status(&[old]), success()],
            &[provision(wanted)],
            Ok(there(active(), None, &[])),
        );
    }
}

#[test]
fn no_refusal_of_another_kind_cancels_anything() {
    for (wanted, from, error) in [
        ("premum", None, refused("invalid_plan")),
        ("premum", Some("premium"), refused("invalid_plan")),
        ("personal", None, refused("activation_limit_reached")),
        ("personal", None, down()),
        // Not even the right one, where nobody knows what it is about.
        ("own-bundle", None, downgrade()),
        ("complete", Some("jetpack-scan"), downgrade()),
    ] {
        check(
            change(wanted, from),
            &[status(&["premium"]), failure(error.clone())],
            &[provision(wanted)],
            Err(error),
        );
    }
}

#[test]
fn a_named_plan_goes_once_the_wanted_one_is_there() {
    let both = status(&["premium", "jetpack-scan"]);
    let wanted = || change("jetpack-backup-daily", Some("jetpack_scan"));
    let asked = [provision("jetpack-backup-daily"), cancel("jetpack-scan")];
    let ended = there(active(), Some("jetpack-scan"), &[]);
    check(
        wanted(),
        &[both.clone(), success(), gone()],
        &asked,
        Ok(ended.clone()),
    );
    let kept = Changed::OldKept {
        provisioned: active(),
        old: plan("jetpack-scan"),
        because: down(),
    };
    check(
        wanted(),
        &[both.clone(), success(), Heard::Cancel(Err(down()))],
        &asked,
        Ok(kept),
    );
    // A crash between the two is made up for.
    let begun = status(&["jetpack-scan", "jetpack-backup-daily"]);
    check(wanted(), &[begun, gone()], &asked[1..], Ok(ended));
    check(
        wanted(),
        &[both, failure(refused("invalid_plan"))],
        &asked[..1],
        Err(refused("invalid_plan")),
    );
}

#[test]
fn a_status_that_cannot_be_heard_changes_nothing() {
    for (error, ended) in [
        (down(), down()),
        (lost("status"), lost("status")),
        (refused("odd"), Error::Unavailable(said("odd", ""))),
    ] {
        check(change("personal", None), &[no_status(error)], &[], Err(ended));
    }
}

#[tokio::test]
async fn a_site_goes_up_and_down_and_has_one_plan_at_a_time() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    let to = |slug: &str| ProvisionRequest {
        plan: Some(plan(slug)),
        ..personal(SITE)
    };
    for (slug, cancelled) in [
        ("personal", None),
        ("premium", None),
        ("complete", None),
        ("personal", Some(plan("complete"))),
    ] {
        match call.change(&to(slug), None).await.unwrap() {
            Changed::Provisioned { cancelled: seen, .. } => assert_eq!(seen, cancelled, "{slug}"),
            changed => panic!("{slug}: {changed:?}"),
        }
    }
    assert!(matches!(
        call.change(&to("personal"), None).await,
        Ok(Changed::AlreadyThere(_))
    ));
    assert_eq!(sandbox.requests_to(Operation::Cancel).len(), 1);
}

#[tokio::test]
async fn the_old_plan_is_restored_over_real_sockets() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    let premium = ProvisionRequest {
        plan: Some(plan("premium")),
        ..personal(SITE)
    };
    call.provision(&premium).await.unwrap();
    sandbox.fault(
        Fault::body(400, r#"{"error":"activation_limit_reached","message":"limit"}"#)
            .on(Operation::Provision)
            .skip(1),
    );

    let changed = call.change(&personal(SITE), None).await.unwrap();

    assert!(
        matches!(&changed, Changed::Restored { old, .. } if old.as_str() == "premium"),
        "{changed:?}"
    );
    let status = call.status(&(&premium.site).into()).await.unwrap();
    assert!(status.our_product(&plan("premium")).is_some());
}
