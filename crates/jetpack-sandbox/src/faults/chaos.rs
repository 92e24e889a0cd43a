//! Faults at random, the same ones in every run with the same seed.

use fastrand::Rng;
use serde::{Deserialize, Serialize};

use super::{Fault, FaultKind, on};
use crate::endpoint::Operation;

/// What strikes unless kinds are named: all that neither takes minutes nor fills memory.
const USUAL: [FaultKind; 8] = [
    FaultKind::Delay,
    FaultKind::Reset,
    FaultKind::Stall,
    FaultKind::Html,
    FaultKind::Status,
    FaultKind::Truncated,
    FaultKind::Empty,
    FaultKind::Body,
];

/// Long enough to change the order of things, short enough for a test.
const USUAL_MS: u64 = 50;

/// Random faults: `POST /_sandbox/chaos`, or [`Sandbox::chaos`](crate::Sandbox::chaos).
///
/// The same seed and the same sequence of requests give the same faults.
///
/// ```
/// use jetpack_sandbox::{Chaos, FaultKind, Operation};
///
/// let chaos = Chaos::new(7, 0.2)
///     .kinds([FaultKind::Reset, FaultKind::Html])
///     .on(Operation::Provision);
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[must_use]
pub struct Chaos {
    #[serde(default)]
    seed: Option<u64>,
    rate: f64,
    #[serde(default = "usual")]
    kinds: Vec<FaultKind>,
    #[serde(default, with = "on")]
    on: Option<Operation>,
    #[serde(default = "usual_ms")]
    ms: u64,
    #[serde(default)]
    commit: Option<bool>,
}

fn usual() -> Vec<FaultKind> {
    USUAL.to_vec()
}

fn usual_ms() -> u64 {
    USUAL_MS
}

impl Chaos {
    /// Strikes this share of all calls (0 to 1).
    pub fn new(seed: u64, rate: f64) -> Self {
        Self {
            seed: Some(seed),
            rate,
            kinds: usual(),
            on: None,
            ms: USUAL_MS,
            commit: None,
        }
    }

    /// Only faults of these kinds.
    pub fn kinds(mut self, kinds: impl IntoIterator<Item = FaultKind>) -> Self {
        self.kinds = kinds.into_iter().collect();
        self
    }

    /// Strikes only at this operation.
    pub fn on(mut self, operation: Operation) -> Self {
        self.on = Some(operation);
        self
    }

    /// How long a delay and a stall take, and the pause of a drip.
    pub fn ms(mut self, ms: u64) -> Self {
        self.ms = ms;
        self
    }

    /// Whether struck calls take effect; drawn by lot for each if not said. Those answered 429 never do.
    pub fn commit(mut self, commit: bool) -> Self {
        self.commit = Some(commit);
        self
    }

    /// Says what makes no sense.
    pub(crate) fn problem(&self) -> Option<&'static str> {
        if !(0.0..=1.0).contains(&self.rate) {
            return Some("\"rate\" is a number from 0 to 1");
        }
        self.kinds.is_empty().then_some("\"kinds\" is empty")
    }
}

/// Chaos under way.
#[derive(Debug)]
pub(crate) struct Running {
    chaos: Chaos,
    rng: Rng,
}

impl Running {
    /// Begins with the seed of the chaos, else with that of the sandbox.
    pub(crate) fn new(mut chaos: Chaos, sandbox_seed: Option<u64>) -> Self {
        let seed = *chaos.seed.get_or_insert(sandbox_seed.unwrap_or_default());
        Self {
            chaos,
            rng: Rng::with_seed(seed),
        }
    }

    pub(crate) fn chaos(&self) -> &Chaos {
        &self.chaos
    }

    /// Draws the fate of one call. Every call that matches takes as many lots,
    /// struck or not, so that the fate of one does not change that of the next.
    pub(crate) fn strike(&mut self, operation: Option<Operation>) -> Option<Fault> {
        if self.chaos.on.is_some() && self.chaos.on != operation {
            return None;
        }
        let lot = self.rng.f64();
        let kind = self.rng.choice(&self.chaos.kinds).copied()?;
        let status = self.rng.usize(..3);
        let commit = self.rng.bool();
        (lot < self.chaos.rate).then(|| {
            let fault = fault(kind, status, self.chaos.ms);
            match kind {
                // It shows the right answer to a caller that may well wait for it.
                FaultKind::Delay => fault,
                // A call that was throttled was never let in.
                _ if fault.status == Some(429) => fault.commit(false),
                _ => fault.commit(self.chaos.commit.unwrap_or(commit)),
            }
        })
    }
}

fn fault(kind: FaultKind, status: usize, ms: u64) -> Fault {
    match kind {
        FaultKind::Delay => Fault::delay(ms),
        FaultKind::Reset => Fault::reset(),
        FaultKind::Stall => Fault::stall(ms),
        FaultKind::Html => Fault::html([502, 503, 504][status]),
        FaultKind::Status => Fault::status([429, 500, 503][status]),
        FaultKind::Truncated => Fault::truncated(),
        FaultKind::Empty => Fault::empty(200),
        FaultKind::Body => Fault::body(200, ["null", "[]", "{}"][status]),
        FaultKind::Drip => Fault::drip(ms),
        FaultKind::Huge => Fault::huge(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_that_chaos_makes_makes_sense() {
        for kind in USUAL.into_iter().chain([FaultKind::Drip, FaultKind::Huge]) {
            let mut running = Running::new(Chaos::new(1, 1.0).kinds([kind]), None);
            for _ in 0..20 {
                let fault = running.strike(None).unwrap();
                assert_eq!((fault.kind(), fault.problem()), (kind, None));
            }
        }
    }

    #[test]
    fn a_call_it_does_not_mean_takes_no_lot() {
        let mut one = Running::new(Chaos::new(3, 0.5).on(Operation::Cancel), None);
        let mut other = Running::new(Chaos::new(3, 0.5).on(Operation::Cancel), None);
        for _ in 0..50 {
            assert_eq!(other.strike(Some(Operation::Status)), None);
            let cancel = Some(Operation::Cancel);
            assert_eq!(one.strike(cancel), other.strike(cancel));
        }
    }
}
