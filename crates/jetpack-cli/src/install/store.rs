//! Where the record lies, with copies of what was there before. Only the installer's own user may look into it.

use std::fs::{self, DirBuilder, File, OpenOptions, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rustix::fs::{FlockOperation, Mode, flock};
use rustix::process::{geteuid, umask};

use super::record::{Changed, FORM, Record, Thing};
use super::tree::{self, Spot, There};
use super::who;
use crate::exit::usage;
use crate::root::Root;

const FOLDER: &str = "/var/lib/jetpack-for-whmcs";

/// How often the lock is tried where its folder goes away under it.
const TRIES: u32 = 100;

/// The folder of the record.
#[derive(Debug)]
pub(super) struct Store {
    machine: Root,
    folder: PathBuf,
}

/// Keeps other installations out while it lives.
#[derive(Debug)]
pub(super) struct Lock {
    _held: File,
    folder: PathBuf,
}

impl Drop for Lock {
    /// Of an installation that is gone nothing stays; a folder with something in it is not removed.
    fn drop(&mut self) {
        for folder in [self.folder.join("before"), self.folder.clone()] {
            let _ = fs::remove_dir(folder);
        }
    }
}

impl Store {
    pub(super) fn new(root: &Root) -> Self {
        Self {
            machine: root.clone(),
            folder: root.at(FOLDER),
        }
    }

    /// Whose record it is.
    pub(super) fn machine(&self) -> &Root {
        &self.machine
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn new_file(&self) -> PathBuf {
        self.folder.join("installed.json.new")
    }

    fn file(&self) -> PathBuf {
        self.folder.join("installed.json")
    }

    /// The record, if anything was ever installed.
    ///
    /// # Errors
    ///
    /// When others could have written it: it says what root removes, and as whom.
    pub(super) fn read(&self) -> Result<Option<Record>> {
        let path = self.file();
        match path.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                return Err(usage(format!(
                    "{} can be looked into by root alone; run this as root",
                    self.folder.display()
                )));
            }
            found => found.with_context(|| path.display().to_string())?,
        };
        refuse_anothers(&self.folder, &self.folder.metadata()?)?;
        let mut file = who::open(&path, None)?;
        refuse_anothers(&path, &file.metadata()?)?;
        let mut text = Vec::new();
        file.read_to_end(&mut text)?;
        let record: Record =
            serde_json::from_slice(&text).with_context(|| format!("{} cannot be read", path.display()))?;
        if record.form > FORM {
            return Err(usage(format!(
                "{} is of a newer release of this program; use that one",
                path.display()
            )));
        }
        Ok(Some(record))
    }

    /// Keeps others out while this program changes the machine. The folder itself is locked: a file in it would have to go away
    /// before it.
    ///
    /// # Errors
    ///
    /// When another installation is under way, or has changed the machine since its record was read.
    pub(super) fn lock(&self, known: Option<&Record>) -> Result<Lock> {
        let lock = self.hold()?;
        // While root is another user, that one could look at where this program stands. All paths are whole by now.
        std::env::set_current_dir("/")?;
        // Folders on the way to what comes are for others, too; what is not has its mode from the beginning.
        umask(Mode::from_raw_mode(0o022));
        if self.read()?.as_ref() != known {
            bail!(
                "another installation has changed this machine meanwhile, and nothing was done; run this command again"
            );
        }
        Ok(lock)
    }

    fn hold(&self) -> Result<Lock> {
        let name = || self.folder.display().to_string();
        for _ in 0..TRIES {
            self.make().with_context(name)?;
            let Ok(folder) = who::open_folder(&self.folder, None) else {
                continue;
            };
            let found = folder.metadata()?;
            refuse_anothers(&self.folder, &found)?;
            if flock(&folder, FlockOperation::NonBlockingLockExclusive).is_err() {
                bail!("another installation is under way on this machine; wait until it has ended");
            }
            // Whoever held it may have removed it since it was opened.
            if self.folder.metadata().is_ok_and(|now| now.ino() == found.ino()) {
                folder.set_permissions(Permissions::from_mode(0o700))?;
                let lock = Lock {
                    _held: folder,
                    folder: self.folder.clone(),
                };
                private(&self.folder.join("before")).with_context(name)?;
                return Ok(lock);
            }
        }
        bail!("{} cannot be made", self.folder.display())
    }

    fn make(&self) -> io::Result<()> {
        self.folder.parent().map_or(Ok(()), fs::create_dir_all)?;
        private(&self.folder)
    }

    pub(super) fn write(&self, record: &Record) -> Result<()> {
        let text = serde_json::to_vec_pretty(record)?;
        let path = self.file();
        let new = self.new_file();
        let written = (|| {
            let mut options = OpenOptions::new();
            let mut file = options
                .write(true)
                .create(true)
                .truncate(true)
                .mode(0o600)
                .open(&new)?;
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&new, &path)?;
            File::open(&self.folder)?.sync_all()
        })();
        written.with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Everything has been told that was to be told.
    pub(super) fn settle(&self, mut record: Record) -> Result<()> {
        if !record.restarts.is_empty() {
            record.restarts.clear();
            self.write(&record)?;
        }
        self.tidy(&record)
    }

    /// Copies what is there now, before it gives way. The name has no ending: PHP would read what ends in .ini.
    pub(super) fn keep(&self, there: &Spot, record: &Record) -> Result<PathBuf> {
        let named: Vec<PathBuf> = record.copies().map(|copy| self.kept(copy).path).collect();
        let kept = free_in(&self.folder.join("before"), &named)?;
        tree::copy(there, &Spot::ours(kept.clone())).inspect_err(|_| {
            // The disk may be full, and nothing names it yet.
            let _ = tree::remove(&Spot::ours(kept.clone()));
        })?;
        Ok(kept
            .strip_prefix(&self.folder)
            .map(Path::to_owned)
            .unwrap_or(kept))
    }

    /// Where it lies.
    pub(super) fn kept(&self, name: &Path) -> Spot {
        Spot::ours(self.folder.join(name))
    }

    /// Whether what was there before ours is there again.
    pub(super) fn is_former(&self, thing: &Thing, there: &There) -> bool {
        let kept = thing.before.as_ref().map(|before| tree::look(&self.kept(before)));
        kept.is_some_and(|kept| kept.is_ok_and(|kept| kept.files == there.files && !there.files.is_empty()))
    }

    /// Gives each of what is the host's own a place, by which it is recorded before it comes there: whoever takes up a run that was
    /// cut off can tell him.
    pub(super) fn reserve(&self, record: &mut Record) -> Result<()> {
        if record.changed.is_empty() {
            return Ok(());
        }
        let yours = self.folder.join("yours");
        private(&yours).with_context(|| yours.display().to_string())?;
        let mut named: Vec<PathBuf> = record
            .changed
            .iter()
            .filter_map(|changed| changed.yours.clone())
            .collect();
        for changed in record
            .changed
            .iter_mut()
            .filter(|changed| changed.yours.is_none())
        {
            let free = free_in(&yours, &named)?;
            named.push(free.clone());
            changed.yours = Some(free);
        }
        self.write(record)
    }

    /// Brings it there, unless a run that was cut off has done so.
    pub(super) fn set_aside(&self, changed: &Changed) -> Result<()> {
        let kept = self.kept(&changed.copy);
        match &changed.yours {
            Some(yours) if kept.is_there()? => {
                fs::rename(kept.path, yours).with_context(|| yours.display().to_string())
            }
            _ => Ok(()),
        }
    }

    /// Removes copies that nobody needs any more; of an empty record all that is left, but for what is the host's own.
    pub(super) fn tidy(&self, record: &Record) -> Result<()> {
        if record.is_empty() {
            // It must not name copies that are gone.
            tree::remove(&Spot::ours(self.file()))?;
            File::open(&self.folder)?.sync_all()?;
        }
        let needed: Vec<PathBuf> = record.copies().map(|copy| self.kept(copy).path).collect();
        for entry in fs::read_dir(self.folder.join("before"))
            .into_iter()
            .flatten()
            .flatten()
        {
            if !needed.contains(&entry.path()) {
                tree::remove(&Spot::ours(entry.path()))?;
            }
        }
        tree::remove(&Spot::ours(self.new_file()))
    }
}

/// Makes a folder that nobody else may look into, unless it is there.
fn private(folder: &Path) -> io::Result<()> {
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// A name that is neither there nor spoken for.
fn free_in(folder: &Path, named: &[PathBuf]) -> Result<PathBuf> {
    let free = (1..)
        .map(|number| folder.join(number.to_string()))
        .find(|path| path.symlink_metadata().is_err() && !named.contains(path));
    free.context("no name is free")
}

fn refuse_anothers(path: &Path, found: &fs::Metadata) -> Result<()> {
    let is_ours = found.uid() == geteuid().as_raw() || found.uid() == 0;
    if !is_ours || found.mode() & 0o022 != 0 {
        return Err(usage(format!(
            "{} can be written by others, so what it says is not believed; look at it, then give it to root alone, or remove it",
            path.display()
        )));
    }
    Ok(())
}
