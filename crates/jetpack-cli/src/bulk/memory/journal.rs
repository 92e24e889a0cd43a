//! The journal: what was begun, and what came of it. One JSON object a line, without any secret.
//!
//! ```text
//! {"journal":1,"action":"provision","partner_id":"12345","api":"https://public-api.wordpress.com"}
//! {"line":2,"id":"9f3c0a1b2c3d4e5f","begun":1732150000}
//! {"line":2,"id":"9f3c0a1b2c3d4e5f","result":"done"}
//! {"line":3,"id":"0b1c2d3e4f5a6b7c","begun":1732150001}
//! {"line":3,"id":"0b1c2d3e4f5a6b7c","cancels":"premium"}
//! {"complete":true}
//! ```
//!
//! `cancels` is what a change cancels before it provisions: whoever goes on after a crash can give it back.

use std::collections::BTreeMap;
use std::fs::{File, Metadata, OpenOptions, Permissions};
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};

use anyhow::{Context, Result, bail};
use jetpack_partner::Plan;
use rustix::fs::{FlockOperation, flock};
use serde::{Deserialize, Serialize};

use crate::bulk::action::Action;
use crate::bulk::input::check::Checked;
use crate::bulk::memory::states::{State, States};
use crate::bulk::paths::Paths;
use crate::exit::usage;

/// The form that this program writes.
const VERSION: u32 = 1;

/// Whose journal it is: it must not be used with another key, whose plans are others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Header {
    journal: u32,
    action: String,
    partner_id: String,
    api: String,
}

impl Header {
    pub(crate) fn new(action: Action, partner_id: &str, api: &str) -> Self {
        Self {
            journal: VERSION,
            action: action.name().to_owned(),
            partner_id: partner_id.to_owned(),
            api: api.to_owned(),
        }
    }
}

/// A line of the journal.
#[derive(Debug, Deserialize)]
struct Note<'a> {
    #[serde(default)]
    line: u64,
    #[serde(default)]
    id: &'a str,
    begun: Option<u64>,
    result: Option<&'a str>,
    cancels: Option<&'a str>,
    #[serde(default)]
    complete: bool,
}

/// A line that is about to be begun.
pub(crate) fn begun(line: u64, identity: u64, at: u64) -> String {
    format!("{{\"line\":{line},\"id\":\"{identity:016x}\",\"begun\":{at}}}\n")
}

/// A plan that is about to be cancelled for a line; without one, it is back.
pub(crate) fn cancels(line: u64, identity: u64, plan: Option<&Plan>) -> String {
    // A plan's name has nothing that JSON would want escaped.
    let plan = plan.map(Plan::as_str).unwrap_or_default();
    format!("{{\"line\":{line},\"id\":\"{identity:016x}\",\"cancels\":\"{plan}\"}}\n")
}

/// What came of a line.
pub(crate) fn ended(line: u64, identity: u64, state: State) -> String {
    let result = match state {
        State::Done => "done",
        State::Refused => "refused",
        State::Doubtful => "unknown",
        State::Open => "again",
    };
    format!("{{\"line\":{line},\"id\":\"{identity:016x}\",\"result\":\"{result}\"}}\n")
}

/// Nothing is left to do.
pub(crate) fn complete() -> String {
    "{\"complete\":true}\n".to_owned()
}

/// Opens the journal for this process alone and reads it.
pub(crate) fn open(paths: &Paths, header: &Header, checked: &Checked) -> Result<(File, States)> {
    let path = paths.journal.display();
    // A second round happens only after a complete journal of another run was set aside.
    for _ in 0..2 {
        let file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .mode(0o600)
            .open(&paths.journal)
            .with_context(|| format!("the journal {path} cannot be opened"))?;
        if !file.metadata().is_ok_and(|about| about.is_file()) {
            return Err(usage(format!("the journal {path} is no regular file")));
        }
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => {}
            Err(rustix::io::Errno::WOULDBLOCK) => bail!("another process is working with the journal {path}"),
            Err(error) => {
                return Err(io::Error::from(error)).context(format!("the journal {path} cannot be locked"));
            }
        }
        match load(file, header, checked).with_context(|| format!("the journal {path} cannot be used"))? {
            Loaded::Ready(file, states) => {
                make_private(&file);
                // A new file's name must outlive a power loss as well as what is in it.
                File::open(paths.folder())
                    .and_then(|folder| folder.sync_all())
                    .with_context(|| format!("the journal {path} cannot be stored"))?;
                return Ok((file, states));
            }
            Loaded::OtherComplete(action) => paths.set_aside(&action)?,
        }
    }
    bail!("the journal {path} changes while it is being read")
}

/// Opens the lines again that were refused, on the disk first: their results are dropped next.
pub(crate) fn reopen_refused(file: &mut File, states: &mut States, checked: &Checked) -> io::Result<()> {
    let lines: Vec<u64> = states.lines(State::Refused).collect();
    let mut notes = String::new();
    for line in lines {
        let identity = checked.identity(line).unwrap_or_default();
        notes.push_str(&ended(line, identity, State::Open));
        states.end(line, State::Open);
    }
    file.write_all(notes.as_bytes())?;
    file.sync_data()
}

