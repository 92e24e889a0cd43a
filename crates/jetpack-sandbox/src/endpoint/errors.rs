//! `GET /rest/v1.3/jpphp/errors` (partner-api.md §4.5).

use serde_json::{Map, Value, json};

use super::refusals::REFUSALS;
use crate::wire::answer::Answer;

/// Codes and texts, `%s` left in as the real list does.
pub(super) fn answer(is_verbose: bool) -> Answer {
    let errors: Map<String, Value> = REFUSALS
        .iter()
        .filter_map(|refusal| {
            let (cause, solution) = refusal.explained?;
            let value = if is_verbose {
                json!({ "description": refusal.text, "cause": cause, "solution": solution })
            } else {
                json!(refusal.text)
            };
            Some((refusal.code.to_owned(), value))
        })
        .collect();
    Answer::ok(json!({ "errors": errors }))
}
