use std::time::Duration;

use serde_json::{Map, Value};
use url::Url;

use crate::{ApiError, Error, Redactor};

/// An answer as it came.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) content_type: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// Where a redirect leads.
    pub(crate) location: Option<String>,
    pub(crate) body: Vec<u8>,
}

/// Decides what an answer means, for every endpoint.
///
/// `Ok` is a JSON object with a status of success and no error in it; what its `success` says is the
/// endpoint's own matter (`false` is benign when cancelling, partner-api.md §5.3).
pub(crate) fn judge(reply: &Reply, redactor: &Redactor) -> Result<Map<String, Value>, Error> {
    let body: Option<Value> = serde_json::from_slice(&reply.body).ok();
    let (status, fields) = match body {
        Some(Value::Object(fields)) => unwrap_envelope(reply.status, fields),
        _ => return Err(judge_without_object(reply)),
    };
    let error = ApiError::read(status, &fields, redactor);
    match (status, error) {
        (200..=299, None) => Ok(fields),
        (_, error) => Err(classify(error.unwrap_or_else(|| ApiError::bare(status)), reply)),
    }
}

/// An error with its class. The status decides, then the code; partner-api.md §2.4 and §4.5 list
/// the codes that speak of the key rather than of the request.
fn classify(error: ApiError, reply: &Reply) -> Error {
    match (error.status, error.code.as_str()) {
        (429, _) | (_, "too_many_requests") => Error::Throttled {
            error,
            retry_after: reply.retry_after,
        },
        (500.., _) => Error::Unavailable(error),
        (401, _)
        | (
            _,
            "invalid_client"
            | "invalid_token"
            | "authorization_required"
            | "unauthorized"
            | "unauthorized_client"
            | "invalid_scope"
            | "partner_key_disabled",
        ) => Error::Credentials(error),
        (300..=399, _) => Error::Malformed(redirect(error.status, reply)),
        _ => Error::Refused(error),
    }
}

/// What a body that is no JSON object means: the framework's bare answers, or not the API at all.
fn judge_without_object(reply: &Reply) -> Error {
    let error = ApiError::bare(reply.status);
    match reply.status {
        // Network Authentication Required (RFC 6585 §6).
        511 => Error::Malformed(
            "HTTP status 511: a captive portal wants a login before it lets anyone through".to_owned(),
        ),
        300..=399 | 429 | 500.. => classify(error, reply),
        // An invalid bearer, or a site the API does not know (partner-api.md §3).
        401 | 404 | 405 if reply.body.is_empty() => classify(error, reply),
        status => Error::Malformed(format!("HTTP status {status} with {}", describe(reply))),
    }
}

fn describe(reply: &Reply) -> String {
    if reply.body.is_empty() {
        return "an empty body".to_owned();
    }
    match reply.content_type.as_deref() {
        Some(kind) if kind.contains("html") => {
            "an HTML page: a proxy, a firewall or a captive portal may answer in the API's place".to_owned()
        }
        _ if serde_json::from_slice::<Value>(&reply.body).is_ok() => "JSON that is no object".to_owned(),
        _ => format!("{} bytes that are not JSON", reply.body.len()),
    }
}

/// The API redirects nobody; where this one leads tells who does. Of its address only the origin is
/// shown: the rest may hold anything.
fn redirect(status: u16, reply: &Reply) -> String {
    let target = reply
        .location
        .as_deref()
        .and_then(|target| Url::parse(target).ok());
    let target = target
        .filter(Url::has_host)
        .map(|target| format!(" to {}", target.origin().ascii_serialization()))
        .unwrap_or_default();
    format!(
        "a redirect{target} (HTTP status {status}): a proxy, a captive portal or a wrong API address may answer in its place"
    )
}

