use serde::{Deserialize, Serialize};

use crate::standing::PENDING_SECONDS;
use crate::{Action, Moment, ServiceType, Standing, plain};

/// How long a plan may wait before staff should know: four days before it lapses.
pub(crate) const WAITS_LONG: i64 = 10 * 24 * 60 * 60;

const UNBILLED: [Standing; 4] = [
    Standing::None,
    Standing::Pending {
        next_url: None,
        until: 0,
    },
    Standing::Cancelled { until: None },
    Standing::Suspended { until: None },
];

/// The question `overview`: how all services stand, for the first page of the admin area. Pure.
#[derive(Debug, Deserialize)]
pub struct Overview {
    /// How many rows there are of each kind in each state.
    groups: Vec<Group>,
    /// The database's clock.
    #[serde(deserialize_with = "plain::number")]
    now: Moment,
}

#[derive(Debug, Deserialize)]
struct Group {
    service_type: ServiceType,
    state: String,
    /// Whether a plan was found otherwise than it was sold.
    #[serde(default, deserialize_with = "plain::flag")]
    differs: bool,
    #[serde(deserialize_with = "plain::number")]
    count: u64,
}

/// Its answer.
#[derive(Debug, Serialize)]
pub(crate) struct Overviewed {
    /// In words, and in the order in which they are shown.
    counts: Vec<Count>,
    /// The groups whose rows may need somebody.
    attention: Vec<Which>,
    /// Those of waiting plans: their rows may, if they lapse before `waiting_until`.
    waiting: Vec<Which>,
    waiting_until: Moment,
    /// The stored words of what is a plan that WordPress.com bills, as the journal has them.
    billed: [&'static str; 2],
    /// Those of what is none. The others tell neither way.
    unbilled: [&'static str; 4],
    /// Whether there is no row that says anything.
    is_empty: bool,
}

/// Names a group, as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Which {
    service_type: ServiceType,
    state: String,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Count {
    text: &'static str,
    count: u64,
}

/// What is counted as one, in the order in which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shelf {
    Active,
    Waiting,
    UnderWay,
    Differing,
    Refused,
    Unknown,
    Orphaned,
    Suspended,
    Cancelled,
    NoPlan,
    Unreadable,
}

impl Overview {
    pub(crate) fn answer(&self) -> Overviewed {
        let mut counts: Vec<(Shelf, u64)> = Vec::new();
        let (mut attention, mut waiting) = (Vec::new(), Vec::new());
        for group in &self.groups {
            let Some(shelf) = Shelf::of(group) else {
                continue;
            };
            match counts.iter_mut().find(|(known, _)| *known == shelf) {
                Some((_, count)) => *count += group.count,
                None => counts.push((shelf, group.count)),
            }
            let list = match shelf {
                Shelf::Refused | Shelf::Unknown | Shelf::Orphaned | Shelf::Unreadable => &mut attention,
                Shelf::Waiting => &mut waiting,
                // What differs is found by that.
                Shelf::Differing
                | Shelf::Active
                | Shelf::UnderWay
                | Shelf::Suspended
                | Shelf::Cancelled
                | Shelf::NoPlan => {
                    continue;
                }
            };
            list.push(Which {
                service_type: group.service_type,
                state: group.state.clone(),
            });
        }
        counts.sort();
        let count = |(shelf, count): (Shelf, u64)| Count {
            text: shelf.text(),
            count,
        };
        Overviewed {
            billed: [Standing::Active.word(), Standing::Orphaned { until: None }.word()],
            unbilled: UNBILLED.map(|standing| standing.word()),
            is_empty: counts.is_empty(),
            counts: counts.into_iter().map(count).collect(),
            attention,
            waiting,
            waiting_until: self.now + PENDING_SECONDS - WAITS_LONG,
        }
    }
}

/// How a service's plan can stand, with the words that people read.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Named {
    /// As the ledger has it.
    word: &'static str,
    text: &'static str,
}

