use serde::Serialize;

use crate::overview::WAITS_LONG;
use crate::standing::PENDING_SECONDS;
use crate::{Moment, Row, ServiceType, Standing, Wanted};

const DAY: Moment = 24 * 60 * 60;

/// What is the matter with a service that staff should see to: pages have words of their own for each kind.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Concern {
    pub(super) kind: Kind,
    /// Who pays for nothing, where somebody does.
    pub(super) cost: Option<Cost>,
    /// Of a plan that waits: begun days until it lapses.
    pub(super) days_left: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Kind {
    Refused,
    Unknown,
    Waiting,
    /// WHMCS deleted the service.
    Orphaned,
    /// The service is there, and WHMCS has ended it.
    Ended,
    /// The plan that was sold was found gone.
    Gone,
    /// Another plan was found than was sold.
    Replaced,
    Unreadable,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Cost {
    /// The host pays for the plan, and nobody pays the host.
    NotBilled,
    /// The client pays the host, and has no plan.
    NoPlan,
}

impl Concern {
    /// What the cron does not mend by itself, or has not yet.
    pub(super) fn of(row: &Row, now: Moment) -> Option<Self> {
        if row.under_way.is_some() {
            return None;
        }
        let kind = kind(row, now)?;
        let is_without_service = matches!(kind, Kind::Orphaned | Kind::Ended);
        let cost = match &row.standing {
            Standing::Active | Standing::Orphaned { until: None } if is_without_service => {
                Some(Cost::NotBilled)
            }
            _ if kind == Kind::Gone => Some(Cost::NoPlan),
            _ => None,
        };
        let days_left = (kind == Kind::Waiting)
            .then(|| row.standing.until())
            .flatten()
            .map(|until| (until - now).max(0).div_euclid(DAY) + i64::from((until - now).max(0) % DAY > 0));
        Some(Self {
            kind,
            cost,
            days_left,
        })
    }

    pub(super) const UNREADABLE: Self = Self {
        kind: Kind::Unreadable,
        cost: None,
        days_left: None,
    };
}

fn kind(row: &Row, now: Moment) -> Option<Kind> {
    let is_orphan = row.service.kind == ServiceType::Orphan;
    if row.ended.is_some() {
        return Some(if is_orphan { Kind::Orphaned } else { Kind::Ended });
    }
    if let Some(sold) = &row.missing {
        let is_replaced = row.plan.as_ref().is_some_and(|plan| !plan.is_same_as(sold));
        return Some(if is_replaced { Kind::Replaced } else { Kind::Gone });
    }
    match &row.standing {
        Standing::Active | Standing::Pending { .. } if is_orphan => Some(Kind::Orphaned),
        Standing::Pending { until, .. } => {
            (*until - PENDING_SECONDS + WAITS_LONG < now).then_some(Kind::Waiting)
        }
        Standing::Refused => (!is_orphan && row.wanted != Wanted::Gone).then_some(Kind::Refused),
        Standing::Unknown => Some(Kind::Unknown),
        Standing::Orphaned { .. } => Some(Kind::Orphaned),
        Standing::Active
        | Standing::Absent
        | Standing::None
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show::tests::row;

    #[test]
    fn staff_see_to_what_the_cron_does_not_mend() {
        let until = PENDING_SECONDS;
        let pending = Standing::Pending {
            next_url: None,
            until,
        };
        for (standing, now, expected) in [
            (Standing::Active, 1, None),
            (pending.clone(), WAITS_LONG, None),
            (pending, WAITS_LONG + 1, Some((Kind::Waiting, None, Some(4)))),
            (Standing::Refused, 1, Some((Kind::Refused, None, None))),
            (Standing::Unknown, 1, Some((Kind::Unknown, None, None))),
            (
                Standing::Orphaned { until: None },
                1,
                Some((Kind::Orphaned, Some(Cost::NotBilled), None)),
            ),
            (
                Standing::Orphaned { until: Some(9) },
                1,
                Some((Kind::Orphaned, None, None)),
            ),
            (Standing::None, 1, None),
            (Standing::Cancelled { until: Some(9) }, 1, None),
            (Standing::Suspended { until: None }, 1, None),
        ] {
            let found = Concern::of(&row(standing.clone()), now);
            let found = found.map(|one| (one.kind, one.cost, one.days_left));
            assert_eq!(found, expected, "{standing:?}");
        }
        let given_up = Row {
            wanted: Wanted::Gone,
            ..row(Standing::Refused)
        };
        assert_eq!(Concern::of(&given_up, 1), None);
    }

    #[test]
    fn a_plan_that_is_gone_costs_the_client_and_one_that_is_replaced_is_told_from_it() {
        for (found, standing, kind, cost) in [
            ("personal", Standing::None, Kind::Gone, Some(Cost::NoPlan)),
            ("premium", Standing::Active, Kind::Replaced, None),
        ] {
            let differs = Row {
                missing: Some("personal".parse().unwrap()),
                plan: Some(found.parse().unwrap()),
                ..row(standing)
            };
            let concern = Concern::of(&differs, 1).unwrap();
            assert_eq!((concern.kind, concern.cost), (kind, cost));
        }
    }
}
