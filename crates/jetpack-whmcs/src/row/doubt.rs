use super::Row;
use crate::standing::PENDING_SECONDS;
use crate::{Moment, Standing};

impl Row {
    /// Where an action that was begun earlier was left, if its worker is gone: whatever it asked may have happened.
    pub(crate) fn interrupted(&mut self, doubt_until: Moment) {
        if self.under_way.take().is_some() {
            self.standing = match &self.standing {
                orphaned @ Standing::Orphaned { .. } => orphaned.clone(),
                Standing::Absent
                | Standing::None
                | Standing::Active
                | Standing::Pending { .. }
                | Standing::Refused
                | Standing::Unknown
                | Standing::Cancelled { .. }
                | Standing::Suspended { .. } => Standing::Unknown,
            };
            self.doubt(doubt_until);
        }
    }

    /// Lengthens the doubt; it is never shortened.
    pub(crate) fn doubt(&mut self, until: Moment) {
        self.doubt_until = self.doubt_until.max(Some(until));
        self.due_by(until);
    }

    /// Whether a plan may come to be although none is known to: a request that nobody heard of may still take effect, or
    /// a plan that was cancelled while it waited may attach.
    pub fn may_come_to_live(&self, now: Moment) -> bool {
        self.doubt_until.is_some() || self.standing.may_attach(now)
    }

    /// Whether a doubt was over so long ago that what nobody heard of, and waited for an unknown site since, has lapsed.
    pub(crate) fn has_outlasted_waiting(&self, now: Moment) -> bool {
        self.doubt_until
            .is_some_and(|until| until + PENDING_SECONDS <= now)
    }
}
