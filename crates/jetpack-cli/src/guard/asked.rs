//! The program's own word.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;

use serde::Deserialize;
use tokio::process::Command;
use tokio::runtime::Builder;

use super::User;
use crate::output::plain;

/// A program that takes longer to greet hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// What it says first (architecture.md §3).
#[derive(Deserialize)]
struct Greeting {
    version: String,
    open: Option<String>,
}

/// Starts the program as a user, as that one's PHP does; gives its version. Modes do not tell all: there are lists of access,
/// folders that he may not enter, and security modules. Only root can be another.
///
/// # Errors
///
/// Why it would not answer him, in words that follow its name.
pub(crate) fn accepted(program: &Path, user: &User) -> Result<String, String> {
    let output = std::thread::scope(|scope| {
        // The thread is his for good. The program ends with whoever started it: this thread waits for it.
        let asked = scope.spawn(|| greeted(program, user)).join();
        asked.unwrap_or_else(|_| Err("could not be asked".to_owned()))
    })?;
    let said = String::from_utf8_lossy(&output.stdout);
    let greeting = said
        .lines()
        .next()
        .and_then(|line| serde_json::from_str(line).ok());
    let uid = user.uid;
    match greeting {
        Some(Greeting { open: Some(step), .. }) => Err(format!(
            "refuses to work for user {uid}: {} could be changed by another user than root",
            plain(&step)
        )),
        Some(Greeting { version, .. }) => Ok(plain(&version)),
        None => {
            let complaint = String::from_utf8_lossy(&output.stderr);
            let first = complaint.lines().find(|line| !line.trim().is_empty());
            Err(format!(
                "does not answer user {uid}: {}",
                plain(first.unwrap_or("it said nothing"))
            ))
        }
    }
}

fn greeted(program: &Path, user: &User) -> Result<Output, String> {
    let failed =
        |error: std::io::Error| format!("cannot be started by user {}: {}", user.uid, reason(&error));
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(failed)?;
    user.take_thread().map_err(failed)?;
    runtime.block_on(async {
        let answer = Command::new(program)
            .args(["bridge", "--guarded"])
            .env_clear()
            .current_dir("/")
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .output();
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(answer) => answer.map_err(failed),
            Err(_) => Err(format!("does not answer within {} seconds", PATIENCE.as_secs())),
        }
    })
}

/// Without the system's number for it.
fn reason(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}
