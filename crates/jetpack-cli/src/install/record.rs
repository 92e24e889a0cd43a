//! What was put on this machine. It is written before each step, so that an interrupted installation can be finished or undone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use semver::Version;
use serde::{Deserialize, Serialize};

use super::choose::Way;
use super::tree::Spot;
use super::who::{Home, Who};
use crate::php::Restart;

/// The form of the record that this program reads and writes.
pub(super) const FORM: u32 = 1;

/// The record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) form: u32,
    /// Of the package that was installed as a whole.
    pub(super) version: Option<Version>,
    /// The WHMCS installations that have the module.
    pub(super) whmcs: Vec<Home>,
    /// What was asked for, which an upgrade asks for again.
    pub(super) wish: Wish,
    pub(super) things: Vec<Thing>,
    /// The steps of a run that has not come to its end.
    #[serde(default)]
    pub(super) begun: Vec<Begun>,
    /// What has given way for good may lie beside these yet: a run was cut off while it cleared that away.
    #[serde(default)]
    pub(super) litter: Vec<Begun>,
    /// What the host had changed himself, and nobody has told him of yet.
    #[serde(default)]
    pub(super) changed: Vec<Changed>,
    /// What has to read its ini files anew, and nobody has been told of yet.
    #[serde(default)]
    pub(super) restarts: Vec<Restart>,
}

/// What an installation was asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Wish {
    /// The PHPs that were named; none where all were meant.
    pub(super) php: Vec<PathBuf>,
    /// Those that were named where all were meant: they may lie where none is looked for.
    #[serde(default)]
    pub(super) also: Vec<PathBuf>,
    pub(super) way: Option<Way>,
    /// The line of the web server's PHP.
    pub(super) web: Option<String>,
}

/// A file or folder that was put somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Thing {
    pub(super) path: PathBuf,
    /// The sums of its files: of a file its own, without a name.
    pub(super) files: BTreeMap<String, String>,
    /// Where that lies which was there before, below the record's folder.
    pub(super) before: Option<PathBuf>,
    /// The WHMCS that it belongs to alone.
    pub(super) whmcs: Option<Home>,
}

/// A step that was begun, and what was known of its target until then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Begun {
    pub(super) path: PathBuf,
    pub(super) whmcs: Option<Home>,
    pub(super) earlier: Option<Thing>,
    /// Whether what was there before has come back already.
    #[serde(default)]
    pub(super) is_back: bool,
}

/// What the host had changed, and where a copy of it lies, below the record's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Changed {
    pub(super) path: PathBuf,
    pub(super) copy: PathBuf,
    /// Whether it is what was there before this module, and has no place any more.
    #[serde(default)]
    pub(super) is_former: bool,
    /// Where it comes at the end, for him to look at.
    #[serde(default)]
    pub(super) yours: Option<PathBuf>,
}

fn spot(path: &Path, whmcs: Option<&Home>) -> Spot {
    Spot {
        path: path.to_owned(),
        who: whmcs.and_then(|home| Who::of(home.owner)),
    }
}

impl Thing {
    /// Where it is, and as whom it is touched.
    pub(super) fn spot(&self) -> Spot {
        spot(&self.path, self.whmcs.as_ref())
    }

    /// A folder that was made for others, and holds nothing of its own.
    pub(super) fn is_bare(&self) -> bool {
        self.files.is_empty()
    }
}

impl Begun {
    pub(super) fn spot(&self) -> Spot {
        spot(&self.path, self.whmcs.as_ref())
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
            begun: Vec::new(),
            litter: Vec::new(),
            changed: Vec::new(),
            restarts: Vec::new(),
        }
    }
}

impl Record {
    pub(super) fn thing(&self, path: &Path) -> Option<&Thing> {
        self.things.iter().find(|thing| thing.path == path)
    }

    pub(super) fn home(&self, root: &Path) -> Option<&Home> {
        self.whmcs.iter().find(|home| home.root == root)
    }

    /// Whether anything is known of a WHMCS.
    pub(super) fn knows(&self, root: &Path) -> bool {
        let things = self.things.iter().filter_map(|thing| thing.whmcs.as_ref());
        self.home(root).is_some() || things.into_iter().any(|home| home.root == root)
    }

