//! An answer, as it is shown and as points are concluded from it.

use jetpack_partner::{Answer, ApiError, Redactor};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::output::plain;

/// What is shown of a body at most. The list of errors is longer.
const LONGEST: usize = 600;

/// One request and its answer, without secrets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Exchange {
    pub(super) sent: String,
    pub(super) answered: String,
}

/// An answer that came.
#[derive(Debug, Clone)]
pub(super) struct Answered {
    pub(super) exchange: Exchange,
    pub(super) status: u16,
    /// Empty where the body is no JSON object.
    pub(super) fields: Map<String, Value>,
    /// What it says went wrong, if anything.
    said: ApiError,
}

impl Answered {
    pub(super) fn read(
        status: u16,
        body: &[u8],
        limits: &[String],
        sent: String,
        redactor: &Redactor,
    ) -> Self {
        let words = Answer {
            status,
            body: body.to_vec(),
        }
        .words();
        let value: Value = serde_json::from_slice(body).unwrap_or_default();
        let mut answered = format!("{status} {}", shown(body, &value, redactor));
        for limit in limits {
            answered.push_str(&format!(" ({limit})"));
        }
        Self {
            exchange: Exchange {
                sent: plain(&sent),
                answered: plain(&answered).trim_end().to_owned(),
            },
            status,
            fields: match value {
                Value::Object(fields) => fields,
                _ => Map::new(),
            },
            said: ApiError {
                status,
                code: plain(&redactor.code(&words.code.unwrap_or_default())),
                message: redactor.by_value(&words.message.unwrap_or_default()),
            },
        }
    }

    /// The code of its error; empty when there is none.
    pub(super) fn code(&self) -> &str {
        &self.said.code
    }

    /// Whether it did as asked.
    pub(super) fn is_good(&self) -> bool {
        (200..300).contains(&self.status) && self.said.code.is_empty() && self.said.message.is_empty()
    }

    /// What its `success` says, in any of the spellings of partner-api.md §3.
    pub(super) fn success(&self) -> Option<bool> {
        match self.fields.get("success").filter(|_| self.is_good())? {
            Value::Bool(success) => Some(*success),
            Value::Number(number) => Some(number.as_i64() != Some(0)),
            Value::String(text) => Some(matches!(text.as_str(), "1" | "t" | "true")),
            _ => None,
        }
    }

    /// Whether our client takes it for "no such site".
    pub(super) fn is_unknown_site(&self) -> bool {
        !self.is_good() && self.said.is_unknown_site()
    }

    /// Whether our client takes it for "you have this plan already".
    pub(super) fn says_already_there(&self) -> bool {
        self.said.says_already_there()
    }

    /// Whether the API asks to wait (partner-api.md §3).
    pub(super) fn asks_to_wait(&self) -> bool {
        self.status == 429 || self.said.code == "too_many_requests"
    }

    /// A list of its fields.
    pub(super) fn list(&self, name: &str) -> Option<&Vec<Value>> {
        self.fields.get(name)?.as_array()
    }

    /// What it amounts to, in a few words.
    pub(super) fn in_words(&self) -> String {
        match (self.is_good(), self.success(), self.code()) {
            (true, Some(true), _) => format!("{}, a success", self.status),
            (true, Some(false), _) => format!("{}, success: false", self.status),
            (true, None, _) => format!("{}", self.status),
            (false, _, "") => format!("{} without a code", self.status),
            (false, _, code) => format!("{} {code}", self.status),
        }
    }
}

/// A body that is not JSON may hold anything, so only its size is told.
fn shown(body: &[u8], value: &Value, redactor: &Redactor) -> String {
    match value {
        Value::Null if body.is_empty() => "without a body".to_owned(),
        Value::Null => format!("({} bytes that are not JSON)", body.len()),
        value => {
            let text = redactor.json(value).to_string();
            match text.char_indices().nth(LONGEST) {
                Some((end, _)) => format!("{}… ({} bytes)", &text[..end], body.len()),
                None => text,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jetpack_partner::Secret;

    use super::*;

    fn answered(status: u16, body: &str) -> Answered {
        let redactor = Redactor::new([&Secret::new("CANARY-CANARY".to_owned())]);
        Answered::read(status, body.as_bytes(), &[], "GET /x".to_owned(), &redactor)
    }

    #[test]
    fn nothing_secret_is_shown_of_an_answer() {
        for body in [
            r#"{"access_token": "HUSH"}"#,
            r#"{"error": "CANARY-CANARY", "message": "your CANARY-CANARY is wrong"}"#,
            r#"{"next_url": "https://a.test/?secret=HUSH"}"#,
            "<p>HUSH</p>",
        ] {
            let answered = answered(200, body);
            let shown = format!("{:?} {}", answered.exchange, answered.in_words());
            assert!(!shown.contains("CANARY") && !shown.contains("HUSH"), "{shown}");
        }
    }

    #[test]
    fn a_success_is_read_in_every_spelling_and_an_error_is_none() {
        for (body, success) in [
            (r#"{"success": true}"#, Some(true)),
            (r#"{"success": 1}"#, Some(true)),
            (r#"{"success": "0"}"#, Some(false)),
            (r#"{"success": false, "error_code": "x"}"#, None),
            ("[]", None),
        ] {
            assert_eq!(answered(200, body).success(), success, "{body}");
        }
    }

    #[test]
    fn an_unknown_site_is_what_the_client_takes_for_one() {
        assert!(answered(404, "").is_unknown_site());
        assert!(answered(403, r#"{"error": "invalid_blog"}"#).is_unknown_site());
        assert!(!answered(200, r#"{"success": false}"#).is_unknown_site());
        assert!(!answered(404, r#"{"error": "user_unknown"}"#).is_unknown_site());
    }

    #[test]
    fn a_long_body_is_cut_between_characters() {
        let long = format!(r#"{{"x": "{}"}}"#, "ü".repeat(1000));
        assert!(answered(200, &long).exchange.answered.ends_with("… (2009 bytes)"));
    }
}
