//! Puts files and folders in their places at once: what is new is prepared beside them, and then renamed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::step::{Change, Content, Folder, Like};
use super::tree;

/// Beside the target, so that a rename puts it there at once. Its name ends neither in .ini nor in .so.
fn staged(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{name}.jetpack-new"))
}

/// Where it gives way to, on file systems that cannot exchange two names.
fn aside(staged: &Path) -> PathBuf {
    staged.with_extension("jetpack-old")
}

/// Removes what an interruption has left beside the target; gives the place that is free now.
pub(super) fn clear(target: &Path) -> Result<PathBuf> {
    let staged = staged(target);
    tree::remove(&staged)?;
    tree::remove(&aside(&staged))?;
    Ok(staged)
}

pub(super) fn stage(change: &Change, staged: &Path, target: &Path) -> Result<()> {
    match change {
        Change::File { content, mode, group } => {
            match content {
                Content::Of(from, _) => {
                    fs::copy(from, staged)?;
                }
                Content::Text(text) => File::create(staged)?.write_all(text.as_bytes())?,
            }
            if let Some(group) = group {
                tree::own(staged, staged.metadata()?.uid(), *group)?;
            }
            fs::set_permissions(staged, fs::Permissions::from_mode(*mode))?;
            File::open(staged)?.sync_all()?;
        }
        Change::Folder(folder) => {
            stage_folder(folder, staged, target)?;
            // A power cut must not leave empty files behind a name that is in use.
            for file in tree::files(staged)? {
                File::open(staged.join(file))?.sync_all()?;
            }
        }
        Change::Make | Change::Remove { .. } => {}
    }
    Ok(())
}

fn stage_folder(folder: &Folder, staged: &Path, target: &Path) -> Result<()> {
    let like = &folder.like;
    let copies = folder.files.keys().map(|file| (folder.from.join(file), file));
    let kept = folder.kept.iter().map(|file| (target.join(file), file));
    own_folder(staged, like)?;
    for (from, file) in copies.chain(kept) {
        let to = staged.join(file);
        let mut missing: Vec<&Path> = to
            .ancestors()
            .skip(1)
            .take_while(|folder| !folder.exists())
            .collect();
        missing.reverse();
        for folder in missing {
            own_folder(folder, like)?;
        }
        fs::copy(from, &to)?;
        tree::own(&to, like.uid, like.gid)?;
        fs::set_permissions(&to, fs::Permissions::from_mode(like.file_mode))?;
    }
    Ok(())
}

fn own_folder(path: &Path, like: &Like) -> io::Result<()> {
    fs::create_dir(path)?;
    tree::own(path, like.uid, like.gid)?;
    fs::set_permissions(path, fs::Permissions::from_mode(like.folder_mode))
}

pub(super) fn make(target: &Path) -> Result<()> {
    fs::create_dir_all(target)
        .and_then(|()| fs::set_permissions(target, fs::Permissions::from_mode(0o755)))
        .with_context(|| format!("{} cannot be made", target.display()))
}

/// Puts what is staged in the place of the target at once. A file that is mapped lives on for those who run it: it is never
/// written over.
pub(super) fn swap_in(staged: &Path, target: &Path) -> Result<()> {
    let swapped = match target.is_dir() {
        true => exchange(staged, target),
        false => fs::rename(staged, target),
    };
    swapped.with_context(|| format!("{} cannot be put in place", target.display()))?;
    tree::remove(staged)
}

fn exchange(staged: &Path, target: &Path) -> io::Result<()> {
    if renameat_with(CWD, staged, CWD, target, RenameFlags::EXCHANGE).is_ok() {
        return Ok(());
    }
    // Not every file system can; then the name is missing for a moment.
    let old = aside(staged);
    fs::rename(target, &old)?;
    fs::rename(staged, target)?;
    fs::rename(old, staged)
}

pub(super) fn put_back(kept: &Path, target: &Path) -> Result<()> {
    let staged = clear(target)?;
    tree::copy(kept, &staged)?;
    swap_in(&staged, target)
}

/// By a rename first: a folder must not be half there.
pub(super) fn take_away(target: &Path) -> Result<()> {
    let staged = clear(target)?;
    match fs::rename(target, &staged) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        renamed => {
            renamed.with_context(|| format!("{} cannot be removed", target.display()))?;
            tree::remove(&staged)
        }
    }
}