/// Undoes `http_envelope`, which puts status and body inside a 200 (partner-api.md §3).
pub(crate) fn unwrap_envelope(status: u16, mut fields: Map<String, Value>) -> (u16, Map<String, Value>) {
    let inner = fields
        .get("code")
        .and_then(Value::as_u64)
        .and_then(|code| u16::try_from(code).ok());
    let enveloped = fields.contains_key("headers") && fields.get("body").is_some_and(Value::is_object);
    match (inner, fields.remove("body")) {
        (Some(inner), Some(Value::Object(body))) if enveloped => (inner, body),
        (_, Some(body)) => {
            fields.insert("body".to_owned(), body);
            (status, fields)
        }
        (_, None) => (status, fields),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(status: u16, body: &str) -> Result<Map<String, Value>, Error> {
        let reply = Reply {
            status,
            content_type: body
                .starts_with('<')
                .then(|| "text/html; charset=utf-8".to_owned()),
            retry_after: None,
            location: (status / 100 == 3).then(|| "https://user:hush@portal.test/login?back=hush".to_owned()),
            body: body.as_bytes().to_vec(),
        };
        judge(&reply, &Redactor::default())
    }

    /// The class of an error, as a word.
    fn class(status: u16, body: &str) -> &'static str {
        match judged(status, body) {
            Ok(_) => "ok",
            Err(Error::Credentials(_)) => "credentials",
            Err(Error::Refused(_)) => "refused",
            Err(Error::Throttled { .. }) => "throttled",
            Err(Error::Unavailable(_)) => "unavailable",
            Err(Error::Malformed(_)) => "malformed",
            Err(_) => "other",
        }
    }

    #[test]
    fn every_kind_of_answer_has_its_class() {
        for (status, body, expected) in [
            (200, r#"{"success":true}"#, "ok"),
            (200, r#"{"success":false}"#, "ok"),
            (200, r#"{"error":"invalid_plan","message":"m"}"#, "refused"),
            (
                200,
                r#"{"success":false,"error_code":"x","error_message":"m"}"#,
                "refused",
            ),
            (400, r#"{"error":-10520,"message":"m"}"#, "refused"),
            (400, "{}", "refused"),
            (
                400,
                r#"{"error":"invalid_client","error_description":"m"}"#,
                "credentials",
            ),
            (401, "", "credentials"),
            (403, r#"{"error":"invalid_scope","message":"m"}"#, "credentials"),
            (
                403,
                r#"{"error":"incorrect_partner_key","message":"m"}"#,
                "refused",
            ),
            (404, "", "refused"),
            (404, r#"{"error":"invalid_token","message":"m"}"#, "credentials"),
            (
                405,
                r#"{"error":"not_allowed","error_message":"Method not allowed"}"#,
                "refused",
            ),
            (429, "", "throttled"),
            (400, r#"{"error":"too_many_requests","message":"m"}"#, "throttled"),
            (500, "", "unavailable"),
            (502, "<html>", "unavailable"),
            (200, "", "malformed"),
            (200, "null", "malformed"),
            (200, "[]", "malformed"),
            (400, "[]", "malformed"),
            (200, r#""x""#, "malformed"),
            (200, "<html>", "malformed"),
            (403, "<html>", "malformed"),
            (302, "{}", "malformed"),
        ] {
            assert_eq!(class(status, body), expected, "{status} {body}");
        }
    }

    #[test]
    fn who_answers_in_the_apis_place_is_named() {
        for (status, body, said) in [
            (302, "", "a redirect to https://portal.test (HTTP status 302)"),
            (307, "<html>", "a redirect to https://portal.test"),
            (301, r#"{"a":1}"#, "a redirect to https://portal.test"),
            (200, "<html>", "a captive portal"),
            (511, "<html>", "a captive portal wants a login"),
        ] {
            let error = judged(status, body).unwrap_err();
            let text = error.to_string();
            assert!(matches!(error, Error::Malformed(_)), "{status}: {text}");
            assert!(text.contains(said) && !text.contains("hush"), "{status}: {text}");
        }
    }

    #[test]
    fn an_envelope_is_unwrapped() {
        let enveloped = r#"{"code":403,"headers":[],"body":{"error":"invalid_scope","message":"m"}}"#;
        assert_eq!(class(200, enveloped), "credentials");
        assert_eq!(
            class(200, r#"{"code":200,"headers":[],"body":{"success":true}}"#),
            "ok"
        );
    }
}
