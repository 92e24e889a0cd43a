use std::error::Error as _;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION, RETRY_AFTER};
use reqwest::{Method, Response};
use serde_json::{Map, Value};
use url::Url;

use crate::client::Transport;
use crate::judge::{Reply, judge};
use crate::redact::secrets_in;
use crate::{Answer, ApiUrl, Deadline, Error, Exchange, Redactor, Secret, Timing, http};

/// The documented answers are below 10 kB; more is not an answer of this API.
const LARGEST_BODY: usize = 1 << 20;

/// One request, without what authorises it.
#[derive(Debug, Clone)]
pub(crate) struct Request<'a> {
    pub(crate) method: Method,
    pub(crate) path: &'a str,
    pub(crate) query: &'a [(&'a str, &'a str)],
    pub(crate) form: &'a [(&'a str, &'a str)],
    /// Whether it may change what a site has. A loss of such a request is remembered.
    pub(crate) has_effect: bool,
}

impl<'a> Request<'a> {
    pub(crate) fn new(method: Method, path: &'a str) -> Self {
        Self {
            method,
            path,
            query: &[],
            form: &[],
            has_effect: false,
        }
    }

    pub(crate) fn with_effect(self) -> Self {
        Self {
            has_effect: true,
            ..self
        }
    }

    pub(crate) fn query(self, query: &'a [(&'a str, &'a str)]) -> Self {
        Self { query, ..self }
    }

    pub(crate) fn form(self, form: &'a [(&'a str, &'a str)]) -> Self {
        Self { form, ..self }
    }

    /// Where it goes.
    pub(crate) fn address(&self, api: &ApiUrl) -> Url {
        api.endpoint(self.path, self.query)
    }
}

/// What one operation has in common over its requests: a deadline, a record, a redactor.
#[derive(Debug)]
pub(crate) struct Attempt {
    pub(crate) deadline: Deadline,
    pub(crate) redactor: Arc<Redactor>,
    pub(crate) exchanges: Option<Vec<Exchange>>,
    pub(crate) last_answer: Option<Answer>,
    pub(crate) last_timing: Option<Timing>,
    /// How many requests with an effect ended without its being known whether they had it.
    pub(crate) left_open: u32,
}

impl Attempt {
    pub(crate) fn new(deadline: Deadline, redactor: Arc<Redactor>) -> Self {
        Self {
            deadline,
            redactor,
            exchanges: Some(Vec::new()),
            last_answer: None,
            last_timing: None,
            left_open: 0,
        }
    }

    /// Sends one request within what is left of the deadline, records it, and has it judged.
    pub(crate) async fn send(
        &mut self,
        transport: &Transport,
        request: &Request<'_>,
        token: Option<&Secret>,
    ) -> Result<Map<String, Value>, Error> {
        let answer = self.send_and_judge(transport, request, token).await;
        match request.has_effect {
            true => answer.inspect_err(|error| self.remember(error)),
            false => answer,
        }
    }

    /// Remembers that a request with an effect ended like this.
    pub(crate) fn remember(&mut self, error: &Error) {
        self.left_open += u32::from(error.may_have_happened());
    }

    async fn send_and_judge(
        &mut self,
        transport: &Transport,
        request: &Request<'_>,
        token: Option<&Secret>,
    ) -> Result<Map<String, Value>, Error> {
        self.last_answer = None;
        let reply = self.exchange(transport, request, token).await;
        // Before anything of it is told: its message may repeat them.
        for secret in reply.as_ref().map(secrets_in).unwrap_or_default() {
            Arc::make_mut(&mut self.redactor).learn(&secret);
        }
        if let Some(exchanges) = &mut self.exchanges {
            exchanges.push(Exchange {
                request: Exchange::request(&transport.api, request, token.is_some(), &self.redactor),
                response: match &reply {
                    Ok(reply) => Exchange::response(reply, &self.redactor),
                    Err(error) => error.to_string(),
                },
            });
        }
        let reply = reply?;
        let judged = judge(&reply, &self.redactor);
        self.last_answer = Some(Answer {
            status: reply.status,
            body: reply.body,
        });
        judged
    }

