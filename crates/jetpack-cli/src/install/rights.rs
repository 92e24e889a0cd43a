//! What this user may not finish, and what root must not begin.

use std::path::Path;

use anyhow::Result;
use rustix::fs::{Access, access};
use rustix::io::Errno;

use super::perform::Stuck;
use super::record::Record;
use super::step::Step;
use super::store::Store;
use crate::exit::usage;
use crate::guard::{self, Open};
use crate::root::Root;

const MACHINES: &str = ". Nothing was done; give it to root alone, then repeat";

/// Refuses to begin what this user may not finish, and what root must not: where another could lead him elsewhere. Gives the
/// installations of WHMCS in which that is so.
pub(super) fn refuse_without(
    root: &Root,
    store: &Store,
    record: &Record,
    steps: &[Step],
) -> Result<Vec<Stuck>> {
    let begun = record.begun.iter().map(|begun| (begun.spot(), &begun.whmcs));
    let wanted = steps.iter().map(|step| (step.target.clone(), &step.whmcs));
    let mut stuck = Vec::new();
    for (target, whmcs) in begun.chain(wanted) {
        let folder = target.path.parent().unwrap_or(&target.path);
        let Some(home) = whmcs else {
            // On the machine a group that may write is one of administrators; in WHMCS it may be the web's.
            refuse_open(guard::open_on_the_machine(root, folder), MACHINES)?;
            continue;
        };
        let next = "; give it to root alone, or, if this WHMCS is another user's now, name it with --whmcs";
        let may = home.refuse_unable().and_then(|()| match target.who {
            Some(_) => Ok(()),
            None => refuse_open(guard::open_to_others(root, folder, None), next),
        });
        stuck.extend(may.err().map(|why| Stuck::wholly(home.root.clone(), why)));
    }
    refuse_open(guard::open_on_the_machine(root, store.folder()), MACHINES)?;
    // In WHMCS's own folders its owner works, and each step says for itself what keeps him from it.
    let wanted = steps.iter().map(|step| &step.target);
    let wanted = wanted.filter(|target| target.who.is_none());
    let store = store.folder().join("record");
    wanted
        .map(|target| target.path.as_path())
        .chain([store.as_path()])
        .try_for_each(refuse_unwritable)?;
    Ok(stuck)
}

fn refuse_open(open: Option<Open>, next: &str) -> Result<()> {
    match open {
        None => Ok(()),
        Some(open) => Err(usage(format!(
            "{} {}, so root changes nothing there{next}",
            open.step.display(),
            open.why.said()
        ))),
    }
}

/// Refuses a folder that this user may not write.
fn refuse_unwritable(target: &Path) -> Result<()> {
    let folder = target.parent().unwrap_or(target);
    let there = folder
        .ancestors()
        .find(|folder| folder.exists())
        .unwrap_or(folder);
    let Err(error) = access(there, Access::WRITE_OK | Access::EXEC_OK) else {
        return Ok(());
    };
    let why = match error {
        Errno::ROFS => {
            "is on a file system that is mounted read-only. Nothing was done; mount it for writing, then repeat"
        }
        _ => "cannot be written by this user; run it as root. Nothing was done",
    };
    Err(usage(format!("{} {why}", there.display())))
}
