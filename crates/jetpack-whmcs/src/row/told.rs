use serde::Serialize;

use crate::{Details, Moment, Row};

/// Seconds after which somebody looks whether the owner has read what came of it.
pub(crate) const TELL_AGAIN: i64 = 5 * 60;

/// What is written of a row once its owner has been told: nobody has to come back for that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    id: u64,
    version: u64,
    details_due: u8,
    next_look_at: Option<Moment>,
}

impl Row {
    /// As long as its owner is not told what there is to tell, somebody comes back: the process that was to tell him may die,
    /// and with it what WHMCS makes of its answer.
    pub(crate) fn until_told(&mut self, details: Option<&Details>, now: Moment) -> Option<Told> {
        details.filter(|_| self.details_due)?;
        let told = Told {
            id: self.id,
            version: self.version + 1,
            details_due: 0,
            next_look_at: self.next_look_at,
        };
        self.due_by(now + TELL_AGAIN);
        Some(told)
    }
}
