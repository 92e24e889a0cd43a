//! Folders with what is in them.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, chown, symlink};
use std::path::Path;

use anyhow::{Context, Result};

/// The files and links below a folder, by their paths in it; none where there is no folder.
pub(super) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found).with_context(|| folder.display().to_string())?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, below: &str, found: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        match entry.file_type()?.is_dir() {
            true => collect(&entry.path(), &format!("{path}/"), found)?,
            false => found.push(path),
        }
    }
    Ok(())
}

/// Copies a file or a folder as it is, with owners and modes.
pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    copy_one(from, to).with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))
}

fn copy_one(from: &Path, to: &Path) -> io::Result<()> {
    let found = from.symlink_metadata()?;
    if found.is_symlink() {
        return symlink(fs::read_link(from)?, to);
    }
    if found.is_dir() {
        fs::create_dir(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy_one(&entry.path(), &to.join(entry.file_name()))?;
        }
    } else {
        fs::copy(from, to)?;
    }
    own(to, found.uid(), found.gid())?;
    fs::set_permissions(to, found.permissions())
}

/// Gives a file to its owner, where that is not so already: only root may.
pub(super) fn own(path: &Path, uid: u32, gid: u32) -> io::Result<()> {
    let found = path.symlink_metadata()?;
    match (found.uid(), found.gid()) == (uid, gid) {
        true => Ok(()),
        false => chown(path, Some(uid), Some(gid)),
    }
}

/// Removes a file or a folder, if there is one.
pub(super) fn remove(path: &Path) -> Result<()> {
    let removed = match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
    };
    removed.with_context(|| format!("{} cannot be removed", path.display()))
}
