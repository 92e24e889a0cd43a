use std::time::Duration;

use jetpack_partner::boottime_now;
use serde::{Deserialize, Serialize};

use crate::act::MOST_ATTEMPTS;
use crate::in_whmcs::InWhmcs;
use crate::order::{Keyed, addon_credentials};
use crate::orphan_days::ends_after;
use crate::verdict::Verdict;
use crate::waiting::Waiting;
use crate::{
    Action, BackupAccess, FoundRow, KeySource, Moment, Order, Params, Row, ServiceType, Standing, Wanted,
    WhenSuspended,
};

/// The question `due`: what the cron has to do about rows whose time has come. Pure.
#[derive(Debug, Deserialize)]
pub struct Due {
    /// The database's clock.
    now: Moment,
    /// The rows, as they are stored.
    rows: Vec<FoundRow>,
    /// For each what WHMCS has of its service; null for one that it does not have.
    #[serde(default)]
    in_whmcs: Vec<Option<InWhmcs>>,
    /// What people want done to them, whether it is time or not.
    #[serde(default)]
    action: Option<Action>,
    /// Whether only what WHMCS has made of the services counts, as while it waits for an answer to a hook: nothing is sent then.
    #[serde(default)]
    asks_nothing: bool,
    /// The addon module's settings.
    #[serde(default)]
    settings: Params,
}

/// Its answer.
#[derive(Serialize)]
pub(crate) struct DueOrders {
    /// For each row what is to be ordered, if anything.
    orders: Vec<Option<serde_json::Value>>,
    /// For each row what WHMCS is to be asked to do with the service: a command of its API.
    commands: Vec<Option<&'static str>>,
}

impl Due {
    /// One order for each row that needs one; all share a deadline.
    pub(crate) fn answer(&self, span: Duration) -> DueOrders {
        let millis = u64::try_from(span.as_millis()).unwrap_or(u64::MAX);
        let deadline = boottime_now().saturating_add(millis);
        let order = |(index, found): (usize, &FoundRow)| {
            let row = found.row.as_ref().ok()?;
            let in_whmcs = self.in_whmcs.get(index).and_then(Option::as_ref);
            let action = self.action.or_else(|| self.next(row, in_whmcs))?;
            let order = self.order(row, action, in_whmcs, deadline, span);
            serde_json::to_value(Keyed::from(&order)).ok()
        };
        let command = |found: &FoundRow| {
            let row = found.row.as_ref().ok().filter(|_| !self.asks_nothing)?;
            asked_for_again(row, self.now)
        };
        DueOrders {
            orders: self.rows.iter().enumerate().map(order).collect(),
            commands: self.rows.iter().map(command).collect(),
        }
    }

    /// What WHMCS has made of the service comes first; it is looked at also where nothing is due.
    fn next(&self, row: &Row, in_whmcs: Option<&InWhmcs>) -> Option<Action> {
        if row.lease.until > self.now {
            return None;
        }
        let told = in_whmcs.and_then(|in_whmcs| in_whmcs.tells(row));
        told.or_else(|| {
            let is_due = !self.asks_nothing && row.next_look_at.is_some_and(|at| at <= self.now);
            let renews = in_whmcs.is_some_and(InWhmcs::renews);
            let again = || in_whmcs.is_some_and(|addon| addon.local_user().is_some() && is_addon_again(row));
            let next = || next(row, renews, self.now).or_else(|| again().then_some(Action::Create));
            is_due.then(next).flatten()
        })
    }

    /// As the row has it: what WHMCS's fields say by now does not matter to what was asked for before.
    fn order(
        &self,
        row: &Row,
        action: Action,
        in_whmcs: Option<&InWhmcs>,
        deadline: u64,
        span: Duration,
    ) -> Order {
        let addon = addon_credentials(&self.settings).ok();
        let is_the_addons = addon.is_some_and(|key| key.client_id == row.partner_id);
        Order {
            action,
            service: row.service,
            client: row.client,
            product: 0,
            site: row.site.clone(),
            local_user: in_whmcs.and_then(InWhmcs::local_user),
            plan: row.plan.clone(),
            key: if is_the_addons {
                KeySource::Addon
            } else {
                KeySource::None
            },
            partner_id: row.partner_id.clone(),
            obstacle: None,
            when_suspended: WhenSuspended::Cancel,
            ends_after: ends_after(&self.settings).ok().flatten(),
            why: in_whmcs.and_then(InWhmcs::why_ended).unwrap_or_default(),
            backup_access: BackupAccess::default(),
            has_details: false,
            deadline,
            span: i64::try_from(span.as_secs()).unwrap_or(i64::MAX),
        }
    }
}

