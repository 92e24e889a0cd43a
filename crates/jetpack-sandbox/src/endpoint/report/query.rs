//! The query of a report.

use std::ops::RangeInclusive;

use crate::wire::answer::{Answer, AnswerForm, Envelope};
use crate::wire::call::Call;

/// A query in which `plans[]` may be repeated and nothing else.
#[derive(Debug)]
pub(super) struct Query<'a>(&'a [(String, String)]);

impl<'a> Query<'a> {
    /// Reads it, and the switch `_envelope`, whose presence counts (partner-api.md §3).
    pub(super) fn read(call: &'a Call) -> Result<(Self, AnswerForm), Answer> {
        let pairs = call.query.as_ref().map_err(|problem| invalid("query", problem))?;
        let is_enveloped = pairs.iter().any(|(name, _)| name == "_envelope");
        let form = AnswerForm {
            envelope: if is_enveloped {
                Envelope::WpRest
            } else {
                Envelope::None
            },
            pretty: false,
        };
        Ok((Self(pairs), form))
    }

    /// Refuses a parameter that is unknown or, lists aside, repeated.
    pub(super) fn know(&self, known: &[&str]) -> Result<(), Answer> {
        for (position, (name, _)) in self.0.iter().enumerate() {
            let is_list = name.ends_with("[]");
            if name != "_envelope" && !known.contains(&name.as_str()) {
                return Err(invalid(name, "the sandbox does not know it"));
            }
            if !is_list && self.0[..position].iter().any(|(earlier, _)| earlier == name) {
                return Err(invalid(name, "it is given twice"));
            }
        }
        Ok(())
    }

    pub(super) fn value(&self, name: &str) -> Option<&'a str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(super) fn list(&self, name: &str) -> Vec<&'a str> {
        let all = self.0.iter().filter(|(known, _)| known == name);
        all.map(|(_, value)| value.as_str()).collect()
    }

    pub(super) fn number(&self, name: &str, range: RangeInclusive<u64>) -> Result<Option<u64>, Answer> {
        let Some(value) = self.value(name) else {
            return Ok(None);
        };
        let number = value.parse().ok().filter(|number| range.contains(number));
        number
            .map(Some)
            .ok_or_else(|| invalid(name, "it is out of range"))
    }
}

/// WP-REST's word for a parameter that is wrong.
pub(super) fn invalid(name: &str, problem: &str) -> Answer {
    let message = format!("Invalid parameter(s): {name} ({problem})");
    Answer::wp_error(400, "rest_invalid_param", message)
}
