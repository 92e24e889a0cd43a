//! One request as it is given, and what came back: nothing is repeated, renewed or judged on the way.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::Result;
use jetpack_partner::{ApiUrl, Credentials, Proxy, Redactor, Secret, http};
use reqwest::header::{CONTENT_TYPE, HeaderMap};
use reqwest::{Client, Method, RequestBuilder};
use serde_json::Value;

use super::answered::{Answered, Exchange};
use crate::session::Session;

/// Headers by which servers speak of limits; that this one does is not documented (partner-api.md §20, question 2).
const ABOUT_LIMITS: [&str; 3] = ["retry-after", "x-ratelimit", "ratelimit"];

/// The way to the API, and what every request has in common.
pub(super) struct Wire {
    api: ApiUrl,
    http: Client,
    timeout: Duration,
    secrets: Vec<Secret>,
    redactor: Redactor,
    token: Option<Secret>,
    /// Someone wants the asking to end.
    is_stopped: Arc<AtomicBool>,
    /// What answers said of limits, each once.
    pub(super) about_limits: Vec<String>,
    /// The answer by which it asked to wait.
    pub(super) asked_to_wait: Option<Answered>,
}

/// One request.
pub(super) struct Request {
    method: Method,
    path: String,
    body: Body,
    /// It goes without the token.
    is_open: bool,
}

/// What a request carries.
enum Body {
    Nothing,
    Form(Vec<(&'static str, String)>),
    Json(Value),
}

/// Why no more is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ended {
    /// Ctrl-C, or another signal.
    Interrupted,
    /// A request got no answer.
    Lost(String),
    /// The API asks to wait.
    Throttled,
}

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Interrupted => f.write_str("it was interrupted"),
            Self::Lost(request) => write!(f, "a request got no answer: {request}"),
            Self::Throttled => f.write_str("the API asks to wait"),
        }
    }
}

impl Request {
    pub(super) fn get(path: impl Into<String>) -> Self {
        Self {
            method: Method::GET,
            path: path.into(),
            is_open: false,
            body: Body::Nothing,
        }
    }

    pub(super) fn post(path: impl Into<String>, form: &[(&'static str, &str)]) -> Self {
        let owned = |(name, value): &(&'static str, &str)| (*name, (*value).to_owned());
        Self {
            method: Method::POST,
            path: path.into(),
            is_open: false,
            body: Body::Form(form.iter().map(owned).collect()),
        }
    }

    pub(super) fn post_json(path: impl Into<String>, body: Value) -> Self {
        Self {
            method: Method::POST,
            path: path.into(),
            is_open: false,
            body: Body::Json(body),
        }
    }

    /// The same without the token, for what the API tells anyone.
    pub(super) fn openly(self) -> Self {
        Self {
            is_open: true,
            ..self
        }
    }
}

impl Wire {
    pub(super) fn new(session: &Session, key: &Credentials, is_stopped: Arc<AtomicBool>) -> Result<Self> {
        let proxy = match session.api.is_loopback() {
            true => Proxy::None,
            false => Proxy::Environment,
        };
        let secrets = vec![key.client_secret.clone()];
        Ok(Self {
            api: session.api.clone(),
            http: http::client(&session.trust, &proxy)?,
            timeout: session.timeout,
            redactor: Redactor::new(&secrets),
            secrets,
            token: None,
            is_stopped,
            about_limits: Vec::new(),
            asked_to_wait: None,
        })
    }

    /// Sends the requests that follow with this token.
    pub(super) fn authorize(&mut self, token: Secret) {
        self.hide(token.clone());
        self.token = Some(token);
    }

    /// Keeps a value out of all that is shown.
    pub(super) fn hide(&mut self, secret: Secret) {
        self.secrets.push(secret);
        self.redactor = Redactor::new(&self.secrets);
    }

    /// Asks, unless someone wants an end.
    pub(super) async fn ask(&mut self, request: Request) -> Result<Answered, Ended> {
        if self.is_stopped.load(Ordering::Relaxed) {
            return Err(Ended::Interrupted);
        }
        self.insist(request).await
    }

    /// Asks although someone wants an end: what was begun has to be ended.
    pub(super) async fn insist(&mut self, request: Request) -> Result<Answered, Ended> {
        let sent = self.shown(&request);
        let lost = |error: &reqwest::Error| Ended::Lost(format!("{sent}: {}", http::reason(error)));
        let response = self.built(&request).send().await.map_err(|error| lost(&error))?;
        let status = response.status().as_u16();
        let limits = about_limits(response.headers());
        let body = response.bytes().await.map_err(|error| lost(&error))?;
        for limit in &limits {
            if !self.about_limits.contains(limit) {
                self.about_limits.push(limit.clone());
            }
        }
        let answered = Answered::read(status, &body, &limits, sent, &self.redactor);
        if answered.asks_to_wait() {
            self.asked_to_wait = Some(answered);
            return Err(Ended::Throttled);
        }
        Ok(answered)
    }

    fn built(&self, request: &Request) -> RequestBuilder {
        let address = self.api.endpoint(&request.path, &[]);
        let mut builder = self.http.request(request.method.clone(), address);
        builder = builder.timeout(self.timeout);
        if let Some(token) = self.token.as_ref().filter(|_| !request.is_open) {
            builder = builder.bearer_auth(token.expose());
        }
        match &request.body {
            Body::Nothing => builder,
            Body::Form(form) => builder.form(form),
            Body::Json(body) => builder
                .header(CONTENT_TYPE, "application/json")
                .body(body.to_string()),
        }
    }

    fn shown(&self, request: &Request) -> String {
        let path = self.redactor.by_value(&request.path);
        let mut text = format!("{} /{path}", request.method);
        match &request.body {
            Body::Nothing => {}
            Body::Form(form) => {
                for (name, value) in form {
                    text.push_str(&format!(" {name}={}", self.redactor.field(name, value)));
                }
            }
            Body::Json(body) => text.push_str(&format!(" {} as JSON", self.redactor.json(body))),
        }
        text
    }

    /// What a call of the client's sent and heard, in the same form.
    pub(super) fn exchange(&self, exchange: &jetpack_partner::Exchange) -> Exchange {
        let api = self.api.to_string();
        let sent = exchange
            .request
            .lines()
            .filter(|line| !line.starts_with("Authorization: "));
        let sent: Vec<String> = sent.map(|line| line.replace(&api, "")).collect();
        let answered = exchange.response.replace('\n', " ");
        Exchange {
            sent: sent.join(" "),
            answered: answered.strip_prefix("HTTP ").unwrap_or(&answered).to_owned(),
        }
    }
}

fn about_limits(headers: &HeaderMap) -> Vec<String> {
    let named = headers.iter().filter(|(name, _)| {
        let name = name.as_str();
        ABOUT_LIMITS.iter().any(|begin| name.starts_with(begin))
    });
    let text = named.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap_or("?")));
    text.collect()
}