/// All of them, in the order in which they are shown.
pub(crate) fn standings() -> Vec<Named> {
    let named = |standing: Standing, shelf: Shelf| Named {
        word: standing.word(),
        text: shelf.text(),
    };
    vec![
        named(Standing::Active, Shelf::Active),
        named(
            Standing::Pending {
                next_url: None,
                until: 0,
            },
            Shelf::Waiting,
        ),
        named(Standing::Refused, Shelf::Refused),
        named(Standing::Unknown, Shelf::Unknown),
        named(Standing::Orphaned { until: None }, Shelf::Orphaned),
        named(Standing::Suspended { until: None }, Shelf::Suspended),
        named(Standing::Cancelled { until: None }, Shelf::Cancelled),
        named(Standing::None, Shelf::NoPlan),
    ]
}

impl Shelf {
    /// `None` for an orphan whose plan is gone: there is nothing left to be told of it.
    fn of(group: &Group) -> Option<Self> {
        let (kind, state) = (group.service_type, group.state.as_str());
        if Action::from_state_under_way(state).is_some() {
            return Some(Self::UnderWay);
        }
        if group.differs {
            return Some(Self::Differing);
        }
        // Each row has a term of its own; here any will do.
        let Some(standing) = Standing::parse(state, None, Some(0)) else {
            return Some(Self::Unreadable);
        };
        let orphaned = kind == ServiceType::Orphan;
        match standing {
            Standing::Active | Standing::Pending { .. } if orphaned => Some(Self::Orphaned),
            Standing::Active => Some(Self::Active),
            Standing::Pending { .. } => Some(Self::Waiting),
            Standing::Orphaned { .. } => Some(Self::Orphaned),
            Standing::Unknown => Some(Self::Unknown),
            Standing::Refused => (!orphaned).then_some(Self::Refused),
            Standing::Suspended { .. } => (!orphaned).then_some(Self::Suspended),
            Standing::Cancelled { .. } => (!orphaned).then_some(Self::Cancelled),
            Standing::Absent | Standing::None => (!orphaned).then_some(Self::NoPlan),
        }
    }

    fn text(self) -> &'static str {
        match self {
            Self::Active => "active and billed",
            Self::Waiting => "waiting for their owners to connect",
            Self::UnderWay => "with a call under way",
            Self::Differing => "with another plan than was sold, or none",
            Self::Refused => "refused",
            Self::Unknown => "not known, since a request was not answered",
            Self::Orphaned => "on the books although WHMCS deleted their services",
            Self::Suspended => "cancelled while suspended",
            Self::Cancelled => "cancelled",
            Self::NoPlan => "without a plan",
            Self::Unreadable => "with a record that cannot be read",
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_state_has_its_words_and_what_needs_somebody_is_named() {
        let group = |kind: &str, state: &str, count: u64| json!({"service_type": kind, "state": state, "count": count.to_string()});
        let overview: Overview = serde_json::from_value(json!({"now": "1000000", "groups": [
            group("service", "pending", 3), group("service", "active", 1), group("addon", "active", 2),
            group("service", "requested", 1), group("service", "changing", 1), group("service", "refused", 5),
            group("service", "hibernating", 1), group("orphan", "orphaned", 4), group("orphan", "active", 1),
            json!({"service_type": "service", "state": "active", "differs": "1", "count": 2}),
            json!({"service_type": "addon", "state": "none", "differs": 1, "count": 1}),
            group("orphan", "none", 9), group("orphan", "cancelled", 9), group("service", "", 1), group("service", "none", 1),
        ]}))
        .unwrap();
        let answer = overview.answer();
        let counts: Vec<u64> = answer.counts.iter().map(|count| count.count).collect();
        let texts: Vec<&str> = answer.counts.iter().map(|count| count.text).collect();
        assert_eq!(counts, [3, 3, 2, 3, 5, 5, 2, 1]);
        assert_eq!(texts[0], "active and billed");
        let states = |which: &[Which]| which.iter().map(|which| which.state.clone()).collect::<Vec<_>>();
        assert_eq!(
            states(&answer.attention),
            ["refused", "hibernating", "orphaned", "active"]
        );
        assert_eq!(answer.attention[3].service_type, ServiceType::Orphan);
        assert_eq!(states(&answer.waiting), ["pending"]);
        assert_eq!(answer.billed, ["active", "orphaned"]);
        assert_eq!(answer.unbilled, ["none", "pending", "cancelled", "suspended"]);
        assert!(!answer.is_empty);
        assert_eq!(answer.waiting_until, 1_000_000 + 4 * 24 * 60 * 60);
    }
}
