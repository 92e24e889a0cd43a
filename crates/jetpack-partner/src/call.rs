use std::sync::Arc;

use reqwest::Method;
use serde_json::{Map, Value};

use crate::retry::{self, Repeat};
use crate::send::{Attempt, Request};
use crate::{Answer, ApiError, Client, Deadline, Error, Exchange, Redactor, Secret, Timing};

/// One operation of the caller's: its requests share a deadline, and each is recorded.
///
/// The endpoints are methods of this type, one file each.
#[derive(Debug)]
pub struct Call<'a> {
    pub(crate) client: &'a Client,
    pub(crate) attempt: Attempt,
    token: TokenUse,
    waits: bool,
}

impl<'a> Call<'a> {
    pub(crate) fn new(client: &'a Client, deadline: Deadline) -> Self {
        Self {
            client,
            attempt: Attempt::new(deadline, client.redactor()),
            token: TokenUse::Renews,
            waits: true,
        }
    }

    /// An answer that asks to wait ends the call: the caller has other calls that have to wait as well.
    pub fn without_waiting(mut self) -> Self {
        self.waits = false;
        self
    }

    /// Should the token be refused with which the client begins, the call ends before anything was done: another process may
    /// have a new one. It ends at once where another call of the client's was refused so. Of a client that has never had a
    /// token, nothing changes.
    pub fn without_renewal(mut self) -> Self {
        self.token = self.token_use();
        self
    }

    /// Whether it ended so.
    pub fn token_is_refused(&self) -> bool {
        matches!(self.token, TokenUse::Refused(_))
    }

    /// Keeps no record of the requests, for bulk work that has no log to put them in.
    pub fn unrecorded(mut self) -> Self {
        self.attempt.exchanges = None;
        self
    }

    /// What was sent and answered so far, without secrets.
    pub fn exchanges(&self) -> &[Exchange] {
        self.attempt.exchanges.as_deref().unwrap_or_default()
    }

    /// The last answer as it came, for callers that pass it on.
    pub fn last_answer(&self) -> Option<&Answer> {
        self.attempt.last_answer.as_ref()
    }

    /// How the last answer came that came at all.
    pub fn last_timing(&self) -> Option<Timing> {
        self.attempt.last_timing
    }

    /// The redactor that knows this call's secrets, for texts that are written elsewhere.
    pub fn redactor(&self) -> &Redactor {
        &self.attempt.redactor
    }

    /// When the call must have ended.
    pub fn deadline(&self) -> Deadline {
        self.attempt.deadline
    }

    /// Whether any request to provision or to cancel ended without its being known whether it had its
    /// effect, also where it was made again and then succeeded: what was lost may still be on its way.
    pub fn has_open_attempt(&self) -> bool {
        self.attempt.left_open > 0
    }

    pub(crate) async fn post(
        &mut self,
        repeat: Repeat,
        path: &str,
        form: &[(&str, &str)],
    ) -> Result<Map<String, Value>, Error> {
        self.ask(repeat, &Request::new(Method::POST, path).form(form))
            .await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Map<String, Value>, Error> {
        self.ask(Repeat::Safe, &Request::new(Method::GET, path)).await
    }

    /// Asks with the partner's token.
    pub(crate) async fn ask(
        &mut self,
        repeat: Repeat,
        request: &Request<'_>,
    ) -> Result<Map<String, Value>, Error> {
        self.repeatedly(repeat, request, Bearer::Partner).await
    }

    /// Asks what the API tells anyone.
    pub(crate) async fn ask_openly(
        &mut self,
        repeat: Repeat,
        request: &Request<'_>,
    ) -> Result<Map<String, Value>, Error> {
        self.repeatedly(repeat, request, Bearer::None).await
    }

    /// Asks, and asks again while that is allowed, of use, affordable, and in time.
    async fn repeatedly(
        &mut self,
        repeat: Repeat,
        request: &Request<'_>,
        bearer: Bearer,
    ) -> Result<Map<String, Value>, Error> {
        let quota = &self.client.transport.quota;
        let mut attempts = 0;
        loop {
            attempts += 1;
            let result = match bearer {
                Bearer::Partner => self.authorized(request).await,
                Bearer::None => self.attempt.send(&self.client.transport, request, None).await,
            };
            let wait = match &result {
                Ok(_) => {
                    quota.earn();
                    None
                }
                Err(Error::Throttled { .. }) if !self.waits => None,
                Err(error) => retry::pause(error, repeat, attempts),
            };
            match wait {
                Some(wait) if wait < self.attempt.deadline.remaining() && quota.spend() => {
                    tokio::time::sleep(wait).await;
                }
                _ => return result,
            }
        }
    }

    /// Sends with a bearer token; when the API refuses the token, once more with a new one.
    ///
    /// Tokens have no documented lifetime (partner-api.md §2.3), so the refusal is the only sign.
    async fn authorized(&mut self, request: &Request<'_>) -> Result<Map<String, Value>, Error> {
        if self.token == TokenUse::Begins {
            // Another call may have been refused since.
            self.token = self.token_use();
        }
        if let TokenUse::Refused(refusal) = &self.token {
            return Err(Error::Credentials(refusal.clone()));
        }
        let token = self.token().await?;
        match self.send_as(&token, request).await {
            Err(Error::Credentials(error)) if refuses_the_token(&error) => {
                self.client.forget_token(&token, &error);
                if self.token == TokenUse::Begins {
                    self.token = TokenUse::Refused(error.clone());
                    return Err(Error::Credentials(error));
                }
                let token = self.token().await?;
                self.send_as(&token, request).await
            }
            Err(error) if !error.may_have_happened() => Err(error),
            result => {
                self.token = TokenUse::Renews;
                result
            }
        }
    }

    /// Where others get a new token.
    fn token_use(&self) -> TokenUse {
        match self.client.refusal() {
            _ if self.client.known_token().is_some() => TokenUse::Begins,
            Some(refusal) => TokenUse::Refused(refusal),
            None => TokenUse::Renews,
        }
    }

    async fn send_as(&mut self, token: &Secret, request: &Request<'_>) -> Result<Map<String, Value>, Error> {
        self.attempt
            .send(&self.client.transport, request, Some(token))
            .await
    }

    /// Makes a secret of this one request known to the redactor.
    pub(crate) fn hide(&mut self, secret: &Secret) {
        Arc::make_mut(&mut self.attempt.redactor).learn(secret);
    }
}

/// What a call does when its token is refused.
#[derive(Debug, PartialEq)]
enum TokenUse {
    /// It gets a new one.
    Renews,
    /// Until something was done: should the token be refused, it ends.
    Begins,
    /// It has ended, with this.
    Refused(ApiError),
}

/// Whose token a request carries.
#[derive(Debug, Clone, Copy)]
enum Bearer {
    Partner,
    None,
}

/// The codes with which the API refuses a bearer rather than a key (partner-api.md §2.3, §2.4).
fn refuses_the_token(error: &ApiError) -> bool {
    error.status == 401
        || matches!(
            error.code.as_str(),
            "invalid_token" | "authorization_required" | "unauthorized"
        )
}
