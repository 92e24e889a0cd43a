//! The answers of the API and their documented shapes, in one place.

use serde_json::{Value, json};

/// An answer before it is put on the wire.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// `None` is the framework's `text/plain` answer with an empty body (partner-api.md §3).
    pub(crate) json: Option<Value>,
    /// The `Allow` header of a 405.
    pub(crate) allow: Option<String>,
}

impl Answer {
    pub(crate) fn ok(json: Value) -> Self {
        Self::json(200, json)
    }

    fn json(status: u16, json: Value) -> Self {
        Self {
            status,
            json: Some(json),
            allow: None,
        }
    }

    /// `{"error","message"}`, the shape on the real wire (§3, conflict 2).
    pub(crate) fn error(status: u16, code: &str, message: impl Into<String>) -> Self {
        // A fault of the site is passed through as a number (§3).
        let code = code.parse::<i64>().map_or_else(|_| json!(code), Value::from);
        Self::json(status, json!({ "error": code, "message": message.into() }))
    }

    /// An OAuth error: 400 with `error_description`, not `message` (§2.4).
    pub(crate) fn oauth_error(code: &str, description: impl Into<String>) -> Self {
        let body = json!({ "error": code, "error_description": description.into() });
        Self::json(400, body)
    }

    /// `{"error_code","error_message"}`: what the credential endpoints document (§8).
    pub(crate) fn error_code(status: u16, code: &str, message: impl Into<String>) -> Self {
        let body = json!({ "error_code": code, "error_message": message.into() });
        Self::json(status, body)
    }

    /// The WP-REST shape of everything under `/wpcom/v2` (§3).
    pub(crate) fn wp_error(status: u16, code: &str, message: impl Into<String>) -> Self {
        let data = json!({ "status": status });
        let body = json!({ "code": code, "message": message.into(), "data": data });
        Self::json(status, body)
    }

    /// A refusal of the sandbox's own, where no source documents an error.
    ///
    /// The code begins with `sandbox_` so that nobody takes it for the API's.
    pub(crate) fn strict(problem: impl std::fmt::Display) -> Self {
        Self::error(400, "sandbox_strict", format!("The sandbox refuses: {problem}."))
    }

    /// Unknown route or site: 404, `text/plain`, empty (§3, §5.3).
    pub(crate) fn not_found() -> Self {
        Self {
            status: 404,
            json: None,
            allow: None,
        }
    }

    /// Wrong method: 405 with `error_message`, not `message` (§3).
    pub(crate) fn method_not_allowed(allowed: &str) -> Self {
        let body = json!({ "error": "not_allowed", "error_message": "Method not allowed" });
        Self {
            allow: Some(allowed.to_owned()),
            ..Self::json(405, body)
        }
    }

    /// Says `error_code` and `error_message`, as most tables of the documents do (conflict 2).
    pub(crate) fn with_error_code_keys(mut self) -> Self {
        if let Some(Value::Object(members)) = &mut self.json
            // OAuth's own form is not in doubt (§2.4), and WP-REST's has a `code`.
            && !members.contains_key("error_description")
            && members.contains_key("error")
        {
            for (real, documented) in [("error", "error_code"), ("message", "error_message")] {
                if let Some(value) = members.remove(real) {
                    members.insert(documented.to_owned(), value);
                }
            }
        }
        self
    }

    /// Turns the answer into text, as the query asks for it (§3).
    pub(crate) fn render(self, form: AnswerForm) -> Rendered {
        let kind = match self.json {
            Some(_) => "application/json",
            None => "text/plain",
        };
        let allow = self.allow.map(|allow| ("Allow".to_owned(), allow));
        let kind = ("Content-Type".to_owned(), kind.to_owned());
        let headers: Vec<_> = allow.into_iter().chain([kind]).collect();

        let (status, body) = match (self.json, form.envelope) {
            // The framework does not wrap its text/plain answers in an envelope.
            (None, _) => (self.status, String::new()),
            (Some(body), Envelope::None) => (self.status, text(&body, form.pretty)),
            (Some(body), Envelope::Rest) => {
                let listed = headers
                    .iter()
                    .map(|(name, value)| json!({ "name": name, "value": value }));
                let listed: Vec<Value> = listed.collect();
                let wrapped = json!({ "code": self.status, "headers": listed, "body": body });
                (200, text(&wrapped, form.pretty))
            }
            (Some(body), Envelope::WpRest) => {
                let listed: Value = headers.iter().cloned().collect();
                let wrapped = json!({ "body": body, "status": self.status, "headers": listed });
                (200, text(&wrapped, form.pretty))
            }
        };
        Rendered {
            status,
            headers,
            body,
        }
    }
}

/// What is put around an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Envelope {
    #[default]
    None,
    /// `http_envelope` of `/rest` (§3).
    Rest,
    /// `_envelope` of `/wpcom/v2` (§3).
    WpRest,
}

/// The query switches that change the form of an answer (§3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct AnswerForm {
    pub(crate) envelope: Envelope,
    pub(crate) pretty: bool,
}

/// An answer as it goes on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

/// JSON as PHP writes it: slashes are escaped (§3).
///
/// A slash can only occur inside a JSON string, so replacing all of them is safe.
fn text(json: &Value, pretty: bool) -> String {
    let plain = if pretty {
        format!("{json:#}")
    } else {
        json.to_string()
    };
    plain.replace('/', "\\/")
}
