//! The drop-in for the Jetpack plugin's `partner-provision.sh` and `partner-cancel.sh`
//! (partner-api.md §14, §15): the same flags, JSON on standard output and nothing beside it, exit code
//! 0 or 1.

mod cancel;
mod common;
mod failure;
mod flags;
mod hide;
mod mask;
mod provision;
mod report;
mod usage;

use std::ffi::{OsStr, OsString};
use std::future::Future;
use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{ArgMatches, Command, FromArgMatches};

use common::Unusable;
use failure::Failure;
use report::Report;
use usage::Usage;

/// Which of the two scripts is stood in for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Script {
    /// `partner-provision.sh`.
    Provision,
    /// `partner-cancel.sh`.
    Cancel,
}

impl Script {
    /// What it takes, for clap.
    pub(crate) fn command(self) -> Command {
        match self {
            Self::Provision => flags::command::<flags::Provision>(),
            Self::Cancel => flags::command::<flags::Cancel>(),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Provision => "partner-provision.sh",
            Self::Cancel => "partner-cancel.sh",
        }
    }

    /// The command that stands for it.
    fn of_command(name: &OsStr) -> Option<Self> {
        match name.to_str()? {
            "provision" => Some(Self::Provision),
            "cancel" => Some(Self::Cancel),
            _ => None,
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
    match arguments {
        [help, command, ..] if help == "help" => Some((Script::of_command(command)?, vec!["--help".into()])),
        [command, rest @ ..] => Some((Script::of_command(command)?, rest.to_vec())),
        [] => None,
    }
}

/// Runs a script's stand-in from its arguments to its exit code.
pub(crate) fn run(script: Script, arguments: &[OsString]) -> ExitCode {
    let report = Report::new(script);
    match try_to_run(script, arguments, &report) {
        Ok(code) => code,
        Err(usage) => report.usage(&usage),
    }
}

fn try_to_run(script: Script, arguments: &[OsString], report: &Report) -> Result<ExitCode, Usage> {
    let mut command = script.command();
    let read = match command.try_get_matches_from_mut(arguments) {
        Ok(read) => read,
        Err(error) if error.kind() == ErrorKind::DisplayHelp => return Ok(report.help(&error)),
        Err(error) => return Err(Usage::found(&error)),
    };
    // A mistake is a mistake in the arguments as they were given, so it is looked for before they change.
    match script {
        Script::Provision => {
            let given: flags::Provision = typed(&read)?;
            provision::check(&given)?;
            hide::hide(script, &command, &read, arguments);
            wait(provision::run(&given, report), report)
        }
        Script::Cancel => {
            let given: flags::Cancel = typed(&read)?;
            hide::hide(script, &command, &read, arguments);
            wait(cancel::run(&given, report), report)
        }
    }
}

fn typed<T: FromArgMatches>(read: &ArgMatches) -> Result<T, Usage> {
    T::from_arg_matches(read).map_err(|error| Usage::found(&error))
}

fn wait(work: impl Future<Output = Result<ExitCode, Unusable>>, report: &Report) -> Result<ExitCode, Usage> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(work),
        Err(error) => Err(Unusable::Settings(format!("no runtime could be made: {error}"))),
    };
    match done {
        Ok(code) => Ok(code),
        Err(Unusable::Flags(usage)) => Err(usage),
        Err(Unusable::Settings(why)) => {
            Ok(report.answer(Failure::unsent(why).json().as_bytes(), ExitCode::FAILURE))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<flags::Provision, String> {
        let read = Script::Provision.command().try_get_matches_from(arguments);
        let read = read.map_err(|error| Usage::found(&error).0)?;
        Ok(typed(&read).unwrap())
    }

    #[test]
    fn the_tables_are_sound() {
        Script::Provision.command().debug_assert();
        Script::Cancel.command().debug_assert();
    }

    #[test]
    fn every_spelling_sets_the_same() {
        for user in ["--user=a=b c", "--user_id=a=b c", "-i=a=b c"] {
            assert_eq!(read(&[user]).unwrap().user.get().unwrap(), "a=b c");
        }
        for id in ["--partner_id=-x", "--partner-id=-x", "-c=-x"] {
            assert_eq!(read(&[id]).unwrap().key.partner_id.get().unwrap(), "-x");
        }
    }

    #[test]
    fn the_last_value_counts_and_an_empty_one_is_none() {
        let given = read(&["--plan=a", "-p=b", "--url="]).unwrap();
        assert_eq!(given.plan.get().unwrap().as_str(), "b");
        assert!(given.url.get().is_none());
    }

    #[test]
    fn a_mistake_names_the_flag_and_never_the_value() {
        for (arguments, named) in [
            (
                &["--partner_secret", "hush"][..],
                "--partner_secret needs a value",
            ),
            (&["-s", "hush"], "--partner_secret needs a value"),
            (&["-shush"], "--partner_secret needs a value"),
            (&["--partner_secrett=hush"], "unknown flag --partner_secrett"),
            (&["-xhush"], "unknown flag -x"),
            (&["hush"], "a value stands alone"),
            (&["--", "-hush"], "unknown flag -h"),
            (&["--allow-root=hush"], "--allow-root takes no value"),
            (&["--ssh-port=hush"], "--ssh-port: "),
            (&["--ssh-port=99999"], "--ssh-port: "),
            (&["--url=https://localhost/hush"], "--url: "),
            (&["--onboarding=hush"], "--onboarding: it must be 1 or 0"),
            (&["--plan=hush hush"], "--plan: "),
        ] {
            let said = read(arguments).unwrap_err();
            assert!(
                said.contains(named) && !said.contains("hush") && !said.contains("99999"),
                "{arguments:?}: {said}"
            );
        }
    }
}
