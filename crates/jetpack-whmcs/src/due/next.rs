use crate::act::{CREATE, MOST_ATTEMPTS};
use crate::waiting::Waiting;
use crate::{Action, Moment, Row, ServiceType, Standing, Wanted};

/// What the cron does about a row.
pub(super) fn next(row: &Row, renews: bool, now: Moment) -> Option<Action> {
    let doubt_has_ended = row.doubt_until.is_some_and(|until| until <= now);
    if row.under_way.is_some() || doubt_has_ended {
        return Some(Action::Look);
    }
    if row.is_to_be_cancelled(now) {
        return Some(Action::Terminate);
    }
    if renews && Waiting::of(row).is_some_and(|waiting| waiting.is_to_be_renewed(now)) {
        return Some(Action::Renew);
    }
    match (&row.standing, row.wanted) {
        (Standing::Active | Standing::Pending { .. }, Wanted::Gone) => Some(Action::Terminate),
        (Standing::Active | Standing::Pending { .. }, Wanted::Suspended) => Some(Action::Suspend),
        (Standing::Pending { .. } | Standing::Unknown, _) => Some(Action::Look),
        // Whoever was to tell its owner has died.
        _ if row.details_due => Some(Action::Look),
        // An Unsuspend that failed is ordered again first (`asked_for_again`).
        (Standing::Suspended { .. }, Wanted::Live) if (1..=MOST_ATTEMPTS).contains(&row.attempts) => None,
        (Standing::Cancelled { until: Some(_) } | Standing::Suspended { until: Some(_) }, _) => {
            Some(Action::Look)
        }
        (
            Standing::Absent
            | Standing::None
            | Standing::Active
            | Standing::Refused
            | Standing::Cancelled { until: None }
            | Standing::Suspended { until: None }
            | Standing::Orphaned { .. },
            _,
        ) => None,
    }
}

/// What was asked for in vain before, where nothing may be there: it is ordered again through WHMCS, which sets the status.
pub(super) fn asked_for_again(row: &Row, now: Moment) -> Option<&'static str> {
    let is_due = row.attempts > 0
        && row.wanted == Wanted::Live
        && row.service.kind == ServiceType::Service
        && row.ended.is_none()
        && row.next_look_at.is_some_and(|at| at <= now)
        && row.lease.until <= now
        && next(row, false, now).is_none()
        && !row.standing.may_be_live();
    is_due.then_some(match row.standing.is_suspended() {
        true => "ModuleUnsuspend",
        false => CREATE,
    })
}

/// The same of a product addon. WHMCS has no command that creates one, so it is ordered here.
pub(super) fn is_addon_again(row: &Row) -> bool {
    row.attempts > 0
        && row.wanted == Wanted::Live
        && row.service.kind == ServiceType::Addon
        && row.ended.is_none()
        && !row.standing.may_be_live()
        && !row.standing.is_suspended()
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;
    use crate::in_whmcs::InWhmcs;
    use crate::{Ended, Service};

    pub(in crate::due) const NOW: Moment = 1_000_000;

    pub(in crate::due) fn row(standing: Standing, wanted: Wanted) -> Row {
        let service = Service {
            kind: ServiceType::Service,
            id: 7,
        };
        Row {
            standing,
            wanted,
            ..Row::new(1, service)
        }
    }

    #[test]
    fn the_cron_looks_finishes_what_was_wanted_and_leaves_the_rest() {
        let pending = || Standing::Pending {
            next_url: None,
            until: NOW + 3 * 86_400,
        };
        let until = Some(NOW);
        for (standing, wanted, expected) in [
            (pending(), Wanted::Live, Some(Action::Look)),
            (pending(), Wanted::Gone, Some(Action::Terminate)),
            (Standing::Active, Wanted::Gone, Some(Action::Terminate)),
            (Standing::Active, Wanted::Suspended, Some(Action::Suspend)),
            (Standing::Active, Wanted::Live, None),
            (Standing::Unknown, Wanted::Live, Some(Action::Look)),
            (Standing::Unknown, Wanted::Gone, Some(Action::Look)),
            (Standing::Cancelled { until }, Wanted::Gone, Some(Action::Look)),
            (
                Standing::Suspended { until },
                Wanted::Suspended,
                Some(Action::Look),
            ),
            (Standing::Cancelled { until: None }, Wanted::Gone, None),
            (Standing::Suspended { until: None }, Wanted::Suspended, None),
            (Standing::Refused, Wanted::Live, None),
            (Standing::None, Wanted::Live, None),
            (Standing::Orphaned { until: None }, Wanted::Gone, None),
        ] {
            assert_eq!(
                next(&row(standing.clone(), wanted), true, NOW),
                expected,
                "{standing:?} {wanted:?}"
            );
        }
    }

    #[test]
    fn what_was_interrupted_or_in_doubt_is_looked_at() {
        let mut row = row(Standing::Orphaned { until: None }, Wanted::Gone);
        row.doubt_until = Some(NOW + 1);
        assert_eq!(next(&row, true, NOW), None);
        row.doubt_until = Some(NOW);
        assert_eq!(next(&row, true, NOW), Some(Action::Look));
        row.doubt_until = None;
        row.under_way = Some(Action::Create);
        assert_eq!(next(&row, true, NOW), Some(Action::Look));
    }

    #[test]
    fn an_unsuspend_that_failed_is_ordered_again_also_where_the_plan_had_waited_for_its_owner() {
        for until in [None, Some(NOW + 9)] {
            let mut row = row(Standing::Suspended { until }, Wanted::Live);
            row.next_look_at = Some(NOW);
            row.attempts = MOST_ATTEMPTS;
            assert_eq!(asked_for_again(&row, NOW), Some("ModuleUnsuspend"), "{until:?}");
        }
        // Somebody has to see to it by now. What had waited is looked at when its term ends.
        let mut row = row(Standing::Suspended { until: Some(NOW) }, Wanted::Live);
        row.attempts = MOST_ATTEMPTS + 1;
        assert_eq!(next(&row, true, NOW), Some(Action::Look));
    }

    #[test]
    fn the_plan_of_a_deleted_service_is_cancelled_when_its_time_has_come() {
        let orphan = |cancels_at| Row {
            ended: Some(Ended { at: 1, cancels_at }),
            ..row(Standing::Orphaned { until: None }, Wanted::Gone)
        };
        assert_eq!(next(&orphan(Some(NOW)), false, NOW), Some(Action::Terminate));
        assert_eq!(next(&orphan(Some(NOW + 1)), true, NOW), None);
        assert_eq!(next(&orphan(None), true, NOW), None);
    }

    #[test]
    fn a_waiting_plan_is_renewed_in_its_last_two_days_where_the_product_says_so() {
        let row = row(
            Standing::Pending {
                next_url: None,
                until: NOW + 86_400,
            },
            Wanted::Live,
        );
        assert_eq!(next(&row, true, NOW), Some(Action::Renew));
        assert_eq!(next(&row, false, NOW), Some(Action::Look));
        let renews = |option: &str, user: &str| {
            let in_whmcs =
                json!({"status": "Active", "module": "jetpack", "waiting_plans": option, "local_user": user});
            serde_json::from_value::<InWhmcs>(in_whmcs).unwrap().renews()
        };
        assert!(renews("", "admin") && renews("renew", "a&amp;b@example.test"));
        assert!(!renews("lapse", "admin") && !renews("renew", " "));
    }
}
