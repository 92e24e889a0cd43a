use super::Row;
use crate::{Moment, Standing};

/// Since when WHMCS has no use for a service's plan, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ended {
    /// When that was noticed.
    pub at: Moment,
    /// When the plan is cancelled; `None`: not by itself.
    pub cancels_at: Option<Moment>,
}

impl Row {
    /// WHMCS has no use for its plan any more, which is cancelled after so many seconds; without a number, not by itself.
    pub(crate) fn end(&mut self, now: Moment, after: Option<Moment>) {
        let ended = Ended {
            at: now,
            cancels_at: after.map(|seconds| now.saturating_add(seconds)),
        };
        if let Some(at) = ended.cancels_at {
            let is_certain = matches!(self.standing, Standing::Active | Standing::Orphaned { .. });
            if is_certain && self.doubt_until.is_none() && self.under_way.is_none() {
                // It need not be compared before: it is cancelled whatever a look would show.
                self.next_look_at = None;
            }
            self.due_by(at);
        }
        self.ended = Some(ended);
    }

    /// What has no plan any more has nothing left to be ended.
    pub(crate) fn forget_end(&mut self) {
        if !self.standing.may_be_live() && self.doubt_until.is_none() {
            self.ended = None;
        }
    }

    /// Whether the time has come to cancel the plan of a service that WHMCS has ended.
    pub(crate) fn is_to_be_cancelled(&self, now: Moment) -> bool {
        let is_over = self
            .ended
            .and_then(|ended| ended.cancels_at)
            .is_some_and(|at| at <= now);
        is_over && self.standing.may_be_live()
    }
}
