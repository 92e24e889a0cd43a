use crate::act::MOST_ATTEMPTS;
use crate::waiting::Waiting;
use crate::{Action, Moment, Row, Standing, Wanted};

/// What the cron does about a row.
pub(super) fn next(row: &Row, renews: bool, now: Moment) -> Option<Action> {
    let doubt_has_ended = row.doubt_until.is_some_and(|until| until <= now);
    if row.under_way.is_none() && doubt_has_ended && row.standing == Standing::Unknown {
        // Where WordPress.com does not know the site, no look ever tells. A cancellation does no harm where nothing is.
        match row.wanted {
            Wanted::Gone => return Some(Action::Terminate),
            Wanted::Suspended => return Some(Action::Suspend),
            Wanted::Nothing | Wanted::Live | Wanted::New | Wanted::Again => {}
        }
    }
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
        _ if row.is_compared() => Some(Action::Look),
        // Whoever was to tell its owner has died.
        _ if row.details_due => Some(Action::Look),
        // An Unsuspend that failed is ordered again first (`command`).
        (Standing::Suspended { .. }, Wanted::Live | Wanted::New | Wanted::Again)
            if (1..=MOST_ATTEMPTS).contains(&row.attempts) =>
        {
            None
        }
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

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;
    use crate::in_whmcs::InWhmcs;
    use crate::{Ended, Service, ServiceType};

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
            // Once a day it is compared.
            (Standing::Active, Wanted::Live, Some(Action::Look)),
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
            (
                Standing::Orphaned { until: None },
                Wanted::Gone,
                Some(Action::Look),
            ),
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
        let mut row = row(Standing::Refused, Wanted::Gone);
        row.doubt_until = Some(NOW + 1);
        assert_eq!(next(&row, true, NOW), None);
        row.doubt_until = Some(NOW);
        assert_eq!(next(&row, true, NOW), Some(Action::Look));
        row.doubt_until = None;
        row.under_way = Some(Action::Create);
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
        // Perhaps somebody has ended it elsewhere.
        assert_eq!(next(&orphan(None), true, NOW), Some(Action::Look));
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
