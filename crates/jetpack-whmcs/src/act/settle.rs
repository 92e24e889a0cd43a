use std::mem;

use crate::act::compare::compare;
use crate::claim::{DOUBT_SECONDS, Intent};
use crate::row::TELL_AGAIN;
use crate::verdict::Verdict;
use crate::waiting::{Waiting, look_at};
use crate::{Action, Lease, Moment, Row, Standing, Wanted};

/// Seconds after which somebody looks again at what is not as it should be; the first pause before a plan is asked for again.
const LOOK_AGAIN: i64 = 60;

/// How often a plan is asked for without anybody having pressed a button.
pub(crate) const MOST_ATTEMPTS: u32 = 12;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// The row after an action: `left_open` says that some request may still take effect, `now` is the database's time.
///
/// Rules 4 and 5 of architecture.md §4: a doubt is never shortened, only an answer that was asked for after its end ends
/// it, and an action that learnt nothing leaves the row as due as it was.
pub fn settle(intent: &Intent, verdict: &Verdict, left_open: bool, now: Moment) -> Row {
    let mut row = Row {
        version: intent.row.version + 1,
        standing: verdict.standing.clone(),
        under_way: None,
        lease: Lease::default(),
        wanted: verdict.wanted.unwrap_or(intent.row.wanted),
        details_due: intent.row.details_due || verdict.details.is_some(),
        next_look_at: intent.due_before.filter(|_| !is_heard(intent, verdict)),
        ..intent.row.clone()
    };
    let before = row.plan_before.as_ref();
    if verdict
        .plan
        .as_ref()
        .zip(before)
        .is_some_and(|(seen, before)| seen.is_same_as(before))
    {
        mem::swap(&mut row.plan, &mut row.plan_before);
    }
    if left_open {
        row.doubt(now + DOUBT_SECONDS);
    } else if verdict.learnt && row.doubt_until.is_some_and(|until| until <= intent.now) {
        row.doubt_until = None;
        row.plan_before = None;
    }
    // It is known which plan is there, or that no other was asked for in earnest.
    if row.doubt_until.is_none() && (verdict.learnt || verdict.plan.is_some()) {
        row.plan_before = None;
    }
    if intent.order.is_heard && verdict.result.is_ok() && row.is_to_be_heard_of() {
        row.wanted = Wanted::Live;
        row.attempts = 0;
    }
    compare(&mut row, intent, verdict);
    if let (Some(orphan), Ok(_)) = (&intent.orphan, &verdict.result) {
        row.inherit(orphan, intent.now);
    }
    row.forget_end();
    remind(&mut row, intent, verdict, now);
    again(&mut row, intent, verdict, now);
    due(&mut row, intent, verdict, now);
    row
}

/// A plan that was asked for in vain is asked for again, ever later, until somebody has to see to it. A cancellation is
/// repeated until it has succeeded: what is not cancelled is billed.
fn again(row: &mut Row, intent: &Intent, verdict: &Verdict, now: Moment) {
    let action = intent.order.action;
    let (provisions, ends) = (action.provisions(), action.cancels());
    let repairs = action == Action::Change && intent.order.by_itself;
    let is_refused = verdict.result.is_err() && !verdict.passing && row.standing != Standing::Unknown;
    let was_in_vain = was_in_vain(row, intent);
    let is_not_heard =
        action == Action::Look && intent.order.by_itself && verdict.learnt && row.is_to_be_heard_of();
    row.attempts = match verdict.result {
        _ if was_in_vain || is_not_heard || (provisions && verdict.passing) => row.attempts.saturating_add(1),
        Err(_) if ends || repairs => row.attempts.saturating_add(1),
        // What was to be put right is not tried again.
        Err(_) if provisions && is_refused && row.missing.is_some() => MOST_ATTEMPTS + 1,
        Err(_) if provisions && !is_refused => row.attempts,
        _ if provisions || ends || repairs => 0,
        _ => row.attempts,
    };
    if (was_in_vain || provisions && verdict.passing) && row.attempts <= MOST_ATTEMPTS {
        row.due_by(now + pause(row.id, row.attempts));
    }
}

/// Whether a look has shown that what nobody heard of did not come about.
fn was_in_vain(row: &Row, intent: &Intent) -> bool {
    let has_looked = intent.order.action == Action::Look && intent.row.standing == Standing::Unknown;
    let is_not_there = row.standing == Standing::None || row.standing.is_suspended();
    has_looked && row.wanted.is_unheard() && is_not_there
}

/// Doubling from a minute to a day, spread so that many do not come back as one.
fn pause(id: u64, attempts: u32) -> i64 {
    let whole = LOOK_AGAIN
        .saturating_mul(1 << attempts.saturating_sub(1).min(20))
        .min(DAY);
    spread(whole, id)
}

