use std::collections::BTreeMap;

use reqwest::Method;
use serde_json::{Map, Value};

use crate::retry::Repeat;
use crate::send::Request;
use crate::{Call, Error, decode};

/// What the API itself says about its error codes (partner-api.md §4.5). `%s` placeholders are
/// left in by the API.
pub type ErrorDictionary = BTreeMap<String, ErrorExplanation>;

/// One error code, explained.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErrorExplanation {
    /// What it means.
    pub description: String,
    /// Why it happens, in the verbose form.
    pub cause: Option<String>,
    /// What helps, in the verbose form.
    pub solution: Option<String>,
}

impl Call<'_> {
    /// Asks for all error codes: `GET /rest/v1.3/jpphp/errors`, verbose with cause and solution.
    pub async fn error_dictionary(&mut self, verbose: bool) -> Result<ErrorDictionary, Error> {
        // The presence of `verbose` counts, its value does not.
        let query: &[_] = if verbose { &[("verbose", "1")] } else { &[] };
        let request = Request::new(Method::GET, "rest/v1.3/jpphp/errors").query(query);
        let answer = self.ask_openly(Repeat::Safe, &request).await?;
        let errors = decode::object(&answer, "errors");
        errors
            .map(read)
            .ok_or_else(|| Error::Malformed("it lists no errors".into()))
    }
}

fn read(errors: &Map<String, Value>) -> ErrorDictionary {
    errors
        .iter()
        .filter_map(|(code, entry)| Some((code.clone(), explanation(entry)?)))
        .collect()
}

fn explanation(entry: &Value) -> Option<ErrorExplanation> {
    match entry {
        Value::String(description) => Some(ErrorExplanation {
            description: description.clone(),
            ..ErrorExplanation::default()
        }),
        Value::Object(fields) => Some(ErrorExplanation {
            description: decode::text(fields, "description").unwrap_or_default(),
            cause: decode::text(fields, "cause"),
            solution: decode::text(fields, "solution"),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn both_forms_are_read() {
        let errors = json!({
            "brief": "What it means",
            "verbose": {"description": "d", "cause": "c", "solution": "s"},
        });
        let read = read(errors.as_object().unwrap());

        assert_eq!(read["brief"].description, "What it means");
        assert_eq!(read["verbose"].solution.as_deref(), Some("s"));
    }
}
