//! How a failure is printed: the documented form (partner-api.md §14.3) and the one that the scripts
//! really print, in one object (CONFLICT 2).

use jetpack_partner::{Answer, Error, Redactor};
use serde::Serialize;

use crate::explain;

/// The code of what the API was never asked.
const UNUSABLE: &str = "unusable_settings";

/// A failure under all the names that callers look for.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    success: bool,
    error: String,
    message: String,
    error_code: String,
    error_message: String,
    /// What to do about it; ours.
    next_step: String,
}

impl Failure {
    /// What went wrong, in the API's own words where it said some: a script may compare them.
    pub(crate) fn of(error: &Error, answer: Option<&Answer>, redactor: &Redactor) -> Self {
        let said = answer.map(Answer::words).unwrap_or_default();
        let own = own_words(error, answer);
        // Words without a code are still the API's; a code without words explains itself.
        let (code, message) = match (said.code, said.message) {
            (None, None) => own,
            (code, message) => (code.unwrap_or(own.0), message.unwrap_or(own.1)),
        };
        let (code, message) = (redactor.code(&code), redactor.by_value(&message));
        Self {
            success: false,
            error: code.clone(),
            message: message.clone(),
            error_code: code,
            error_message: message,
            next_step: advice(error).to_owned(),
        }
    }

    /// Nothing was sent, for a reason in the environment or a file.
    pub(crate) fn unsent(why: String) -> Self {
        Self {
            success: false,
            error: UNUSABLE.to_owned(),
            message: why.clone(),
            error_code: UNUSABLE.to_owned(),
            error_message: why,
            next_step: "Nothing was sent. Correct what it names, then call again.".to_owned(),
        }
    }

    /// One line of JSON.
    pub(crate) fn json(&self) -> String {
        // Texts and a boolean always serialize.
        serde_json::to_string(self).unwrap_or_else(|_| r#"{"success":false}"#.to_owned())
    }
}

fn advice(error: &Error) -> &'static str {
    match error.api_error() {
        Some(said) if said.asks_for_force_register() => "Call again with --force_register=1.",
        _ => explain::next_step(error),
    }
}

/// The codes the scripts and their WP-CLI command have for failures without words
/// (partner-api.md §14.3, §15).
fn own_words(error: &Error, answer: Option<&Answer>) -> (String, String) {
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
            Error::Malformed(_) => ("missing_access_token", error.to_string()),
            _ => ("http_request_failed", error.to_string()),
        },
        _ if answer.is_some_and(|answer| answer.body.is_empty() && answer.status < 300) => {
            ("unknown_error", "Empty response from server".to_owned())
        }
        Error::Malformed(_) | Error::Unavailable(_) => ("unknown_error", error.to_string()),
        _ => (error.class(), error.to_string()),
    };
    (code.to_owned(), message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(body: &str) -> Failure {
        let answer = Answer {
            status: 200,
            body: body.as_bytes().to_vec(),
        };
        let error = Error::Malformed("HTTP status 200".to_owned());
        Failure::of(&error, Some(&answer), &Redactor::default())
    }

    #[test]
    fn the_bodies_words_are_kept_under_all_names() {
        for body in [
            r#"{"error":"a","message":"b"}"#,
            r#"{"error_code":"a","error_message":"b"}"#,
            r#"{"error":"a","error_description":"b"}"#,
            r#"{"code":403,"headers":[],"body":{"error":"a","message":"b"}}"#,
        ] {
            let json = failure(body).json();
            let form = r#"{"success":false,"error":"a","message":"b","error_code":"a","error_message":"b","#;
            assert!(json.starts_with(form), "{json}");
        }
        assert_eq!(failure(r#"{"error":-10520,"message":"b"}"#).error, "-10520");
    }

    #[test]
    fn an_empty_body_has_the_scripts_own_words() {
        let failure = failure("");
        assert_eq!(
            (failure.error_code.as_str(), failure.error_message.as_str()),
            ("unknown_error", "Empty response from server")
        );
    }
}