    /// Takes its owner for the one of all that lies in it: somebody who may has said that it is so.
    pub(super) fn adopt(&mut self, home: &Home) {
        let things = self.things.iter_mut().map(|thing| &mut thing.whmcs);
        let begun = self.begun.iter_mut().chain(&mut self.litter);
        let earlier = begun.flat_map(|begun| {
            let earlier = begun.earlier.as_mut().map(|thing| &mut thing.whmcs);
            earlier.into_iter().chain([&mut begun.whmcs])
        });
        for known in things
            .chain(earlier)
            .flatten()
            .filter(|known| known.root == home.root)
        {
            known.owner = home.owner;
        }
    }

    /// Adds what has to be restarted to what is known of already; gives all of it.
    pub(super) fn owe(&mut self, restarts: Vec<Restart>) -> Vec<Restart> {
        for restart in restarts {
            if !self.restarts.contains(&restart) {
                self.restarts.push(restart);
            }
        }
        self.restarts.clone()
    }

    fn begun(&self, path: &Path) -> Option<&Begun> {
        self.begun.iter().find(|begun| begun.path == path)
    }

    /// Whether nothing is known of this machine any more.
    pub(super) fn is_empty(&self) -> bool {
        self.things.is_empty()
            && self.whmcs.is_empty()
            && self.begun.is_empty()
            && self.litter.is_empty()
            && self.changed.is_empty()
            && self.restarts.is_empty()
    }

    /// Whether a run has not come to its end.
    pub(super) fn is_interrupted(&self) -> bool {
        !self.begun.is_empty()
    }

    /// The sums of each content that may lie there as it was put there; none where what lies there may be another's. A step that
    /// was interrupted may have been taken or not.
    pub(super) fn put_there(&self, path: &Path) -> Vec<&BTreeMap<String, String>> {
        let begun = self.begun(path);
        let earlier = begun.and_then(|begun| begun.earlier.as_ref());
        match begun.is_some() && earlier.is_none() {
            true => Vec::new(),
            false => earlier
                .into_iter()
                .chain(self.thing(path))
                .map(|thing| &thing.files)
                .collect(),
        }
    }

    /// Knows again of a path what another record knows: a step on it was taken back.
    pub(super) fn restore(&mut self, path: &Path, other: &Self) {
        self.things.retain(|thing| thing.path != path);
        self.things.extend(other.thing(path).cloned());
        self.begun.retain(|begun| begun.path != path);
        self.begun.extend(other.begun(path).cloned());
        self.changed
            .retain(|changed| changed.path != path || other.changed.contains(changed));
    }

    /// Whether an interrupted removal has put back what was there before.
    pub(super) fn is_back(&self, path: &Path) -> bool {
        self.begun(path).is_some_and(|begun| begun.is_back)
    }

    pub(super) fn back(&mut self, path: &Path, is_back: bool) {
        for begun in self.begun.iter_mut().filter(|begun| begun.path == path) {
            begun.is_back = is_back;
        }
    }

    /// What a step that was interrupted was to put there.
    pub(super) fn half_put(&self, path: &Path) -> Option<&BTreeMap<String, String>> {
        self.begun(path)?;
        self.thing(path).map(|thing| &thing.files)
    }

    /// Remembers a step before it is taken: of one that is begun again, what was known at first.
    pub(super) fn begin(&mut self, path: &Path, whmcs: Option<&Home>) {
        if self.begun(path).is_none() {
            self.begun.push(Begun {
                path: path.to_owned(),
                whmcs: whmcs.cloned(),
                earlier: self.thing(path).cloned(),
                is_back: false,
            });
        }
    }

    /// Takes the place of what is known of the same path.
    pub(super) fn put(&mut self, thing: Thing) {
        match self.things.iter_mut().find(|known| known.path == thing.path) {
            Some(known) => *known = thing,
            None => self.things.push(thing),
        }
    }

    pub(super) fn forget(&mut self, path: &Path) -> Option<Thing> {
        let found = self.things.iter().position(|thing| thing.path == path);
        found.map(|found| self.things.remove(found))
    }

    /// The copies that are needed yet.
    pub(super) fn copies(&self) -> impl Iterator<Item = &PathBuf> {
        let earlier = self.begun.iter().filter_map(|begun| begun.earlier.as_ref());
        let before = self
            .things
            .iter()
            .chain(earlier)
            .filter_map(|thing| thing.before.as_ref());
        before.chain(self.changed.iter().map(|changed| &changed.copy))
    }
}
