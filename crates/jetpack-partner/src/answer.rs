use std::fmt;

use serde_json::{Map, Value};

use crate::decode;
use crate::judge::unwrap_envelope;

/// An answer as it came, byte for byte. It may hold secrets, so its `Debug` shows none of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
}

/// What an answer says went wrong, in the API's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The code; a number becomes its digits.
    pub code: Option<String>,
    /// The sentence.
    pub message: Option<String>,
}

impl Answer {
    /// The words under any of the documented names, an envelope undone (partner-api.md §3). They are as
    /// the API wrote them, for programs that compare them: a secret may be among them.
    pub fn words(&self) -> Words {
        match serde_json::from_slice(&self.body) {
            Ok(Value::Object(fields)) => Words::read(&unwrap_envelope(self.status, fields).1),
            _ => Words::default(),
        }
    }
}

impl Words {
    /// All documented spellings (partner-api.md §3 "Decoder rule", CONFLICT 2).
    pub(crate) fn read(fields: &Map<String, Value>) -> Self {
        let first = |keys: [&str; 3]| keys.iter().find_map(|key| decode::text(fields, key));
        Self {
            code: first(["error", "error_code", "code"]),
            message: first(["message", "error_message", "error_description"]),
        }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Answer({}, {} bytes)", self.status, self.body.len())
    }
}
