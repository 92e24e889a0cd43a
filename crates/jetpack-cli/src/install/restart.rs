//! What runs has to read its ini files anew; it is restarted only where that was asked for.

use std::process::{Command, Stdio};

use crate::check::Check;
use crate::php::Restart;

/// Beforehand.
pub(super) fn announce(restarts: &[Restart], asked: bool) -> String {
    match (restarts, asked) {
        ([], _) => String::new(),
        (_, true) => format!("\nThen, since --restart is given:\n{}", lines(restarts)),
        (_, false) => format!(
            "\nAfterwards you will have to do this (or let --restart do the commands):\n{}",
            lines(restarts)
        ),
    }
}

/// Runs the commands, if that was asked for; gives what is left to do.
pub(super) fn after(restarts: &[Restart], asked: bool, checks: &mut Vec<Check>) -> Vec<Restart> {
    let mut left = Vec::new();
    for restart in restarts {
        match restart {
            Restart::Command(words) if asked => match run(words) {
                Ok(()) => checks.push(Check::good("restart", words.join(" "))),
                Err(why) => {
                    checks.push(Check::bad(
                        "restart",
                        format!("{} {why}", words.join(" ")),
                        "Restart it yourself.",
                    ));
                    left.push(restart.clone());
                }
            },
            _ => left.push(restart.clone()),
        }
    }
    left
}

/// Afterwards.
pub(super) fn remaining(restarts: &[Restart]) -> String {
    match restarts {
        [] => String::new(),
        _ => format!(
            "\nLeft to do, so that what runs reads its ini files anew:\n{}",
            lines(restarts)
        ),
    }
}

fn lines(restarts: &[Restart]) -> String {
    restarts.iter().map(|restart| format!("  {restart}\n")).collect()
}

fn run(words: &[String]) -> Result<(), String> {
    let (program, arguments) = words.split_first().ok_or("is no command")?;
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output();
    let output = output.map_err(|error| format!("cannot be started: {error}"))?;
    match output.status.success() {
        true => Ok(()),
        false => {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(format!("failed: {}", crate::output::plain(said.trim())))
        }
    }
}
