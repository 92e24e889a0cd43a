//! What this user may not finish, and what root must not begin.

use std::path::PathBuf;

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
