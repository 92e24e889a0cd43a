//! The file: what its lines say, and whether they can be worked on.

pub(crate) mod check;
mod columns;
mod csv_line;
pub(crate) mod entry;
pub(crate) mod file;
mod json_line;
mod lines;
pub(crate) mod reader;
pub(crate) mod unknown_plans;

use crate::output::plain;

/// What is wrong with a line, without any value: it may be a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// The line cannot be worked on; the others can.
    Line(String),
    /// It is not known what the lines of the file are.
    File(String),
}

/// A name that is not ours, fit to be shown.
fn shown(name: &str) -> String {
    let short: String = plain(name).chars().take(40).collect();
    format!("\"{short}\"")
}
