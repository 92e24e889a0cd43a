//! The second pass: which line comes next.

use std::collections::VecDeque;
use std::time::Duration;

use anyhow::{Result, ensure};
use jetpack_partner::Plan;

use crate::bulk::action::Action;
use crate::bulk::arguments::Task;
use crate::bulk::input::Flaw;
use crate::bulk::input::check::Checked;
use crate::bulk::input::entry::Entry;
use crate::bulk::input::file::Input;
use crate::bulk::input::reader::Reader;
use crate::bulk::memory::states::{State, States};
use crate::bulk::paths::unix_time;

/// A line to be worked on.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) line: u64,
    pub(crate) identity: u64,
    pub(crate) entry: Entry,
    /// It may have been done before.
    pub(crate) doubtful: bool,
    /// What an earlier run did for it may be missing from the journal.
    pub(crate) uncertain: bool,
    /// The plan that a change has cancelled for it, as far as is known.
    pub(crate) cancelled: Option<Plan>,
}

/// What comes next.
#[derive(Debug)]
pub(crate) enum Next {
    Item(Box<Item>),
    /// A bad line that is skipped, and why.
    Bad(u64, String),
    /// Only lines that were begun a moment ago are left; wait so long.
    Wait(Duration),
    End,
}

/// The lines that are not finished.
#[derive(Debug)]
pub(crate) struct Source {
    reader: Reader,
    action: Action,
    identities: Vec<u64>,
    states: States,
    settle: Duration,
    /// Lines begun so recently that the API may still be at work on them. As many as a crash can
    /// leave, which is twice the concurrency.
    unsettled: VecDeque<Item>,
    at_end: bool,
}

impl Source {
    pub(crate) fn new(
        input: &Input,
        checked: Checked,
        states: States,
        task: &Task,
        action: Action,
    ) -> Result<Self> {
        Ok(Self {
            reader: input.reader()?,
            action,
            identities: checked.identities,
            states,
            settle: task.settle(),
            unsettled: VecDeque::new(),
            at_end: false,
        })
    }

    /// The next line to work on.
    pub(crate) fn next(&mut self) -> Result<Next> {
        while !self.at_end {
            let Some(record) = self.reader.next()? else {
                self.at_end = true;
                break;
            };
            let at = usize::try_from(record.line).unwrap_or(usize::MAX);
            let identity = self.identities.get(at).copied().unwrap_or_default();
            let entry = record
                .fields
                .and_then(|fields| Entry::read(self.action, &fields).map_err(Flaw::Line));
            let entry = match entry {
                Ok(entry) if identity != 0 => entry,
                Ok(_) => {
                    return Ok(Next::Bad(
                        record.line,
                        "the same site as an earlier line".to_owned(),
                    ));
                }
                // The first pass let no flaw of the file through.
                Err(Flaw::Line(reason) | Flaw::File(reason)) => return Ok(Next::Bad(record.line, reason)),
            };
            ensure!(
                entry.identity(self.action) == identity,
                "the file was changed while it was being read (line {})",
                record.line
            );
            let state = self.states.get(record.line);
            if self.states.is_finished(record.line) {
                continue;
            }
            let item = Item {
                line: record.line,
                identity,
                entry,
                doubtful: state == State::Doubtful,
                uncertain: self.states.cautious,
                cancelled: self.states.cancelled(record.line).cloned(),
            };
            if item.doubtful && !self.unsettled_for(item.line).is_zero() {
                self.unsettled.push_back(item);
                continue;
            }
            return Ok(Next::Item(Box::new(item)));
        }
        let Some(item) = self.unsettled.front() else {
            return Ok(Next::End);
        };
        let left = self.unsettled_for(item.line);
        if !left.is_zero() {
            return Ok(Next::Wait(left));
        }
        Ok(match self.unsettled.pop_front() {
            Some(item) => Next::Item(Box::new(item)),
            None => Next::End,
        })
    }

    /// How much longer the API may be at work on a line that was begun before.
    fn unsettled_for(&self, line: u64) -> Duration {
        // A clock that was set back must not make anyone wait for long.
        let age = Duration::from_secs(unix_time().abs_diff(self.states.begun(line)));
        self.settle.saturating_sub(age)
    }
}
