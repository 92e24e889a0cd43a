//! Makes the changes, one after the other, and can take them back.

mod yours;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::place;
use super::record::{Changed, Record, Thing};
use super::step::{Change, Content, Step};
use super::store::Store;
use super::sums;
use super::tree::{self, Spot};

/// What to do about what its owner himself cannot read, or nobody can copy.
const KEPT: &str = "what is there cannot be kept: give all of it to the owner of WHMCS (chown -R), or remove it, then repeat";

/// What is done, and what is needed to take it back.
#[derive(Debug)]
pub(super) struct Work<'a> {
    store: &'a Store,
    pub(super) record: Record,
    at_first: Record,
    done: Vec<Done>,
    left: Vec<PathBuf>,
    /// What is recorded until the end: an interrupted run is taken up as if it had not begun.
    forgotten: Vec<PathBuf>,
}

/// A target that is being changed.
#[derive(Debug)]
struct Done {
    target: Spot,
    was_there: bool,
    /// Whether it was done as a whole.
    is_swapped: bool,
    /// A folder that was made, or is removed at the end where it is empty.
    is_bare: bool,
}

/// What a finished run has to tell.
#[derive(Debug)]
pub(super) struct Finished {
    pub(super) record: Record,
    /// What is the host's own, with where that lies now.
    pub(super) yours: Vec<Changed>,
    /// What was not touched, since the folder that held it is gone.
    pub(super) gone: Vec<PathBuf>,
    /// What is another installation's by now, and stays.
    pub(super) left: Vec<PathBuf>,
}

impl<'a> Work<'a> {
    /// Begins where the last installation ended, also where that was interrupted: with what was known until then, and with what is
    /// to be known. The store is locked.
    pub(super) fn new(store: &'a Store, known: Option<Record>, record: Record) -> Result<Self> {
        recover(&record)?;
        Ok(Self {
            store,
            at_first: known.unwrap_or_default(),
            record,
            done: Vec::new(),
            left: Vec::new(),
            forgotten: Vec::new(),
        })
    }

    /// Makes one change.
    pub(super) fn step(&mut self, step: &Step) -> Result<()> {
        match step.change {
            Change::Remove { .. } => self.remove(step),
            _ => {
                self.begin(step)?;
                place::put(&step.change, &step.target)?;
                self.swapped();
                Ok(())
            }
        }
    }

    fn swapped(&mut self) {
        if let Some(done) = self.done.last_mut() {
            done.is_swapped = true;
        }
    }

    fn remove(&mut self, step: &Step) -> Result<()> {
        let target = &step.target;
        let Some(thing) = self.record.thing(&target.path).cloned() else {
            return Ok(());
        };
        self.forgotten.push(thing.path.clone());
        let is_gone = !has_parent(target)?;
        if is_gone || self.is_anothers(target)? {
            if !is_gone {
                self.left.push(thing.path.clone());
            }
            // What would have come back is the host's.
            self.record.begin(&thing.path, step.whmcs.as_ref());
            let before = thing.before.clone();
            self.record.put(Thing {
                before: None,
                ..thing.clone()
            });
            self.record.changed.extend(before.map(|copy| Changed {
                path: thing.path,
                copy,
                is_former: true,
                yours: None,
            }));
            return self.store.write(&self.record);
        }
        self.begin(step)?;
        match &thing.before {
            Some(before) => place::put_back(&self.store.kept(before), target)?,
            // It is empty only at the end.
            None if thing.is_bare() => {}
            None => place::take_away(target)?,
        }
        self.swapped();
        Ok(())
    }

