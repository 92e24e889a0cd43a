//! A WHMCS that gets the module.

use std::collections::BTreeMap;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use anyhow::Result;
use rustix::process::geteuid;
use semver::Version;

use super::package::Package;
use super::record::Record;
use super::step::{Change, Folder, Like, Step};
use super::store::Store;
use super::tree::{self, Spot, There, is_absence};
use super::who::{Home, Owner, Who, acting};
use crate::exit::usage;
use crate::guard;
use crate::modules::{PARTS, Part, Stated};
use crate::output::quoted;
use crate::root::Root;

/// Its folders that the module's come into.
const FOLDERS: [&str; 3] = ["modules", "modules/servers", "modules/addons"];

/// Whose it is, and how its own files are kept.
#[derive(Debug)]
pub(super) struct Whmcs {
    pub(super) home: Home,
    /// Whether somebody asks for it now, and it is not only known.
    pub(super) is_named: bool,
    like: Like,
}

impl Whmcs {
    /// One that somebody names, or one whose owner is known.
    ///
    /// # Errors
    ///
    /// When the folder is no WHMCS, or it is not clear whose it is: what root does in it, it does as that user.
    pub(super) fn open(machine: &Root, folder: &Path, known: Option<&Home>) -> Result<Self> {
        let no_whmcs = |what: &str| {
            if folder.metadata().is_err_and(|error| !is_absence(&error)) {
                let folder = folder.display();
                return usage(match geteuid().is_root() {
                    false => format!("{folder} cannot be looked at by this user; run it as root"),
                    true => format!(
                        "{folder} cannot be looked at by root, as on a file system that gives root no rights. Nothing was done; copy the \
                         module's folders by hand as its owner"
                    ),
                });
            }
            let is_there = folder.exists();
            let folder = folder.display();
            match is_there {
                false => usage(format!(
                    "{folder} is not there. Give the folder that holds WHMCS's configuration.php"
                )),
                true => usage(format!(
                    "{folder} is not the folder of a WHMCS: it has no {what}. Give the one that holds its configuration.php"
                )),
            }
        };
        let home = Home::now(folder).ok_or_else(|| no_whmcs("files"))?;
        let (root, owner) = (&home.root, home.owner);
        if let Some(known) = known.filter(|known| known.owner.uid != owner.uid) {
            return Err(usage(format!(
                "{} belongs to the user with the number {} now, and belonged to {} when the module came there. Nothing was done; if \
                 that is right, run \"jetpack-partner install --whmcs {0}\"",
                root.display(),
                owner.uid,
                known.owner.uid
            )));
        }
        home.refuse_unable()?;
        let who = Who::of(owner);
        for name in FOLDERS {
            let folder = root.join(name);
            let found = acting(who.as_ref(), || folder.symlink_metadata());
            let found = found.map_err(|error| match is_absence(&error) {
                true => no_whmcs(name),
                false => usage(format!(
                    "{} cannot be looked at by the owner of {}, with the number {}: {error}",
                    folder.display(),
                    root.display(),
                    owner.uid
                )),
            })?;
            if !found.is_dir() {
                return Err(usage(format!(
                    "{} is a link or a file, and the module comes only into a folder of WHMCS's own. Nothing was done; put a folder \
                     there, or copy the module by hand",
                    folder.display()
                )));
            }
            refuse_anothers(&folder, found.uid() == owner.uid, root)?;
        }
        // What is root's is touched as root, so nobody else may be able to lead him elsewhere.
        let open = FOLDERS
            .iter()
            .filter(|_| owner.uid == 0)
            .find_map(|name| guard::open_to_others(machine, &root.join(name), None));
        if let Some(open) = open {
            return Err(usage(format!(
                "{} is root's, but {} {}. Nothing was done; close that, or give WHMCS to the user that PHP runs as (chown -R)",
                root.display(),
                open.step.display(),
                open.why.said()
            )));
        }
        let servers = root.join("modules/servers");
        let read = |path: &Path| acting(who.as_ref(), || path.symlink_metadata());
        let servers = read(&servers)?;
        let init = read(&root.join("init.php")).map_err(|_| no_whmcs("init.php"))?;
        Ok(Self {
            home,
            is_named: known.is_none(),
            like: Like {
                folders: Owner {
                    uid: owner.uid,
                    gid: servers.gid(),
                },
                files: Owner {
                    uid: owner.uid,
                    gid: init.gid(),
                },
                folder_mode: servers.mode() & 0o2777,
                file_mode: init.mode() & 0o666,
            },
        })
    }

    /// What a part that is there says of its version, as its owner may read it.
    fn stated(&self, part: Part) -> Stated {
        let who = Who::of(self.home.owner);
        acting(who.as_ref(), || Ok(part.stated(self.root()))).unwrap_or(Stated::Unreadable)
    }

    pub(super) fn root(&self) -> &Path {
        &self.home.root
    }

    /// The user that its files belong to.
    pub(super) fn owner(&self) -> u32 {
        self.home.owner.uid
    }

