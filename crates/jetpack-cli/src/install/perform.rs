//! Makes the changes, one after the other, and can take them back.

mod yours;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, bail};

use super::place;
use super::record::{Begun, Changed, Record, Thing};
use super::step::{Change, Content, Step};
use super::store::Store;
use super::sums;
use super::tree::{self, Spot};
use super::who::Home;

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
    /// What an interrupted run has begun, and this one has nothing to do with: it stays begun.
    spared: Vec<PathBuf>,
    stuck: Vec<Stuck>,
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

/// A WHMCS in which something cannot be done, which is no reason to leave the others without it.
#[derive(Debug)]
pub(super) struct Stuck {
    pub(super) root: PathBuf,
    pub(super) why: Error,
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
    /// Where nothing was done, or not all.
    pub(super) stuck: Vec<Stuck>,
    /// Why something is lying about yet that nobody needs.
    pub(super) litter: Vec<Error>,
}

impl<'a> Work<'a> {
    /// Begins where the last installation ended, also where that was interrupted: with what was known until then, and with what is
    /// to be known. The store is locked.
    pub(super) fn new(store: &'a Store, known: Option<Record>, record: Record) -> Result<Self> {
        Ok(Self {
            store,
            at_first: known.unwrap_or_default(),
            stuck: recover(&record)?,
            record,
            done: Vec::new(),
            left: Vec::new(),
            forgotten: Vec::new(),
            spared: Vec::new(),
        })
    }

    /// Leaves to a later run what an interrupted one has begun.
    pub(super) fn spare(&mut self, is_anothers: impl Fn(&Begun) -> bool) {
        let spared = self.record.begun.iter().filter(|begun| is_anothers(begun));
        self.spared = spared.map(|begun| begun.path.clone()).collect();
    }

    /// Makes the changes. Where one cannot be made in a WHMCS that may be left out, all that was done in it is taken back.
    ///
    /// # Errors
    ///
    /// At the first change that cannot be made otherwise; what was done is to be taken back.
    pub(super) fn steps(&mut self, steps: &[Step], may_be_left_out: impl Fn(&Path) -> bool) -> Result<()> {
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
    pub(super) fn leave(&mut self, leaving: &[PathBuf]) {
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

    fn step(&mut self, step: &Step) -> Result<()> {
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
            whmcs: step.whmcs.as_ref().map(|home| home.root.clone()),
            was_there,
            is_swapped: false,
            is_bare,
        });
        Ok(())
    }

    /// Takes back what was done; gives what could not be.
    pub(super) fn undo(self) -> Vec<String> {
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
    pub(super) fn finish(mut self) -> Result<Finished> {
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
fn take_back(done: &[Done]) -> Vec<String> {
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

/// Brings order into what an interrupted run has left beside its targets; gives where that cannot be. What is planned goes by what
/// lies there, so this comes first. The store is locked.
pub(super) fn recover(record: &Record) -> Result<Vec<Stuck>> {
    let mut stuck: Vec<Stuck> = Vec::new();
    for begun in &record.begun {
        match (place::recover(&begun.spot()), &begun.whmcs) {
            (Err(why), Some(home)) => stuck.push(Stuck {
                root: home.root.clone(),
                why,
            }),
            (recovered, _) => recovered?,
        }
    }
    Ok(stuck)
}

fn is_of(home: Option<&Home>, root: &Path) -> bool {
    home.is_some_and(|home| home.root == root)
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
