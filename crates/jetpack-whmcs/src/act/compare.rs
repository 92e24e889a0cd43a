use crate::claim::Intent;
use crate::verdict::Verdict;
use crate::{Action, Row, Standing, Wanted};

/// What a look tells of a plan that is not as it was sold, and what is forgotten of that once it is put right.
pub(super) fn compare(row: &mut Row, intent: &Intent, verdict: &Verdict) {
    match intent.order.action {
        Action::Look => look(row, intent, verdict),
        Action::Create
        | Action::Terminate
        | Action::Suspend
        | Action::Unsuspend
        | Action::Change
        | Action::Adopt
            if verdict.result.is_ok() =>
        {
            keep_sold(row);
            row.missing = None;
        }
        Action::Create
        | Action::Terminate
        | Action::Suspend
        | Action::Unsuspend
        | Action::Change
        | Action::Adopt
        | Action::Renew
        | Action::Access
        | Action::Orphan
        | Action::End
        | Action::Resume
        | Action::LetGo => {}
    }
}

fn look(row: &mut Row, intent: &Intent, verdict: &Verdict) {
    let was_there = intent.row.standing == Standing::Active && intent.row.ended.is_none();
    if was_there && row.standing == Standing::None {
        row.missing = row.missing.take().or(row.plan.clone());
        row.plan.clone_from(&row.missing);
        row.attempts = 0;
    }
    keep_sold(row);
    if row.wanted == Wanted::Gone && verdict.learnt {
        row.missing = None;
    }
    let Some(seen) = &verdict.plan else { return };
    let is_seen = |plan: &Option<_>| plan.as_ref().is_some_and(|plan| seen.is_same_as(plan));
    if !is_seen(&row.plan) {
        let is_sold = row.wanted.allows_live() && intent.row.ended.is_none();
        row.missing = row.missing.take().or(row.plan.take().filter(|_| is_sold));
        row.plan = Some(seen.clone());
        row.attempts = 0;
    }
    if is_seen(&row.missing) {
        row.missing = None;
    }
}

/// What was sold is what comes back after a suspension.
fn keep_sold(row: &mut Row) {
    if row.standing.is_suspended()
        && let Some(sold) = row.missing.take()
    {
        row.plan = Some(sold);
    }
}
