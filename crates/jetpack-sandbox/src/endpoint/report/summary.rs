//! `GET /wpcom/v2/jetpack-partners/activations`: how many, over time (partner-api.md §10).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::query::{Query, invalid};
use crate::answer::Answer;
use crate::world::{Scale, World};

/// What began and what ended in one period.
#[derive(Default)]
struct Change {
    begun: u64,
    ended: u64,
}

pub(super) fn answer(world: &World, query: &Query<'_>) -> Result<Answer, Answer> {
    query.know(&["key_id", "scale"])?;
    let key_id = query.number("key_id", 1..=u64::MAX)?;
    let scale = match query.value("scale") {
        Some("day") => Scale::Day,
        None | Some("month") => Scale::Month,
        Some("year") => Scale::Year,
        Some(_) => return Err(invalid("scale", "it is none of day, month, year")),
    };

    // Every period from day 0 to today is there, the empty ones too.
    let mut periods: BTreeMap<String, Change> = (0..=world.today())
        .map(|day| (scale.period(day), Change::default()))
        .collect();
    for one in world.reported(key_id) {
        periods.entry(scale.period(one.activated_on)).or_default().begun += 1;
        if let Some(day) = one.activation.ended_on {
            periods.entry(scale.period(day)).or_default().ended += 1;
        }
    }

    let mut total = 0;
    let rows = periods.into_iter().map(|(date, change)| {
        // Nothing ends before it began, so this never goes below zero.
        total = total + change.begun - change.ended;
        json!({ "date": date, "new": change.begun, "total": total })
    });
    Ok(Answer::ok(rows.collect::<Vec<Value>>().into()))
}
