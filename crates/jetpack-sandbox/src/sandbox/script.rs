//! What a test does with a running sandbox.

use super::Sandbox;
use crate::endpoint::Operation;
use crate::faults::Fault;
use crate::faults::{Chaos, Running};
use crate::wire::record::{RecordedRequest, RequestTotals};
use crate::world::Snapshot;

impl Sandbox {
    /// Scripts one fault, after those that are still to come.
    pub fn fault(&self, fault: Fault) {
        self.faults([fault]);
    }

    /// Scripts faults, in order.
    ///
    /// # Panics
    ///
    /// When a fault contradicts itself, such as a delay that is not to commit.
    pub fn faults(&self, faults: impl IntoIterator<Item = Fault>) {
        for fault in faults {
            if let Some(problem) = fault.problem() {
                panic!("a fault that makes no sense: {problem}");
            }
            self.shared.lock().script.push(fault);
        }
    }

    /// Forgets the faults that are still to come.
    pub fn clear_faults(&self) {
        self.shared.lock().script.clear();
    }

    /// Lets faults strike at random from now on, where no scripted one does.
    ///
    /// # Panics
    ///
    /// When the rate is not from 0 to 1, or no kind of fault is left.
    pub fn chaos(&self, chaos: Chaos) {
        if let Some(problem) = chaos.problem() {
            panic!("chaos that makes no sense: {problem}");
        }
        self.shared.lock().chaos = Some(Running::new(chaos, self.shared.settings.seed));
    }

    /// Ends random faults.
    pub fn clear_chaos(&self) {
        self.shared.lock().chaos = None;
    }

    /// The API requests so far, oldest first; of very many only the last.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        let kept = self.shared.lock().journal.kept();
        kept.iter().map(|request| (**request).clone()).collect()
    }

    /// The requests of one kind, oldest first.
    #[must_use]
    pub fn requests_to(&self, operation: Operation) -> Vec<RecordedRequest> {
        let mut requests = self.requests();
        requests.retain(|request| request.operation == Some(operation));
        requests
    }

    /// How many requests there were, those included that are no longer kept.
    #[must_use]
    pub fn request_totals(&self) -> RequestTotals {
        self.shared.lock().journal.totals()
    }

    /// Keys, sites and what was provisioned on them.
    #[must_use]
    pub fn state(&self) -> Snapshot {
        let (world, requests) = {
            let inner = self.shared.lock();
            (inner.world.clone(), inner.journal.totals())
        };
        Snapshot {
            requests,
            ..world.snapshot()
        }
    }

    /// Goes back to the beginning: no sites, tokens, faults or requests; the first keys.
    pub fn reset(&self) {
        self.shared.reset();
    }

    /// Connects a site, as its owner would. False when nobody has heard of it.
    pub fn connect(&self, site: &str) -> bool {
        self.shared.lock().world.connect(site)
    }

    /// Lets a site's name resolve. False when nobody has heard of it.
    pub fn resolve(&self, site: &str) -> bool {
        self.shared.lock().world.resolve(site)
    }

    /// Lets what is pending on a site lapse now, and says how much that was. `None` when nobody
    /// has heard of it.
    pub fn lapse(&self, site: &str) -> Option<usize> {
        self.shared.lock().world.lapse(site)
    }

    /// Lets errors say `error_code` and `error_message`, or not (partner-api.md §3, conflict 2).
    pub fn set_error_code_keys(&self, on: bool) {
        self.shared.lock().error_code_keys = on;
    }

    /// Lets days pass, at once.
    pub fn advance_days(&self, days: u32) {
        self.shared.lock().world.advance(days);
    }
}
