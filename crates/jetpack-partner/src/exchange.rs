use serde_json::Value;

use crate::judge::Reply;
use crate::send::Request;
use crate::{ApiUrl, MASK, Redactor};

/// Longest part of a page that is kept: enough to recognise a proxy's error page.
const LONGEST_PAGE: usize = 500;

/// One request and what came back, fit for WHMCS's module log: no secret in any encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exchange {
    /// Method, address and form, a line each.
    pub request: String,
    /// Status and body, or why there was none.
    pub response: String,
}

impl Exchange {
    pub(crate) fn request(
        api: &ApiUrl,
        request: &Request<'_>,
        has_token: bool,
        redactor: &Redactor,
    ) -> String {
        let address = api.endpoint(&request.target());
        let mut text = format!("{} {}", request.method, redactor.by_value(&address));
        if has_token {
            text.push_str(&format!("\nAuthorization: Bearer {MASK}"));
        }
        for (name, value) in request.form {
            text.push_str(&format!("\n{name}={}", redactor.field(name, value)));
        }
        text
    }

    pub(crate) fn response(reply: &Reply, redactor: &Redactor) -> String {
        format!("HTTP {}\n{}", reply.status, body(reply, redactor))
    }
}

/// A body that is not JSON may hold anything, even half a token, so only pages are shown.
fn body(reply: &Reply, redactor: &Redactor) -> String {
    if let Ok(value) = serde_json::from_slice::<Value>(&reply.body) {
        return redactor.json(&value).to_string();
    }
    let text = String::from_utf8_lossy(&reply.body);
    if text.trim_start().starts_with('<') {
        return redactor.by_value(&text).chars().take(LONGEST_PAGE).collect();
    }
    format!("({} bytes that are not JSON)", reply.body.len())
}
