//! Faults from outside that make no sense.

use super::{Fault, FaultKind};

impl Fault {
    /// Says what is missing, contradictory or useless in a fault from outside.
    pub(crate) fn problem(&self) -> Option<String> {
        use FaultKind::{Body, Delay, Drip, Html, Huge, Reset, Stall, Status, Truncated};

        let kind = self.kind;
        let timed = matches!(kind, Delay | Stall | Drip);
        if timed != self.ms.is_some() {
            return Some(format!(
                "{kind:?}: \"ms\" belongs to delay, stall and drip, and only there"
            ));
        }
        if matches!(kind, Delay | Reset | Stall | Truncated | Drip | Huge) && self.status.is_some() {
            return Some(format!("{kind:?} takes no \"status\""));
        }
        if kind == Status && self.status.is_none() {
            return Some("Status needs a \"status\"".to_owned());
        }
        if self.status.is_some_and(|status| !(200..=599).contains(&status)) {
            return Some("\"status\" has to be from 200 to 599".to_owned());
        }
        if kind == Body && self.body.is_none() {
            return Some("Body needs a \"body\"".to_owned());
        }
        if !matches!(kind, Html | Status | Body) && self.body.is_some() {
            return Some(format!("{kind:?} takes no \"body\""));
        }
        if matches!(kind, Reset | Stall) && !self.headers.is_empty() {
            return Some(format!("{kind:?} sends no headers"));
        }
        if matches!(kind, Delay) && self.commit == Some(false) {
            return Some("Delay shows the right answer, so it has to commit".to_owned());
        }
        if self.times == Some(0) {
            return Some("\"times\" is at least 1, or null for ever".to_owned());
        }
        let bad_header = self.headers.iter().any(|(name, value)| {
            name.parse::<axum::http::HeaderName>().is_err()
                || value.parse::<axum::http::HeaderValue>().is_err()
        });
        bad_header.then(|| "a header is not valid".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(json: &str) -> Result<Fault, String> {
        let fault: Fault = serde_json::from_str(json).map_err(|error| error.to_string())?;
        fault.problem().map_or(Ok(fault), Err)
    }

    #[test]
    fn times_null_is_for_ever_and_absent_is_once() {
        assert_eq!(fault(r#"{"kind":"reset","times":null}"#).unwrap().times, None);
        assert_eq!(fault(r#"{"kind":"reset"}"#).unwrap().times, Some(1));
        assert_eq!(fault(r#"{"kind":"reset","on":"any"}"#).unwrap().on, None);
        assert!(fault(r#"{"kind":"reset","times":0}"#).is_err());
    }

    #[test]
    fn a_fault_that_makes_no_sense_is_refused() {
        for json in [
            r#"{"kind":"delay"}"#,
            r#"{"kind":"status"}"#,
            r#"{"kind":"body"}"#,
            r#"{"kind":"body","body":null}"#,
            r#"{"kind":"reset","status":500}"#,
            r#"{"kind":"reset","ms":5}"#,
            r#"{"kind":"delay","ms":5,"commit":false}"#,
            r#"{"kind":"status","status":99}"#,
            r#"{"kind":"drip"}"#,
            r#"{"kind":"drip","ms":1,"status":200}"#,
            r#"{"kind":"huge","body":"x"}"#,
            r#"{"kind":"explode"}"#,
            r#"{"kind":"reset","on":"everything"}"#,
            r#"{"kind":"reset","sometimes":true}"#,
            r#"{"kind":"empty","headers":{"a b":"c"}}"#,
        ] {
            assert!(fault(json).is_err(), "{json}");
        }
    }
}
