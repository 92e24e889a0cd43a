use crate::act::MOST_ATTEMPTS;
use crate::in_whmcs::InWhmcs;
use crate::waiting::Waiting;
use crate::{Action, Command, Moment, Row, ServiceType, Standing, Wanted};

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

/// What puts a plan right that was found gone, or replaced.
pub(super) fn repair(row: &Row) -> Option<Action> {
    row.missing.as_ref()?;
    let is_settled = row.under_way.is_none() && row.doubt_until.is_none() && row.ended.is_none();
    match row.standing {
        Standing::None if is_settled && row.attempts <= MOST_ATTEMPTS => Some(Action::Create),
        // Once: it may have cancelled the one that is there, and bought it again.
        Standing::Active if is_settled && row.attempts == 0 => Some(Action::Change),
        Standing::Absent
        | Standing::None
        | Standing::Active
        | Standing::Pending { .. }
        | Standing::Refused
        | Standing::Unknown
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. }
        | Standing::Orphaned { .. } => None,
    }
}

/// What WHMCS is to be asked to do with a service.
pub(super) fn command(row: &Row, in_whmcs: Option<&InWhmcs>, now: Moment) -> Option<Command> {
    let is_due = row.next_look_at.is_some_and(|at| at <= now) && row.lease.until <= now;
    let asks = is_due && row.ended.is_none() && (is_asked_for_again(row, now) || row.is_to_be_heard_of());
    let command = Command::of(row).filter(|_| asks)?;
    in_whmcs?.waits_for(command).then_some(command)
}

/// What was asked for in vain before, where nothing may be there: it is ordered again through WHMCS, which sets the status.
fn is_asked_for_again(row: &Row, now: Moment) -> bool {
    row.service.kind == ServiceType::Service
        && row.attempts > 0
        && row.wanted.is_live()
        && next(row, false, now).is_none()
        && !row.standing.may_be_live()
}

/// The same of a product addon. WHMCS has no command that creates one, so it is ordered here; also where no look tells what came
/// of an earlier order, because WordPress.com does not know the site.
pub(super) fn addon_again(row: &Row, now: Moment) -> Option<Action> {
    let may_arrive = row.under_way.is_some() || row.doubt_until.is_some_and(|until| now < until);
    let in_vain = match row.standing {
        Standing::Unknown => row.doubt_until.is_some() && !may_arrive,
        Standing::Active | Standing::Pending { .. } | Standing::Orphaned { .. } => false,
        Standing::Absent
        | Standing::None
        | Standing::Refused
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. } => row.attempts > 0,
    };
    let is_wanted = row.wanted.is_live() && row.service.kind == ServiceType::Addon && row.ended.is_none();
    (in_vain && is_wanted).then_some(match row.is_suspended_in_whmcs() {
        true => Action::Unsuspend,
        false => Action::Create,
    })
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;
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

    fn in_whmcs(status: &str) -> InWhmcs {
        serde_json::from_value(json!({"status": status, "module": "jetpack"})).unwrap()
    }

    fn addon(row: Row) -> Row {
        let service = Service {
            kind: ServiceType::Addon,
            ..row.service
        };
        Row { service, ..row }
    }

    /// What WHMCS is asked to do, and of what status.
    fn asked(row: &Row, status: &str) -> Option<(&'static str, &'static str)> {
        let command = command(row, Some(&in_whmcs(status)), NOW)?;
        Some((command.name, command.waits_as))
    }

    #[test]
    fn an_unsuspend_that_failed_is_ordered_again_also_where_the_plan_had_waited_for_its_owner() {
        for until in [None, Some(NOW + 9)] {
            let mut row = row(Standing::Suspended { until }, Wanted::Again);
            row.next_look_at = Some(NOW);
            row.attempts = MOST_ATTEMPTS;
            let expected = Some(("ModuleUnsuspend", "Suspended"));
            assert_eq!(asked(&row, "Suspended"), expected, "{until:?}");
            let row = addon(row);
            assert_eq!(asked(&row, "Suspended"), None);
            assert_eq!(next(&row, true, NOW), None);
            assert_eq!(addon_again(&row, NOW), Some(Action::Unsuspend));
        }
        // Somebody has to see to it by now. What had waited is looked at when its term ends.
        let mut row = row(Standing::Suspended { until: Some(NOW) }, Wanted::Again);
        row.attempts = MOST_ATTEMPTS + 1;
        assert_eq!(next(&row, true, NOW), Some(Action::Look));
    }

    #[test]
    fn whmcs_is_told_that_a_plan_is_back_where_it_still_waits_for_that() {
        for standing in [
            Standing::Active,
            Standing::Pending {
                next_url: None,
                until: NOW + 9,
            },
        ] {
            let mut row = row(standing, Wanted::Again);
            assert_eq!(asked(&row, "Suspended"), None);
            row.next_look_at = Some(NOW);
            assert_eq!(asked(&row, "Suspended"), Some(("ModuleUnsuspend", "Suspended")));
            assert_eq!(
                asked(&addon(row.clone()), "Suspended"),
                Some(("UpdateClientAddon", "Suspended"))
            );
            assert_eq!(asked(&row, "Active"), None);
            // A suspension that keeps the plan is no reason to give anything back.
            row.wanted = Wanted::Live;
            assert_eq!(asked(&row, "Suspended"), None);
        }
    }

    #[test]
    fn what_no_look_can_tell_is_cancelled_or_ordered_again_once_nothing_may_arrive_any_more() {
        for (wanted, kind, expected, again) in [
            (Wanted::Gone, ServiceType::Service, Action::Terminate, None),
            (Wanted::Suspended, ServiceType::Addon, Action::Suspend, None),
            (Wanted::Live, ServiceType::Service, Action::Look, None),
            (
                Wanted::Live,
                ServiceType::Addon,
                Action::Look,
                Some(Action::Create),
            ),
            (
                Wanted::Again,
                ServiceType::Addon,
                Action::Look,
                Some(Action::Unsuspend),
            ),
        ] {
            let mut row = row(Standing::Unknown, wanted);
            row.service.kind = kind;
            row.doubt_until = Some(NOW + 1);
            assert_eq!(next(&row, true, NOW), Some(Action::Look), "{wanted:?}");
            assert_eq!(addon_again(&row, NOW), None);
            row.doubt_until = Some(NOW);
            assert_eq!(next(&row, true, NOW), Some(expected), "{wanted:?}");
            assert_eq!(addon_again(&row, NOW), again, "{wanted:?}");
        }
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
