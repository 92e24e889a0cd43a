//! The order in which faults strike.

use super::Fault;
use crate::Operation;

impl Fault {
    fn matches(&self, operation: Option<Operation>, client_id: Option<&str>) -> bool {
        let is_theirs = self.client_id.is_none() || self.client_id.as_deref() == client_id;
        is_theirs && (self.on.is_none() || self.on == operation)
    }
}

/// The faults that are still to come, in order.
#[derive(Debug, Default)]
pub(crate) struct Script(Vec<Fault>);

impl Script {
    pub(crate) fn push(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    pub(crate) fn list(&self) -> &[Fault] {
        &self.0
    }

    /// Takes the fault of one call: the first one that matches decides, and no
    /// later one is looked at, even when the first lets this call pass.
    pub(crate) fn strike(&mut self, operation: Option<Operation>, client_id: Option<&str>) -> Option<Fault> {
        let position = self
            .0
            .iter()
            .position(|fault| fault.matches(operation, client_id))?;
        let fault = &mut self.0[position];
        if fault.skip > 0 {
            fault.skip -= 1;
            return None;
        }

        let struck = fault.clone();
        if let Some(times) = &mut fault.times {
            *times -= 1;
            if *times == 0 {
                drop(self.0.remove(position));
            }
        }
        Some(struck)
    }
}
