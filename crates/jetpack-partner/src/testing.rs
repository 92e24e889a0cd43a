//! Doors for fuzzers and property tests to what is otherwise reached through a socket. Not part of
//! the interface.

use serde_json::{Map, Value};

use crate::judge::{Reply, judge};
use crate::{Error, Exchange, Redactor};

/// What an answer means, as if it had come from the API.
pub fn judge_answer(
    status: u16,
    content_type: Option<&str>,
    body: &[u8],
    redactor: &Redactor,
) -> Result<Map<String, Value>, Error> {
    judge(&reply(status, content_type, body), redactor)
}

/// How an answer is logged.
pub fn logged_answer(status: u16, body: &[u8], redactor: &Redactor) -> String {
    Exchange::response(&reply(status, None, body), redactor)
}

fn reply(status: u16, content_type: Option<&str>, body: &[u8]) -> Reply {
    Reply {
        status,
        content_type: content_type.map(str::to_owned),
        retry_after: None,
        location: None,
        body: body.to_vec(),
    }
}
