//! Faults: what goes wrong, when, and how often. Data only; `misbehave` carries them out.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use crate::Operation;

/// The ways an answer can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FaultKind {
    /// The right answer, `ms` late.
    Delay,
    /// The connection is reset (TCP RST) instead of an answer.
    Reset,
    /// Nothing for `ms`, then the connection is closed.
    Stall,
    /// An edge server's HTML page; status 502 unless given (partner-api.md §3).
    Html,
    /// A status with a JSON error body.
    Status,
    /// The right answer's length, half of its body, then the connection is closed.
    Truncated,
    /// A status, 200 unless given, without any body.
    Empty,
    /// A status, 200 unless given, with a literal body.
    Body,
    /// The right answer, one byte every `ms`.
    Drip,
    /// The right answer behind 64 MiB of blanks.
    Huge,
}

/// One scripted fault: `POST /_sandbox/faults`, or [`Sandbox::fault`](crate::Sandbox::fault).
///
/// It strikes once, at any call, unless told otherwise.
///
/// ```
/// use jetpack_sandbox::{Fault, Operation};
///
/// let lost_answer = Fault::reset().on(Operation::Provision).commit(true);
/// let throttle = Fault::status(429).header("Retry-After", "2").times(3);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[must_use]
pub struct Fault {
    #[serde(default, with = "super::on")]
    pub(super) on: Option<Operation>,
    pub(super) kind: FaultKind,
    #[serde(default = "once")]
    pub(super) times: Option<u32>,
    #[serde(default)]
    pub(super) skip: u32,
    #[serde(default)]
    pub(super) ms: Option<u64>,
    #[serde(default)]
    pub(super) status: Option<u16>,
    #[serde(default, deserialize_with = "literal")]
    pub(super) body: Option<String>,
    #[serde(default)]
    pub(super) headers: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) commit: Option<bool>,
    /// Only calls of this partner key: those with its token, and those that ask for one.
    #[serde(default)]
    pub(super) client_id: Option<String>,
}

fn once() -> Option<u32> {
    Some(1)
}

/// Only text: `"body": null` could mean both no body and the body `null`.
fn literal<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    String::deserialize(deserializer).map(Some)
}

impl Fault {
    pub(crate) fn kind(&self) -> FaultKind {
        self.kind
    }

    /// Faults that show the right answer belong to a call that took effect; the
    /// others to one that did not, unless said so.
    pub(crate) fn commits(&self) -> bool {
        let shows_answer = matches!(
            self.kind,
            FaultKind::Delay | FaultKind::Truncated | FaultKind::Drip | FaultKind::Huge
        );
        self.commit.unwrap_or(shows_answer)
    }
}
