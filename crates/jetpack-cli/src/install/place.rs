//! Puts files and folders in their places at once: what is new is prepared beside them, and then renamed. What was there stays
//! beside them until all is done, so that taking it back needs no room on the disk.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Context, Error, Result, bail};
use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::process::{getegid, geteuid};

use super::step::{Change, Content, Folder};
use super::tree::{self, Spot};
use super::who::{self, Owner};

/// What is prepared. No name here ends in .ini or in .so: PHP would read it.
fn staged(target: &Spot) -> Spot {
    beside(target, "new")
}

/// What was there.
fn aside(target: &Spot) -> Spot {
    beside(target, "old")
}

fn beside(target: &Spot, what: &str) -> Spot {
    let name = target.path.file_name().unwrap_or_default().to_string_lossy();
    target.at(target.path.with_file_name(format!(".{name}.jetpack-{what}")))
}

/// Puts there what a change wants there.
pub(super) fn put(change: &Change, target: &Spot) -> Result<()> {
    let staged = staged(target);
    let written = match change {
        Change::Make => return make(target),
        Change::Remove { .. } => return take_away(target),
        Change::Folder(folder) => stage_folder(folder, &staged, target),
        Change::File { content, mode, group } => stage_file(content, *mode, *group, &staged),
    };
    written.with_context(|| format!("{} cannot be written", target.path.display()))?;
    swap_in(&staged, target)
}

fn stage_file(content: &Content, mode: u32, group: Option<u32>, staged: &Spot) -> Result<()> {
    let owner = Owner {
        uid: geteuid().as_raw(),
        gid: group.unwrap_or(getegid().as_raw()),
    };
    match content {
        Content::Of(from, sum) => {
            let copied = tree::put(&mut who::open(from, None)?, staged, owner, mode)?;
            expect(from, sum, &copied)
        }
        Content::Text(text) => tree::put(&mut text.as_bytes(), staged, owner, mode).map(drop),
    }
}

/// The package may lie where others write: what was copied must be what was looked at.
fn expect(from: &Path, sum: &str, copied: &str) -> Result<()> {
    if sum != copied {
        bail!("{} changed while it was read", from.display());
    }
    Ok(())
}

fn stage_folder(folder: &Folder, staged: &Spot, target: &Spot) -> Result<()> {
    let like = &folder.like;
    let mut made = BTreeSet::new();
    let mut room_for = |file: &str| -> Result<Spot> {
        let to = staged.path.join(file);
        let folders: Vec<&Path> = to
            .ancestors()
            .skip(1)
            .take_while(|folder| folder.starts_with(&staged.path))
            .collect();
        for folder in folders.into_iter().rev() {
            if made.insert(folder.to_owned()) {
                tree::make(&staged.at(folder.to_owned()), like.folders, like.folder_mode)?;
            }
        }
        Ok(staged.at(to))
    };
    for (file, sum) in &folder.files {
        let (from, to) = (folder.from.join(file), room_for(file)?);
        let copied = tree::put(&mut who::open(&from, None)?, &to, like.files, like.file_mode)?;
        expect(&from, sum, &copied)?;
    }
    for file in &folder.kept {
        tree::copy(&target.at(target.path.join(file)), &room_for(file)?)?;
    }
    Ok(())
}

fn make(target: &Spot) -> Result<()> {
    let owner = Owner {
        uid: geteuid().as_raw(),
        gid: getegid().as_raw(),
    };
    let parents = target.path.parent().map_or(Ok(()), fs::create_dir_all);
    parents
        .and_then(|()| tree::make(target, owner, 0o755))
        .with_context(|| format!("{} cannot be made", target.path.display()))
}

/// Puts what is staged in the place of the target at once. A file that is mapped lives on for those who run it: it is never
/// written over.
fn swap_in(staged: &Spot, target: &Spot) -> Result<()> {
    let aside = aside(target);
    let failed = || format!("{} cannot be put in place", target.path.display());
    let is_folder = |spot: &Spot| spot.acting(|path| Ok(path.symlink_metadata()?.is_dir()));
    if target.is_there()? {
        let wanted = is_folder(staged)?;
        if is_folder(target)? != wanted {
            let error = match wanted {
                true => io::ErrorKind::NotADirectory,
                false => io::ErrorKind::IsADirectory,
            };
            return Err(io::Error::from(error)).with_context(failed);
        }
        let is_exchanged = exchange(staged, target, &aside).map_err(|error| match error.downcast::<Torn>() {
            Ok(torn) => Error::new(torn),
            Err(error) => error.into(),
        });
        let is_exchanged = is_exchanged.with_context(failed)?;
        if is_exchanged {
            settle_name(target);
            return Ok(());
        }
        // Not every file system can; then a folder's name is missing for a moment, and an interruption in it is mended by
        // `recover`.
        match wanted {
            true => give_way(target, &aside)?,
            false => match target.acting(|path| fs::hard_link(path, &aside.path)) {
                Ok(()) => {}
                Err(_) => copy_aside(target, &aside)?,
            },
        }
    }
    target
        .acting(|path| fs::rename(&staged.path, path))
        .with_context(failed)?;
    settle_name(target);
    Ok(())
}