    /// Refuses to put an older module where a newer one has been: its tables may be of a form that the older does not know.
    pub(super) fn refuse_downgrade(&self, package: &Version) -> Result<()> {
        for part in PARTS {
            let (name, root) = (part.name, self.root().display());
            let unclear = |what: &str| {
                usage(format!(
                    "the {name} in {root} states {what}, so nobody can tell whether it is newer than {package}: its tables may be of \
                     a form that {package} does not know. Nothing was done; if you know it to be older, move {root}/{} away, then \
                     repeat",
                    part.folder
                ))
            };
            match self.stated(part) {
                Stated::Version(newer) if newer > *package => {
                    return Err(usage(format!(
                        "the {name} in {root} is {newer}, and this package is {package}: its tables may be of a form that {package} \
                         does not know. Nothing was done; install {newer} or newer"
                    )));
                }
                Stated::Else(text) => return Err(unclear(&format!("\"{text}\", which is no version"))),
                Stated::Unreadable => return Err(unclear("its version where it cannot be read")),
                Stated::Version(_) | Stated::Nothing => {}
            }
        }
        Ok(())
    }

    /// What puts the module's folders there, where they are not there as they should be.
    pub(super) fn steps(&self, package: &Package, record: &Record, store: &Store) -> Result<Vec<Step>> {
        let mut steps = Vec::new();
        for part in PARTS {
            steps.extend(self.step(part, package, record, store)?);
        }
        Ok(steps)
    }

    fn step(&self, part: Part, package: &Package, record: &Record, store: &Store) -> Result<Option<Step>> {
        let target = Spot {
            path: self.root().join(part.folder),
            who: Who::of(self.home.owner),
        };
        if target
            .acting(Path::symlink_metadata)
            .is_ok_and(|found| found.is_symlink())
        {
            return Err(usage(format!(
                "{} is a link, which this program does not replace: remove it, then repeat",
                target.path.display()
            )));
        }
        let files = package.files_below(part.folder);
        let there = tree::look(&target)?;
        if let Some(folder) = &there.foreign {
            refuse_anothers(folder, false, self.root())?;
        }
        let version = self.stated(part).shown();
        let thing = record.thing(&target.path);
        let is_former =
            record.is_back(&target.path) || thing.is_some_and(|thing| store.is_former(thing, &there));
        let kept = match is_former {
            true => kept(
                &Record::default(),
                &target.path,
                &there,
                &files,
                version.is_some(),
            ),
            false => kept(record, &target.path, &there, &files, version.is_some()),
        };
        let is_right = files.iter().all(|(file, sum)| there.files.get(file) == Some(sum))
            && there.files.len() == files.len() + kept.len()
            && !there.has_more;
        if is_right {
            return Ok(None);
        }
        let change = Change::Folder(Folder {
            from: package.folder.join(part.folder),
            files,
            kept,
            like: self.like,
            instead_of: (there != There::default()).then(|| match version {
                Some(version) => format!("version {version}"),
                None => "another Jetpack module".to_owned(),
            }),
        });
        Ok(Some(Step {
            target,
            change,
            whmcs: Some(self.home.clone()),
        }))
    }
}

/// What is there and is the host's own: it stays.
fn kept(
    record: &Record,
    path: &Path,
    there: &There,
    files: &BTreeMap<String, String>,
    is_ours: bool,
) -> Vec<String> {
    let ours = record.put_there(path);
    let half = record.half_put(path);
    let is_theirs = |file: &String| match ours.is_empty() {
        false => !ours.iter().any(|ours| ours.contains_key(file)),
        // What an interrupted run has put there is ours as a whole, and what came since is not.
        true if half.is_some_and(|half| half.keys().all(|file| there.files.contains_key(file))) => {
            !half.is_some_and(|half| half.contains_key(file))
        }
        // Without a record only what people add by the manual is known to be theirs: texts in their language.
        true => file.starts_with("lang/") && is_ours && !half.is_some_and(|half| half.contains_key(file)),
    };
    let others = there.files.keys().filter(|file| !files.contains_key(*file));
    others.filter(|file| is_theirs(file)).cloned().collect()
}

/// Root does what it does there as its owner, who may not in another's folders; and where many may write, nobody knows whose
/// hand it is.
fn refuse_anothers(folder: &Path, is_owners: bool, root: &Path) -> Result<()> {
    match is_owners || !geteuid().is_root() {
        true => Ok(()),
        false => Err(usage(format!(
            "{} does not belong to the owner of {} alone. Nothing was done; give it to him (chown -R --reference={} {}), or both to \
             another, and let nobody else write there if that is root",
            folder.display(),
            root.display(),
            quoted(root),
            quoted(folder)
        ))),
    }
}

/// Whether a folder still is a WHMCS: one that was recorded may be gone, or not be reachable now. One that may not be looked at
/// is there.
pub(super) fn is_there(home: &Home) -> bool {
    let who = Who::of(home.owner);
    let is_missing = |name: &str| {
        let found = acting(who.as_ref(), || home.root.join(name).symlink_metadata());
        found.is_err_and(|error| is_absence(&error))
    };
    !is_missing("modules/servers") && !is_missing("init.php")
}
