//! The real program against the sandbox.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bridge;
mod bulk;
mod cancel;
mod change;
mod doctor;
mod doctor_php;
mod generated;
mod guides;
mod host;
mod input;
mod install;
mod journal;
mod names;
mod outage;
mod people;
mod probe;
mod provision;
mod resume;
mod secrets;
mod signals;
mod support;
