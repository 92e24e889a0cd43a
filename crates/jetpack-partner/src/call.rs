use reqwest::Method;
use serde_json::{Map, Value};

use crate::send::Request;
use crate::{ApiError, Client, Deadline, Error, Exchange, Redactor, Secret};

/// One operation of the caller's: its requests share a deadline, and each is recorded.
///
/// The endpoints are methods of this type, one file each.
#[derive(Debug)]
pub struct Call<'a> {
    pub(crate) client: &'a Client,
    pub(crate) deadline: Deadline,
    pub(crate) redactor: Redactor,
    pub(crate) exchanges: Vec<Exchange>,
}

impl<'a> Call<'a> {
    pub(crate) fn new(client: &'a Client, deadline: Deadline) -> Self {
        Self {
            client,
            deadline,
            redactor: Redactor::new([&client.credentials.client_secret]),
            exchanges: Vec::new(),
        }
    }

    /// What was sent and answered so far, without secrets.
    pub fn exchanges(&self) -> &[Exchange] {
        &self.exchanges
    }

    /// The redactor that knows this call's secrets, for texts that are written elsewhere.
    pub fn redactor(&self) -> &Redactor {
        &self.redactor
    }

    /// What is left until the call must have ended.
    pub fn deadline(&self) -> Deadline {
        self.deadline
    }

    pub(crate) async fn post(
        &mut self,
        path: &str,
        form: &[(&str, &str)],
    ) -> Result<Map<String, Value>, Error> {
        self.authorized(Method::POST, path, form).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Map<String, Value>, Error> {
        self.authorized(Method::GET, path, &[]).await
    }

    /// Sends with a bearer token; when the API refuses the token, once more with a new one.
    ///
    /// Tokens have no documented lifetime (partner-api.md §2.3), so the refusal is the only sign.
    async fn authorized(
        &mut self,
        method: Method,
        path: &str,
        form: &[(&str, &str)],
    ) -> Result<Map<String, Value>, Error> {
        let token = self.token().await?;
        match self.send_as(&token, method.clone(), path, form).await {
            Err(Error::Credentials(error)) if refuses_the_token(&error) => {
                self.client.forget_token(&token);
                let token = self.token().await?;
                self.send_as(&token, method, path, form).await
            }
            result => result,
        }
    }

    async fn send_as(
        &mut self,
        token: &Secret,
        method: Method,
        path: &str,
        form: &[(&str, &str)],
    ) -> Result<Map<String, Value>, Error> {
        self.send(Request {
            method,
            path,
            form,
            token: Some(token),
        })
        .await
    }
}

/// The codes with which the API refuses a bearer rather than a key (partner-api.md §2.3, §2.4).
fn refuses_the_token(error: &ApiError) -> bool {
    error.status == 401
        || matches!(
            error.code.as_str(),
            "invalid_token" | "authorization_required" | "unauthorized"
        )
}
