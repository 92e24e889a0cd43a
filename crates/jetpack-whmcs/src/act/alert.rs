use crate::act::MOST_ATTEMPTS;
use crate::claim::Intent;
use crate::verdict::Verdict;
use crate::{Action, Row, Standing};

/// How often a cancellation fails, by the cron too, before people are told who did not ask for it.
const TOLD_AFTER: u32 = 5;

/// Whether this was the last time that it is tried without anybody having pressed a button.
pub(super) fn has_given_up(intent: &Intent, row: &Row) -> bool {
    let was_the_last = row.attempts == MOST_ATTEMPTS + 1 && intent.row.attempts == MOST_ATTEMPTS;
    was_the_last && !intent.order.action.cancels()
}

/// Whether people have to know of it who did not ask for it.
pub(super) fn is_needed(intent: &Intent, verdict: &Verdict, row: &Row) -> bool {
    let action = intent.order.action;
    let is_final = verdict.result.is_err() && !verdict.passing && row.standing != Standing::Unknown;
    let is_a_plan = action.provisions() || action == Action::Change;
    let is_refused_unseen = intent.order.by_itself && is_a_plan && is_final;
    let goes_on_billed = verdict.result.is_err() && action.cancels() && row.attempts == TOLD_AFTER;
    verdict.alert || is_refused_unseen || goes_on_billed
}
