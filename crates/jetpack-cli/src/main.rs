//! `jetpack-partner`: the Jetpack Partner API from the command line.
//!
//! Four ways in: the drop-in for the plugin's two shell scripts (`dropin`), commands for people
//! (`command`, `doctor`, `install`), work on thousands of sites (`bulk`), and PHP's questions (`bridge`).

#![expect(
    clippy::doc_markdown,
    reason = "clap prints doc comments as they are, and people need no backticks"
)]

mod below;
mod bounded;
mod bridge;
mod bulk;
mod check;
mod cli;
mod command;
mod context;
mod doctor;
mod dropin;
mod exit;
mod explain;
mod guard;
mod install;
mod modules;
mod output;
mod partner;
mod php;
mod place;
mod probe;
mod root;
mod secret_input;
mod session;
mod signals;
mod token_file;
mod truth;
mod way;

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os();
    let name = arguments.next().unwrap_or_default();
    let rest: Vec<OsString> = arguments.collect();
    match dropin::chosen(&name, &rest) {
        Some((script, arguments)) => dropin::run(script, &arguments),
        None => cli::run(),
    }
}
