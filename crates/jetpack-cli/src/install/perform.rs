//! Makes the changes, one after the other, and can take them back.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::place::{clear, put, put_back, take_away};
use super::record::{Record, Store, Thing};
use super::step::{Change, Content, Step};
use super::sums;
use super::tree::{self, Spot};

/// What is done, and what is needed to take it back.
#[derive(Debug)]
pub(super) struct Work<'a> {
    store: &'a Store,
    pub(super) record: Record,
    at_first: Record,
    done: Vec<Done>,
    /// What the host had changed himself, with where its copy lies.
    changed: Vec<(PathBuf, PathBuf)>,
}

/// A target that was changed, and what was there.
#[derive(Debug)]
struct Done {
    target: Spot,
    previous: Option<PathBuf>,
}

impl<'a> Work<'a> {
    /// Begins where the last installation ended, also where that was interrupted.
    pub(super) fn new(store: &'a Store, record: Record) -> Result<Self> {
        for thing in record.things.iter().filter(|thing| !thing.is_done) {
            clear(&thing.spot())?;
        }
        Ok(Self {
            store,
            at_first: record.clone(),
            record,
            done: Vec::new(),
            changed: Vec::new(),
        })
    }

    /// Makes one change.
    pub(super) fn step(&mut self, step: &Step) -> Result<()> {
        let target = &step.target;
        let previous = match target.path.symlink_metadata() {
            Ok(_) => Some(self.store.keep(target)?),
            Err(_) => None,
        };
        if let Some(previous) = previous.clone().filter(|_| self.is_changed(step)) {
            self.changed.push((target.path.clone(), previous));
        }
        if let Change::Remove { before } = &step.change {
            return self.remove(target, previous, before.as_deref());
        }
        let mut thing = Thing {
            path: target.path.clone(),
            files: files_of(&step.change),
            before: match self.record.thing(&target.path) {
                Some(known) => known.before.clone(),
                None => previous.clone(),
            },
            whmcs: step.whmcs.clone(),
            is_done: false,
        };
        self.record.put(thing.clone());
        self.store.write(&self.record)?;
        self.done.push(Done {
            target: target.clone(),
            previous,
        });
        put(&step.change, target)?;
        thing.is_done = true;
        self.record.put(thing);
        self.store.write(&self.record)
    }

    fn remove(&mut self, target: &Spot, previous: Option<PathBuf>, before: Option<&Path>) -> Result<()> {
        self.done.push(Done {
            target: target.clone(),
            previous,
        });
        let thing = self.record.thing(&target.path);
        let is_made = thing.is_some_and(|thing| thing.files.is_empty());
        match before {
            Some(before) => put_back(&self.store.kept(before), target)?,
            // Others may have put something into a folder that was made.
            None if is_made => {
                let _ = fs::remove_dir(&target.path);
            }
            None => take_away(target)?,
        }
        self.record.forget(&target.path);
        self.store.write(&self.record)
    }

    /// Whether somebody else has changed what was put there, or added what goes away with it.
    fn is_changed(&self, step: &Step) -> bool {
        let thing = self.record.thing(&step.target.path).filter(|thing| thing.is_done);
        let Some(ours) = thing.map(|thing| &thing.files).filter(|files| !files.is_empty()) else {
            return false;
        };
        let Ok(there) = tree::sums(&step.target) else {
            return false;
        };
        match step.change {
            Change::Remove { .. } => there != *ours,
            _ => ours.iter().any(|(file, sum)| there.get(file) != Some(sum)),
        }
    }

    /// Takes back what was done; gives what could not be.
    pub(super) fn undo(self) -> Vec<String> {
        let mut problems = Vec::new();
        for done in self.done.iter().rev() {
            let undone = match &done.previous {
                Some(previous) => put_back(&self.store.kept(previous), &done.target),
                None => take_away(&done.target),
            };
            if let Err(error) = undone {
                problems.push(format!("{error:#}"));
            }
        }
        if problems.is_empty() {
            let restored = self
                .store
                .write(&self.at_first)
                .and_then(|()| self.store.tidy(&self.at_first));
            problems.extend(restored.err().map(|error| format!("{error:#}")));
        }
        problems
    }

    /// What is done stays. Gives what the host had changed himself, with where that lies now.
    pub(super) fn finish(mut self) -> Result<Vec<(PathBuf, PathBuf)>> {
        for thing in &mut self.record.things {
            thing.is_done = true;
        }
        self.store.write(&self.record)?;
        let set_aside = self.changed.iter().map(|(target, copy)| {
            let yours = self.store.set_aside(copy)?;
            Ok((target.clone(), yours))
        });
        let set_aside: Result<Vec<_>> = set_aside.collect();
        self.store.tidy(&self.record)?;
        set_aside
    }
}

fn files_of(change: &Change) -> BTreeMap<String, String> {
    let alone = |sum: String| BTreeMap::from([(String::new(), sum)]);
    match change {
        Change::File {
            content: Content::Of(_, sum),
            ..
        } => alone(sum.clone()),
        Change::File {
            content: Content::Text(text),
            ..
        } => alone(sums::of_text(text)),
        Change::Folder(folder) => folder.files.clone(),
        Change::Make | Change::Remove { .. } => BTreeMap::new(),
    }
}
