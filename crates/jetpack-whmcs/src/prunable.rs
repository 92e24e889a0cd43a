use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{FoundRow, Moment, Params, Row, Service, ServiceType, Standing, plain};

const DAY: Moment = 24 * 60 * 60;

/// Nobody means more than a century.
const MOST_DAYS: u32 = 36_500;

/// The question `prunable`: what of the records may go by now. Pure.
#[derive(Debug, Deserialize)]
pub struct Prunable {
    /// The database's clock.
    #[serde(deserialize_with = "plain::number")]
    now: Moment,
    /// Rows, as they are stored.
    #[serde(default)]
    rows: Vec<Value>,
    /// The addon module's settings.
    #[serde(default)]
    settings: Params,
}

/// Its answer.
#[derive(Debug, Serialize)]
pub(crate) struct Pruning {
    /// What is older is not kept; null where everything is.
    before: Option<Moment>,
    /// The stored words of the standings that may be over: only rows with one of them need be asked about.
    states: Vec<&'static str>,
    /// For each row whether its plan is over for good, so that its journal may go.
    ended: Vec<bool>,
    /// For each row whether it may go itself.
    removable: Vec<bool>,
    /// Services whose journal also tells of a plan among the rows that is not over.
    held: Vec<Service>,
}

impl Prunable {
    pub(crate) fn answer(&self) -> Pruning {
        let found: Vec<FoundRow> = self.rows.iter().cloned().map(FoundRow::from).collect();
        let ended: Vec<bool> = found.iter().map(|found| self.is_over(found)).collect();
        let held = self.rows.iter().zip(&ended).filter(|(_, ended)| !**ended);
        Pruning {
            before: keep_days(&self.settings)
                .unwrap_or_default()
                .map(|days| self.now - Moment::from(days) * DAY),
            states: standings_without_a_plan().map(|standing| standing.word()).into(),
            removable: found
                .iter()
                .zip(&ended)
                .map(|(found, ended)| *ended && is_an_orphan(found))
                .collect(),
            held: held.filter_map(|(row, _)| was(row)).collect(),
            ended,
        }
    }

    /// A row that this version cannot read may be about anything.
    fn is_over(&self, found: &FoundRow) -> bool {
        found.row.as_ref().is_ok_and(|row| is_over(row, self.now))
    }
}

/// Whether nothing lives, can come to live, is worked on or is waited for; and WHMCS will not ask for the plan back.
fn is_over(row: &Row, now: Moment) -> bool {
    !row.holds_site(now) && !row.may_come_to_live(now) && row.next_look_at.is_none()
}

/// A service that WHMCS still has keeps its row however old it is: without it, Terminate would take the service for one of the
/// first module's and cancel what its fields name, whoever bought that.
fn is_an_orphan(found: &FoundRow) -> bool {
    found.service.is_some_and(|service| match service.kind {
        ServiceType::Orphan => true,
        ServiceType::Service | ServiceType::Addon => false,
    })
}

fn standings_without_a_plan() -> [Standing; 4] {
    [
        Standing::Absent,
        Standing::None,
        Standing::Refused,
        Standing::Cancelled { until: None },
    ]
}

/// What an orphan was: the journal's lines of before name that.
fn was(row: &Value) -> Option<Service> {
    row.get("orphan_of")?.as_str().and_then(Service::named_first)
}

