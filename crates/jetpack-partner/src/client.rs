use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, PoisonError};

use crate::retry::RetryQuota;
use crate::{ApiError, ApiUrl, Call, Deadline, Error, Proxy, Redactor, Secret, Trust, http};

/// What identifies a partner's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The partner id. Not a secret: it may be logged.
    pub client_id: String,
    /// The partner secret.
    pub client_secret: Secret,
}

/// A partner's connection to the API: keeps the connections and the access token between calls.
/// Several calls may run at once.
///
/// It must not be used in a process other than the one that made it: a forked child would share
/// its TLS session (php-extension.md §2a).
#[derive(Debug)]
pub struct Client {
    pub(crate) credentials: Credentials,
    pub(crate) transport: Transport,
    /// Whose turn it is to ask for a token: calls at once need only one.
    pub(crate) token_turn: tokio::sync::Mutex<()>,
    known: Mutex<Known>,
}

/// What is learnt while calls are made.
#[derive(Debug)]
struct Known {
    token: Option<Secret>,
    /// The last one that was refused, and how: whoever read it before that may still offer it.
    refused: Option<(Secret, ApiError)>,
    redactor: Arc<Redactor>,
}

/// What clients of any kind of token need.
#[derive(Debug)]
pub(crate) struct Transport {
    pub(crate) api: ApiUrl,
    pub(crate) http: reqwest::Client,
    pub(crate) quota: RetryQuota,
    /// How many requests are under way, and so drive the connections.
    pub(crate) under_way: AtomicUsize,
}

impl Client {
    /// A client of the API at `api`. Opens no connection yet.
    ///
    /// # Errors
    ///
    /// [`Error::Defect`] when TLS cannot be set up at all, as without any CA store.
    pub fn new(api: ApiUrl, trust: &Trust, proxy: &Proxy, credentials: Credentials) -> Result<Self, Error> {
        let redactor = Arc::new(Redactor::new([&credentials.client_secret]));
        Ok(Self {
            transport: Transport::new(api, trust, proxy)?,
            credentials,
            token_turn: tokio::sync::Mutex::new(()),
            known: Mutex::new(Known {
                token: None,
                refused: None,
                redactor,
            }),
        })
    }

    /// Hands in an access token from an earlier process, which saves a round trip. A token that is
    /// no longer good costs one.
    pub fn with_token(self, token: Secret) -> Self {
        self.keep_token(token);
        self
    }

    /// The same for a client that is in use: what processes share is newer than what one of them remembers, unless it has
    /// been refused here.
    pub fn offer_token(&self, token: Secret) {
        let is_new = {
            let known = self.known();
            known.token.as_ref() != Some(&token)
                && known
                    .refused
                    .as_ref()
                    .is_none_or(|(refused, _)| refused != &token)
        };
        if is_new {
            self.keep_token(token);
        }
    }

    /// The access token that is in use, for another process to begin with.
    pub fn token_in_use(&self) -> Option<Secret> {
        self.known_token()
    }

    /// The partner id of its key.
    pub fn partner_id(&self) -> &str {
        &self.credentials.client_id
    }

    /// Begins an operation that must end by `deadline`.
    pub fn call(&self, deadline: Deadline) -> Call<'_> {
        Call::new(self, deadline)
    }

    pub(crate) fn known_token(&self) -> Option<Secret> {
        self.known().token.clone()
    }

    pub(crate) fn redactor(&self) -> Arc<Redactor> {
        Arc::clone(&self.known().redactor)
    }

    pub(crate) fn keep_token(&self, token: Secret) {
        let mut known = self.known();
        known.redactor = Arc::new(Redactor::new([&self.credentials.client_secret, &token]));
        known.token = Some(token);
    }

    /// Forgets a token that was refused, unless another call has already replaced it.
    pub(crate) fn forget_token(&self, refused: &Secret, refusal: &ApiError) {
        let mut known = self.known();
        if known.token.as_ref() == Some(refused) {
            known.refused = known.token.take().map(|token| (token, refusal.clone()));
        }
    }

    /// How the last token was refused that was.
    pub(crate) fn refusal(&self) -> Option<ApiError> {
        self.known().refused.as_ref().map(|(_, refusal)| refusal.clone())
    }

    fn known(&self) -> std::sync::MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport {
    pub(crate) fn new(api: ApiUrl, trust: &Trust, proxy: &Proxy) -> Result<Self, Error> {
        let proxy = if api.is_loopback() { &Proxy::None } else { proxy };
        let http = http::client(trust, proxy)?;
        Ok(Self {
            api,
            http,
            quota: RetryQuota::full(),
            under_way: AtomicUsize::new(0),
        })
    }
}
