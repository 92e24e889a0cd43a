use serde::Serialize;

use crate::{Moment, Row};

/// What is written of a row once its owner has been told: nobody has to come back for that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    id: u64,
    version: u64,
    details_due: u8,
    next_look_at: Option<Moment>,
}

impl Row {
    /// As long as its owner is not told, somebody comes back: the process that was to tell him may die, and with it what WHMCS
    /// makes of its answer.
    pub(crate) fn until_told(&mut self, now: Moment, pause: i64) -> Option<Told> {
        if !self.details_due {
            return None;
        }
        let told = Told {
            id: self.id,
            version: self.version + 1,
            details_due: 0,
            next_look_at: self.next_look_at,
        };
        self.due_by(now + pause);
        Some(told)
    }
}