/// How long records are kept, as the addon's setting `keep_days` says; `None` is for ever. A setting that was never saved, or
/// went with the addon's deactivation, deletes nothing.
///
/// # Errors
///
/// What is there is no number of days; it is given back.
pub(crate) fn keep_days(settings: &Params) -> Result<Option<u32>, String> {
    let given = settings.typed("keep_days").unwrap_or_default();
    match given.trim() {
        "" => Ok(None),
        digits => match digits.parse::<u32>() {
            Ok(days @ 1..=MOST_DAYS) => Ok(Some(days)),
            Ok(_) | Err(_) => Err(given),
        },
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{Action, Lease};

    const NOW: Moment = 1_000_000_000;

    fn row(standing: Standing, kind: ServiceType) -> Row {
        Row {
            standing,
            ..Row::new(1, Service { kind, id: 7 })
        }
    }

    fn asked(rows: &[Row], keep_days: &Value) -> Pruning {
        let question: Prunable =
            serde_json::from_value(json!({"now": NOW, "rows": rows, "settings": {"keep_days": keep_days}}))
                .unwrap();
        question.answer()
    }

    #[test]
    fn only_what_is_over_for_good_may_go_and_only_the_row_of_an_orphan() {
        let until = Some(NOW + 9);
        for (standing, over) in [
            (Standing::Absent, true),
            (Standing::None, true),
            (Standing::Active, false),
            (
                Standing::Pending {
                    next_url: None,
                    until: NOW - 9,
                },
                false,
            ),
            (Standing::Refused, true),
            (Standing::Unknown, false),
            (Standing::Cancelled { until: None }, true),
            (Standing::Cancelled { until }, false),
            (Standing::Suspended { until: None }, false),
            (Standing::Orphaned { until: None }, false),
        ] {
            for (kind, goes) in [
                (ServiceType::Orphan, over),
                (ServiceType::Service, false),
                (ServiceType::Addon, false),
            ] {
                let told = asked(&[row(standing.clone(), kind)], &json!("9"));
                assert_eq!(
                    (told.ended, told.removable),
                    (vec![over], vec![goes]),
                    "{standing:?} {kind:?}"
                );
                assert!(!over || told.states.contains(&standing.word()), "{standing:?}");
            }
        }
    }

    #[test]
    fn what_may_be_live_is_neither_over_nor_suspended() {
        let states = asked(&[], &Value::Null).states;
        for standing in [
            Standing::Absent,
            Standing::None,
            Standing::Active,
            Standing::Refused,
            Standing::Unknown,
            Standing::Cancelled { until: None },
            Standing::Suspended { until: None },
            Standing::Orphaned { until: None },
        ] {
            let has_none = states.contains(&standing.word()) || standing.is_suspended();
            assert_eq!(has_none, !standing.may_be_live(), "{standing:?}");
        }
    }

    #[test]
    fn what_is_in_doubt_worked_on_begun_or_due_stays() {
        let idle = || row(Standing::None, ServiceType::Orphan);
        let lease = Lease {
            until: NOW + 1,
            ..Lease::default()
        };
        let rows = [
            Row {
                doubt_until: Some(1),
                ..idle()
            },
            Row {
                next_look_at: Some(1),
                ..idle()
            },
            Row {
                under_way: Some(Action::Terminate),
                ..idle()
            },
            Row { lease, ..idle() },
        ];
        assert_eq!(asked(&rows, &json!("9")).ended, [false; 4]);
    }

    #[test]
    fn a_living_orphan_holds_the_journal_of_what_it_was() {
        let was = |text: &str, standing| Row {
            orphan_of: text.to_owned(),
            ..row(standing, ServiceType::Orphan)
        };
        let alive = Standing::Orphaned { until: None };
        let rows = [
            was("service #12 of client #3", alive.clone()),
            was("product addon #5 of client #3; taken over by service #9", alive),
            was("service #99 of client #3", Standing::None),
        ];
        let mut question = json!({"now": NOW, "rows": rows});
        // Of another release, and therefore perhaps alive.
        question["rows"][2]["state"] = json!("hibernating");
        let told = serde_json::from_value::<Prunable>(question).unwrap().answer();
        let held: Vec<String> = told.held.iter().map(Service::to_string).collect();
        assert_eq!(held, ["service #12", "product addon #5", "service #99"]);
        assert_eq!(told.ended, [false; 3]);
    }

    #[test]
    fn records_are_kept_as_long_as_is_said_and_for_ever_where_it_is_not_said_clearly() {
        for (given, before) in [
            (json!("730"), Some(NOW - 730 * DAY)),
            (json!(" 1 "), Some(NOW - DAY)),
            (json!(30), Some(NOW - 30 * DAY)),
            (json!(""), None),
            (Value::Null, None),
            (json!("0"), None),
            (json!("-1"), None),
            (json!("two years"), None),
            (json!("36501"), None),
        ] {
            assert_eq!(asked(&[], &given).before, before, "{given}");
        }
    }
}
