//! What this user may not finish, and what root must not begin.

use std::path::{Path, PathBuf};

use anyhow::Result;
use rustix::fs::{Access, access};
use rustix::io::Errno;

use super::record::Record;
use super::step::Step;
use super::store::Store;
use crate::exit::usage;
use crate::guard;
use crate::root::Root;

/// Refuses to begin what this user may not finish, and what root must not: where another could lead him elsewhere.
pub(super) fn refuse_without(root: &Root, store: &Store, record: &Record, steps: &[Step]) -> Result<()> {
    let begun_in = record.begun.iter().filter_map(|begun| begun.whmcs.as_ref());
    for home in begun_in.chain(steps.iter().filter_map(|step| step.whmcs.as_ref())) {
        home.refuse_unable()?;
    }
    let begun = record
        .begun
        .iter()
        .map(|begun| (begun.spot(), begun.whmcs.is_some()));
    let wanted = steps
        .iter()
        .map(|step| (step.target.clone(), step.whmcs.is_some()));
    let ours = begun.chain(wanted).filter(|(spot, _)| spot.who.is_none());
    let ours: Vec<(PathBuf, bool)> = ours
        .filter_map(|(spot, is_whmcss)| Some((spot.path.parent()?.to_owned(), is_whmcss)))
        .chain([(store.folder().to_owned(), false)])
        .collect();
    for (folder, is_whmcss) in ours {
        // On the machine a group that may write is one of administrators; in WHMCS it may be the web's.
        let open = match is_whmcss {
            true => guard::open_to_others(root, &folder, None),
            false => guard::open_on_the_machine(root, &folder),
        };
        if let Some(open) = open {
            return Err(usage(format!(
                "{} {}, so root changes nothing there. Nothing was done; give it to root alone, then repeat",
                open.step.display(),
                open.why.said()
            )));
        }
    }
    // In WHMCS's own folders its owner works, and each step says for itself what keeps him from it.
    let wanted = steps.iter().map(|step| &step.target);
    let wanted = wanted.filter(|target| target.who.is_none());
    let store = store.folder().join("record");
    wanted
        .map(|target| target.path.as_path())
        .chain([store.as_path()])
        .try_for_each(refuse_unwritable)
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
        Errno::ROFS => "is on a file system that is mounted read-only",
        _ => "cannot be written by this user; run it as root",
    };
    Err(usage(format!("{} {why}. Nothing was done", there.display())))
}
