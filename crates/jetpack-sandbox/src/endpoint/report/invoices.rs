//! Invoices (partner-api.md §10). Their answers are not documented: everything in them is made up.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::query::Query;
use crate::answer::Answer;
use crate::world::{Reported, Scale, World};

/// Invented: every activation costs as much in every month it was active, in cents.
const PRICE: u64 = 100;

/// The months that are over, newest first.
pub(super) fn past(world: &World, key_id: u64, query: &Query<'_>) -> Result<Answer, Answer> {
    query.know(&[])?;
    let activations = world.reported(Some(key_id));
    let invoices: Vec<Value> = months(world)
        .into_iter()
        .rev()
        .skip(1)
        .map(|(month, (first, last))| invoice(key_id, &month, first, last, &activations))
        .collect();
    Ok(Answer::ok(invoices.into()))
}

/// The month that runs.
pub(super) fn upcoming(world: &World, key_id: u64, query: &Query<'_>) -> Result<Answer, Answer> {
    query.know(&[])?;
    let activations = world.reported(Some(key_id));
    let running = months(world).pop_last();
    let invoice = running.map(|(month, (first, last))| invoice(key_id, &month, first, last, &activations));
    Ok(Answer::ok(invoice.unwrap_or_default()))
}

/// Every month up to today, with its first and last day.
fn months(world: &World) -> BTreeMap<String, (u32, u32)> {
    let mut months: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for day in 0..=world.today() {
        let month = months.entry(Scale::Month.period(day)).or_insert((day, day));
        month.1 = day;
    }
    months
}

fn invoice(key_id: u64, month: &str, first: u32, last: u32, activations: &[Reported<'_>]) -> Value {
    let mut quantities: BTreeMap<&str, u64> = BTreeMap::new();
    for one in activations {
        // Pending ones are not billed, and cancelling ends billing (§1).
        let was_billed =
            one.activated_on <= last && one.activation.ended_on.is_none_or(|ended| ended >= first);
        if was_billed {
            *quantities.entry(one.activation.product.slug).or_default() += 1;
        }
    }
    let lines: Vec<Value> = quantities
        .iter()
        .map(|(slug, quantity)| json!({ "description": slug, "quantity": quantity, "amount": quantity * PRICE }))
        .collect();
    json!({
        "id": format!("in_{key_id}_{month}"),
        "period_start": Scale::Day.period(first),
        "period_end": Scale::Day.period(last),
        "currency": "usd",
        "total": quantities.values().sum::<u64>() * PRICE,
        "lines": lines,
    })
}