/// What the cron does about a row.
fn next(row: &Row, renews: bool, now: Moment) -> Option<Action> {
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
fn asked_for_again(row: &Row, now: Moment) -> Option<&'static str> {
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
fn is_addon_again(row: &Row) -> bool {
    row.attempts > 0
        && row.wanted == Wanted::Live
        && row.service.kind == ServiceType::Addon
        && row.ended.is_none()
        && !row.standing.may_be_live()
        && !row.standing.is_suspended()
}

/// WHMCS's command for a service that waits there.
const CREATE: &str = "ModuleCreate";

/// Whether WHMCS has to be asked to create the service: it waits there although a look has shown how its plan stands, or that
/// WordPress.com does not know the site, long after anything could still arrive.
pub(crate) fn create_follows(row: &Row, verdict: &Verdict, now: Moment) -> Option<&'static str> {
    let is_over = row.doubt_until.is_none_or(|until| until <= now);
    let shown = match row.standing {
        Standing::Active | Standing::Pending { .. } => verdict.learnt,
        Standing::None => verdict.learnt && is_over,
        Standing::Unknown => verdict.result.is_ok() && is_over,
        Standing::Absent
        | Standing::Refused
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. }
        | Standing::Orphaned { .. } => false,
    };
    (shown && row.wanted == Wanted::Live && row.service.kind == ServiceType::Service).then_some(CREATE)
}

/// The same of a product addon whose plan the cron has found or made: its status is set by hand.
pub(crate) fn addon_follows(row: &Row, action: Action, verdict: &Verdict) -> Option<&'static str> {
    let is_there = matches!(row.standing, Standing::Active | Standing::Pending { .. });
    let is_wanted = row.wanted == Wanted::Live && row.service.kind == ServiceType::Addon;
    let has_asked = matches!(action, Action::Look | Action::Create);
    (is_there && is_wanted && has_asked && verdict.result.is_ok()).then_some("UpdateClientAddon")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    use crate::{Ended, Lease, Service};

    const NOW: Moment = 1_000_000;

    fn row(standing: Standing, wanted: Wanted) -> Row {
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
    fn what_was_interrupted_or_in_doubt_is_looked_at_and_what_is_worked_on_is_left_alone() {
        let mut row = row(Standing::Orphaned { until: None }, Wanted::Gone);
        row.doubt_until = Some(NOW + 1);
        assert_eq!(next(&row, true, NOW), None);
        row.doubt_until = Some(NOW);
        assert_eq!(next(&row, true, NOW), Some(Action::Look));
        row.doubt_until = None;
        row.under_way = Some(Action::Create);
        assert_eq!(next(&row, true, NOW), Some(Action::Look));
        row.lease = Lease {
            until: NOW + 1,
            ..Lease::default()
        };
        row.next_look_at = Some(NOW);
        assert_eq!(told(&row, "Cancelled", "jetpack"), None);
    }

    /// What follows for a row that has this status in WHMCS.
    fn told(row: &Row, status: &str, module: &str) -> Option<Action> {
        let in_whmcs = serde_json::from_value(json!({ "status": status, "module": module })).unwrap();
        let due = Due {
            now: NOW,
            rows: Vec::new(),
            in_whmcs: Vec::new(),
            action: None,
            asks_nothing: false,
            settings: Params::default(),
        };
        due.next(row, Some(&in_whmcs))
    }

    #[test]
    fn what_whmcs_ended_or_took_back_is_noticed_whether_it_is_due_or_not() {
        let ended = |row: Row, cancels_at| Row {
            ended: Some(Ended {
                at: NOW - 9,
                cancels_at,
            }),
            next_look_at: cancels_at,
            ..row
        };
        let live = || row(Standing::Active, Wanted::Live);
        for (row, status, module, expected) in [
            (live(), "Active", "jetpack", None),
            (live(), "Suspended", "jetpack", None),
            (live(), "Pending", "jetpack", None),
            (live(), "Cancelled", "jetpack", Some(Action::End)),
            (live(), "Terminated", "jetpack", Some(Action::End)),
            (live(), "Fraud", "jetpack", Some(Action::End)),
            (live(), "Completed", "jetpack", Some(Action::End)),
            (live(), "Active", "cpanel", Some(Action::End)),
            (live(), "Active", "", Some(Action::End)),
            // The module was called, and has not finished.
            (row(Standing::Active, Wanted::Gone), "Terminated", "jetpack", None),
            (
                row(Standing::Absent, Wanted::Nothing),
                "Cancelled",
                "jetpack",
                Some(Action::End),
            ),
            (
                ended(live(), Some(NOW)),
                "Active",
                "jetpack",
                Some(Action::Resume),
            ),
            (
                ended(live(), Some(NOW)),
                "Cancelled",
                "jetpack",
                Some(Action::Terminate),
            ),
            (ended(live(), Some(NOW + 1)), "Cancelled", "jetpack", None),
            (ended(live(), None), "Cancelled", "jetpack", None),
        ] {
            let what = format!("{row:?} {status} {module}");
            assert_eq!(told(&row, status, module), expected, "{what}");
        }
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
