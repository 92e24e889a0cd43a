//! Scripting a fault from Rust.

use std::collections::BTreeMap;

use super::{Fault, FaultKind};
use crate::Operation;

impl Fault {
    fn new(kind: FaultKind) -> Self {
        Self {
            on: None,
            kind,
            times: Some(1),
            skip: 0,
            ms: None,
            status: None,
            body: None,
            headers: BTreeMap::new(),
            commit: None,
            client_id: None,
        }
    }

    /// The right answer, so many milliseconds late.
    #[must_use]
    pub fn delay(ms: u64) -> Self {
        Self {
            ms: Some(ms),
            ..Self::new(FaultKind::Delay)
        }
    }

    /// A reset connection instead of an answer.
    #[must_use]
    pub fn reset() -> Self {
        Self::new(FaultKind::Reset)
    }

    /// Silence for so many milliseconds, then a closed connection.
    #[must_use]
    pub fn stall(ms: u64) -> Self {
        Self {
            ms: Some(ms),
            ..Self::new(FaultKind::Stall)
        }
    }

    /// An HTML page with this status.
    #[must_use]
    pub fn html(status: u16) -> Self {
        Self {
            status: Some(status),
            ..Self::new(FaultKind::Html)
        }
    }

    /// A JSON error with this status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self {
            status: Some(status),
            ..Self::new(FaultKind::Status)
        }
    }

    /// Half of the right answer.
    #[must_use]
    pub fn truncated() -> Self {
        Self::new(FaultKind::Truncated)
    }

    /// This status without a body.
    #[must_use]
    pub fn empty(status: u16) -> Self {
        Self {
            status: Some(status),
            ..Self::new(FaultKind::Empty)
        }
    }

    /// This status with this literal body.
    #[must_use]
    pub fn body(status: u16, body: impl Into<String>) -> Self {
        Self {
            status: Some(status),
            body: Some(body.into()),
            ..Self::new(FaultKind::Body)
        }
    }

    /// The right answer, one byte every so many milliseconds.
    #[must_use]
    pub fn drip(ms: u64) -> Self {
        Self {
            ms: Some(ms),
            ..Self::new(FaultKind::Drip)
        }
    }

    /// The right answer behind 64 MiB of blanks.
    #[must_use]
    pub fn huge() -> Self {
        Self::new(FaultKind::Huge)
    }

    /// Strikes only at this operation.
    #[must_use]
    pub fn on(self, operation: Operation) -> Self {
        Self {
            on: Some(operation),
            ..self
        }
    }

    /// Strikes only at calls of this partner key: those with its token, and those that ask for one.
    #[must_use]
    pub fn of(self, client_id: impl Into<String>) -> Self {
        Self {
            client_id: Some(client_id.into()),
            ..self
        }
    }

    /// Strikes so many times.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self {
            times: Some(times),
            ..self
        }
    }

    /// Strikes until the faults are cleared.
    #[must_use]
    pub fn forever(self) -> Self {
        Self { times: None, ..self }
    }

    /// Lets so many matching calls pass unharmed first.
    #[must_use]
    pub fn skip(self, skip: u32) -> Self {
        Self { skip, ..self }
    }

    /// Adds a header to the answer.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.insert(name.into(), value.into());
        self
    }

    /// Whether the call takes effect although its caller never learns so.
    #[must_use]
    pub fn commit(self, commit: bool) -> Self {
        Self {
            commit: Some(commit),
            ..self
        }
    }
}
