use jetpack_partner::{Plan, SiteUrl};
use serde::{Deserialize, Serialize};

use crate::row::Ended;
use crate::{FoundRow, Moment, Row, Service, ServiceType, Standing, Wanted, plain};

/// The question `weigh`: what is billed against what the ledger has. Pure.
#[derive(Debug, Deserialize)]
pub struct Weigh {
    /// The database's clock.
    #[serde(deserialize_with = "plain::number")]
    now: Moment,
    /// What WordPress.com bills.
    #[serde(default)]
    billed: Vec<Bill>,
    /// Services, for each of which it is asked whether its plan is billed.
    #[serde(default)]
    sold: Vec<Sold>,
}

#[derive(Debug, Deserialize)]
struct Bill {
    #[serde(default, with = "plain::optional_text")]
    site: Option<SiteUrl>,
    /// None where the report did not tell it.
    #[serde(default, with = "plain::optional_text")]
    plan: Option<Plan>,
    #[serde(default, deserialize_with = "plain::text")]
    partner_id: String,
    /// Since when it is active; null while it waits for that.
    #[serde(default, with = "plain::optional_text")]
    since: Option<String>,
    /// All rows of its site.
    #[serde(default)]
    rows: Vec<FoundRow>,
}

#[derive(Debug, Deserialize)]
struct Sold {
    row: FoundRow,
    /// The plans that are billed on its site; an empty text is one that was not told.
    #[serde(default, deserialize_with = "plain::texts")]
    plans: Vec<String>,
    /// The same of other keys.
    #[serde(default, deserialize_with = "plain::texts")]
    of_others: Vec<String>,
}

/// Its answer.
#[derive(Debug, Serialize)]
pub(crate) struct Weighed {
    /// For each that is billed how it stands here.
    billed: Vec<Weight>,
    /// For each service what is billed to nobody; null where all is well, or nothing is certain.
    unbilled: Vec<Option<Unbilled>>,
}

