use super::next::next;
use crate::act::MOST_ATTEMPTS;
use crate::in_whmcs::InWhmcs;
use crate::{Action, Command, Moment, Row, ServiceType, Standing};

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
    let asks = is_due && row.ended.is_none() && is_asked_for_again(row, now);
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
mod tests {
    use serde_json::json;

    use super::*;
    use crate::due::next::tests::{NOW, row};
    use crate::{Service, Wanted};

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
    fn a_plan_of_which_whmcs_may_not_have_heard_is_looked_at_before_it_is_told() {
        for wanted in [Wanted::New, Wanted::Again] {
            let mut row = row(Standing::Active, wanted);
            row.next_look_at = Some(NOW);
            assert_eq!(asked(&row, "Suspended"), None);
            assert_eq!(next(&row, true, NOW), Some(Action::Look));
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
}