    /// Records what is going to be done, and keeps what must not be lost by it.
    fn begin(&mut self, step: &Step) -> Result<()> {
        let target = &step.target;
        let path = &target.path;
        let was_there = target.is_there().with_context(|| path.display().to_string())?;
        if was_there && step.whmcs.is_some() {
            refuse_anothers(target)?;
        }
        if was_there && self.is_changed(step)? {
            self.keep_changed(target).context(KEPT)?;
        }
        let known = self.record.thing(path).cloned();
        self.record.begin(path, step.whmcs.as_ref());
        let is_bare = match &step.change {
            Change::Remove { .. } => known.as_ref().is_some_and(Thing::is_bare),
            change => {
                let before = match known {
                    Some(known) => known.before,
                    None if was_there => Some(self.store.keep(target, &self.record).context(KEPT)?),
                    None => None,
                };
                let thing = Thing {
                    path: path.clone(),
                    files: files_of(change),
                    before,
                    whmcs: step.whmcs.clone(),
                };
                let is_bare = thing.is_bare();
                self.record.put(thing);
                is_bare
            }
        };
        self.store.write(&self.record)?;
        self.done.push(Done {
            target: target.clone(),
            was_there,
            is_swapped: false,
            is_bare,
        });
        Ok(())
    }

    /// Takes back what was done; gives what could not be.
    pub(super) fn undo(self) -> Vec<String> {
        let mut problems = Vec::new();
        for done in self.done.iter().rev() {
            let undone = match (done.is_bare, done.was_there) {
                (false, was_there) if done.is_swapped => place::revert(&done.target, was_there),
                (false, _) => place::recover(&done.target),
                (true, false) => {
                    let _ = fs::remove_dir(&done.target.path);
                    Ok(())
                }
                (true, true) => Ok(()),
            };
            if let Err(error) = undone {
                problems.push(format!("{error:#}"));
            }
        }
        if problems.is_empty() {
            // The disk may be full: what is not needed is not written.
            let restored = match self.at_first.is_empty() {
                true => Ok(()),
                false => self.store.write(&self.at_first),
            };
            let restored = restored.and_then(|()| self.store.tidy(&self.at_first));
            problems.extend(restored.err().map(|error| format!("{error:#}")));
        }
        problems
    }

    /// What is done stays.
    pub(super) fn finish(mut self) -> Result<Finished> {
        self.store.reserve(&mut self.record)?;
        let yours = std::mem::take(&mut self.record.changed);
        for changed in &yours {
            self.store.set_aside(changed)?;
        }
        let mut gone = Vec::new();
        for begun in &self.record.begun {
            let target = begun.spot();
            match has_parent(&target)? {
                true => place::forget_old(&target)?,
                false => gone.push(begun.path.clone()),
            }
        }
        // What was made last comes first here. Others may have put something into a folder that was made.
        for path in &self.forgotten {
            if self.record.thing(path).is_some_and(Thing::is_bare) {
                let _ = fs::remove_dir(path);
            }
            self.record.forget(path);
        }
        self.record.begun.clear();
        self.store.write(&self.record)?;
        self.store.tidy(&self.record)?;
        Ok(Finished {
            record: self.record,
            yours,
            gone,
            left: self.left,
        })
    }
}

/// Brings order into what an interrupted run has left beside its targets. What is planned goes by what lies there, so this comes
/// first. The store is locked.
pub(super) fn recover(record: &Record) -> Result<()> {
    record
        .begun
        .iter()
        .try_for_each(|begun| place::recover(&begun.spot()))
}

/// What lies in it of another's, its owner cannot remove, nor root as him.
fn refuse_anothers(target: &Spot) -> Result<()> {
    match tree::look(target)?.foreign {
        None => Ok(()),
        Some(folder) => bail!(
            "{} does not belong to the owner of WHMCS; give it to him (chown -R), then repeat",
            folder.display()
        ),
    }
}

/// Whether the folder is there that holds it.
fn has_parent(target: &Spot) -> Result<bool> {
    let Some(parent) = target.path.parent() else {
        bail!("{} lies in no folder", target.path.display());
    };
    let parent = target.at(parent.to_owned());
    parent
        .is_there()
        .with_context(|| parent.path.display().to_string())
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

#[cfg(test)]
mod tests;
