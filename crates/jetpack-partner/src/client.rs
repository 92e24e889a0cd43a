use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use reqwest::redirect;

use crate::{ApiUrl, Call, Deadline, Error, Secret, Trust};

/// Long enough for a slow handshake across an ocean, short enough to leave most of a deadline.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How long an idle connection is trusted. It must be less than the server's own limit, or a
/// request is put on a connection that is being closed and its outcome is unknown
/// (php-extension.md §2b). The API's limit is not known; common servers close after 15 s or more.
const IDLE_CONNECTION: Duration = Duration::from_secs(10);

/// What identifies a partner's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The partner id. Not a secret: it may be logged.
    pub client_id: String,
    /// The partner secret.
    pub client_secret: Secret,
}

/// A partner's connection to the API: keeps the connection and the access token between calls.
///
/// It must not be used in a process other than the one that made it: a forked child would share
/// its TLS session (php-extension.md §2a).
#[derive(Debug)]
pub struct Client {
    pub(crate) api: ApiUrl,
    pub(crate) http: reqwest::Client,
    pub(crate) credentials: Credentials,
    token: Mutex<Option<Secret>>,
}

impl Client {
    /// A client of the API at `api`. Opens no connection yet.
    ///
    /// # Errors
    ///
    /// [`Error::Defect`] when TLS cannot be set up at all, as without any CA store.
    pub fn new(api: ApiUrl, trust: &Trust, credentials: Credentials) -> Result<Self, Error> {
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(trust.tls_config()?)
            .connect_timeout(CONNECT_TIMEOUT)
            .pool_idle_timeout(IDLE_CONNECTION)
            // A redirect would carry the secret or the bearer to another address.
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .user_agent(concat!("jetpack-partner/", env!("CARGO_PKG_VERSION")));
        if api.is_loopback() {
            builder = builder.no_proxy();
        }
        let http = builder
            .build()
            .map_err(|error| Error::Defect(error.to_string()))?;
        Ok(Self {
            api,
            http,
            credentials,
            token: Mutex::new(None),
        })
    }

    /// Begins an operation that must end by `deadline`.
    pub fn call(&self, deadline: Deadline) -> Call<'_> {
        Call::new(self, deadline)
    }

    pub(crate) fn known_token(&self) -> Option<Secret> {
        self.token.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn keep_token(&self, token: Secret) {
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
    }

    /// Forgets a token that was refused, unless another call has already replaced it.
    pub(crate) fn forget_token(&self, refused: &Secret) {
        let mut token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        if token.as_ref() == Some(refused) {
            *token = None;
        }
    }
}