/// A quarter more or less, always the same for one row.
fn spread(whole: i64, id: u64) -> i64 {
    let share = i64::from((id.wrapping_mul(2_654_435_761) >> 8) as u8);
    whole * 3 / 4 + whole / 2 * share / 255
}

/// Whether an answer makes the former term void. One that says nothing certain does so only where nothing may still arrive: a
/// plan whose site is not known is not asked for at every run. What is asked for again, a renewal, a cancellation, and a Create
/// that was repeated and then refused for good have terms of their own, or none.
fn is_heard(intent: &Intent, verdict: &Verdict) -> bool {
    let action = intent.order.action;
    let is_repeated = action.provisions()
        || action.cancels()
        || action == Action::Renew
        || (action == Action::Change && intent.order.by_itself);
    let has_ended = verdict.result.is_ok() || verdict.passing || is_repeated;
    let may_still_arrive = intent.row.doubt_until.is_some_and(|until| intent.now < until);
    let was_due = intent.due_before.is_none_or(|at| at <= intent.now);
    let is_compared = action == Action::Look && intent.row.is_compared() && was_due;
    // Access concerns no plan.
    action != Action::Access && (verdict.learnt || ((has_ended || is_compared) && !may_still_arrive))
}

/// A new term has its own mails. Who looks says whether another is due: only then is it known that the plan still waits.
fn remind(row: &mut Row, intent: &Intent, verdict: &Verdict, now: Moment) {
    if row.standing.until() != intent.row.standing.until() {
        row.mails = 0;
    }
    let has_looked = intent.order.action == Action::Look && verdict.result.is_ok();
    if let (Some(waiting), true) = (Waiting::of(row), has_looked) {
        row.mails = row.mails.max(waiting.mails(now));
    }
}

/// Seconds after which a doubt is looked at again: half of what has passed since it could have been ended.
fn unanswered(row: &Row, now: Moment) -> i64 {
    let since = row.doubt_until.map_or(0, |until| now - until);
    (since / 2).clamp(LOOK_AGAIN, DAY)
}

/// Seconds after which WordPress.com is asked again whether the plan is there: a day, at another time for each row. Sooner where
/// it could not be asked, or where what was found is put right.
fn compared_again(row: &Row, intent: &Intent, verdict: &Verdict) -> i64 {
    let is_to_be_repaired = intent.order.repairs && row.missing.is_some();
    match row.standing {
        Standing::None if is_to_be_repaired && row.attempts <= MOST_ATTEMPTS => pause(row.id, row.attempts),
        Standing::Active if is_to_be_repaired && intent.row.missing.is_none() => LOOK_AGAIN,
        _ if verdict.result.is_err() && intent.order.action == Action::Look => spread(HOUR, row.id),
        _ => spread(DAY, row.id),
    }
}

/// When somebody has to look at it again, by what it says.
fn due(row: &mut Row, intent: &Intent, verdict: &Verdict, now: Moment) {
    if let Some(until) = row.doubt_until {
        row.due_by(until.max(now + unanswered(row, now)));
    }
    if let Some(at) = row.ended.and_then(|ended| ended.cancels_at) {
        row.due_by(at.max(now + pause(row.id, row.attempts)));
    }
    if row.is_to_be_heard_of() && !row.standing.is_pending() && row.attempts <= MOST_ATTEMPTS {
        row.due_by(now + pause(row.id, row.attempts).max(TELL_AGAIN));
    }
    if row.is_compared() && row.next_look_at.is_none() {
        row.due_by(now + compared_again(row, intent, verdict));
    }
    match row.standing {
        Standing::Unknown => row.due_by(now + unanswered(row, now)),
        Standing::Active | Standing::Pending { .. }
            if matches!(row.wanted, Wanted::Gone | Wanted::Suspended) =>
        {
            row.due_by(now + pause(row.id, row.attempts));
        }
        Standing::Pending { until, .. } => row.due_by(match Waiting::of(row) {
            Some(waiting) => waiting.next_look(row.mails, now),
            None => look_at(until, now),
        }),
        // Whether a cancellation clears a waiting plan is not known (partner-api.md §20).
        Standing::Cancelled { until: Some(until) } | Standing::Suspended { until: Some(until) }
            if now < until =>
        {
            row.due_by(until);
        }
        Standing::Active
        | Standing::Orphaned { .. }
        | Standing::Absent
        | Standing::None
        | Standing::Refused
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_from_a_minute_to_a_day_and_differ_from_row_to_row() {
        for id in 0..500 {
            let pauses: Vec<i64> = (1..=MOST_ATTEMPTS).map(|attempts| pause(id, attempts)).collect();
            assert!((45..=75).contains(&pauses[0]), "{pauses:?}");
            assert!(pauses.windows(2).all(|two| two[1] >= two[0]));
            assert!(
                (DAY * 3 / 4..=DAY * 5 / 4).contains(pauses.last().unwrap()),
                "{pauses:?}"
            );
        }
        assert_ne!(pause(1, 5), pause(2, 5));
    }
}
