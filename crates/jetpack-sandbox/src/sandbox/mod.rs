//! The handle of a running sandbox.

mod keys;
mod script;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;

use crate::settings::Settings;
use crate::shared::Shared;
use crate::wire::certificate::{self, Certificate};
use crate::wire::server::Server;

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

    /// Starts a sandbox whose blog ids, tokens and links are the same in every run.
    ///
    /// # Panics
    ///
    /// As [`Sandbox::start`].
    pub async fn start_seeded(seed: u64) -> Self {
        Self::open_or_panic(&Settings {
            seed: Some(seed),
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
    /// When the address is not a loopback address, without leave, or cannot be listened on.
    pub fn open(settings: &Settings) -> io::Result<Self> {
        if !settings.listen.ip().is_loopback() && !settings.beyond_loopback {
            // It hands out tokens for a well-known secret and shows what it was sent.
            let problem = format!("{} is not a loopback address", settings.listen.ip());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, problem));
        }

        let listener = TcpListener::bind(settings.listen)?;
        let address = listener.local_addr()?;
        let (acceptor, ca_pem) = if settings.tls {
            let Certificate { acceptor, ca_pem } = certificate::make(address.ip())?;
            (Some(acceptor), Some(ca_pem))
        } else {
            (None, None)
        };

        let scheme = if settings.tls { "https" } else { "http" };
        let shared = Shared::new(format!("{scheme}://{address}"), settings.clone());
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
}
