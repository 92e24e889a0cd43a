//! The drop-in for the Jetpack plugin's `partner-provision.sh` and `partner-cancel.sh`
//! (partner-api.md §14, §15): the same flags, JSON on stdout, exit code 0 or 1.

mod cancel;
mod common;
mod failure;
mod flags;
mod hide;
mod mask;
mod parse;
mod provision;
mod report;

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::ExitCode;

use jetpack_partner::Secret;

pub(crate) use flags::{Flag, Takes};

use report::Report;

/// Which of the two scripts is stood in for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// `partner-provision.sh`.
    Provision,
    /// `partner-cancel.sh`.
    Cancel,
}

impl Script {
    /// The flags it takes.
    pub(crate) fn flags(self) -> &'static [Flag] {
        match self {
            Self::Provision => flags::PROVISION,
            Self::Cancel => flags::CANCEL,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Provision => "partner-provision.sh",
            Self::Cancel => "partner-cancel.sh",
        }
    }
}

/// Finds the script by the name the program was called by, else by its first argument. Older
/// documents write `partner_cancel.sh` (partner-api.md CONFLICT 13).
pub(crate) fn chosen(program: &OsStr, arguments: &[OsString]) -> Option<(Script, Vec<OsString>)> {
    let name = Path::new(program).file_name().and_then(OsStr::to_str);
    match name.unwrap_or_default() {
        "partner-provision.sh" | "partner_provision.sh" => {
            return Some((Script::Provision, arguments.to_vec()));
        }
        "partner-cancel.sh" | "partner_cancel.sh" => return Some((Script::Cancel, arguments.to_vec())),
        _ => {}
    }
    let (command, rest) = arguments.split_first()?;
    let script = match command.to_str()? {
        "provision" => Script::Provision,
        "cancel" => Script::Cancel,
        _ => return None,
    };
    Some((script, rest.to_vec()))
}

/// Runs a script's stand-in from its arguments to its exit code.
pub(crate) fn run(script: Script, arguments: &[OsString]) -> ExitCode {
    let report = Report::new(script);
    let given = match parse::parse(script.flags(), arguments) {
        Ok(given) => given,
        Err(usage) => return report.usage(&usage),
    };
    if given.has(flags::Field::Help) {
        return report.help();
    }
    // A mistake is a mistake in the arguments as they were given, so it is looked for first.
    if let Err(usage) = check(script, &given) {
        return report.usage(&usage);
    }
    hide::hide(script, arguments, &report);
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return report.usage(&parse::Usage(format!("no runtime could be made: {error}"))),
    };
    let result = match script {
        Script::Provision => runtime.block_on(provision::run(&given, &report)),
        Script::Cancel => runtime.block_on(cancel::run(&given, &report)),
    };
    result.unwrap_or_else(|usage| report.usage(&usage))
}

fn check(script: Script, given: &parse::Given) -> Result<(), parse::Usage> {
    match script {
        // The key's path may name a pipe, which can be read only once.
        Script::Provision => provision::request(given, |_| Ok(Secret::new(String::new()))).map(drop),
        Script::Cancel => Ok(()),
    }
}