/// An earlier one may be readable by others. If it is somebody else's, that is for them to say.
fn make_private(file: &File) {
    let is_open = |about: &Metadata| about.permissions().mode() & 0o077 != 0;
    if file.metadata().is_ok_and(|about| is_open(&about)) {
        let _ = file.set_permissions(Permissions::from_mode(0o600));
    }
}

enum Loaded {
    Ready(File, States),
    /// It belongs to a run of another action, which is complete.
    OtherComplete(String),
}

fn load(mut file: File, header: &Header, checked: &Checked) -> Result<Loaded> {
    let mut states = States::new(checked.identities.len());
    let mut reader = BufReader::new(&file);
    let mut line = Vec::new();
    // What is whole so far; the rest is a torn end.
    let mut whole = 0;
    let mut position = 0;
    let mut damaged = false;
    let mut has_notes = false;
    let mut is_complete = false;
    // Lines that were other sites or plans, and how far they were.
    let mut foreign = BTreeMap::new();
    let mut known: Option<Header> = None;
    // The beginning of a file that has no whole line.
    let mut first = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        position += line.len() as u64;
        if line.last() == Some(&b'\n') && known.is_none() {
            known = Some(read_header(&line)?);
            whole = position;
        } else if line.last() == Some(&b'\n')
            && let Ok(note) = serde_json::from_slice::<Note<'_>>(&line)
        {
            states.cautious |= damaged;
            is_complete = note.complete;
            if known.as_ref() == Some(header) && !note.complete {
                apply(&mut states, &mut foreign, &note, checked);
            }
            has_notes = true;
            whole = position;
        } else {
            if known.is_none() {
                first.clone_from(&line);
            }
            damaged = true;
        }
        line.clear();
    }
    drop(reader);
    let known = match known {
        Some(known) if known == *header || has_notes || damaged => known,
        None if !is_begun_header(&first) => return Err(not_ours()),
        _ => {
            // Not even the header is whole, or it is all there is: nothing was begun.
            file.set_len(0)?;
            let text = serde_json::to_string(header)?;
            file.write_all(format!("{text}\n").as_bytes())?;
            file.sync_all()?;
            return Ok(Loaded::Ready(file, states));
        }
    };
    let asks_anew = header.action == Action::Status.name();
    if is_complete && (known.action != header.action || asks_anew) {
        if known.action != header.action && asks_anew {
            return Err(usage(format!(
                "it belongs to \"bulk {}\", whose run it remembers; give another --journal and --results",
                known.action
            )));
        }
        return Ok(Loaded::OtherComplete(known.action));
    }
    if known.action != header.action {
        return Err(usage(format!(
            "it belongs to \"bulk {}\", which is not complete; give --journal and --results for another run",
            known.action
        )));
    }
    if known.partner_id != header.partner_id {
        return Err(usage(
            "it belongs to another partner id; give --journal and --results for another run",
        ));
    }
    if known.api != header.api {
        return Err(usage(format!(
            "it belongs to the API at {}; give --journal and --results for another run",
            known.api
        )));
    }
    // A line that was refused, or had no effect, may be mended; what was done for another must not be lost.
    let misfit = foreign
        .iter()
        .find(|(_, state)| state.is_doubtful() || **state == State::Done);
    if let Some((line, _)) = misfit {
        return Err(usage(format!(
            "it belongs to a different input: line {line} was another site or plan. Restore the line, or give --journal and \
             --results for a new run"
        )));
    }
    file.set_len(whole)?;
    Ok(Loaded::Ready(file, states))
}

/// Whether a line that is not whole may be a header of ours.
fn is_begun_header(line: &[u8]) -> bool {
    const START: &[u8] = b"{\"journal\":";
    line.starts_with(START) || START.starts_with(line)
}

fn not_ours() -> anyhow::Error {
    usage("it is no journal of this program; give --journal for another")
}

fn read_header(line: &[u8]) -> Result<Header> {
    let header: Option<Header> = serde_json::from_slice(line).ok();
    let header = header.filter(|header| header.journal == VERSION);
    header.ok_or_else(not_ours)
}

fn apply(states: &mut States, foreign: &mut BTreeMap<u64, State>, note: &Note<'_>, checked: &Checked) {
    let state = match (note.begun, note.result) {
        (Some(_), _) => State::Doubtful,
        (None, Some("done")) => State::Done,
        (None, Some("refused")) => State::Refused,
        (None, Some("again")) => State::Open,
        _ => State::Doubtful,
    };
    let identity = u64::from_str_radix(note.id, 16).unwrap_or_default();
    if checked.identity(note.line) != Some(identity) {
        foreign.insert(note.line, state);
        return;
    }
    match (note.begun, note.cancels) {
        (Some(at), _) => states.begin(note.line, at),
        (None, Some(plan)) => states.cancels(note.line, plan.parse().ok()),
        (None, None) => states.end(note.line, state),
    }
}
