//! What this user may not finish, and what root must not begin.

use anyhow::Result;
use rustix::fs::{Access, access};
use rustix::io::Errno;

use super::record::{Begun, Record};
use super::step::Step;
use super::store::Store;
use super::tree::Spot;
use crate::exit::usage;
use crate::guard;
use crate::root::Root;

/// Refuses to begin what this user may not finish, and what root must not: where another could lead him elsewhere.
pub(super) fn refuse_without(root: &Root, store: &Store, record: &Record, steps: &[Step]) -> Result<()> {
    let begun: Vec<Spot> = record.begun.iter().map(Begun::spot).collect();
    let spots = steps.iter().map(|step| &step.target).chain(&begun);
    let ours = spots.filter(|spot| spot.who.is_none());
    for folder in ours.filter_map(|spot| spot.path.parent()).chain([store.folder()]) {
        if let Some(open) = guard::open_on_the_machine(root, folder) {
            return Err(usage(format!(
                "{} {}, so root changes nothing there. Nothing was done; give it to root alone, then repeat",
                open.step.display(),
                open.why.said()
            )));
        }
    }
    let folders = steps
        .iter()
        .filter_map(|step| step.target.path.parent())
        .chain([store.folder()]);
    for folder in folders {
        let there = folder
            .ancestors()
            .find(|folder| folder.exists())
            .unwrap_or(folder);
        if let Err(error) = access(there, Access::WRITE_OK | Access::EXEC_OK) {
            let why = match error {
                Errno::ROFS => "is on a file system that is mounted read-only",
                _ => "cannot be written by this user; run it as root",
            };
            return Err(usage(format!("{} {why}. Nothing was done", there.display())));
        }
    }
    Ok(())
}
