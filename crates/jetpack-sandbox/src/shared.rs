//! What the server and its handle hold in common, behind one lock.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::answer::Rendered;
use crate::call::Call;
use crate::endpoint;
use crate::fault::{Fault, Script};
use crate::misbehave;
use crate::record::RecordedRequest;
use crate::world::World;

#[derive(Debug)]
pub(crate) struct Shared {
    /// Where the sandbox answers, without a slash at the end.
    pub(crate) url: String,
    /// The keys a reset goes back to: client id, secret.
    keys: Vec<(String, String)>,
    inner: Mutex<Inner>,
}

/// The state proper.
#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) world: World,
    pub(crate) script: Script,
    pub(crate) requests: Vec<RecordedRequest>,
    started: Instant,
}

impl Shared {
    pub(crate) fn new(url: String, keys: Vec<(String, String)>) -> Self {
        let inner = Mutex::new(Inner::new(&keys));
        Self { url, keys, inner }
    }

    /// A panic of one request leaves the state usable for the next.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn reset(&self) {
        *self.lock() = Inner::new(&self.keys);
    }

    /// Decides everything about one call at once: answer, fault, effect, record.
    pub(crate) fn decide(&self, call: &Call, connection: u64) -> (Option<Rendered>, Option<Fault>) {
        let mut inner = self.lock();
        let inner = &mut *inner;
        let operation = call.route.as_ref().map(|route| route.operation);
        let fault = inner.script.strike(operation);
        let commit = fault.as_ref().is_none_or(Fault::commits);

        let before = inner.world.revision;
        // Without commit the same answer is worked out on a copy that is thrown away.
        let mut copy = (!commit).then(|| inner.world.clone());
        let world = copy.as_mut().unwrap_or(&mut inner.world);
        let (answer, form) = endpoint::answer(world, call, &self.url);

        let right = answer.render(form);
        let sent = match &fault {
            Some(fault) => misbehave::disturb(right, fault),
            None => Some(right),
        };

        let n = inner.requests.len() as u64 + 1;
        let waited = call.arrived.saturating_duration_since(inner.started).as_millis();
        let mut record = RecordedRequest::of(call, n, u64::try_from(waited).unwrap_or(u64::MAX), connection);
        record.status = sent.as_ref().map(|sent| sent.status);
        record.fault = fault.as_ref().map(Fault::kind);
        record.committed = inner.world.revision != before;
        inner.requests.push(record);
        (sent, fault)
    }
}

impl Inner {
    fn new(keys: &[(String, String)]) -> Self {
        Self {
            world: World::new(keys),
            script: Script::default(),
            requests: Vec::new(),
            started: Instant::now(),
        }
    }
}
