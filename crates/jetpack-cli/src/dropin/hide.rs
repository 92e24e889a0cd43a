//! Gets a secret that was given on the command line out of the process list.
//!
//! The scripts' callers write `--partner_secret=...` (partner-api.md §14.4). A program cannot unsay
//! its arguments, so it begins again with the secret in its environment, which only the same user
//! can read.

use std::env;
use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process;

use clap::{Arg, ArgMatches, Command};

use super::Script;
use super::flags::Given;

/// The flags whose values must not be seen, each with the variable that says the same.
const SECRETS: [(&str, &str); 3] = [
    ("partner_secret", "JETPACK_PARTNER_SECRET"),
    ("ssh_pass", "JETPACK_PARTNER_SSH_PASS"),
    ("ftp_pass", "JETPACK_PARTNER_FTP_PASS"),
];

/// Begins again without secrets in the arguments, if there are any. Returns when there are none, or
/// when it could not be done: then the work goes on as it is.
pub(crate) fn hide(script: Script, command: &Command, read: &ArgMatches, arguments: &[OsString]) {
    let mut kept = arguments.to_vec();
    let mut moved = Vec::new();
    for (id, variable) in SECRETS {
        let given = read.try_get_one::<Given<String>>(id).ok().flatten();
        // A secret from standard input is in no list.
        let Some(value) = given.and_then(Given::get).filter(|value| *value != "-") else {
            continue;
        };
        kept.retain(|argument| !sets(command, id, argument));
        if id == "partner_secret" {
            // The flag counts more than the file; as a variable it would count less.
            kept.retain(|argument| !sets(command, "partner_secret_file", argument));
        }
        moved.push((variable, value));
    }
    let (false, Ok(program)) = (moved.is_empty(), env::current_exe()) else {
        return;
    };
    // Only an error returns, and with it the secret is where it was.
    let _ = process::Command::new(program)
        .arg0(script.name())
        .args(kept)
        .envs(moved)
        .exec();
}

/// Whether an argument gives a value to a flag, in any of its spellings.
fn sets(command: &Command, id: &str, argument: &OsString) -> bool {
    let Some((name, _)) = argument.to_str().and_then(|text| text.split_once('=')) else {
        return false;
    };
    let flag = command.get_arguments().find(|flag| flag.get_id() == id);
    flag.is_some_and(|flag| spellings(flag).iter().any(|spelling| spelling == name))
}

fn spellings(flag: &Arg) -> Vec<String> {
    let short = flag.get_short().map(|letter| format!("-{letter}"));
    let long = flag.get_long_and_visible_aliases().unwrap_or_default();
    short
        .into_iter()
        .chain(long.iter().map(|name| format!("--{name}")))
        .collect()
}
