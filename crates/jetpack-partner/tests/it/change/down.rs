//! Going down, where the only way is to cancel first.

use jetpack_partner::{Ask, Changed, Heard, Plan, UpgradePaths};

use super::{cancel, change, check, downgrade, gone, there};
use crate::machines::*;

fn paths(slugs: &[&str]) -> Heard {
    let plans: Vec<Plan> = slugs.iter().copied().map(plan).collect();
    Heard::UpgradePaths(Ok(UpgradePaths::from([("x".to_owned(), plans)])))
}

#[test]
fn a_lower_plan_is_had_by_cancelling_once_the_api_says_that_it_is_lower() {
    for (wanted, old) in [
        ("personal", "premium"),
        ("jetpack-scan", "complete"),
        ("jetpack-backup-daily", "jetpack-backup-realtime"),
    ] {
        let heard = [status(&[old]), failure(downgrade()), gone(), success()];
        let asked = [provision(wanted), cancel(old), provision(wanted)];
        check(
            change(wanted, None),
            &heard,
            &asked,
            Ok(there(active(), Some(old), &[])),
        );
    }
}

#[test]
fn of_a_plan_that_is_not_known_to_be_lower_the_upgrade_paths_decide() {
    let asked = [provision("own-bundle"), Ask::UpgradePaths];
    let heard = |paths| [status(&["premium"]), failure(downgrade()), paths];
    for silent in [
        paths(&["personal"]),
        Heard::UpgradePaths(Err(down())),
        Heard::UpgradePaths(Err(refused("odd"))),
    ] {
        check(
            change("own-bundle", Some("premium")),
            &heard(silent),
            &asked,
            Err(downgrade()),
        );
    }
    let mut listed = heard(paths(&["own_bundle"])).to_vec();
    listed.extend([gone(), success()]);
    let mut asked = asked.to_vec();
    asked.extend([cancel("premium"), provision("own-bundle")]);
    check(
        change("own-bundle", Some("premium")),
        &listed,
        &asked,
        Ok(there(active(), Some("premium"), &[])),
    );
}

#[test]
fn among_several_that_are_higher_nothing_is_guessed() {
    let both = ["complete", "jetpack-backup-realtime"];
    check(
        change("jetpack-backup-daily", None),
        &[status(&both), failure(downgrade())],
        &[provision("jetpack-backup-daily")],
        Ok(Changed::Ambiguous(both.map(plan).to_vec())),
    );
}

#[test]
fn the_old_plan_comes_back_when_the_wanted_one_is_refused_after_all() {
    let until_refused = [
        status(&["premium"]),
        failure(downgrade()),
        gone(),
        failure(refused("limit")),
    ];
    let asked = [
        provision("personal"),
        cancel("premium"),
        provision("personal"),
        provision("premium"),
    ];
    let restored = Changed::Restored {
        old: plan("premium"),
        provisioned: active(),
        refusal: said("limit", ""),
    };
    let lost_old = |because| Changed::LostOld {
        old: plan("premium"),
        refusal: said("limit", ""),
        because,
    };
    for (last, ended) in [
        (success(), restored),
        (failure(down()), lost_old(down())),
        (failure(refused("odd")), lost_old(refused("odd"))),
    ] {
        let mut heard = until_refused.to_vec();
        heard.push(last);
        check(change("personal", None), &heard, &asked, Ok(ended));
    }
}

#[test]
fn a_cancellation_that_fails_ends_it_and_what_is_lost_after_it_is_told_as_unfinished() {
    let before = [status(&["premium"]), failure(downgrade())];
    let asked = [provision("personal"), cancel("premium"), provision("personal")];
    let mut heard = before.to_vec();
    heard.push(Heard::Cancel(Err(refused("incorrect_partner_key"))));
    check(
        change("personal", None),
        &heard,
        &asked[..2],
        Err(refused("incorrect_partner_key")),
    );
    let mut heard = before.to_vec();
    heard.extend([gone(), failure(down())]);
    let unfinished = Changed::Unfinished {
        old: plan("premium"),
        because: down(),
    };
    check(change("personal", None), &heard, &asked, Ok(unfinished));
}

#[test]
fn a_lost_answer_on_the_way_is_cleared_up_by_the_status() {
    let heard = [
        status(&["premium"]),
        failure(downgrade()),
        gone(),
        failure(lost("first")),
        status(&["personal"]),
    ];
    let asked = [
        provision("personal"),
        cancel("premium"),
        provision("personal"),
        Ask::ClearUp,
    ];
    check(
        change("personal", None),
        &heard,
        &asked,
        Ok(there(active(), Some("premium"), &[])),
    );
}

#[test]
fn a_change_that_goes_on_after_a_crash_gives_back_what_it_had_cancelled() {
    let resumed = || change("personal", None).having_cancelled(Some(plan("premium")));
    check(
        resumed(),
        &[status(&[]), failure(refused("limit")), success()],
        &[provision("personal"), provision("premium")],
        Ok(Changed::Restored {
            old: plan("premium"),
            provisioned: active(),
            refusal: said("limit", ""),
        }),
    );
    check(
        resumed(),
        &[status(&["own-bundle"]), success()],
        &[provision("personal")],
        Ok(there(active(), Some("premium"), &[])),
    );
    // It was noted, but never cancelled.
    check(
        resumed(),
        &[status(&["premium"]), failure(refused("limit"))],
        &[provision("personal")],
        Err(refused("limit")),
    );
    // Someone has given the site another one since, which is not replaced by what it had before.
    check(
        resumed(),
        &[status(&["professional"]), failure(downgrade()), gone(), success()],
        &[
            provision("personal"),
            cancel("professional"),
            provision("personal"),
        ],
        Ok(there(active(), Some("professional"), &[])),
    );
}
