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
    Some(format!("{}:{id}:{}", machine()?, stat(id)?.started))
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
    let stat = stat(id)?;
    // One that nobody has asked how it ended, as where a container has no init, has ended all the same.
    Some(stat.has_ended || stat.started != start)
}

/// Boot id and process-id namespace: where a process id means something.
fn machine() -> Option<String> {
    let boot = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let space = fs::read_link("/proc/self/ns/pid").ok()?;
    Some(format!("{}:{}", boot.trim(), space.to_str()?))
}

struct Stat {
    /// In clock ticks since boot.
    started: String,
    has_ended: bool,
}

/// `None` when it is hidden.
fn stat(id: i32) -> Option<Stat> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    // The name in parentheses may hold spaces; what follows are state and 18 fields before it.
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace();
    let state = fields.next()?;
    Some(Stat {
        started: fields.nth(18)?.to_owned(),
        has_ended: matches!(state, "Z" | "X"),
    })
}

#[cfg(test)]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    #[test]
    fn a_process_is_gone_once_it_has_ended_also_before_anybody_asks_how() {
        let mut cat = Command::new("cat").stdin(Stdio::piped()).spawn().unwrap();
        let holder = process_identity(i32::try_from(cat.id()).unwrap());
        assert!(!process_is_gone(&holder, ""));
        assert!(
            process_is_gone(&holder, &holder),
            "one who asks has ended what it did before"
        );
        assert!(process_is_gone(&format!("{holder}0"), ""), "a reused id");
        assert!(!process_is_gone(&format!("elsewhere:{holder}"), ""));
        drop(cat.stdin.take());
        let ended = (0..500).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(10));
            process_is_gone(&holder, "")
        });
        assert!(ended, "nobody has waited for it yet");
        cat.wait().unwrap();
        assert!(process_is_gone(&holder, ""));
    }
}
