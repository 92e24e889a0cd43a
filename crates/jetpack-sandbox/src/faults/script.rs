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
                self.0.remove(position);
            }
        }
        Some(struck)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FaultKind;

    #[test]
    fn faults_strike_in_the_order_they_were_scripted() {
        let mut script = Script::default();
        script.push(Fault::html(502).skip(1).times(2).on(Operation::Provision));
        script.push(Fault::reset());

        let provision = Some(Operation::Provision);
        let mut strike = |operation| script.strike(operation, None).map(|fault| fault.kind);
        assert_eq!(strike(provision), None);
        assert_eq!(strike(provision), Some(FaultKind::Html));
        assert_eq!(strike(Some(Operation::Token)), Some(FaultKind::Reset));
        assert_eq!(strike(provision), Some(FaultKind::Html));
        assert_eq!(strike(provision), None);
    }

    #[test]
    fn a_fault_of_one_key_lets_the_calls_of_others_pass() {
        let mut script = Script::default();
        script.push(Fault::reset().of("one").forever());
        let token = Some(Operation::Token);
        assert_eq!(script.strike(token, Some("two")), None);
        assert_eq!(script.strike(token, None), None);
        assert_eq!(script.strike(token, Some("one")).unwrap().kind, FaultKind::Reset);
    }
}
