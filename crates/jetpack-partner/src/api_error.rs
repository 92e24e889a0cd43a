use std::fmt;

use serde_json::{Map, Value};

use crate::{Redactor, Words, is_invisible};

/// Longest text of the API's that is kept; what is longer is no sentence.
const LONGEST_MESSAGE: usize = 300;

/// What the API said when it did not do as asked, in its own words.
///
/// All documented spellings are read (partner-api.md §3 "Decoder rule", CONFLICT 2).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ApiError {
    /// HTTP status, or the envelope's.
    pub status: u16,
    /// `error`, `error_code` or `code`; a number becomes its digits; empty when there was none.
    pub code: String,
    /// `message`, `error_message` or `error_description`; empty when there was none.
    pub message: String,
}

impl ApiError {
    /// An answer of which only the HTTP status is known.
    pub(crate) fn bare(status: u16) -> Self {
        Self {
            status,
            code: String::new(),
            message: String::new(),
        }
    }

    /// Reads the error keys of an answer; `None` when it has none of them. Secrets go before the
    /// text is made fit for people: what that changes could no longer be recognised.
    pub(crate) fn read(status: u16, body: &Map<String, Value>, redactor: &Redactor) -> Option<Self> {
        let Words { code, message } = Words::read(body);
        if code.is_none() && message.is_none() {
            return None;
        }
        Some(Self {
            status,
            code: for_people(&redactor.code(&code.unwrap_or_default())),
            message: for_people(&redactor.by_value(&message.unwrap_or_default())),
        })
    }

    /// Whether the API has no such site: an empty 404, or `invalid_blog` (partner-api.md §3, §5.3).
    pub fn is_unknown_site(&self) -> bool {
        self.code == "invalid_blog" || (self.status == 404 && self.code.is_empty())
    }

    /// Whether the API refuses because its key provisioned this very plan before. The sentence is
    /// known, its code is not (partner-api.md §4.5, §20 question 3).
    pub fn says_already_there(&self) -> bool {
        self.message.contains("already have this plan")
    }

    /// Whether the site has more than was asked for, which has to be cancelled first
    /// (partner-api.md §1, §4.5).
    pub fn forbids_a_downgrade(&self) -> bool {
        self.code == "plan_downgrade_disallowed"
    }

    /// Whether `force_register=1` is the documented cure (partner-api.md §4.6).
    pub fn asks_for_force_register(&self) -> bool {
        self.code == "method_not_found" && self.message.contains("remoteProvision")
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.message.as_str(), self.code.as_str()) {
            ("", "") => write!(f, "HTTP status {}, with no explanation", self.status),
            ("", code) => write!(f, "{code} (HTTP status {})", self.status),
            (message, "") => write!(f, "{} (HTTP status {})", without_stop(message), self.status),
            (message, code) => write!(f, "{} ({code})", without_stop(message)),
        }
    }
}

/// The sentence goes on after it.
fn without_stop(message: &str) -> &str {
    message.strip_suffix('.').unwrap_or(message)
}

/// Makes the API's message fit to be read by staff: one line, no markup, no unfilled `%s`, and no
/// advice about a shell script they do not run (partner-api.md §17 trap 16).
pub(crate) fn for_people(message: &str) -> String {
    let mut plain = String::with_capacity(message.len());
    let mut in_tag = false;
    let mut rest = message.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '<' => {
                in_tag = rest
                    .peek()
                    .is_some_and(|next| next.is_ascii_alphabetic() || *next == '/')
            }
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            c if is_invisible(c) => plain.push(' '),
            c => plain.push(c),
        }
    }
    let plain = plain
        .replace(" Try calling again with --force_register=true.", "")
        .replace("--force_register=true", "force_register")
        .replace("%s", "(not named)");
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().take(LONGEST_MESSAGE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(body: Value) -> Option<ApiError> {
        ApiError::read(400, body.as_object().unwrap(), &Redactor::default())
    }

    #[test]
    fn every_documented_spelling_is_read() {
        for body in [
            json!({"error": "x", "message": "m"}),
            json!({"error_code": "x", "error_message": "m"}),
            json!({"code": "x", "message": "m", "data": {"status": 400}}),
            json!({"error": "x", "error_description": "m"}),
        ] {
            let error = read(body).unwrap();
            assert_eq!((error.code.as_str(), error.message.as_str()), ("x", "m"));
        }
    }

    #[test]
    fn a_numeric_code_becomes_its_digits() {
        assert_eq!(read(json!({"error": -10520})).unwrap().code, "-10520");
    }

    #[test]
    fn a_body_without_error_keys_is_no_error() {
        assert_eq!(read(json!({"success": false})), None);
    }

    #[test]
    fn messages_lose_markup_placeholders_and_shell_advice() {
        let error = read(json!({
            "error": "method_not_found",
            "message": "remoteProvision method not found on remote <b>site</b>. Try calling again with --force_register=true.",
        }))
        .unwrap();
        assert_eq!(error.message, "remoteProvision method not found on remote site.");
        assert!(error.asks_for_force_register());
        assert_eq!(
            read(json!({"error": "invalid_plan", "message": "%s is not a valid plan"}))
                .unwrap()
                .message,
            "(not named) is not a valid plan"
        );
    }
}
