//! A WHMCS in which something cannot be done is no reason to leave the others without it.

use std::path::{Path, PathBuf};

use anyhow::{Error, Result};

use super::end::take_back;
use super::{Done, Work};
use crate::install::place;
use crate::install::record::{Begun, Record};
use crate::install::step::Step;
use crate::install::who::Home;

/// Where, and why.
#[derive(Debug)]
pub(in crate::install) struct Stuck {
    pub(in crate::install) root: PathBuf,
    pub(in crate::install) why: Error,
}

impl Work<'_> {
    /// Leaves to a later run what an interrupted one has begun.
    pub(in crate::install) fn spare(&mut self, is_anothers: impl Fn(&Begun) -> bool) {
        let spared = self.record.begun.iter().filter(|begun| is_anothers(begun));
        self.spared = spared.map(|begun| begun.path.clone()).collect();
    }

    /// Makes the changes. Where one cannot be made in a WHMCS that may be left out, all that was done in it is taken back.
    ///
    /// # Errors
    ///
    /// At the first change that cannot be made otherwise; what was done is to be taken back.
    pub(in crate::install) fn steps(
        &mut self,
        steps: &[Step],
        may_be_left_out: impl Fn(&Path) -> bool,
    ) -> Result<()> {
        for (index, step) in steps.iter().enumerate() {
            let root = step.whmcs.as_ref().map(|home| home.root.clone());
            let is_stuck = |stuck: &Stuck| root.as_ref() == Some(&stuck.root);
            let tried = match self.stuck.iter().position(is_stuck) {
                Some(_) if root.as_deref().is_some_and(&may_be_left_out) => continue,
                Some(found) => Err(self.stuck.swap_remove(found).why),
                None => self.step(step),
            };
            let Err(why) = tried else { continue };
            let why = why.context(format!("step {} failed", index + 1));
            match root.filter(|root| may_be_left_out(root)) {
                Some(root) => self.leave_out(root, why)?,
                None => return Err(why),
            }
        }
        Ok(())
    }

    /// Forgets the installations of WHMCS that have nothing any more.
    pub(in crate::install) fn leave(&mut self, leaving: &[PathBuf]) {
        let stays =
            |root: &PathBuf| self.stuck.iter().any(|stuck| stuck.root == *root) || !leaving.contains(root);
        self.record.whmcs.retain(|home| stays(&home.root));
    }

    fn leave_out(&mut self, root: PathBuf, why: Error) -> Result<()> {
        let is_in = |done: &mut Done| done.whmcs.as_ref() == Some(&root);
        let done: Vec<Done> = self.done.extract_if(.., is_in).collect();
        let problems = take_back(&done);
        let begun = self.record.begun.iter();
        let begun = begun.filter(|begun| is_of(begun.whmcs.as_ref(), &root));
        let begun: Vec<PathBuf> = begun.map(|begun| begun.path.clone()).collect();
        self.forgotten.retain(|path| !begun.contains(path));
        self.left.retain(|path| !begun.contains(path));
        // What could not be taken back is known as begun, so that the next run takes it up.
        for path in begun.iter().filter(|_| problems.is_empty()) {
            self.record.restore(path, &self.at_first);
        }
        self.store.write(&self.record)?;
        let why = match problems.as_slice() {
            [] => why,
            problems => why.context(format!(
                "not all that was done there could be taken back: {}",
                problems.join("; ")
            )),
        };
        self.stuck.push(Stuck { root, why });
        Ok(())
    }
}

/// Brings order into what an interrupted run has left beside its targets; gives where that cannot be. What is planned goes by what
/// lies there, so this comes first. The store is locked.
pub(in crate::install) fn recover(record: &Record) -> Result<Vec<Stuck>> {
    let mut stuck: Vec<Stuck> = Vec::new();
    for begun in &record.begun {
        match (place::recover(&begun.spot()), &begun.whmcs) {
            (Err(_), Some(home)) if stuck.iter().any(|known| known.root == home.root) => {}
            (Err(why), Some(home)) => stuck.push(Stuck {
                root: home.root.clone(),
                why,
            }),
            (recovered, _) => recovered?,
        }
    }
    Ok(stuck)
}

pub(super) fn is_of(home: Option<&Home>, root: &Path) -> bool {
    home.is_some_and(|home| home.root == root)
}
