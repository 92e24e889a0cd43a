//! A WHMCS that gets the module.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use anyhow::Result;
use semver::Version;

use super::package::Package;
use super::record::Record;
use super::step::{Change, Folder, Like, Step};
use super::tree::{self, Spot};
use super::who::Who;
use crate::exit::usage;
use crate::modules::{PARTS, Part};

/// Its root, and how its own files are owned.
#[derive(Debug)]
pub(super) struct Whmcs {
    pub(super) root: PathBuf,
    like: Like,
}

impl Whmcs {
    /// # Errors
    ///
    /// When the folder is no WHMCS.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        let no_whmcs = |what: &str| {
            let folder = folder.display();
            usage(format!(
                "{folder} is not the folder of a WHMCS: it has no {what}. Give the one that holds its configuration.php"
            ))
        };
        let root = folder.canonicalize().map_err(|_| no_whmcs("files"))?;
        let servers = fs::metadata(root.join("modules/servers")).map_err(|_| no_whmcs("modules/servers"))?;
        let init = fs::metadata(root.join("init.php")).map_err(|_| no_whmcs("init.php"))?;
        if !root.join("modules/addons").is_dir() {
            return Err(no_whmcs("modules/addons"));
        }
        Ok(Self {
            root,
            like: Like {
                uid: servers.uid(),
                gid: servers.gid(),
                folder_mode: servers.mode() & 0o2777,
                file_mode: init.mode() & 0o666,
            },
        })
    }

    /// The user that its files belong to.
    pub(super) fn owner(&self) -> u32 {
        self.like.uid
    }

    /// Refuses to put an older module where a newer one has been: its tables may be of a form that the older does not know.
    pub(super) fn refuse_downgrade(&self, package: &Version) -> Result<()> {
        for part in PARTS {
            let there = part
                .version(&self.root)
                .and_then(|version| Version::parse(&version).ok());
            if let Some(newer) = there.filter(|there| there > package) {
                return Err(usage(format!(
                    "the {} in {} is {newer}, and this package is {package}: its tables may be of a form that {package} does not \
                     know. Nothing was done; install {newer} or newer",
                    part.name,
                    self.root.display()
                )));
            }
        }
        Ok(())
    }

    /// What puts the module's folders there, where they are not there as they should be.
    pub(super) fn steps(&self, package: &Package, record: &Record) -> Result<Vec<Step>> {
        let mut steps = Vec::new();
        for part in PARTS {
            steps.extend(self.step(part, package, record)?);
        }
        Ok(steps)
    }

    fn step(&self, part: Part, package: &Package, record: &Record) -> Result<Option<Step>> {
        let target = Spot {
            path: self.root.join(part.folder),
            who: Who::of_whmcs(&self.root),
        };
        if target.path.is_symlink() {
            return Err(usage(format!(
                "{} is a link, which this program does not replace: remove it, then repeat",
                target.path.display()
            )));
        }
        let files = package.files_below(part.folder);
        let there = tree::sums(&target)?;
        // Without a record only what people add by the manual is known to be theirs: texts in their language.
        let recorded = record.thing(&target.path).map(|thing| &thing.files);
        let is_theirs = |file: &str| match recorded {
            Some(ours) => !ours.contains_key(file),
            None => file.starts_with("lang/") && part.version(&self.root).is_some(),
        };
        // What has no sum is a link, which may lead to what is not theirs.
        let others = there
            .iter()
            .filter(|(file, sum)| !sum.is_empty() && !files.contains_key(*file));
        let kept: Vec<String> = others
            .map(|(file, _)| file.clone())
            .filter(|file| is_theirs(file))
            .collect();
        let is_right = files.iter().all(|(file, sum)| there.get(file) == Some(sum))
            && there.len() == files.len() + kept.len();
        if is_right {
            return Ok(None);
        }
        let version = part.version(&self.root);
        let change = Change::Folder(Folder {
            from: package.folder.join(part.folder),
            files,
            kept,
            like: self.like,
            instead_of: (!there.is_empty()).then(|| match version {
                Some(version) => format!("version {version}"),
                None => "another Jetpack module".to_owned(),
            }),
        });
        Ok(Some(Step {
            target,
            change,
            whmcs: Some(self.root.clone()),
        }))
    }
}

/// Whether a folder still is a WHMCS: one that was recorded may be gone.
pub(super) fn is_there(folder: &Path) -> bool {
    folder.join("init.php").is_file() && folder.join("modules/servers").is_dir()
}
