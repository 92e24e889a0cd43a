//! The first pass: every line is understood before any is worked on.

use anyhow::{Context, Result};
use hashbrown::HashTable;

use super::Flaw;
use super::entry::Entry;
use super::file::Input;
use super::unknown_plans::UnknownPlans;
use crate::bulk::action::Action;
use crate::output::Output;

/// More of them are counted and not shown: the first ones tell what is wrong with a file.
const SHOWN: u64 = 1000;

/// What the first pass found. A million lines take 8 MB here and, during the pass, 18 MB more.
#[derive(Debug)]
pub(crate) struct Checked {
    /// By line number, its identity; 0 where no good line begins.
    pub(crate) identities: Vec<u64>,
    pub(crate) good: u64,
    pub(crate) bad: u64,
    /// Of the bad ones, those that leave it open what the lines of the file are.
    pub(crate) broken: u64,
    /// Plans that no document names.
    pub(crate) unknown_plans: UnknownPlans,
}

/// Reads the whole file and reports each bad line with its number.
pub(crate) fn check(input: &Input, action: Action, output: Output) -> Result<Checked> {
    let lines = input.line_count().context("the file cannot be read")?;
    let mut checked = Checked {
        identities: vec![0; lines + 1],
        good: 0,
        bad: 0,
        broken: 0,
        unknown_plans: UnknownPlans::default(),
    };
    // Line numbers by the keys of their lines; the table holds nothing else, to be small.
    let mut keys: Vec<u64> = vec![0; lines + 1];
    let mut seen: HashTable<u32> = HashTable::with_capacity(lines);
    let mut reader = input.reader()?;
    while let Some(record) = reader.next()? {
        let at = usize::try_from(record.line).unwrap_or(usize::MAX);
        let entry = record
            .fields
            .and_then(|fields| Entry::read(action, &fields).map_err(Flaw::Line));
        let reason = match entry {
            Ok(entry) => {
                let key = entry.key(action);
                match seen.find(key, |line| keys[*line as usize] == key) {
                    Some(first) => format!("the same site as line {first}{}", same_what(action)),
                    None => {
                        let line = u32::try_from(at).context("the file has too many lines")?;
                        keys[at] = key;
                        seen.insert_unique(key, line, |line| keys[*line as usize]);
                        checked.identities[at] = entry.identity(action);
                        checked.good += 1;
                        checked.unknown_plans.count(entry.plan.as_ref(), record.line);
                        continue;
                    }
                }
            }
            Err(Flaw::Line(reason)) => reason,
            Err(Flaw::File(reason)) => {
                checked.broken += 1;
                reason
            }
        };
        checked.bad += 1;
        if checked.bad <= SHOWN {
            output.problem(format!("line {}: {reason}", record.line));
        }
    }
    if checked.bad > SHOWN {
        output.problem(format!("and {} more bad lines", checked.bad - SHOWN));
    }
    Ok(checked)
}

fn same_what(action: Action) -> &'static str {
    match action {
        Action::Change => "",
        _ => ", with the same plan",
    }
}

impl Checked {
    /// Whether this good line is the one that was checked.
    pub(crate) fn identity(&self, line: u64) -> Option<u64> {
        let identity = usize::try_from(line)
            .ok()
            .and_then(|line| self.identities.get(line));
        identity.copied().filter(|identity| *identity != 0)
    }
}
