mod again;
mod next;

use std::time::Duration;

use jetpack_partner::boottime_now;
use serde::{Deserialize, Serialize};

use crate::in_whmcs::InWhmcs;
use crate::order::{Keyed, addon_credentials};
use crate::orphan_days::ends_after;
use crate::repairs::repairs;
use crate::{
    Action, BackupAccess, Command, Connecting, FoundRow, KeySource, Moment, Order, Params, Reminders, Row,
    WhenSuspended,
};

use again::{addon_again, command, repair};
use next::next;

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
    /// For each row what WHMCS is to be asked to do with the service.
    commands: Vec<Option<Command>>,
    /// For each row whether what is ordered only asks: such orders may be claimed and settled many at once (architecture.md §4,
    /// rule 9).
    looks: Vec<bool>,
}

impl Due {
    /// One order for each row that needs one; all share a deadline.
    pub(crate) fn answer(&self, span: Duration) -> DueOrders {
        let millis = u64::try_from(span.as_millis()).unwrap_or(u64::MAX);
        let deadline = boottime_now().saturating_add(millis);
        let order = |(index, found): (usize, &FoundRow)| {
            let row = found.row.as_ref().ok()?;
            let in_whmcs = self.in_whmcs(index);
            let action = self.action.or_else(|| self.next(row, in_whmcs))?;
            Some(self.order(row, action, in_whmcs, deadline, span))
        };
        let orders: Vec<Option<Order>> = self.rows.iter().enumerate().map(order).collect();
        let command = |(index, found): (usize, &FoundRow)| {
            let row = found.row.as_ref().ok().filter(|_| !self.asks_nothing)?;
            command(row, self.in_whmcs(index), self.now)
        };
        DueOrders {
            commands: self.rows.iter().enumerate().map(command).collect(),
            looks: orders
                .iter()
                .map(|order| order.as_ref().is_some_and(Order::only_looks))
                .collect(),
            orders: orders.iter().map(|order| plain(order.as_ref()?)).collect(),
        }
    }

    fn in_whmcs(&self, index: usize) -> Option<&InWhmcs> {
        self.in_whmcs.get(index).and_then(Option::as_ref)
    }

    /// What WHMCS has made of the service comes first; it is looked at also where nothing is due.
    fn next(&self, row: &Row, in_whmcs: Option<&InWhmcs>) -> Option<Action> {
        if row.lease.until > self.now {
            return None;
        }
        let told = in_whmcs.and_then(|in_whmcs| in_whmcs.tells(row));
        told.or_else(|| {
            let is_due = !self.asks_nothing && row.next_look_at.is_some_and(|at| at <= self.now);
            if !is_due || command(row, in_whmcs, self.now).is_some() {
                return None;
            }
            let is_for_somebody = in_whmcs.is_some_and(|addon| addon.local_user().is_some());
            let may_repair = repairs(&self.settings) && in_whmcs.is_some_and(InWhmcs::is_active);
            let repaired = || repair(row).filter(|_| may_repair);
            let again = addon_again(row, self.now)
                .or_else(repaired)
                .filter(|_| is_for_somebody);
            let renews = in_whmcs.is_some_and(InWhmcs::renews);
            // What is due for nothing, by now, is written down as such.
            let nothing = || (!row.is_open(self.now)).then_some(Action::Look);
            again.or_else(|| next(row, renews, self.now)).or_else(nothing)
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
            // What was sold is what is repaired.
            plan: row
                .missing
                .clone()
                .filter(|_| matches!(action, Action::Create | Action::Change))
                .or_else(|| row.plan.clone()),
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
            connecting: Connecting::read(&self.settings),
            has_details: false,
            repairs: repairs(&self.settings) && in_whmcs.is_some_and(|one| one.local_user().is_some()),
            reminders: Reminders::read(&self.settings),
            is_heard: in_whmcs
                .is_some_and(|one| Command::of(row).is_none_or(|command| !one.waits_for(command))),
            version: self.action.is_none().then_some(row.version),
            by_itself: self.action.is_none(),
            deadline,
            span: i64::try_from(span.as_secs()).unwrap_or(i64::MAX),
        }
    }
}

fn plain(order: &Order) -> Option<serde_json::Value> {
    serde_json::to_value(Keyed::from(order)).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::next::tests::{NOW, row};
    use super::*;
    use crate::{Ended, Lease, Standing, Wanted};

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
    fn what_is_worked_on_is_left_alone() {
        let mut row = row(Standing::Orphaned { until: None }, Wanted::Gone);
        row.under_way = Some(Action::Create);
        row.lease = Lease {
            until: NOW + 1,
            ..Lease::default()
        };
        row.next_look_at = Some(NOW);
        assert_eq!(told(&row, "Cancelled", "jetpack"), None);
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
}
