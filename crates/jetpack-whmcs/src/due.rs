use std::time::Duration;

use jetpack_partner::boottime_now;
use serde::{Deserialize, Serialize};

use crate::order::{Keyed, addon_credentials};
use crate::verdict::Verdict;
use crate::{
    Action, BackupAccess, FoundRow, KeySource, Moment, Order, Params, Row, ServiceType, Standing,
    WaitingPlans, Wanted, WhenSuspended,
};

/// The question `due`: what the cron has to do about rows whose time has come. Pure.
#[derive(Debug, Deserialize)]
pub struct Due {
    /// The database's clock.
    now: Moment,
    /// The rows, as they are stored.
    rows: Vec<FoundRow>,
    /// The addon module's settings.
    #[serde(default)]
    settings: Params,
}

/// Its answer.
#[derive(Serialize)]
pub(crate) struct DueOrders {
    /// For each row what is to be ordered, if anything.
    orders: Vec<Option<serde_json::Value>>,
    /// For each row whether WHMCS is to be asked to create the service.
    creates: Vec<bool>,
}

impl Due {
    /// One order for each row that needs one; all share a deadline.
    pub(crate) fn answer(&self, span: Duration) -> DueOrders {
        let millis = u64::try_from(span.as_millis()).unwrap_or(u64::MAX);
        let deadline = boottime_now().saturating_add(millis);
        let order = |found: &FoundRow| {
            let row = found.row.as_ref().ok()?;
            let action = next(row, self.now)?;
            let order = self.order(row, action, deadline, span);
            serde_json::to_value(Keyed::from(&order)).ok()
        };
        let creates = |found: &FoundRow| {
            found
                .row
                .as_ref()
                .is_ok_and(|row| is_asked_for_again(row, self.now))
        };
        DueOrders {
            orders: self.rows.iter().map(order).collect(),
            creates: self.rows.iter().map(creates).collect(),
        }
    }

    /// As the row has it: what WHMCS's fields say by now does not matter to what was asked for before.
    fn order(&self, row: &Row, action: Action, deadline: u64, span: Duration) -> Order {
        let addon = addon_credentials(&self.settings).ok();
        let is_the_addons = addon.is_some_and(|key| key.client_id == row.partner_id);
        Order {
            action,
            service: row.service,
            client: row.client,
            product: 0,
            site: row.site.clone(),
            local_user: None,
            plan: row.plan.clone(),
            key: if is_the_addons {
                KeySource::Addon
            } else {
                KeySource::None
            },
            partner_id: row.partner_id.clone(),
            obstacle: None,
            when_suspended: WhenSuspended::Cancel,
            waiting_plans: WaitingPlans::default(),
            backup_access: BackupAccess::default(),
            has_details: false,
            deadline,
            span: i64::try_from(span.as_secs()).unwrap_or(i64::MAX),
        }
    }
}

/// What the cron does about a row.
fn next(row: &Row, now: Moment) -> Option<Action> {
    if row.lease.until > now {
        return None;
    }
    let doubt_has_ended = row.doubt_until.is_some_and(|until| until <= now);
    if row.under_way.is_some() || doubt_has_ended {
        return Some(Action::Look);
    }
    match (&row.standing, row.wanted) {
        (Standing::Active | Standing::Pending { .. }, Wanted::Gone) => Some(Action::Terminate),
        (Standing::Active | Standing::Pending { .. }, Wanted::Suspended) => Some(Action::Suspend),
        (Standing::Pending { .. } | Standing::Unknown, _) => Some(Action::Look),
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

/// Whether a plan was asked for in vain before, and nothing may be there: it is ordered again through WHMCS, which knows the
/// user on the site.
fn is_asked_for_again(row: &Row, now: Moment) -> bool {
    row.attempts > 0
        && row.wanted == Wanted::Live
        && row.service.kind == ServiceType::Service
        && row.lease.until <= now
        && next(row, now).is_none()
        && !row.standing.may_be_live()
}

/// Whether WHMCS has to be asked to create the service: it waits there although a look has shown how its plan stands, or that
/// WordPress.com does not know the site, long after anything could still arrive.
pub(crate) fn create_follows(row: &Row, verdict: &Verdict, now: Moment) -> bool {
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
    shown && row.wanted == Wanted::Live && row.service.kind == ServiceType::Service
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lease, Service};

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
            until: NOW + 9,
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
                next(&row(standing.clone(), wanted), NOW),
                expected,
                "{standing:?} {wanted:?}"
            );
        }
    }

    #[test]
    fn what_was_interrupted_or_in_doubt_is_looked_at_and_what_is_worked_on_is_left_alone() {
        let mut row = row(Standing::Orphaned { until: None }, Wanted::Gone);
        row.doubt_until = Some(NOW + 1);
        assert_eq!(next(&row, NOW), None);
        row.doubt_until = Some(NOW);
        assert_eq!(next(&row, NOW), Some(Action::Look));
        row.doubt_until = None;
        row.under_way = Some(Action::Create);
        assert_eq!(next(&row, NOW), Some(Action::Look));
        row.lease = Lease {
            until: NOW + 1,
            ..Lease::default()
        };
        assert_eq!(next(&row, NOW), None);
    }
}
