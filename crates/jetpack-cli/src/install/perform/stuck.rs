//! A WHMCS in which something cannot be done is no reason to leave the others without it.

use std::path::{Path, PathBuf};

use anyhow::{Error, Result};

use super::end::take_back;
use super::{Done, Work};
use crate::install::place;
use crate::install::record::{Begun, Record};
use crate::install::step::Step;

/// Where, and why.
#[derive(Debug)]
pub(in crate::install) struct Stuck {
    pub(in crate::install) root: PathBuf,
    pub(in crate::install) why: Error,
    /// Whether its module may not be there as it was.
    pub(in crate::install) is_half: bool,
}

impl Stuck {
    /// One in which nothing was done.
    pub(in crate::install) fn wholly(root: PathBuf, why: Error) -> Self {
        Self {
            root,
            why,
            is_half: false,
        }
    }
}

impl Work<'_> {
    pub(in crate::install) fn is_stuck(&self, root: &Path) -> bool {
        is_among(&self.stuck, root)
    }

    /// Makes the changes. Where one cannot be made in a WHMCS that may be left out, all that was done in it is taken back.
    ///
    /// # Errors
    ///
    /// At the first change that cannot be made otherwise; what was done is to be taken back.
    pub(in crate::install) fn steps<'s>(
        &mut self,
        steps: impl IntoIterator<Item = (usize, &'s Step)>,
        may_be_left_out: impl Fn(&Path) -> bool,
    ) -> Result<()> {
        for (index, step) in steps {
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

    /// Forgets these installations of WHMCS in the end, unless something stays in them.
    pub(in crate::install) fn leave(&mut self, leaving: &[PathBuf]) {
        self.leaving = leaving.to_vec();
    }

    /// Why nothing could be done in any of them.
    pub(in crate::install) fn why(&self) -> Error {
        let all: Vec<String> = self
            .stuck
            .iter()
            .map(|stuck| format!("{:#}", stuck.why))
            .collect();
        Error::msg(all.join("; "))
    }

    fn leave_out(&mut self, root: PathBuf, why: Error) -> Result<()> {
        let is_in = |done: &mut Done| done.whmcs.as_ref() == Some(&root);
        let done: Vec<Done> = self.done.extract_if(.., is_in).collect();
        let mut problems = take_back(&done);
        problems.append(&mut self.torn);
        self.problems.extend(problems.iter().cloned());
        let is_in = |begun: &&Begun| begun.whmcs.as_ref().is_some_and(|home| home.root == root);
        let begun = self.record.begun.iter().filter(is_in);
        let begun: Vec<PathBuf> = begun.map(|begun| begun.path.clone()).collect();
        self.taken.retain(|path| !begun.contains(path));
        self.forgotten.retain(|path| !begun.contains(path));
        self.left.retain(|path| !begun.contains(path));
        self.lost.retain(|path| !begun.contains(path));
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
        self.stuck.push(Stuck {
            root,
            why,
            is_half: !problems.is_empty(),
        });
        Ok(())
    }
}

/// Brings order into what an interrupted run has left beside its targets; gives where that cannot be. What is planned goes by what
/// lies there, so this comes first. Nothing is touched where it may not be. The store is locked.
pub(in crate::install) fn recover(record: &Record, kept_out: Vec<Stuck>) -> Result<Vec<Stuck>> {
    let mut stuck: Vec<Stuck> = Vec::new();
    for one in kept_out {
        if !is_among(&stuck, &one.root) {
            stuck.push(one);
        }
    }
    for begun in &record.begun {
        if begun
            .whmcs
            .as_ref()
            .is_some_and(|home| is_among(&stuck, &home.root))
        {
            continue;
        }
        match (place::recover(&begun.spot()), &begun.whmcs) {
            (Err(why), Some(home)) => stuck.push(Stuck {
                root: home.root.clone(),
                why,
                is_half: true,
            }),
            (recovered, _) => recovered?,
        }
    }
    Ok(stuck)
}

pub(super) fn is_among(stuck: &[Stuck], root: &Path) -> bool {
    stuck.iter().any(|stuck| stuck.root == root)
}
