//! What the server and its handle hold in common, behind one lock.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::endpoint;
use crate::faults::Running;
use crate::faults::misbehave;
use crate::faults::{Fault, Script};
use crate::settings::Settings;
use crate::wire::answer::{Answer, Rendered};
use crate::wire::call::Call;
use crate::wire::journal::Journal;
use crate::wire::record::RecordedRequest;
use crate::world::World;

#[derive(Debug)]
pub(crate) struct Shared {
    /// Where the sandbox answers, without a slash at the end.
    pub(crate) url: String,
    /// What a reset goes back to.
    pub(crate) settings: Settings,
    inner: Mutex<Inner>,
}

/// The state proper.
#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) world: World,
    pub(crate) script: Script,
    pub(crate) chaos: Option<Running>,
    pub(crate) journal: Journal,
    pub(crate) error_code_keys: bool,
    started: Instant,
}

impl Shared {
    pub(crate) fn new(url: String, settings: Settings) -> Self {
        let inner = Mutex::new(Inner::new(&settings));
        Self { url, settings, inner }
    }

    /// A panic of one request leaves the state usable for the next.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn reset(&self) {
        *self.lock() = Inner::new(&self.settings);
    }

    /// Decides everything about one call at once: answer, fault, effect, record.
    pub(crate) fn decide(&self, call: &Call, connection: u64) -> (Option<Rendered>, Option<Fault>) {
        let mut inner = self.lock();
        let inner = &mut *inner;
        let operation = call.route.as_ref().map(|route| route.operation);
        let caller = caller(&inner.world, call);
        let scripted = inner.script.strike(operation, caller.as_deref());
        let fault = scripted.or_else(|| inner.chaos.as_mut()?.strike(operation));
        let commit = fault.as_ref().is_none_or(Fault::commits);

        let before = inner.world.revision;
        // Without commit the same answer is worked out on a copy, which costs next to
        // nothing, that is thrown away.
        let mut copy = (!commit).then(|| inner.world.clone());
        let world = copy.as_mut().unwrap_or(&mut inner.world);
        let (answer, form) = endpoint::answer(world, call, &self.url);

        let worded = |answer: Answer| match inner.error_code_keys {
            true => answer.with_error_code_keys(),
            false => answer,
        };
        let right = worded(answer).render(form);
        let sent = match &fault {
            Some(fault) => misbehave::disturb(right, fault, |status| worded(misbehave::error(status))),
            None => Some(right),
        };

        let n = inner.journal.next();
        let waited = call.arrived.saturating_duration_since(inner.started).as_millis();
        let mut record = RecordedRequest::of(call, n, u64::try_from(waited).unwrap_or(u64::MAX), connection);
        record.status = sent.as_ref().map(|sent| sent.status);
        record.fault = fault.as_ref().map(Fault::kind);
        record.committed = inner.world.revision != before;
        inner.journal.push(record);
        (sent, fault)
    }
}

impl Inner {
    fn new(settings: &Settings) -> Self {
        let mut world = World::new(&settings.keys);
        world.set_user_token(&settings.user_token);
        if let Some(seed) = settings.seed {
            world.seed(seed);
        }
        Self {
            world,
            script: Script::default(),
            chaos: None,
            journal: Journal::new(settings.record),
            error_code_keys: settings.error_code_keys,
            started: Instant::now(),
        }
    }
}

/// The partner key behind a call: that of its token, or the one that asks for a token.
fn caller(world: &World, call: &Call) -> Option<String> {
    match call.bearer() {
        Some(token) => world.partner(token).ok(),
        None => call.body.as_ref().ok().and_then(|body| {
            let named = body.fields.iter().find(|(name, _)| name == "client_id");
            named.map(|(_, client_id)| client_id.clone())
        }),
    }
}
