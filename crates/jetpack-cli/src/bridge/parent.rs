//! The PHP that asks: this process ends with it, and it is who holds leases.

use jetpack_whmcs::{process_identity, process_is_gone};
use rustix::process::{Signal, getppid, set_parent_process_death_signal};
use serde_json::{Value, json};

use crate::exit::usage;

/// The process that started this one.
pub(super) struct Parent {
    identity: String,
}

impl Parent {
    /// Ends this process with its parent, which is to be `expected`: a parent that ended before that was said is noticed.
    pub(super) fn bound_to(expected: Option<i32>) -> anyhow::Result<Self> {
        set_parent_process_death_signal(Some(Signal::KILL))?;
        let id = getppid().map_or(0, |parent| parent.as_raw_nonzero().get());
        if expected.is_some_and(|expected| expected != id) {
            return Err(usage("the process that asked has ended"));
        }
        Ok(Self {
            identity: process_identity(id),
        })
    }

    /// What the extension answers by functions of its own.
    pub(super) fn answer(&self, question: &str, given: &Value) -> Option<Value> {
        match question {
            "process_identity" => Some(json!({ "identity": self.identity })),
            "process_is_gone" => {
                let identity = given["identity"].as_str().unwrap_or_default();
                Some(json!({ "gone": process_is_gone(identity, &self.identity) }))
            }
            _ => None,
        }
    }
}
