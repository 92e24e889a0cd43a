//! What runs has to read its ini files anew; it is restarted only where that was asked for.

use std::time::Duration;

use tokio::process::Command;

use crate::bounded;
use crate::check::Check;
use crate::php::Restart;

/// A restart that takes longer waits for something that does not come.
const PATIENCE: Duration = Duration::from_secs(60);

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
pub(super) async fn after(restarts: &[Restart], asked: bool, checks: &mut Vec<Check>) -> Vec<Restart> {
    let mut left = Vec::new();
    for restart in restarts {
        match restart {
            Restart::Command(words) if asked => match run(words).await {
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

async fn run(words: &[String]) -> Result<(), String> {
    let (program, arguments) = words.split_first().ok_or("is no command")?;
    let said = bounded::run(Command::new(program).args(arguments), b"", PATIENCE).await;
    let said = said.map_err(|failed| failed.to_string())?;
    match said.status.success() {
        true => Ok(()),
        false => Err(format!("failed: {}", crate::output::plain(said.stderr.trim()))),
    }
}
