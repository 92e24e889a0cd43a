//! Makes the changes, one after the other, and can take them back.

mod end;
mod stuck;
mod yours;

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use rustix::process::geteuid;

pub(super) use end::Finished;
pub(super) use stuck::{Stuck, recover};

use super::place::{self, Torn};
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
    /// What this run was to change, also where it found nothing to do.
    taken: Vec<PathBuf>,
    stuck: Vec<Stuck>,
    /// What could not be taken back.
    problems: Vec<String>,
    /// Why the last step left its target in pieces.
    torn: Vec<String>,
    /// The installations of WHMCS that are to have nothing any more in the end.
    leaving: Vec<PathBuf>,
    /// What had been there before, and is not where it was kept.
    lost: Vec<PathBuf>,
}

/// A target that is being changed.
#[derive(Debug)]
struct Done {
    target: Spot,
    whmcs: Option<PathBuf>,
    was_there: bool,
    /// Whether it was done as a whole.
    is_swapped: bool,
    /// A folder that was made, or is removed at the end where it is empty.
    is_bare: bool,
}

impl<'a> Work<'a> {
    /// Begins where the last installation ended, also where that was interrupted: with what was known until then, and with what is
    /// to be known. The store is locked.
    /// Nothing is touched in a WHMCS that is kept out.
    pub(super) fn new(
        store: &'a Store,
        known: Option<Record>,
        record: Record,
        kept_out: Vec<Stuck>,
    ) -> Result<Self> {
        let at_first = known.unwrap_or_default();
        // A kill may have left a copy that nothing names, and the disk be full of it.
        store.tidy(&at_first)?;
        Ok(Self {
            store,
            at_first,
            stuck: recover(&record, kept_out)?,
            record,
            done: Vec::new(),
            left: Vec::new(),
            forgotten: Vec::new(),
            taken: Vec::new(),
            problems: Vec::new(),
            torn: Vec::new(),
            leaving: Vec::new(),
            lost: Vec::new(),
        })
    }

    fn step(&mut self, step: &Step) -> Result<()> {
        match step.change {
            Change::Remove { .. } => self.remove(step)?,
            _ => {
                self.begin(step)?;
                let put = place::put(&step.change, &step.target);
                self.swapped(put)?;
            }
        }
        self.taken.push(step.target.path.clone());
        Ok(())
    }

    fn swapped(&mut self, put: Result<()>) -> Result<()> {
        match put {
            Ok(()) => {
                if let Some(done) = self.done.last_mut() {
                    done.is_swapped = true;
                }
                Ok(())
            }
            Err(error) => {
                // What lies beside it may be all that there is of the host's: the next run has its copies yet.
                if error.is::<Torn>() {
                    self.done.pop();
                    self.torn.push(format!("{error:#}"));
                }
                Err(error)
            }
        }
    }

    fn remove(&mut self, step: &Step) -> Result<()> {
        let target = &step.target;
        let Some(thing) = self.record.thing(&target.path).cloned() else {
            return Ok(());
        };
        self.forgotten.push(thing.path.clone());
        if self.record.is_back(&thing.path) {
            // What is there by now is the host's.
            self.record.put(Thing {
                before: None,
                ..thing
            });
            return self.store.write(&self.record);
        }
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
        match thing.before.as_ref().map(|before| self.store.kept(before)) {
            Some(kept) if kept.is_there()? => {
                self.swapped(place::put_back(&kept, target))?;
                self.record.back(&thing.path, true);
                return self.store.write(&self.record);
            }
            // It is empty only at the end.
            None if thing.is_bare() => {}
            kept => {
                self.lost.extend(kept.map(|_| thing.path.clone()));
                place::take_away(target)?;
            }
        }
        self.swapped(Ok(()))
    }

    /// Records what is going to be done, and keeps what must not be lost by it.
    fn begin(&mut self, step: &Step) -> Result<()> {
        let target = &step.target;
        let path = &target.path;
        let was_there = target.is_there().with_context(|| path.display().to_string())?;
        if was_there && step.whmcs.is_some() {
            refuse_anothers(target)?;
        }
        // What lies beside it now is no run's; once it is begun, it would be taken for this one's.
        place::clear(target)?;
        let is_back = self.record.is_back(path);
        if was_there && !is_back && self.is_changed(step)? {
            self.keep_changed(target).context(KEPT)?;
        }
        let known = self.record.thing(path).cloned();
        self.record.begin(path, step.whmcs.as_ref());
        let is_bare = match &step.change {
            Change::Remove { .. } => known.as_ref().is_some_and(Thing::is_bare),
            change => {
                let before = match known {
                    Some(known) if !is_back => known.before,
                    _ if was_there => Some(self.store.keep(target, &self.record).context(KEPT)?),
                    _ => None,
                };
                self.record.back(path, false);
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
            whmcs: step.whmcs.as_ref().map(|home| home.root.clone()),
            was_there,
            is_swapped: false,
            is_bare,
        });
        Ok(())
    }
}

/// What lies in it of another's, its owner cannot remove, nor root as him.
fn refuse_anothers(target: &Spot) -> Result<()> {
    match tree::look(target)?.foreign {
        None => Ok(()),
        Some(folder) if target.who.is_none() && geteuid().is_root() => bail!(
            "{} is not root's alone, as the WHMCS is; give it to root, and let nobody else write there (chown -R root, chmod go-w), \
             then repeat",
            folder.display()
        ),
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
