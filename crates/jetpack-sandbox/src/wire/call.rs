//! One API request, read from the wire and not yet judged.

use std::time::Instant;

use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE};
use axum::http::{HeaderMap, Method};

use crate::endpoint::Operation;
use crate::endpoint::route::Route;
use crate::wire::body::{self, Fields};
use crate::wire::percent;

/// More than any real call needs, little enough to hold in memory.
const LARGEST_BODY: usize = 1 << 20;

#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) arrived: Instant,
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    /// `None` where the path is no route of the API.
    pub(crate) route: Option<Route>,
    /// The error is half a sentence.
    pub(crate) query: Result<Vec<(String, String)>, String>,
    /// The error is half a sentence.
    pub(crate) body: Result<Fields, String>,
}

impl Call {
    pub(crate) async fn read(request: Request) -> Self {
        let arrived = Instant::now();
        let (head, body) = request.into_parts();
        let path = head.uri.path().to_owned();

        let route = Route::of(&path);

        let content_type = head.headers.get(CONTENT_TYPE).map(|value| value.to_str());
        let body = match (axum::body::to_bytes(body, LARGEST_BODY).await, content_type) {
            (Err(_), _) => Err("a body that broke off or is larger than 1 MiB".to_owned()),
            (_, Some(Err(_))) => Err("a Content-Type that is not text".to_owned()),
            (Ok(bytes), content_type) => {
                let content_type = content_type.and_then(Result::ok);
                let leniently = route
                    .as_ref()
                    .is_some_and(|route| route.operation == Operation::Keys);
                body::decode(content_type, bytes, leniently).await
            }
        };

        Self {
            arrived,
            method: head.method,
            route,
            path,
            query: percent::decode_pairs(head.uri.query().unwrap_or_default()),
            headers: head.headers,
            body,
        }
    }

    /// The bearer token. The word before it is case-insensitive, nothing else is.
    pub(crate) fn bearer(&self) -> Option<&str> {
        let value = self.headers.get(AUTHORIZATION)?.to_str().ok()?;
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then_some(token)
    }
}
