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
        Self::json(
            400,
            json!({ "error": code, "error_description": description.into() }),
        )
    }

    /// `{"error_code","error_message"}`: what the credential endpoints document (§8).
    pub(crate) fn error_code(status: u16, code: &str, message: impl Into<String>) -> Self {
        Self::json(
            status,
            json!({ "error_code": code, "error_message": message.into() }),
        )
    }

    /// The WP-REST shape of everything under `/wpcom/v2` (§3).
    pub(crate) fn wp_error(status: u16, code: &str, message: impl Into<String>) -> Self {
        let data = json!({ "status": status });
        Self::json(
            status,
            json!({ "code": code, "message": message.into(), "data": data }),
        )
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
        let mut headers: Vec<(String, String)> = Vec::new();
        if let Some(allow) = self.allow {
            headers.push(("Allow".to_owned(), allow));
        }
        let Some(body) = self.json else {
            // The framework does not wrap its text/plain answers in an envelope.
            headers.push(("Content-Type".to_owned(), "text/plain".to_owned()));
            return Rendered {
                status: self.status,
                headers,
                body: String::new(),
            };
        };

        headers.push(("Content-Type".to_owned(), "application/json".to_owned()));
        let envelope = match form.envelope {
            Envelope::None => {
                return Rendered {
                    status: self.status,
                    headers,
                    body: text(&body, form.pretty),
                };
            }
            Envelope::Rest => {
                let listed: Vec<Value> = headers
                    .iter()
                    .map(|(name, value)| json!({ "name": name, "value": value }))
                    .collect();
                json!({ "code": self.status, "headers": listed, "body": body })
            }
            Envelope::WpRest => {
                let listed: Value = headers.iter().cloned().collect();
                json!({ "body": body, "status": self.status, "headers": listed })
            }
        };
        Rendered {
            status: 200,
            headers,
            body: text(&envelope, form.pretty),
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
pub(crate) fn text(json: &Value, pretty: bool) -> String {
    let plain = if pretty {
        format!("{json:#}")
    } else {
        json.to_string()
    };
    plain.replace('/', "\\/")
}
