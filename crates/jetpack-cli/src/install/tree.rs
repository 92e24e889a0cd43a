//! Folders with what is in them.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, Permissions};
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown, lchown, symlink};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::sums;
use super::who::{self, Who, acting};

/// A place, and as whom it is touched.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) path: PathBuf,
    pub(super) who: Option<Who>,
}

impl Spot {
    /// One of root's own.
    pub(super) fn ours(path: PathBuf) -> Self {
        Self { path, who: None }
    }

    pub(super) fn at(&self, path: PathBuf) -> Self {
        Self { path, who: self.who }
    }

    fn below(&self, name: &str) -> Self {
        self.at(self.path.join(name))
    }
}

/// The files and links below a folder, by their paths in it; none where there is no folder.
pub(super) fn files(folder: &Spot) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found).with_context(|| folder.path.display().to_string())?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Spot, below: &str, found: &mut Vec<String>) -> io::Result<()> {
    for (name, is_folder) in entries(folder)? {
        let path = format!("{below}{name}");
        match is_folder {
            true => collect(&folder.below(&name), &format!("{path}/"), found)?,
            false => found.push(path),
        }
    }
    Ok(())
}

/// Names, and whether each is a folder.
fn entries(folder: &Spot) -> io::Result<Vec<(String, bool)>> {
    let read = |entry: io::Result<DirEntry>| {
        let entry = entry?;
        Ok((
            entry.file_name().to_string_lossy().into_owned(),
            entry.file_type()?.is_dir(),
        ))
    };
    acting(folder.who, || match fs::read_dir(&folder.path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries?.map(read).collect(),
    })
}

/// The sum of each file of what is there: of a file its own, without a name. A link has none, so that it never is as it should be.
pub(super) fn sums(spot: &Spot) -> Result<BTreeMap<String, String>> {
    if spot.path.symlink_metadata().is_ok_and(|found| found.is_file()) {
        let sum = sums::of(who::open(&spot.path, spot.who)?)?;
        return Ok(BTreeMap::from([(String::new(), sum)]));
    }
    let files = files(spot)?.into_iter().map(|file| {
        let opened = who::open(&spot.below(&file).path, spot.who);
        let sum = opened.map_or_else(|_| Ok(String::new()), sums::of)?;
        Ok((file, sum))
    });
    files.collect()
}

/// Copies a file or a folder as it is, with modes, and with owners where root keeps it.
pub(super) fn copy(from: &Spot, to: &Spot) -> Result<()> {
    copy_one(from, to).with_context(|| {
        format!(
            "{} cannot be copied to {}",
            from.path.display(),
            to.path.display()
        )
    })
}

fn copy_one(from: &Spot, to: &Spot) -> Result<()> {
    let found = acting(from.who, || from.path.symlink_metadata())?;
    if found.is_symlink() {
        let target = acting(from.who, || fs::read_link(&from.path))?;
        acting(to.who, || symlink(&target, &to.path))?;
    } else if found.is_dir() {
        acting(to.who, || fs::create_dir(&to.path))?;
        for (name, _) in entries(from)? {
            copy_one(&from.below(&name), &to.below(&name))?;
        }
        acting(to.who, || fs::set_permissions(&to.path, found.permissions()))?;
    } else {
        let mut source = who::open(&from.path, from.who)?;
        let mut copy = who::create(&to.path, to.who)?;
        io::copy(&mut source, &mut copy)?;
        copy.set_permissions(found.permissions())?;
    }
    // What only its owner may read must not become somebody else's for it: that is so only in a folder of root's.
    if to.who.is_none() && (found.uid(), found.gid()) != owner(&to.path)? {
        lchown(&to.path, Some(found.uid()), Some(found.gid()))?;
        if !found.is_symlink() {
            fs::set_permissions(&to.path, found.permissions())?;
        }
    }
    Ok(())
}

fn owner(path: &Path) -> io::Result<(u32, u32)> {
    let found = path.symlink_metadata()?;
    Ok((found.uid(), found.gid()))
}

/// Writes a file anew, with owner and mode.
pub(super) fn put(source: &mut impl io::Read, to: &Spot, owner: (u32, u32), mode: u32) -> Result<()> {
    let mut file = who::create(&to.path, to.who)?;
    io::copy(source, &mut file)?;
    let found = file.metadata()?;
    if (found.uid(), found.gid()) != owner {
        fchown(&file, Some(owner.0), Some(owner.1))?;
    }
    file.set_permissions(Permissions::from_mode(mode))?;
    Ok(file.sync_all()?)
}

/// Makes a folder, with owner and mode.
pub(super) fn make(folder: &Spot, wanted: (u32, u32), mode: u32) -> io::Result<()> {
    acting(folder.who, || {
        fs::create_dir(&folder.path)?;
        if owner(&folder.path)? != wanted {
            lchown(&folder.path, Some(wanted.0), Some(wanted.1))?;
        }
        fs::set_permissions(&folder.path, Permissions::from_mode(mode))
    })
}

/// Removes a file or a folder, if there is one.
pub(super) fn remove(spot: &Spot) -> Result<()> {
    let path = &spot.path;
    let removed = acting(spot.who, || match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
    });
    removed.with_context(|| format!("{} cannot be removed", path.display()))
}
