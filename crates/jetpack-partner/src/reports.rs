use reqwest::Method;
use serde_json::{Map, Value};

use crate::client::Transport;
use crate::send::{Attempt, Request};
use crate::{ApiUrl, Deadline, Error, Exchange, Proxy, Redactor, Secret, Trust};

/// The reporting endpoints. They want the token of a WordPress.com *user* who belongs to the
/// partner account, not the partner's own (partner-api.md §10), so they are a client of their own.
#[derive(Debug)]
pub struct Reports {
    transport: Transport,
    user_token: Secret,
}

/// One question to the reporting endpoints.
#[derive(Debug)]
pub struct ReportCall<'a> {
    reports: &'a Reports,
    attempt: Attempt,
}

impl Reports {
    /// A client of the API at `api`, with a user's token.
    ///
    /// # Errors
    ///
    /// [`Error::Defect`] when TLS cannot be set up at all.
    pub fn new(api: ApiUrl, trust: &Trust, proxy: &Proxy, user_token: Secret) -> Result<Self, Error> {
        Ok(Self {
            transport: Transport::new(api, trust, proxy)?,
            user_token,
        })
    }

    /// Begins a question that must be answered by `deadline`.
    pub fn call(&self, deadline: Deadline) -> ReportCall<'_> {
        let redactor = Redactor::new([&self.user_token]);
        ReportCall {
            reports: self,
            attempt: Attempt::new(deadline, redactor.into()),
        }
    }
}

impl ReportCall<'_> {
    /// What was sent and answered so far, without secrets.
    pub fn exchanges(&self) -> &[Exchange] {
        self.attempt.exchanges.as_deref().unwrap_or_default()
    }

    /// The redactor that knows the user's token, for texts that are written elsewhere.
    pub fn redactor(&self) -> &Redactor {
        &self.attempt.redactor
    }

    pub(crate) async fn get(
        &mut self,
        path: &str,
        query: &[(&str, &str)],
    ) -> Result<Map<String, Value>, Error> {
        let request = Request::new(Method::GET, path).query(query);
        let reports = self.reports;
        let token = Some(&reports.user_token);
        self.attempt.send(&reports.transport, &request, token).await
    }
}
