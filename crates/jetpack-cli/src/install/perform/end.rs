//! The end of a run: all of it stays, or all of it is taken back.

use std::fs;
use std::path::PathBuf;

use anyhow::{Error, Result};

use super::stuck::{Stuck, is_among};
use super::{Done, Work, has_parent};
use crate::install::place;
use crate::install::record::{Begun, Changed, Record, Thing};
use crate::install::tree;

/// What a finished run has to tell.
#[derive(Debug)]
pub(in crate::install) struct Finished {
    pub(in crate::install) record: Record,
    /// What is the host's own, with where that lies now.
    pub(in crate::install) yours: Vec<Changed>,
    /// What was not touched, since the folder that held it is gone.
    pub(in crate::install) gone: Vec<PathBuf>,
    /// What is another installation's by now, and stays.
    pub(in crate::install) left: Vec<PathBuf>,
    /// Where nothing was done, or not all.
    pub(in crate::install) stuck: Vec<Stuck>,
    /// What cannot come back.
    pub(in crate::install) lost: Vec<PathBuf>,
    /// Why something is lying about yet that nobody needs.
    pub(in crate::install) litter: Vec<Error>,
}

impl Work<'_> {
    /// Takes back what was done; gives what could not be.
    pub(in crate::install) fn undo(self) -> Vec<String> {
        let mut problems = self.problems;
        problems.extend(self.torn);
        problems.extend(take_back(&self.done));
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
    pub(in crate::install) fn finish(mut self) -> Result<Finished> {
        self.store.reserve(&mut self.record)?;
        let yours = std::mem::take(&mut self.record.changed);
        for changed in &yours {
            self.store.set_aside(changed)?;
        }
        let begun = std::mem::take(&mut self.record.begun).into_iter();
        let (ended, begun): (Vec<_>, Vec<_>) = begun.partition(|begun| self.has_ended(begun));
        self.record.begun = begun;
        let begun = &self.record.begun;
        // What lies beside one that is still begun may be needed.
        self.record
            .litter
            .retain(|litter| !begun.iter().any(|begun| begun.path == litter.path));
        let earlier = self.record.litter.len();
        for mut ended in ended {
            let is_forgotten = self.forgotten.contains(&ended.path);
            ended.earlier = is_forgotten.then(|| self.record.forget(&ended.path)).flatten();
            self.record.litter.push(ended);
        }
        let (stuck, leaving) = (&self.stuck, &self.leaving);
        let whmcs = &mut self.record.whmcs;
        whmcs.retain(|home| is_among(stuck, &home.root) || !leaving.contains(&home.root));
        // From here on it is done, whatever becomes of what has given way.
        self.store.write(&self.record)?;
        let litter = std::mem::take(&mut self.record.litter);
        // What an earlier run had ended was told then.
        let gone = litter
            .iter()
            .skip(earlier)
            .filter(|ended| !has_parent(&ended.spot()).unwrap_or(true));
        let gone = gone.map(|ended| ended.path.clone()).collect();
        let litter = clear_away(litter);
        self.store.write(&self.record)?;
        self.store.tidy(&self.record)?;
        Ok(Finished {
            record: self.record,
            yours,
            gone,
            left: self.left,
            stuck: self.stuck,
            lost: self.lost,
            litter,
        })
    }

    /// Whether a step needs nobody any more: this run has taken it, or it lies there as the one that was interrupted was to put it.
    fn has_ended(&self, begun: &Begun) -> bool {
        if begun.whmcs.as_ref().is_some_and(|home| self.is_stuck(&home.root)) {
            return false;
        }
        let is_there = |thing: &Thing| match tree::look(&begun.spot()) {
            Ok(there) => thing
                .files
                .iter()
                .all(|(file, sum)| there.files.get(file) == Some(sum)),
            Err(_) => false,
        };
        // What was to go away and is gone has gone; what a host has written into an ini file is his.
        let is_shared = begun.whmcs.is_none();
        let is_ini = begun.path.extension().is_some_and(|ending| ending == "ini");
        let is_settled = is_shared && (is_ini || !begun.path.exists());
        is_settled || self.taken.contains(&begun.path) || self.record.thing(&begun.path).is_none_or(is_there)
    }
}

/// Removes what has given way for good; gives why something could not be removed.
fn clear_away(mut ended: Vec<Begun>) -> Vec<Error> {
    let mut litter = Vec::new();
    // What is in a folder before the folder.
    ended.sort_by(|one, other| other.path.cmp(&one.path));
    for ended in ended {
        let target = ended.spot();
        if has_parent(&target).unwrap_or(true) {
            litter.extend(place::forget(&target));
        }
        // Others may have put something into a folder that was made.
        if ended.earlier.as_ref().is_some_and(Thing::is_bare) {
            let _ = fs::remove_dir(&target.path);
        }
    }
    litter
}

/// Takes back what was done; gives what could not be.
pub(super) fn take_back(done: &[Done]) -> Vec<String> {
    let undo = |done: &Done| match (done.is_bare, done.was_there) {
        (false, was_there) if done.is_swapped => place::revert(&done.target, was_there),
        (false, _) => place::recover(&done.target),
        (true, false) => {
            let _ = fs::remove_dir(&done.target.path);
            Ok(())
        }
        (true, true) => Ok(()),
    };
    let undone = done.iter().rev().filter_map(|done| undo(done).err());
    undone.map(|error| format!("{error:#}")).collect()
}
