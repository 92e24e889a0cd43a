//! Who holds a lease: a thread of this machine, named so that its death can be noticed.
//!
//! A lease in the database runs out by itself, but not before the longest call could have ended. A
//! worker that was killed on this machine need not be waited for.

use std::fs;

use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

/// Names a thread of this machine by its id: boot, process-id space, id and start time, so that a reused id is not taken
/// for the same process. Empty where that cannot be known: half an identity would fit the thread of another machine.
pub fn process_identity(id: i32) -> String {
    identity(id).unwrap_or_default()
}

fn identity(id: i32) -> Option<String> {
    Some(format!("{}:{id}:{}", machine()?, started(id)?))
}

/// Whether the thread with this identity certainly no longer works on what it began: it is gone,
/// or it is the one that asks, whose identity is `own`. `false` when that cannot be known, as for another machine.
pub fn process_is_gone(identity: &str, own: &str) -> bool {
    is_gone(identity, own).unwrap_or(false)
}

fn is_gone(identity: &str, own: &str) -> Option<bool> {
    let (rest, start) = identity.rsplit_once(':')?;
    let (space, id) = rest.rsplit_once(':')?;
    if space.is_empty() || start.is_empty() {
        return None;
    }
    if identity == own {
        // One thread does one thing at a time, so its earlier call has ended without settling.
        return Some(true);
    }
    if space != machine()? {
        return None;
    }
    let id: i32 = id.parse().ok()?;
    // The kernel answers for other users' processes too, where /proc may hide them.
    if test_kill_process(Pid::from_raw(id)?) == Err(Errno::SRCH) {
        return Some(true);
    }
    started(id).map(|running| running != start)
}

/// Boot id and process-id namespace: where a process id means something.
fn machine() -> Option<String> {
    let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let space = fs::read_link("/proc/self/ns/pid").ok()?;
    Some(format!("{}:{}", boot.trim(), space.to_str()?))
}

/// When a process started, in clock ticks since boot; `None` when it is hidden or a zombie.
fn started(id: i32) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name in parentheses may hold spaces; what follows are state and 18 fields before it.
    let (_, fields) = stat.rsplit_once(')')?;
    fields.split_whitespace().nth(19).map(str::to_owned)
}
