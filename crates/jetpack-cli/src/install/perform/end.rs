//! The end of a run: all of it stays, or all of it is taken back.

use std::fs;
use std::path::PathBuf;

use anyhow::{Error, Result};

use super::stuck::{Stuck, is_of};
use super::{Done, Work, has_parent};
use crate::install::place;
use crate::install::record::{Begun, Changed, Record, Thing};

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
    /// Why something is lying about yet that nobody needs.
    pub(in crate::install) litter: Vec<Error>,
}

impl Work<'_> {
    /// Takes back what was done; gives what could not be.
    pub(in crate::install) fn undo(self) -> Vec<String> {
        let mut problems = take_back(&self.done);
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
        let (spared, stuck) = (&self.spared, &self.stuck);
        let stays = |begun: &Begun| {
            let is_stuck = |stuck: &Stuck| is_of(begun.whmcs.as_ref(), &stuck.root);
            spared.contains(&begun.path) || stuck.iter().any(is_stuck)
        };
        let begun = std::mem::take(&mut self.record.begun).into_iter();
        let (begun, ended): (Vec<_>, Vec<_>) = begun.partition(stays);
        self.record.begun = begun;
        for mut ended in ended {
            let is_forgotten = self.forgotten.contains(&ended.path);
            ended.earlier = is_forgotten.then(|| self.record.forget(&ended.path)).flatten();
            self.record.litter.push(ended);
        }
        // From here on it is done, whatever becomes of what has given way.
        self.store.write(&self.record)?;
        let (gone, litter) = clear_away(std::mem::take(&mut self.record.litter));
        self.store.write(&self.record)?;
        self.store.tidy(&self.record)?;
        Ok(Finished {
            record: self.record,
            yours,
            gone,
            left: self.left,
            stuck: self.stuck,
            litter,
        })
    }
}

/// Removes what has given way for good; gives what was gone with the folder that held it, and why something could not be removed.
fn clear_away(mut ended: Vec<Begun>) -> (Vec<PathBuf>, Vec<Error>) {
    let (mut gone, mut litter) = (Vec::new(), Vec::new());
    // What is in a folder before the folder.
    ended.sort_by(|one, other| other.path.cmp(&one.path));
    for ended in ended {
        let target = ended.spot();
        match has_parent(&target) {
            Ok(false) => gone.push(ended.path),
            _ => litter.extend(place::forget(&target).err()),
        }
        // Others may have put something into a folder that was made.
        if ended.earlier.as_ref().is_some_and(Thing::is_bare) {
            let _ = fs::remove_dir(&target.path);
        }
    }
    (gone, litter)
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
