//! Puts files and folders in their places at once: what is new is prepared beside them, and then renamed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use anyhow::{Context, Result};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::process::{getegid, geteuid};

use super::step::{Change, Content, Folder};
use super::tree::{self, Spot};
use super::who::{self, acting};

/// Beside the target, so that a rename puts it there at once. Its name ends neither in .ini nor in .so.
fn staged(target: &Spot) -> Spot {
    let name = target.path.file_name().unwrap_or_default().to_string_lossy();
    target.at(target.path.with_file_name(format!(".{name}.jetpack-new")))
}

/// Where it gives way to, on file systems that cannot exchange two names.
fn aside(staged: &Spot) -> Spot {
    staged.at(staged.path.with_extension("jetpack-old"))
}

/// Removes what an interruption has left beside the target; gives the place that is free now.
pub(super) fn clear(target: &Spot) -> Result<Spot> {
    let staged = staged(target);
    tree::remove(&staged)?;
    tree::remove(&aside(&staged))?;
    Ok(staged)
}

/// Puts there what a change wants there.
pub(super) fn put(change: &Change, target: &Spot) -> Result<()> {
    let staged = match change {
        Change::Make => return make(target),
        Change::Remove { .. } => return take_away(target),
        Change::File { .. } | Change::Folder(_) => clear(target)?,
    };
    let written = match change {
        Change::Folder(folder) => stage_folder(folder, &staged, target),
        Change::File { content, mode, group } => stage_file(content, *mode, *group, &staged),
        Change::Make | Change::Remove { .. } => Ok(()),
    };
    written.with_context(|| format!("{} cannot be written", target.path.display()))?;
    swap_in(&staged, target)
}

fn stage_file(content: &Content, mode: u32, group: Option<u32>, staged: &Spot) -> Result<()> {
    let owner = (geteuid().as_raw(), group.unwrap_or(getegid().as_raw()));
    match content {
        Content::Of(from, _) => tree::put(&mut who::open(from, None)?, staged, owner, mode),
        Content::Text(text) => tree::put(&mut text.as_bytes(), staged, owner, mode),
    }
}

fn stage_folder(folder: &Folder, staged: &Spot, target: &Spot) -> Result<()> {
    let like = &folder.like;
    let owner = (like.uid, like.gid);
    let ours = folder
        .files
        .keys()
        .map(|file| (folder.from.join(file), None, file));
    let kept = folder
        .kept
        .iter()
        .map(|file| (target.path.join(file), target.who, file));
    let mut made = BTreeSet::new();
    for (from, reader, file) in ours.chain(kept) {
        let to = staged.path.join(file);
        let folders: Vec<&Path> = to
            .ancestors()
            .skip(1)
            .take_while(|folder| folder.starts_with(&staged.path))
            .collect();
        for folder in folders.into_iter().rev() {
            if made.insert(folder.to_owned()) {
                tree::make(&staged.at(folder.to_owned()), owner, like.folder_mode)?;
            }
        }
        let mut source = who::open(&from, reader)?;
        tree::put(&mut source, &staged.at(to), owner, like.file_mode)?;
    }
    Ok(())
}

fn make(target: &Spot) -> Result<()> {
    let owner = (geteuid().as_raw(), getegid().as_raw());
    let parents = target.path.parent().map_or(Ok(()), fs::create_dir_all);
    parents
        .and_then(|()| tree::make(target, owner, 0o755))
        .with_context(|| format!("{} cannot be made", target.path.display()))
}

/// Puts what is staged in the place of the target at once. A file that is mapped lives on for those who run it: it is never
/// written over.
fn swap_in(staged: &Spot, target: &Spot) -> Result<()> {
    let swapped = acting(target.who, || match target.path.is_dir() {
        true => exchange(staged, target),
        false => fs::rename(&staged.path, &target.path),
    });
    swapped.with_context(|| format!("{} cannot be put in place", target.path.display()))?;
    tree::remove(staged)?;
    // The name itself must survive a power cut; where the folder cannot be opened it is the file system's to see to.
    if let Some(Ok(folder)) = target.path.parent().map(File::open) {
        let _ = folder.sync_all();
    }
    Ok(())
}

fn exchange(staged: &Spot, target: &Spot) -> io::Result<()> {
    let (staged_path, path) = (&staged.path, &target.path);
    if renameat_with(CWD, staged_path, CWD, path, RenameFlags::EXCHANGE).is_ok() {
        return Ok(());
    }
    // Not every file system can; then the name is missing for a moment.
    let old = aside(staged).path;
    fs::rename(path, &old)?;
    fs::rename(staged_path, path)?;
    fs::rename(old, staged_path)
}

/// Puts there what was kept of it.
pub(super) fn put_back(kept: &Spot, target: &Spot) -> Result<()> {
    let staged = clear(target)?;
    tree::copy(kept, &staged)?;
    swap_in(&staged, target)
}

/// By a rename first: a folder must not be half there.
pub(super) fn take_away(target: &Spot) -> Result<()> {
    let staged = clear(target)?;
    match acting(target.who, || fs::rename(&target.path, &staged.path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        renamed => {
            renamed.with_context(|| format!("{} cannot be removed", target.path.display()))?;
            tree::remove(&staged)
        }
    }
}
