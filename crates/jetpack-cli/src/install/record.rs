//! What was put on this machine. It is written before each step, so that an interrupted installation can be finished or undone.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rustix::fs::{FlockOperation, flock};
use semver::Version;
use serde::{Deserialize, Serialize};

use super::choose::Way;
use super::tree::{self, Spot};
use super::who::Who;
use crate::exit::usage;
use crate::root::Root;

/// Where it lies, with what was there before.
const FOLDER: &str = "/var/lib/jetpack-for-whmcs";

/// The form of the record that this program reads and writes.
const FORM: u32 = 1;

/// The record.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Record {
    form: u32,
    /// Of the package that was installed as a whole.
    pub(super) version: Option<Version>,
    /// The WHMCS installations that have the module.
    pub(super) whmcs: Vec<PathBuf>,
    /// What was asked for, which an upgrade asks for again.
    pub(super) wish: Wish,
    pub(super) things: Vec<Thing>,
}

/// What an installation was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Wish {
    /// The PHPs that were named; none where all were meant.
    pub(super) php: Vec<PathBuf>,
    pub(super) way: Option<Way>,
    /// The line of the web server's PHP.
    pub(super) web: Option<String>,
}

/// A file or folder that was put somewhere.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Thing {
    pub(super) path: PathBuf,
    /// The sums of its files: of a file its own, without a name.
    pub(super) files: BTreeMap<String, String>,
    /// Where that lies which was there before, below the record's folder.
    pub(super) before: Option<PathBuf>,
    /// The WHMCS that it belongs to alone.
    pub(super) whmcs: Option<PathBuf>,
    pub(super) is_done: bool,
}

impl Thing {
    /// Where it is, and as whom it is touched.
    pub(super) fn spot(&self) -> Spot {
        Spot {
            path: self.path.clone(),
            who: self.whmcs.as_deref().and_then(Who::of_whmcs),
        }
    }
}

impl Default for Record {
    fn default() -> Self {
        Self {
            form: FORM,
            version: None,
            whmcs: Vec::new(),
            wish: Wish::default(),
            things: Vec::new(),
        }
    }
}

impl Record {
    pub(super) fn thing(&self, path: &Path) -> Option<&Thing> {
        self.things.iter().find(|thing| thing.path == path)
    }

    /// Whether a step was begun that was not finished.
    pub(super) fn is_interrupted(&self) -> bool {
        self.things.iter().any(|thing| !thing.is_done)
    }

    /// Takes the place of what is known of the same path.
    pub(super) fn put(&mut self, thing: Thing) {
        match self.things.iter_mut().find(|known| known.path == thing.path) {
            Some(known) => *known = thing,
            None => self.things.push(thing),
        }
    }

    pub(super) fn forget(&mut self, path: &Path) {
        self.things.retain(|thing| thing.path != path);
    }
}

/// The folder of the record.
#[derive(Debug)]
pub(super) struct Store {
    folder: PathBuf,
}

impl Store {
    pub(super) fn new(root: &Root) -> Self {
        Self {
            folder: root.at(FOLDER),
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    fn file(&self) -> PathBuf {
        self.folder.join("installed.json")
    }

    /// The record, if anything was ever installed.
    pub(super) fn read(&self) -> Result<Option<Record>> {
        let path = self.file();
        let text = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            text => text.with_context(|| path.display().to_string())?,
        };
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

    /// Keeps others out while this program changes the machine.
    pub(super) fn lock(&self) -> Result<File> {
        let folder = || self.folder.display().to_string();
        fs::create_dir_all(self.folder.join("before")).with_context(folder)?;
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.folder.join("lock"));
        let file = file.with_context(folder)?;
        if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
            bail!("another installation is under way on this machine; wait until it has ended");
        }
        Ok(file)
    }

    pub(super) fn write(&self, record: &Record) -> Result<()> {
        let text = serde_json::to_vec_pretty(record)?;
        let path = self.file();
        let new = self.folder.join("installed.json.new");
        let written = (|| {
            let mut file = File::create(&new)?;
            file.write_all(&text)?;
            file.sync_all()?;
            fs::rename(&new, &path)?;
            File::open(&self.folder)?.sync_all()
        })();
        written.with_context(|| format!("{} cannot be written", path.display()))
    }

    /// Copies what is there now, before it gives way. The name has no ending: PHP would read what ends in .ini.
    pub(super) fn keep(&self, there: &Spot) -> Result<PathBuf> {
        let before = self.folder.join("before");
        let free = (1..)
            .map(|number| before.join(number.to_string()))
            .find(|path| path.symlink_metadata().is_err());
        let kept = free.context("no name is free")?;
        tree::copy(there, &Spot::ours(kept.clone()))?;
        Ok(kept
            .strip_prefix(&self.folder)
            .map(Path::to_owned)
            .unwrap_or(kept))
    }

    /// Where it lies.
    pub(super) fn kept(&self, name: &Path) -> Spot {
        Spot::ours(self.folder.join(name))
    }

    /// Sets aside for the host what he had changed himself.
    pub(super) fn set_aside(&self, name: &Path) -> Result<PathBuf> {
        let yours = self.folder.join("yours");
        fs::create_dir_all(&yours).with_context(|| yours.display().to_string())?;
        let free = (1..)
            .map(|number| yours.join(number.to_string()))
            .find(|path| path.symlink_metadata().is_err());
        let path = free.context("no name is free")?;
        fs::rename(self.kept(name).path, &path).with_context(|| path.display().to_string())?;
        Ok(path)
    }

    /// Removes copies that nobody needs any more; of an empty record all that is left, but for what is the host's own.
    pub(super) fn tidy(&self, record: &Record) -> Result<()> {
        let before = self.folder.join("before");
        let needed: Vec<PathBuf> = record
            .things
            .iter()
            .filter_map(|thing| Some(self.kept(thing.before.as_ref()?).path))
            .collect();
        for entry in fs::read_dir(&before).into_iter().flatten().flatten() {
            if !needed.contains(&entry.path()) {
                tree::remove(&Spot::ours(entry.path()))?;
            }
        }
        if record.things.is_empty() {
            for file in [self.file(), self.folder.join("lock"), before] {
                tree::remove(&Spot::ours(file))?;
            }
            // It stays where something of the host's was set aside.
            let _ = fs::remove_dir(&self.folder);
        }
        Ok(())
    }
}
