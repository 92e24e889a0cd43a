//! Gets a secret that was given on the command line out of the process list.
//!
//! The scripts' callers write `--partner_secret=...` (partner-api.md §14.4). A program cannot unsay
//! its arguments, so it begins again with the secret in its environment, which only the same user
//! can read.

use std::env;
use std::ffi::OsString;
use std::os::unix::process::CommandExt;
use std::process::Command;

use super::Script;
use super::flags::{Field, Flag};
use super::report::Report;

/// Begins again without secrets in the arguments, if there are any. Returns when there are none, or
/// when it could not be done: then the work goes on as it is.
pub(crate) fn hide(script: Script, arguments: &[OsString], report: &Report) {
    let mut kept = Vec::new();
    let mut moved = Vec::new();
    for argument in arguments {
        match secret_in(script.flags(), argument) {
            Some((flag, value)) => moved.push((flag, value)),
            None => kept.push(argument.clone()),
        }
    }
    let Some((first, _)) = moved.first() else {
        return;
    };
    report.note(&format!(
        "a secret on the command line ({}) can be seen in the process list; {} keeps it out",
        first.names[0],
        variable(first.field)
    ));
    let Ok(program) = env::current_exe() else {
        return;
    };
    let file = |argument: &OsString| {
        argument.to_str().is_some_and(|text| {
            text.starts_with("--partner-secret-file") || text.starts_with("--partner_secret_file")
        })
    };
    if moved.iter().any(|(flag, _)| flag.field == Field::PartnerSecret) {
        // The flag counts more than the file; as a variable it would count less.
        kept.retain(|argument| !file(argument));
    }
    let mut again = Command::new(program);
    again.arg0(script.name()).args(kept);
    for (flag, value) in moved {
        again.env(variable(flag.field), value);
    }
    // Only an error returns, and with it the secret is where it was.
    let _ = again.exec();
}

fn secret_in<'a>(flags: &'a [Flag], argument: &OsString) -> Option<(&'a Flag, String)> {
    let (name, value) = argument.to_str()?.split_once('=')?;
    let flag = flags.iter().find(|flag| flag.names.contains(&name))?;
    let secret = flag.is_secret() && !value.is_empty() && value != "-";
    secret.then(|| (flag, value.to_owned()))
}

fn variable(field: Field) -> &'static str {
    match field {
        Field::SshPass => "JETPACK_PARTNER_SSH_PASS",
        Field::FtpPass => "JETPACK_PARTNER_FTP_PASS",
        _ => "JETPACK_PARTNER_SECRET",
    }
}
