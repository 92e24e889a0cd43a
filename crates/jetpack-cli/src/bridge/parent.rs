//! The PHP that asks: this process ends with it.

use jetpack_whmcs::{process_identity, process_is_gone};
use rustix::process::{
    DumpableBehavior, Signal, getppid, set_dumpable_behavior, set_parent_process_death_signal,
};
use serde_json::{Value, json};

use crate::exit::usage;

/// Who holds leases: this process and not its parent, since it is what sends. A PHP that a fatal error has ended in the middle of
/// a question goes on to serve others, and this process to the end of what it was asked for.
pub(super) struct Holder {
    pub(super) identity: String,
}

/// Ends this process with its parent, which is to be `expected`: a parent that ended before that was said is noticed. Nobody else
/// of the same user reads secrets in its memory.
pub(super) fn bind(expected: Option<i32>) -> anyhow::Result<()> {
    set_parent_process_death_signal(Some(Signal::KILL))?;
    let id = getppid().map_or(0, |parent| parent.as_raw_nonzero().get());
    if expected.is_some_and(|expected| expected != id) {
        return Err(usage("the process that asked has ended"));
    }
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ok(())
}

impl Holder {
    pub(super) fn new() -> Self {
        let own = i32::try_from(std::process::id()).unwrap_or_default();
        Self {
            identity: process_identity(own),
        }
    }

    /// What the extension answers by a function of its own.
    pub(super) fn answer(&self, question: &str, given: &Value) -> Option<Value> {
        (question == "process_is_gone").then(|| {
            let identity = given["identity"].as_str().unwrap_or_default();
            json!({ "gone": process_is_gone(identity, &self.identity) })
        })
    }
}
