//! The program's own word.

use std::path::Path;
use std::time::Duration;

use rustix::process::geteuid;
use serde_json::Value;

use super::{Against, User};
use crate::bounded::{self, Failed, Said};
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
pub(crate) async fn accepted(program: &Path, against: &[Against]) -> Result<Vec<u32>, String> {
    let mut able = Vec::new();
    for user in against.iter().filter_map(Against::user) {
        if !geteuid().is_root() && user.uid != geteuid().as_raw() {
            continue;
        }
        let mut command = bounded::apart(program, user);
        command.args(["bridge", "--guarded"]);
        let uid = user.uid;
        match bounded::run_apart(&mut command, b"", PATIENCE).await {
            Ok(said) => judged(&said, user)?,
            Err(Failed::Apart(_)) => continue,
            Err(Failed::Start(why)) => return Err(format!("cannot be started by user {uid}: {why}")),
            Err(why) => return Err(format!("{why} to user {uid}")),
        }
        able.push(uid);
    }
    Ok(able)
}

fn judged(said: &Said, user: &User) -> Result<(), String> {
    // What it says first (architecture.md §3).
    let first = said.stdout.lines().next().unwrap_or_default();
    let greeting: Value = serde_json::from_str(first).unwrap_or_default();
    let uid = user.uid;
    match (&greeting["version"], &greeting["open"], &greeting["refused"]) {
        (Value::String(_), Value::Null, Value::Null) => Ok(()),
        (Value::String(_), Value::Null, Value::String(why)) => {
            Err(format!("cannot work for user {uid}: {}", plain(why)))
        }
        (Value::String(_), Value::String(step), _) => Err(format!(
            "refuses to work for user {uid}: {} could be changed by another user than root",
            plain(step)
        )),
        _ => {
            let first = said.stderr.lines().find(|line| !line.trim().is_empty());
            Err(format!(
                "does not answer user {uid}: {}",
                plain(first.unwrap_or("it said nothing"))
            ))
        }
    }
}
