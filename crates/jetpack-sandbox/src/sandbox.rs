//! The handle of a running sandbox.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use crate::certificate::{self, Certificate};
use crate::fault::Fault;
use crate::operation::Operation;
use crate::record::RecordedRequest;
use crate::server::Server;
use crate::settings::Settings;
use crate::shared::Shared;
use crate::world::Snapshot;

/// A sandbox that runs until it is dropped.
///
/// It serves on a thread of its own, so a test may block while the sandbox
/// answers, and needs no runtime to hold one.
#[derive(Debug)]
pub struct Sandbox {
    shared: Arc<Shared>,
    address: SocketAddr,
    ca_pem: Option<String>,
    _server: Server,
}

impl Sandbox {
    /// Starts a sandbox on a free port of 127.0.0.1.
    ///
    /// # Panics
    ///
    /// When no port can be had; a test has nothing better to do then.
    /// [`Sandbox::open`] returns the error instead.
    pub async fn start() -> Self {
        Self::start_blocking()
    }

    /// [`Sandbox::start`] for tests without a runtime.
    ///
    /// # Panics
    ///
    /// As [`Sandbox::start`].
    #[must_use]
    pub fn start_blocking() -> Self {
        Self::open_or_panic(&Settings::default())
    }

    /// Starts a sandbox that serves https; [`Sandbox::ca_pem`] is what to trust.
    ///
    /// # Panics
    ///
    /// As [`Sandbox::start`].
    pub async fn start_tls() -> Self {
        Self::open_or_panic(&Settings {
            tls: true,
            ..Settings::default()
        })
    }

    fn open_or_panic(settings: &Settings) -> Self {
        match Self::open(settings) {
            Ok(sandbox) => sandbox,
            Err(error) => panic!("the sandbox could not start: {error}"),
        }
    }

    /// Starts a sandbox with settings.
    ///
    /// # Errors
    ///
    /// When the address is not a loopback address or cannot be listened on.
    pub fn open(settings: &Settings) -> io::Result<Self> {
        if !settings.listen.ip().is_loopback() {
            // It hands out tokens for a well-known secret and shows what it was sent.
            let problem = format!("{} is not a loopback address", settings.listen.ip());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
        }

        let listener = TcpListener::bind(settings.listen)?;
        let address = listener.local_addr()?;
        let (acceptor, ca_pem) = if settings.tls {
            let Certificate { acceptor, ca_pem } = certificate::make()?;
            (Some(acceptor), Some(ca_pem))
        } else {
            (None, None)
        };

        let scheme = if settings.tls { "https" } else { "http" };
        let shared = Shared::new(format!("{scheme}://{address}"), settings.keys.clone());
        let shared = Arc::new(shared);
        let server = Server::start(listener, acceptor, Arc::clone(&shared))?;
        Ok(Self {
            shared,
            address,
            ca_pem,
            _server: server,
        })
    }

    /// The base of every address, such as `http://127.0.0.1:40123`; no slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.shared.url
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The certificate of the throw-away authority; none without TLS.
    #[must_use]
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

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

    /// Every API request so far, oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.lock().requests.clone()
    }

    /// The requests of one kind, oldest first.
    #[must_use]
    pub fn requests_to(&self, operation: Operation) -> Vec<RecordedRequest> {
        let mut requests = self.requests();
        requests.retain(|request| request.operation == Some(operation));
        requests
    }

    /// Keys, sites and what was provisioned on them.
    #[must_use]
    pub fn state(&self) -> Snapshot {
        self.shared.lock().world.snapshot()
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

    /// Lets days pass, at once.
    pub fn advance_days(&self, days: u32) {
        self.shared.lock().world.advance(days);
    }

    /// Adds a partner key, or gives one another secret; either way it is enabled.
    pub fn put_key(&self, client_id: &str, client_secret: &str) {
        self.shared
            .lock()
            .world
            .put_key(client_id, Some(client_secret), false);
    }

    /// Switches a partner key off. False when there is no such key.
    pub fn disable_key(&self, client_id: &str) -> bool {
        self.shared.lock().world.put_key(client_id, None, true)
    }

    /// Makes every token invalid and says how many there were.
    pub fn revoke_tokens(&self) -> usize {
        self.shared.lock().world.revoke_tokens()
    }
}
