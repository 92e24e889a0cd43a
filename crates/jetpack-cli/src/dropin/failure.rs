//! The documented form of a failure (partner-api.md §14.3): `success`, `error_code`,
//! `error_message`, whatever names the API used.

use jetpack_partner::{Error, Redactor};
use serde::Serialize;
use serde_json::{Map, Value};

/// A failure in the documented form.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    success: bool,
    #[serde(rename = "error_code")]
    pub(crate) code: String,
    #[serde(rename = "error_message")]
    pub(crate) message: String,
}

impl Failure {
    /// What went wrong, in the API's own words where it said some: a script may compare them.
    pub(crate) fn of(error: &Error, body: Option<&[u8]>, redactor: &Redactor) -> Self {
        let said = body.and_then(object);
        let spoken = said.as_ref().map(|said| {
            (
                first(said, ["error", "error_code", "code"]),
                first(said, ["message", "error_message", "error_description"]),
            )
        });
        let (code, message) = match spoken {
            Some((None, None)) | None => (None, None),
            Some(spoken) => spoken,
        };
        let (own_code, own_message) = own_words(error, body);
        Self {
            success: false,
            code: code.unwrap_or(own_code),
            message: redactor.by_value(&message.unwrap_or(own_message)),
        }
    }

    /// One line of JSON.
    pub(crate) fn json(&self) -> String {
        // Texts and a boolean always serialize.
        serde_json::to_string(self).unwrap_or_else(|_| r#"{"success":false}"#.to_owned())
    }
}

/// The codes the scripts and their WP-CLI command have for failures without words
/// (partner-api.md §14.3, §15).
fn own_words(error: &Error, body: Option<&[u8]>) -> (String, String) {
    let status = error.api_error().map(|said| said.status);
    let (code, message) = match error {
        _ if status == Some(404) => (
            "site_not_registered",
            "WordPress.com does not know this site".to_owned(),
        ),
        Error::NotSent(_) | Error::Untrusted(_) | Error::UnknownOutcome(_) => {
            ("http_request_failed", error.to_string())
        }
        Error::NoToken(inner) => match **inner {
            Error::Malformed(_) => (
                "missing_access_token",
                "Missing or invalid access token".to_owned(),
            ),
            _ => ("http_request_failed", error.to_string()),
        },
        _ if body.is_some_and(<[u8]>::is_empty) => ("unknown_error", "Empty response from server".to_owned()),
        Error::Malformed(_) | Error::Unavailable(_) => ("unknown_error", error.to_string()),
        _ => (error.class(), error.to_string()),
    };
    (code.to_owned(), message)
}

/// Whether a body already is a failure in a documented form, to be passed on as it is: `success` is
/// false, and if anything is explained then under the documented names.
pub(crate) fn is_documented(body: &[u8]) -> bool {
    object(body).is_some_and(|said| {
        let failed = match said.get("success") {
            Some(Value::Bool(success)) => !success,
            Some(Value::Number(number)) => number.as_i64() == Some(0),
            Some(Value::String(text)) => {
                matches!(text.to_ascii_lowercase().as_str(), "" | "0" | "f" | "false")
            }
            _ => false,
        };
        let explained = |key: &str| said.contains_key(key);
        failed && !explained("error") && !explained("message") && !explained("code")
    })
}

fn object(body: &[u8]) -> Option<Map<String, Value>> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}

fn first(said: &Map<String, Value>, keys: [&str; 3]) -> Option<String> {
    keys.iter().find_map(|key| match said.get(*key)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bodies_words_are_kept_under_the_documented_names() {
        let error = Error::Malformed("x".to_owned());
        for body in [
            r#"{"error":"a","message":"b"}"#,
            r#"{"error_code":"a","error_message":"b"}"#,
            r#"{"error":"a","error_description":"b"}"#,
        ] {
            let failure = Failure::of(&error, Some(body.as_bytes()), &Redactor::default());
            assert_eq!(
                failure.json(),
                r#"{"success":false,"error_code":"a","error_message":"b"}"#
            );
        }
        let failure = Failure::of(
            &error,
            Some(br#"{"error":-10520,"message":"b"}"#),
            &Redactor::default(),
        );
        assert_eq!(failure.code, "-10520");
    }

    #[test]
    fn an_empty_body_has_the_scripts_own_words() {
        let error = Error::Malformed("HTTP status 200 with an empty body".to_owned());
        let failure = Failure::of(&error, Some(b""), &Redactor::default());
        assert_eq!(
            (failure.code.as_str(), failure.message.as_str()),
            ("unknown_error", "Empty response from server")
        );
    }

    #[test]
    fn only_a_failure_in_the_documented_form_is_passed_on() {
        assert!(is_documented(br#"{"success":false}"#));
        assert!(is_documented(
            br#"{"success":0,"error_code":"x","error_message":"y"}"#
        ));
        assert!(!is_documented(br#"{"success":false,"error":"x"}"#));
        assert!(!is_documented(br#"{"success":true}"#));
        assert!(!is_documented(b"<html>"));
    }
}
