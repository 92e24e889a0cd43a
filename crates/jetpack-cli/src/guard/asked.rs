//! The program's own word.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;

use serde_json::Value;
use tokio::process::Command;
use tokio::runtime::Builder;

use super::{Against, User};
use crate::output::plain;

/// A program that takes longer to greet hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// Starts the program as each user that is known, as that one's PHP does; gives their numbers. Modes do not tell all: there are
/// lists of access, folders that a user may not enter, and security modules. As whom this process may not run is left out: only
/// root can be another, and not in every container.
///
/// # Errors
///
/// Why it would not answer one of them, in words that follow its name.
pub(crate) fn accepted(program: &Path, against: &[Against]) -> Result<Vec<u32>, String> {
    let users = against.iter().filter_map(|against| match against {
        Against::User(user) => Some(user),
        Against::Anyone | Against::Itself => None,
    });
    let words = users.filter_map(|user| Some((user, asked(program, user)?)));
    words
        .map(|(user, output)| judged(&output?, user).map(|()| user.uid))
        .collect()
}

/// What it prints for a user; `None` where this process may not run as that one.
fn asked(program: &Path, user: &User) -> Option<Result<Output, String>> {
    std::thread::scope(|scope| {
        // The thread is his for good. The program ends with whoever started it: this thread waits for it.
        let thread = scope.spawn(|| user.take_thread().ok().map(|()| greeted(program, user)));
        thread
            .join()
            .unwrap_or_else(|_| Some(Err("could not be asked".to_owned())))
    })
}

fn judged(output: &Output, user: &User) -> Result<(), String> {
    let said = String::from_utf8_lossy(&output.stdout);
    // What it says first (architecture.md §3).
    let first = said.lines().next().unwrap_or_default();
    let greeting: Value = serde_json::from_str(first).unwrap_or_default();
    let uid = user.uid;
    match (&greeting["version"], &greeting["open"]) {
        (Value::String(_), Value::Null) => Ok(()),
        (Value::String(_), Value::String(step)) => Err(format!(
            "refuses to work for user {uid}: {} could be changed by another user than root",
            plain(step)
        )),
        _ => {
            let complaint = String::from_utf8_lossy(&output.stderr);
            let first = complaint.lines().find(|line| !line.trim().is_empty());
            Err(format!(
                "does not answer user {uid}: {}",
                plain(first.unwrap_or("it said nothing"))
            ))
        }
    }
}

/// Starts it as the user that this thread is.
fn greeted(program: &Path, user: &User) -> Result<Output, String> {
    let failed =
        |error: std::io::Error| format!("cannot be started by user {}: {}", user.uid, reason(&error));
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(failed)?;
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
