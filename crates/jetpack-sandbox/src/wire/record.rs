//! What arrived, and what became of it.

use std::collections::BTreeMap;

use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};

use crate::wire::call::Call;
use crate::{FaultKind, Operation};

/// What stands in a record in the place of an `Authorization` header.
const HIDDEN: &str = "(hidden)";

/// One API request as it arrived: `GET /_sandbox/requests`.
///
/// `form` holds values verbatim, secrets included: a test has to be able to see
/// that a secret with odd characters arrived intact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedRequest {
    /// Counts from 1.
    pub n: u64,
    /// Milliseconds between the start (or reset) of the sandbox and the request.
    pub ms: u64,
    /// Which TCP connection it came on, counted from 1.
    pub connection: u64,
    /// The call; none where the path is no route.
    pub operation: Option<Operation>,
    /// The HTTP method.
    pub method: String,
    /// The path as it was sent, still percent-encoded.
    pub path: String,
    /// The query, decoded, in order.
    pub query: Vec<(String, String)>,
    /// The fields of the body, decoded, in order.
    pub form: Vec<(String, String)>,
    /// All headers by lower-case name; `authorization` is `(hidden)`.
    pub headers: BTreeMap<String, String>,
    /// The status that was sent; none where no answer was.
    pub status: Option<u16>,
    /// The fault that struck.
    pub fault: Option<FaultKind>,
    /// Whether the call changed anything, and the change was kept.
    pub committed: bool,
}

/// How many requests there were since the start or reset, forgotten ones included.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestTotals {
    /// All of them.
    pub total: u64,
    /// Those that are still listed.
    pub kept: usize,
    /// Those a fault struck.
    pub faults: u64,
    /// By operation; `unknown` in JSON are those whose path is no route.
    #[serde(with = "by_operation")]
    pub by_operation: BTreeMap<Option<Operation>, u64>,
}

/// JSON has no null keys, so an unknown path is the word `unknown`.
mod by_operation {
    use std::collections::BTreeMap;

    use serde::de::{Deserialize, Deserializer, IntoDeserializer, value};
    use serde::ser::Serializer;

    use crate::Operation;

    type Counts = BTreeMap<Option<Operation>, u64>;

    pub(super) fn serialize<S: Serializer>(counts: &Counts, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(
            counts
                .iter()
                .map(|(operation, count)| (operation.map_or("unknown", Operation::name), count)),
        )
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Counts, D::Error> {
        let by_name = BTreeMap::<String, u64>::deserialize(deserializer)?;
        let read = |name: &str| {
            let name: value::StrDeserializer<'_, value::Error> = name.into_deserializer();
            Operation::deserialize(name).ok()
        };
        let counts = by_name.into_iter().map(|(name, count)| (read(&name), count));
        Ok(counts.collect())
    }
}

impl RecordedRequest {
    /// The first value of a body field.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        let field = self.form.iter().find(|(known, _)| known == name);
        field.map(|(_, value)| value.as_str())
    }

    pub(crate) fn of(call: &Call, n: u64, ms: u64, connection: u64) -> Self {
        Self {
            n,
            ms,
            connection,
            operation: call.route.as_ref().map(|route| route.operation),
            method: call.method.to_string(),
            path: call.path.clone(),
            query: call.query.clone().unwrap_or_default(),
            form: call
                .body
                .as_ref()
                .map(|body| body.fields.clone())
                .unwrap_or_default(),
            headers: headers(&call.headers),
            status: None,
            fault: None,
            committed: false,
        }
    }
}

fn headers(headers: &HeaderMap) -> BTreeMap<String, String> {
    let mut listed: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in headers {
        let text = match name.as_str() {
            "authorization" => HIDDEN.into(),
            _ => String::from_utf8_lossy(value.as_bytes()),
        };
        let entry = listed.entry(name.to_string()).or_default();
        if !entry.is_empty() {
            entry.push_str(", ");
        }
        entry.push_str(&text);
    }
    listed
}
