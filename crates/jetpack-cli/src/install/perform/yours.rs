//! What lies there and is not ours: another installation's, or the host's own work.

use anyhow::Result;

use super::Work;
use crate::install::deb;
use crate::install::record::{Changed, Thing};
use crate::install::step::{Change, Step};
use crate::install::tree::{self, Spot};

impl Work<'_> {
    /// Whether what was put there has given way to what another installation brought. The host's own edits of ini files and of the
    /// module are not that: they are set aside.
    pub(super) fn is_anothers(&self, target: &Spot) -> Result<bool> {
        let path = &target.path;
        if self.record.thing(path).is_none_or(Thing::is_bare) || !target.is_there()? {
            return Ok(false);
        }
        let is_link = target.acting(|path| Ok(path.symlink_metadata()?.is_symlink()))?;
        if is_link || deb::package(self.store.machine(), path).is_some() {
            return Ok(true);
        }
        let is_library = path.extension().is_some_and(|ending| ending == "so");
        let ours = self
            .record
            .put_there(path)
            .into_iter()
            .chain(self.record.half_put(path));
        Ok(is_library && {
            let there = tree::look(target)?.files;
            !ours.into_iter().any(|files| *files == there)
        })
    }

    /// Whether somebody else has changed what was put there, or added what goes away with it.
    pub(super) fn is_changed(&self, step: &Step) -> Result<bool> {
        let path = &step.target.path;
        let ours = self.record.put_there(path);
        if let Some(half) = self.record.half_put(path).filter(|_| ours.is_empty()) {
            // Somebody may have worked with it since it was interrupted, without knowing that.
            let there = tree::look(&step.target)?;
            let thing = self.record.thing(path);
            let is_before = thing.is_some_and(|thing| self.store.is_former(thing, &there));
            return Ok(!is_before && (there.files != *half || there.has_more));
        }
        if ours.iter().all(|files| files.is_empty()) {
            return Ok(false);
        }
        let there = tree::look(&step.target)?;
        if there.has_more {
            return Ok(true);
        }
        let thing = self.record.thing(path);
        if thing.is_some_and(|thing| self.store.is_former(thing, &there)) {
            return Ok(false);
        }
        Ok(match &step.change {
            Change::Remove { .. } => ours.iter().all(|files| **files != there.files),
            change => {
                // What came since this was planned is not among what is kept.
                let is_new = |file: &String| {
                    let is_kept = matches!(change, Change::Folder(folder) if folder.kept.contains(file));
                    !is_kept && !ours.iter().any(|files| files.contains_key(file))
                };
                there.files.keys().any(is_new)
                    || ours
                        .iter()
                        .all(|files| files.iter().any(|(file, sum)| there.files.get(file) != Some(sum)))
            }
        })
    }

    /// An interrupted run may have kept the same already.
    pub(super) fn keep_changed(&mut self, target: &Spot) -> Result<()> {
        let there = tree::look(target)?;
        for known in self
            .record
            .changed
            .iter()
            .filter(|known| known.path == target.path)
        {
            if tree::look(&self.store.kept(&known.copy))? == there {
                return Ok(());
            }
        }
        let copy = self.store.keep(target, &self.record)?;
        self.record.changed.push(Changed {
            path: target.path.clone(),
            copy,
            is_former: false,
            yours: None,
        });
        Ok(())
    }
}
