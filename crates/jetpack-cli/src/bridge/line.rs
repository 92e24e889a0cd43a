//! What PHP writes.

use serde::Deserialize;
use serde_json::Value;

/// One question of several.
#[derive(Deserialize)]
pub(super) struct Line {
    /// By which whoever asks knows the answer as that to this question.
    #[serde(default)]
    pub(super) number: u64,
    pub(super) question: String,
    pub(super) given: Value,
}

impl Line {
    /// The reason says where it is wrong, never what it holds.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|error| unreadable(&error))
    }
}

/// What is given with a question that the command line names.
pub(super) fn given(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> String {
    let what = if error.is_data() {
        "not a question"
    } else {
        "not JSON"
    };
    format!(
        "standard input, line {}, column {}, is {what}",
        error.line(),
        error.column()
    )
}
