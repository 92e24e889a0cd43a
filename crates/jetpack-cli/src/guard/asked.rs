//! The program's own word.

use std::path::Path;
use std::process::{Output, Stdio};
use std::time::Duration;

use rustix::process::geteuid;
use serde_json::Value;
use tokio::process::Command;
use tokio::runtime::Builder;

use super::{Against, User};
use crate::output::plain;

/// A program that takes longer to greet hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// Starts the program as each user that is known, as that one's PHP does; gives their numbers. Modes do not tell all: there are
/// lists of access, folders that a user may not enter, and security modules. Only root can be another: else nobody is asked.
///
/// # Errors
///
/// Why it would not answer one of them, in words that follow its name.
pub(crate) fn accepted(program: &Path, against: &[Against]) -> Result<Vec<u32>, String> {
    let users = against.iter().filter_map(|against| match against {
        Against::User(user) => Some(user),
        Against::Anyone | Against::Itself => None,
    });
    let users = users.filter(|_| geteuid().is_root());
    users
        .map(|user| accepted_by(program, user).map(|()| user.uid))
        .collect()
}

fn accepted_by(program: &Path, user: &User) -> Result<(), String> {
    let output = std::thread::scope(|scope| {
        // The thread is his for good. The program ends with whoever started it: this thread waits for it.
        let asked = scope.spawn(|| greeted(program, user)).join();
        asked.unwrap_or_else(|_| Err("could not be asked".to_owned()))
    })?;
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
