use std::error::Error as _;
use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use reqwest::{Method, Response};
use serde_json::{Map, Value};

use crate::judge::{Reply, judge};
use crate::{Call, Error, Exchange, Secret};

/// The documented answers are below 10 kB; more is not an answer of this API.
const LARGEST_BODY: usize = 1 << 20;

pub(crate) struct Request<'a> {
    pub(crate) method: Method,
    pub(crate) path: &'a str,
    pub(crate) form: &'a [(&'a str, &'a str)],
    pub(crate) token: Option<&'a Secret>,
}

impl Call<'_> {
    /// Sends one request within what is left of the deadline, records it, and has it judged.
    pub(crate) async fn send(&mut self, request: Request<'_>) -> Result<Map<String, Value>, Error> {
        let sent = Exchange::request(&self.client.api, &request, &self.redactor);
        let reply = self.exchange(&request).await;
        let received = match &reply {
            Ok(reply) => Exchange::response(reply, &self.redactor),
            Err(error) => error.to_string(),
        };
        self.exchanges.push(Exchange {
            request: sent,
            response: received,
        });
        judge(&reply?, &self.redactor)
    }

    async fn exchange(&self, request: &Request<'_>) -> Result<Reply, Error> {
        let remaining = self.deadline.remaining();
        if remaining.is_zero() {
            return Err(Error::NotSent("the time for this call had run out".into()));
        }
        // Nothing polls the connections between two calls on a current-thread runtime, so one that
        // the server has closed would look open and lose the request (php-extension.md §2b).
        for _ in 0..3 {
            tokio::task::yield_now().await;
        }
        let mut builder = self
            .client
            .http
            .request(request.method.clone(), self.client.api.endpoint(request.path))
            .timeout(remaining);
        if let Some(token) = request.token {
            builder = builder.bearer_auth(token.expose());
        }
        if request.method == Method::POST {
            builder = builder.form(request.form);
        }
        let response = builder.send().await.map_err(|error| lost(&error, remaining))?;
        read(response).await.map_err(|lost_body| match lost_body {
            LostBody::TooLong => Error::Malformed("its body is longer than 1 MiB".into()),
            LostBody::Broken(error) => lost(&error, remaining),
        })
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
        retry_after: retry_after
            .and_then(|text| text.trim().parse().ok())
            .map(Duration::from_secs),
        body,
    })
}

/// Tells what was not sent from what was sent and lost.
fn lost(error: &reqwest::Error, limit: Duration) -> Error {
    if error.is_builder() {
        Error::Defect(reason(error))
    } else if error.is_connect() {
        Error::NotSent(reason(error))
    } else if error.is_timeout() {
        Error::UnknownOutcome(format!("none came within {} seconds", limit.as_secs().max(1)))
    } else {
        Error::UnknownOutcome(reason(error))
    }
}

/// The innermost cause, which says most; the outer ones repeat the address.
fn reason(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    match error.source() {
        Some(_) => cause.to_string(),
        None => "the connection was not usable".to_owned(),
    }
}
