//! Folders with what is in them.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, DirBuilder, DirEntry, File, FileType, Permissions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt, fchown, lchown, symlink};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rustix::process::geteuid;

use super::sums;
use super::who::{self, Owner, Who, acting};

/// What is read at most of one place: the module's folders hold some hundred KiB.
const LIMIT: u64 = 256 << 20;

/// What each entry counts for, so that their number has an end, too.
const ENTRY: u64 = 4096;

/// A place, and as whom it is touched.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) path: PathBuf,
    pub(super) who: Option<Who>,
}

impl Spot {
    /// One of the installer's own.
    pub(super) fn ours(path: PathBuf) -> Self {
        Self { path, who: None }
    }

    pub(super) fn at(&self, path: PathBuf) -> Self {
        Self {
            path,
            who: self.who.clone(),
        }
    }

    fn below(&self, name: &OsStr) -> Self {
        self.at(self.path.join(name))
    }

    pub(super) fn acting<T>(&self, act: impl FnOnce(&Path) -> io::Result<T>) -> io::Result<T> {
        acting(self.who.as_ref(), || act(&self.path))
    }

    /// Whether anything bears its name: a link, too.
    pub(super) fn is_there(&self) -> io::Result<bool> {
        match self.acting(Path::symlink_metadata) {
            Ok(_) => Ok(true),
            Err(error) if is_absence(&error) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Whom what is made here belongs to.
    fn uid(&self) -> u32 {
        self.who.as_ref().map_or_else(|| geteuid().as_raw(), Who::uid)
    }
}

pub(super) fn is_absence(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// What there is.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct There {
    /// The sum of each file by its path in the folder: of a file its own, without a name. One that cannot be read has none.
    pub(super) files: BTreeMap<String, String>,
    /// Whether there is what has no sum: a link, an empty folder, a name that is no text.
    pub(super) has_more: bool,
    /// A folder in it that another could change under our hands.
    pub(super) foreign: Option<PathBuf>,
}

/// Looks at a file or a folder; nothing is found where there is none.
pub(super) fn look(spot: &Spot) -> Result<There> {
    let (mut there, mut left) = (There::default(), LIMIT);
    let found = match spot.acting(Path::symlink_metadata) {
        Err(error) if is_absence(&error) => return Ok(there),
        found => found.with_context(|| spot.path.display().to_string())?,
    };
    if found.is_dir() {
        walk(spot, "", &mut there, &mut left).with_context(|| spot.path.display().to_string())?;
    } else if found.is_file() {
        there.files.insert(String::new(), sum(spot, &mut left)?);
    } else {
        there.has_more = true;
    }
    Ok(there)
}

fn walk(folder: &Spot, below: &str, there: &mut There, left: &mut u64) -> Result<()> {
    let found = folder.acting(Path::symlink_metadata)?;
    // Its owner may let others write as he likes; root must not work where they do.
    let is_shared = found.mode() & 0o002 != 0 || (found.mode() & 0o020 != 0 && found.gid() != 0);
    if found.uid() != folder.uid() || (folder.uid() == 0 && is_shared) {
        there.foreign.get_or_insert_with(|| folder.path.clone());
    }
    let entries = entries(folder)?;
    there.has_more |= entries.is_empty() && !below.is_empty();
    for (name, kind) in entries {
        spend(left, ENTRY)?;
        let spot = folder.below(&name);
        match name.to_str() {
            Some(name) if kind.is_dir() => walk(&spot, &format!("{below}{name}/"), there, left)?,
            Some(name) if kind.is_file() => {
                there.files.insert(format!("{below}{name}"), sum(&spot, left)?);
            }
            _ => there.has_more = true,
        }
    }
    Ok(())
}

fn sum(file: &Spot, left: &mut u64) -> Result<String> {
    let Ok(opened) = who::open(&file.path, file.who.as_ref()) else {
        return Ok(String::new());
    };
    spend(left, opened.metadata()?.len())?;
    // It may grow while it is read.
    sums::of(opened.take(LIMIT))
}

/// All that is below a folder of our own and is no folder, by its path in it; nothing where there is no folder.
pub(super) fn files(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(&Spot::ours(folder.to_owned()), "", &mut found).with_context(|| folder.display().to_string())?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Spot, below: &str, found: &mut Vec<String>) -> io::Result<()> {
    for (name, kind) in entries(folder)? {
        let path = format!("{below}{}", name.to_string_lossy());
        match kind.is_dir() {
            true => collect(&folder.below(&name), &format!("{path}/"), found)?,
            false => found.push(path),
        }
    }
    Ok(())
}

fn entries(folder: &Spot) -> io::Result<Vec<(OsString, FileType)>> {
    let read = |entry: io::Result<DirEntry>| {
        let entry = entry?;
        Ok((entry.file_name(), entry.file_type()?))
    };
    folder.acting(|path| match fs::read_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        entries => entries?.map(read).collect(),
    })
}

/// Copies a file or a folder as it is: with modes, but for those that give rights to whoever runs it, and with owners where
/// root keeps it.
pub(super) fn copy(from: &Spot, to: &Spot) -> Result<()> {
    let mut left = LIMIT;
    copy_one(from, to, &mut left).with_context(|| {
        format!(
            "{} cannot be copied to {}",
            from.path.display(),
            to.path.display()
        )
    })
}

fn copy_one(from: &Spot, to: &Spot, left: &mut u64) -> Result<()> {
    spend(left, ENTRY)?;
    let found = from.acting(Path::symlink_metadata)?;
    if found.is_symlink() {
        let target = from.acting(|path| fs::read_link(path))?;
        to.acting(|path| symlink(&target, path))?;
        if to.who.is_none() && Owner::of(&to.path.symlink_metadata()?) != Owner::of(&found) {
            lchown(&to.path, Some(found.uid()), Some(found.gid()))?;
        }
        return Ok(());
    }
    if found.is_dir() {
        let made = make_folder(to)?;
        for (name, _) in entries(from)? {
            copy_one(&from.below(&name), &to.below(&name), left)?;
        }
        return Ok(settle(&made, to, Owner::of(&found), found.mode() & 0o2777)?);
    }
    // Pipes and the like hold nothing that could be lost.
    if !found.is_file() {
        return Ok(());
    }
    // What is copied and what it is like are of one file, whatever its name leads to by now.
    let mut source = who::open(&from.path, from.who.as_ref())?;
    let found = source.metadata()?;
    let mut made = who::create(&to.path, to.who.as_ref())?;
    let copied = io::copy(&mut (&mut source).take(*left + 1), &mut made)?;
    spend(left, copied)?;
    settle(&made, to, Owner::of(&found), found.mode() & 0o777)?;
    Ok(made.sync_all()?)
}

fn spend(left: &mut u64, bytes: u64) -> Result<()> {
    match left.checked_sub(bytes) {
        Some(rest) => *left = rest,
        None => bail!("it is larger than {} MiB, which no module is", LIMIT >> 20),
    }
    Ok(())
}

/// Gives what was just made its owner and its mode, by its descriptor: its name may lead elsewhere by now. In another's folders
/// he stays the owner, and only a group that he is in comes back.
fn settle(made: &File, to: &Spot, owner: Owner, mode: u32) -> io::Result<()> {
    let now = Owner::of(&made.metadata()?);
    let wanted = match &to.who {
        None => owner,
        Some(who) if who.is_in(owner.gid) => Owner {
            gid: owner.gid,
            ..now
        },
        Some(_) => now,
    };
    give(made, to, wanted, mode)
}

/// As root, or as its owner: a network's file system may give root no rights.
fn give(made: &File, to: &Spot, wanted: Owner, mode: u32) -> io::Result<()> {
    let by_either = |act: &dyn Fn() -> io::Result<()>| match act() {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => acting(to.who.as_ref(), act),
        done => done,
    };
    let now = Owner::of(&made.metadata()?);
    if now != wanted {
        let uid = (now.uid != wanted.uid).then_some(wanted.uid);
        by_either(&|| fchown(made, uid, Some(wanted.gid)))?;
    }
    by_either(&|| made.set_permissions(Permissions::from_mode(mode)))
}

/// Writes a file anew, with owner and mode; gives its sum.
pub(super) fn put(source: &mut impl Read, to: &Spot, owner: Owner, mode: u32) -> Result<String> {
    let mut file = who::create(&to.path, to.who.as_ref())?;
    let sum = sums::copying(source, &mut file)?;
    give(&file, to, owner, mode)?;
    file.sync_all()?;
    Ok(sum)
}

/// Makes a folder, with owner and mode.
pub(super) fn make(folder: &Spot, owner: Owner, mode: u32) -> io::Result<()> {
    let made = make_folder(folder)?;
    give(&made, folder, owner, mode)
}

/// Makes a folder for its owner alone, and opens it: what is opened is his, so that nobody is given what another has put there
/// meanwhile.
fn make_folder(folder: &Spot) -> io::Result<File> {
    folder.acting(|path| DirBuilder::new().mode(0o700).create(path))?;
    let made = who::open_folder(&folder.path, folder.who.as_ref())?;
    match made.metadata()?.uid() == folder.uid() {
        true => Ok(made),
        false => Err(io::Error::other(format!(
            "{} was exchanged for another's folder",
            folder.path.display()
        ))),
    }
}

/// Removes a file or a folder, if there is one.
pub(super) fn remove(spot: &Spot) -> Result<()> {
    let removing = || {
        spot.acting(|path| match path.symlink_metadata() {
            Err(error) if is_absence(&error) => Ok(()),
            Err(error) => Err(error),
            Ok(found) if found.is_dir() => fs::remove_dir_all(path),
            Ok(_) => fs::remove_file(path),
        })
    };
    let removed = match removing() {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            // Its owner may have closed a folder of his own to himself.
            open_up(spot);
            removing()
        }
        removed => removed,
    };
    removed.with_context(|| format!("{} cannot be removed", spot.path.display()))
}

/// Lets the owner of folders into them, as far as he may.
fn open_up(folder: &Spot) {
    let open = |path: &Path| who::open_folder(path, folder.who.as_ref());
    let opened = open(&folder.path).or_else(|_| {
        // One that may not be read can be changed by its name alone; as its owner, who may lead only himself astray.
        folder.acting(|path| match path.symlink_metadata()?.is_dir() {
            true => fs::set_permissions(path, Permissions::from_mode(0o700)),
            false => Err(io::ErrorKind::NotADirectory.into()),
        })?;
        open(&folder.path)
    });
    let Ok(opened) = opened else { return };
    let is_his = opened.metadata().is_ok_and(|found| found.uid() == folder.uid());
    if is_his {
        let _ = opened.set_permissions(Permissions::from_mode(0o700));
    }
    for (name, kind) in entries(folder).unwrap_or_default() {
        if kind.is_dir() {
            open_up(&folder.below(&name));
        }
    }
}