    async fn exchange(
        &mut self,
        transport: &Transport,
        request: &Request<'_>,
        token: Option<&Secret>,
    ) -> Result<Reply, Error> {
        let remaining = self.deadline.remaining();
        if remaining.is_zero() {
            return Err(Error::NotSent("the time for this call had run out".into()));
        }
        // Nothing polls the connections between two calls on a current-thread runtime, so one that
        // the server has closed would look open and lose the request (php-extension.md §2b). While
        // others are under way, they are polled for those.
        if transport.under_way.load(Ordering::Relaxed) == 0 {
            for _ in 0..3 {
                tokio::task::yield_now().await;
            }
        }
        let _under_way = UnderWay::begin(&transport.under_way);
        let mut builder = transport
            .http
            .request(request.method.clone(), request.address(&transport.api))
            .timeout(remaining);
        if let Some(token) = token {
            builder = builder.bearer_auth(token.expose());
        }
        if request.method == Method::POST {
            builder = builder.form(request.form);
        }
        let begun = Instant::now();
        let response = builder.send().await.map_err(|error| lost(&error, remaining))?;
        self.last_timing = Some(Timing::of(begun.elapsed(), response.headers()));
        read(response).await.map_err(|lost_body| match lost_body {
            LostBody::TooLong => Error::Malformed("its body is longer than 1 MiB".into()),
            LostBody::Broken(error) => lost(&error, remaining),
        })
    }
}

/// A request that is being waited for.
struct UnderWay<'a>(&'a AtomicUsize);

impl<'a> UnderWay<'a> {
    fn begin(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(count)
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

enum LostBody {
    TooLong,
    Broken(reqwest::Error),
}

async fn read(mut response: Response) -> Result<Reply, LostBody> {
    let status = response.status().as_u16();
    let header = |headers: &HeaderMap, name| {
        let value = headers.get(name)?;
        value.to_str().ok().map(str::to_owned)
    };
    let content_type = header(response.headers(), CONTENT_TYPE);
    let retry_after = header(response.headers(), RETRY_AFTER);
    let location = header(response.headers(), LOCATION);
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(LostBody::Broken)? {
        if body.len() + chunk.len() > LARGEST_BODY {
            return Err(LostBody::TooLong);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(Reply {
        status,
        content_type,
        retry_after: retry_after.and_then(|text| wait(text.trim())),
        location,
        body,
    })
}

/// `Retry-After` in both of its forms: seconds, or a date.
fn wait(text: &str) -> Option<Duration> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        // More seconds than a number holds are as endless as the most it holds.
        return Some(Duration::from_secs(text.parse().unwrap_or(u64::MAX)));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

/// Tells what was not sent from what was sent and lost.
fn lost(error: &reqwest::Error, limit: Duration) -> Error {
    if error.is_builder() {
        Error::Defect(reason(error))
    } else if error.is_connect() {
        match certificate_error(error) {
            Some(reason) => Error::Untrusted(reason),
            None => Error::NotSent(reason(error)),
        }
    } else if error.is_timeout() {
        Error::UnknownOutcome(format!("none came within {} seconds", limit.as_secs().max(1)))
    } else {
        Error::UnknownOutcome(reason(error))
    }
}

/// Why the server's certificate was not believed, if that was it.
fn certificate_error(error: &reqwest::Error) -> Option<String> {
    let mut cause = error.source()?;
    loop {
        if let Some(tls @ rustls::Error::InvalidCertificate(_)) = cause.downcast_ref() {
            return Some(tls.to_string());
        }
        // An `io::Error` shows what it wraps, but does not count it among its sources.
        cause = match cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(wrapped) => wrapped,
            None => cause.source()?,
        };
    }
}

fn reason(error: &reqwest::Error) -> String {
    match error.source() {
        Some(_) => http::reason(error),
        None => "the connection was not usable".to_owned(),
    }
}