/// What was staged has taken the target's place, and what was there bears its name: neither could be mended.
#[derive(Debug, thiserror::Error)]
#[error("what was there lies beside it as .jetpack-new, and cannot be put back now: {0}")]
pub(super) struct Torn(#[source] io::Error);

/// At the end the target is what was staged, and what it was is aside; or nothing has happened.
fn exchange(staged: &Spot, target: &Spot, aside: &Spot) -> io::Result<bool> {
    target.acting(|path| {
        let swap = || renameat_with(CWD, &staged.path, CWD, path, RenameFlags::EXCHANGE);
        if swap().is_err() {
            return Ok(false);
        }
        match fs::rename(&staged.path, &aside.path) {
            Ok(()) => Ok(true),
            // What cannot be taken back must not be done.
            Err(error) if swap().is_ok() => Err(error),
            Err(error) => Err(io::Error::other(Torn(error))),
        }
    })
}

/// Sets the target aside. A folder of an image's layer, in a container, cannot be renamed: what is staged, or a mark in its
/// place, says that it may be half there until then.
fn give_way(target: &Spot, aside: &Spot) -> Result<()> {
    match target.acting(|path| fs::rename(path, &aside.path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let staged = staged(target);
            let is_mark = !staged.is_there()?;
            if is_mark {
                drop(who::create(&staged.path, staged.who.as_ref())?);
            }
            copy_aside(target, aside)?;
            tree::remove(target)?;
            match is_mark {
                true => tree::remove(&staged),
                false => Ok(()),
            }
        }
        renamed => renamed.with_context(|| format!("{} cannot be removed", target.path.display())),
    }
}

/// Copies the target aside; what bears that name is whole.
fn copy_aside(target: &Spot, aside: &Spot) -> Result<()> {
    let copy = beside(target, "copy");
    tree::remove(&copy)?;
    let copied = tree::copy(target, &copy).and_then(|()| {
        let renamed = copy.acting(|path| fs::rename(path, &aside.path));
        renamed.with_context(|| format!("{} cannot be set aside", target.path.display()))
    });
    if copied.is_err() {
        // The disk may be full.
        let _ = tree::remove(&copy);
    }
    copied
}

/// The name itself must survive a power cut; where the folder cannot be opened it is the file system's to see to.
fn settle_name(target: &Spot) {
    if let Some(Ok(folder)) = target
        .path
        .parent()
        .map(|folder| who::open_folder(folder, target.who.as_ref()))
    {
        let _ = folder.sync_all();
    }
}

/// Puts there what was kept of it.
pub(super) fn put_back(kept: &Spot, target: &Spot) -> Result<()> {
    let staged = staged(target);
    tree::copy(kept, &staged)?;
    swap_in(&staged, target)
}

/// By a rename: a folder must not be half there.
pub(super) fn take_away(target: &Spot) -> Result<()> {
    give_way(target, &aside(target))?;
    settle_name(target);
    Ok(())
}

/// Takes back what the last `put`, `put_back` or `take_away` did to the target, by renames alone.
pub(super) fn revert(target: &Spot, was_there: bool) -> Result<()> {
    // Its owner may keep what is beside it from going away; what counts is what comes back.
    let _ = tree::remove(&staged(target));
    let aside = aside(target);
    match was_there {
        false => tree::remove(target),
        true if aside.is_there()? => {
            let is_folder =
                target.acting(|path| Ok(path.symlink_metadata().is_ok_and(|found| found.is_dir())))?;
            let exchanged = target.acting(|path| match is_folder {
                true => Ok(renameat_with(CWD, &aside.path, CWD, path, RenameFlags::EXCHANGE)?),
                false => fs::rename(&aside.path, path),
            });
            match exchanged {
                Ok(()) => {
                    let _ = tree::remove(&aside);
                    Ok(())
                }
                Err(error) if !is_folder => Err(error.into()),
                Err(_) => {
                    // What lies there while what is to come back is aside is half there, until that is done.
                    let staged = staged(target);
                    let is_moved = target.acting(|path| fs::rename(path, &staged.path)).is_ok();
                    if !is_moved && !staged.is_there()? {
                        drop(who::create(&staged.path, staged.who.as_ref())?);
                    }
                    recover(target)
                }
            }
        }
        // Nothing had taken its place yet.
        true => Ok(()),
    }
}

/// Brings order into what an interruption has left: the target is there as it was before or as it was to be. What lies beside it
/// yet is needed by nobody: whoever cannot remove it now is told when something is to come there.
pub(super) fn recover(target: &Spot) -> Result<()> {
    let (staged, aside) = (staged(target), aside(target));
    let is_whole = match target.is_there()? {
        false => false,
        // A file comes by one rename: it may be edited by now, and is never in pieces.
        true => !staged.is_there()? || target.acting(|path| Ok(path.symlink_metadata()?.is_file()))?,
    };
    if aside.is_there()? && !is_whole {
        tree::remove(target)?;
        let renamed = target.acting(|path| fs::rename(&aside.path, path));
        renamed.with_context(|| format!("{} cannot be put back", target.path.display()))?;
    }
    let _ = forget(target);
    Ok(())
}

/// Removes what lies beside it: what was there before is not needed any more. Gives why something stays.
pub(super) fn forget(target: &Spot) -> Vec<Error> {
    let beside = [staged(target), beside(target, "copy"), aside(target)];
    beside
        .iter()
        .filter_map(|litter| tree::remove(litter).err())
        .collect()
}

/// The same where nothing may stay, since something is to be prepared there.
pub(super) fn clear(target: &Spot) -> Result<()> {
    forget(target).into_iter().next().map_or(Ok(()), Err)
}
