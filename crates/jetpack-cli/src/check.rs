//! A check, how it went, and what to do about it.

use std::io;

use serde::Serialize;
use serde_json::{Value, json};

use crate::output::{Output, Tone, plain};

/// How a check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    Good,
    Warning,
    Bad,
}

/// One check.
#[derive(Debug, Serialize)]
pub(crate) struct Check {
    pub(crate) name: String,
    pub(crate) state: State,
    pub(crate) text: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// Whether it is told to those, too, who only want to hear of what is bad.
    #[serde(skip)]
    must_be_told: bool,
}

impl Check {
    pub(crate) fn even_if_quiet(self) -> Self {
        Self {
            must_be_told: true,
            ..self
        }
    }

    pub(crate) fn good(name: &str, text: impl Into<String>) -> Self {
        Self::new(name, State::Good, text, None)
    }

    pub(crate) fn warning(name: &str, text: impl Into<String>, next: &str) -> Self {
        Self::new(name, State::Warning, text, Some(next))
    }

    pub(crate) fn bad(name: &str, text: impl Into<String>, next: &str) -> Self {
        Self::new(name, State::Bad, text, Some(next))
    }

    fn new(name: &str, state: State, text: impl Into<String>, next: Option<&str>) -> Self {
        // Names of files, and what programs print, may hold anything.
        Self {
            name: plain(name),
            state,
            text: plain(&text.into()),
            must_be_told: state == State::Bad,
            next: next.map(plain),
        }
    }
}

/// Whether none of them is bad.
pub(crate) fn is_sound(checks: &[Check]) -> bool {
    checks.iter().all(|check| check.state != State::Bad)
}

/// Prints them, with what else belongs into the JSON. With `--quiet` only those are told that must be.
pub(crate) fn print(output: &Output, checks: &[Check], more: Value) -> io::Result<()> {
    if output.quiet && !output.json {
        for check in checks.iter().filter(|check| check.must_be_told) {
            let next = check.next.as_deref().unwrap_or_default();
            let mark = match check.state {
                State::Bad => "bad",
                _ => "look",
            };
            output.problem(format!(
                "{mark}: {}: {}. {next}",
                check.name,
                check.text.trim_end_matches('.')
            ));
        }
    }
    let mut text = String::new();
    for check in checks {
        let mark = match check.state {
            State::Good => output.paint(Tone::Good, "ok"),
            State::Warning => output.paint(Tone::Warning, "look"),
            State::Bad => output.paint(Tone::Bad, "bad"),
        };
        text.push_str(&format!("{mark:<5}{}: {}\n", check.name, check.text));
        if let Some(next) = &check.next {
            text.push_str(&format!("     {next}\n"));
        }
    }
    let mut value = json!({"success": is_sound(checks), "checks": checks});
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more);
    }
    output.print(text, &value)
}