/// How something that is billed stands here.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Weight {
    word: Word,
    /// The row that it is about.
    row: Option<u64>,
    /// A row by which it can be cancelled, to be written as it is; only where no service here has it.
    orphan: Option<Row>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Word {
    /// A service has it.
    Sold,
    /// Its service was ended or deleted in WHMCS.
    Ended,
    /// A service of its site has another plan, or another key's.
    Differs,
    /// A service had it, and is not known to have it.
    Lost,
    /// Something is under way on the site, or its record cannot be read.
    Unclear,
    /// It waits for its site's owner, and is not billed.
    Waiting,
    /// Nobody sells it here.
    Unsold,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Unbilled {
    /// There was a plan when somebody looked last.
    Alive,
    /// There was none: its service sells nothing.
    Gone,
}

impl Weigh {
    pub(crate) fn answer(&self) -> Weighed {
        Weighed {
            billed: self.billed.iter().map(|bill| bill.weigh(self.now)).collect(),
            unbilled: self.sold.iter().map(Sold::unbilled).collect(),
        }
    }
}

impl Bill {
    /// By the row that says most of it.
    fn weigh(&self, now: Moment) -> Weight {
        let words = self.rows.iter().filter_map(|found| match &found.row {
            Ok(row) => Some((self.word(row, now)?, Some(row.id))),
            Err(_) => Some((Word::Unclear, None)),
        });
        let order = [Word::Sold, Word::Ended, Word::Unclear, Word::Differs, Word::Lost];
        let best = words.min_by_key(|(word, _)| order.iter().position(|one| one == word));
        let (word, row) = best.unwrap_or((Word::Unsold, None));
        let word = match word {
            Word::Lost | Word::Unsold | Word::Ended | Word::Differs if self.since.is_none() => Word::Waiting,
            word => word,
        };
        let is_nobodys = matches!(word, Word::Lost | Word::Unsold);
        Weight {
            word,
            row,
            orphan: is_nobodys.then(|| self.orphan(now)).flatten(),
        }
    }

    /// Of a row of its site; none of one that never had anything to do with it.
    fn word(&self, row: &Row, now: Moment) -> Option<Word> {
        let is_keys = row.partner_id.is_empty() || row.partner_id == self.partner_id;
        // Where none was found it is the one that was sold.
        let sold = row.plan.as_ref().or(row.missing.as_ref());
        let of_both = |is: fn(&Plan, &Plan) -> bool| match (&self.plan, sold) {
            (Some(billed), Some(plan)) => is(billed, plan),
            _ => true,
        };
        let is_it = is_keys && of_both(Plan::is_same_as);
        if row.under_way.is_some() || row.doubt_until.is_some() {
            return Some(Word::Unclear);
        }
        // Its service goes on, and what was not found may be what is billed.
        let is_missed =
            row.missing.is_some() && row.ended.is_none() && row.service.kind != ServiceType::Orphan;
        Some(match row.standing {
            Standing::Absent => return None,
            // Both may be on one site.
            _ if !of_both(Plan::overlaps) => return None,
            _ if row.standing.may_be_live() && !is_it => Word::Differs,
            _ if row.standing.may_be_live() => {
                match row.service.kind == ServiceType::Orphan || row.ended.is_some() {
                    true => Word::Ended,
                    false => Word::Sold,
                }
            }
            _ if is_missed && !is_it => Word::Differs,
            _ if is_missed || row.standing.is_suspended() && is_it => Word::Unclear,
            _ if row.standing.may_attach(now) && is_it => Word::Unclear,
            _ if is_it => Word::Lost,
            // What another plan became of says nothing of this one.
            _ => return None,
        })
    }

    /// What is known of it, as if its service had been deleted: only people cancel it.
    fn orphan(&self, now: Moment) -> Option<Row> {
        let service = Service {
            kind: ServiceType::Orphan,
            id: 0,
        };
        Some(Row {
            site: Some(self.site.clone()?),
            plan: Some(self.plan.clone()?),
            partner_id: self.partner_id.clone(),
            standing: Standing::Orphaned { until: None },
            wanted: Wanted::Gone,
            ended: Some(Ended {
                at: now,
                cancels_at: None,
            }),
            orphan_of: "a plan that nobody sold here".into(),
            ..Row::new(0, service)
        })
    }
}

impl Sold {
    /// What is free, waits or is in doubt may well not be billed.
    fn unbilled(&self) -> Option<Unbilled> {
        let row = self.row.row.as_ref().ok()?;
        if row.under_way.is_some() || row.doubt_until.is_some() {
            return None;
        }
        let how = match row.standing {
            Standing::Active => Unbilled::Alive,
            Standing::None if row.ended.is_none() && row.service.kind != ServiceType::Orphan => {
                Unbilled::Gone
            }
            _ => return None,
        };
        let plan = match how {
            Unbilled::Alive => row.plan.as_ref()?,
            // What was sold, and was not found.
            Unbilled::Gone => row.missing.as_ref()?,
        };
        let is_billed = |billed: &String| {
            billed.is_empty() || billed.parse().is_ok_and(|billed: Plan| billed.is_same_as(plan))
        };
        // Where none was found, one of any key may be it.
        let of_others = self.of_others.iter().filter(|_| how == Unbilled::Gone);
        (plan.as_str() != "free" && !self.plans.iter().chain(of_others).any(is_billed)).then_some(how)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn row(kind: &str, state: &str, plan: &str) -> Value {
        json!({"id": 5, "version": 1, "service_type": kind, "service_id": 9, "state": state, "plan": plan, "partner_id": "p",
            "site": "https://example.com", "pending_until": 2_000})
    }

    fn told(rows: &[Value], since: Value) -> (Word, Option<u64>, bool) {
        let weigh: Weigh = serde_json::from_value(json!({"now": "1000", "billed": [
            {"site": "https://example.com", "plan": "personal", "partner_id": "p", "rows": rows, "since": since},
        ]}))
        .unwrap();
        let weight = weigh.answer().billed.remove(0);
        (weight.word, weight.row, weight.orphan.is_some())
    }

    fn weighed(rows: &[Value]) -> (Word, Option<u64>, bool) {
        told(rows, json!("2026-01-02"))
    }

    #[test]
    fn what_is_billed_is_known_by_the_rows_of_its_site() {
        let with = |mut row: Value, name: &str, value: Value| {
            row[name] = value;
            row
        };
        let active = row("service", "active", "personal");
        for (rows, word) in [
            (vec![active.clone()], Word::Sold),
            (vec![row("addon", "pending", "Personal")], Word::Sold),
            (vec![row("orphan", "orphaned", "personal")], Word::Ended),
            (vec![with(active.clone(), "ended_at", json!(900))], Word::Ended),
            (vec![row("service", "active", "premium")], Word::Differs),
            (
                vec![with(active.clone(), "partner_id", json!("q"))],
                Word::Differs,
            ),
            (
                vec![with(
                    row("service", "cancelled", "personal"),
                    "pending_until",
                    json!(null),
                )],
                Word::Lost,
            ),
            (vec![row("service", "none", "personal")], Word::Lost),
            (vec![row("service", "active", "complete")], Word::Differs),
            (vec![row("service", "cancelled", "personal")], Word::Unclear),
            (vec![row("service", "requested", "personal")], Word::Unclear),
            (
                vec![with(active.clone(), "doubt_until", json!(1_100))],
                Word::Unclear,
            ),
            (vec![row("service", "hibernating", "personal")], Word::Unclear),
            (vec![row("service", "none", "personal"), active], Word::Sold),
        ] {
            let told = weighed(&rows);
            assert_eq!((told.0, told.2), (word, word == Word::Lost), "{rows:?}");
        }
        for rows in [
            vec![],
            vec![row("service", "", "personal")],
            vec![row("service", "none", "premium")],
            vec![row("service", "active", "jetpack-scan")],
            vec![with(
                row("service", "active", "jetpack-scan"),
                "partner_id",
                json!("q"),
            )],
        ] {
            assert_eq!(weighed(&rows), (Word::Unsold, None, true), "{rows:?}");
        }
    }

    #[test]
    fn what_was_not_found_or_is_suspended_may_be_what_is_billed_and_is_not_cancelled() {
        let missing = |partner_id: &str, plan: &str| {
            let mut row = row("service", "none", "");
            row["missing"] = json!(plan);
            row["partner_id"] = json!(partner_id);
            row
        };
        for (row, word) in [
            (missing("p", "personal"), Word::Unclear),
            (missing("p", "premium"), Word::Differs),
            (missing("q", "personal"), Word::Differs),
            (row("service", "suspended", "personal"), Word::Unclear),
        ] {
            let told = weighed(std::slice::from_ref(&row));
            assert_eq!((told.0, told.2), (word, false), "{row}");
        }
        assert_eq!(weighed(&[missing("p", "jetpack-scan")]).0, Word::Unsold);
        let mut ended = missing("p", "personal");
        ended["ended_at"] = json!(900);
        assert_eq!(weighed(&[ended]).0, Word::Lost);
    }

    #[test]
    fn what_waits_for_its_owner_is_not_billed_and_nothing_to_cancel() {
        assert_eq!(told(&[], Value::Null), (Word::Waiting, None, false));
        let lost = told(&[row("service", "none", "personal")], Value::Null);
        assert_eq!((lost.0, lost.2), (Word::Waiting, false));
        assert_eq!(
            told(&[row("service", "pending", "personal")], Value::Null).0,
            Word::Sold
        );
    }

    #[test]
    fn what_nobody_sold_is_cancelled_by_people_only_and_not_without_its_plan() {
        let bill = |plan: &str| Bill {
            site: "https://example.com".parse().ok(),
            plan: plan.parse().ok(),
            partner_id: "p".into(),
            since: Some("2026-01-02".into()),
            rows: Vec::new(),
        };
        let orphan = bill("personal").weigh(1_000).orphan.unwrap();
        assert_eq!(orphan.ended.unwrap().cancels_at, None);
        assert!(!orphan.is_to_be_cancelled(Moment::MAX) && orphan.next_look_at.is_none());
        assert_eq!(bill("").weigh(1_000).orphan, None);
    }

    #[test]
    fn an_active_plan_that_costs_something_should_be_billed() {
        let unbilled = |row: Value, plans: Value| {
            let weigh: Weigh =
                serde_json::from_value(json!({"now": 1, "sold": [{"row": row, "plans": plans}]})).unwrap();
            weigh.answer().unbilled[0]
        };
        let active = row("service", "active", "personal");
        assert_eq!(unbilled(active.clone(), json!([])), Some(Unbilled::Alive));
        assert_eq!(
            unbilled(active.clone(), json!(["premium"])),
            Some(Unbilled::Alive)
        );
        assert_eq!(unbilled(active.clone(), json!(["Personal"])), None);
        assert_eq!(unbilled(active, json!([null])), None);
        assert_eq!(unbilled(row("service", "active", "free"), json!([])), None);
        assert_eq!(
            unbilled(row("service", "hibernating", "personal"), json!([])),
            None
        );
        assert_eq!(unbilled(row("service", "pending", "personal"), json!([])), None);
        let mut gone = row("service", "none", "");
        assert_eq!(unbilled(gone.clone(), json!([])), None, "nothing was sold");
        gone["missing"] = json!("personal");
        assert_eq!(unbilled(gone.clone(), json!([])), Some(Unbilled::Gone));
        for (state, row) in [("none", gone), ("active", row("service", "active", "personal"))] {
            let asked = json!({"now": 1, "sold": [{"row": row, "plans": [], "of_others": ["personal"]}]});
            let told = serde_json::from_value::<Weigh>(asked).unwrap().answer().unbilled[0];
            assert_eq!(told, (state == "active").then_some(Unbilled::Alive), "{state}");
        }
    }
}
