//! Scripting a fault from Rust.

use std::collections::BTreeMap;

use super::{Fault, FaultKind};
use crate::Operation;

/// Kinds.
impl Fault {
    fn new(kind: FaultKind, ms: Option<u64>, status: Option<u16>) -> Self {
        Self {
            on: None,
            kind,
            times: Some(1),
            skip: 0,
            ms,
            status,
            body: None,
            headers: BTreeMap::new(),
            commit: None,
            client_id: None,
        }
    }

    /// The right answer, so many milliseconds late.
    pub fn delay(ms: u64) -> Self {
        Self::new(FaultKind::Delay, Some(ms), None)
    }

    /// A reset connection instead of an answer.
    pub fn reset() -> Self {
        Self::new(FaultKind::Reset, None, None)
    }

    /// Silence for so many milliseconds, then a closed connection.
    pub fn stall(ms: u64) -> Self {
        Self::new(FaultKind::Stall, Some(ms), None)
    }

    /// An HTML page with this status.
    pub fn html(status: u16) -> Self {
        Self::new(FaultKind::Html, None, Some(status))
    }

    /// A JSON error with this status.
    pub fn status(status: u16) -> Self {
        Self::new(FaultKind::Status, None, Some(status))
    }

    /// Half of the right answer.
    pub fn truncated() -> Self {
        Self::new(FaultKind::Truncated, None, None)
    }

    /// This status without a body.
    pub fn empty(status: u16) -> Self {
        Self::new(FaultKind::Empty, None, Some(status))
    }

    /// This status with this literal body.
    pub fn body(status: u16, body: impl Into<String>) -> Self {
        let fault = Self::new(FaultKind::Body, None, Some(status));
        let body = Some(body.into());
        Self { body, ..fault }
    }

    /// The right answer, one byte every so many milliseconds.
    pub fn drip(ms: u64) -> Self {
        Self::new(FaultKind::Drip, Some(ms), None)
    }

    /// The right answer behind 64 MiB of blanks.
    pub fn huge() -> Self {
        Self::new(FaultKind::Huge, None, None)
    }
}

/// When it strikes, and with which effect.
impl Fault {
    /// Strikes only at this operation.
    pub fn on(mut self, operation: Operation) -> Self {
        self.on = Some(operation);
        self
    }

    /// Strikes only at calls of this partner key: those with its token, and those that ask for one.
    pub fn of(mut self, client_id: impl Into<String>) -> Self {
        self.client_id = Some(client_id.into());
        self
    }

    /// Strikes so many times.
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// Strikes until the faults are cleared.
    pub fn forever(mut self) -> Self {
        self.times = None;
        self
    }

    /// Lets so many matching calls pass unharmed first.
    pub fn skip(mut self, skip: u32) -> Self {
        self.skip = skip;
        self
    }

    /// Adds a header to the answer.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.insert(name.into(), value.into());
        self
    }

    /// Whether the call takes effect although its caller never learns so.
    pub fn commit(mut self, commit: bool) -> Self {
        self.commit = Some(commit);
        self
    }
}
