//! One change to the machine, as it is shown before it is made.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use super::tree::Spot;
use super::who::{Home, Owner};

/// What is to be changed, and how.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) target: Spot,
    pub(super) change: Change,
    /// The WHMCS that it belongs to alone.
    pub(super) whmcs: Option<Home>,
}

#[derive(Debug, Clone)]
pub(super) enum Change {
    /// A file comes there; one that is there gives way.
    File {
        content: Content,
        mode: u32,
        /// Its group, where that is not the installer's own.
        group: Option<u32>,
    },
    /// A folder of the module comes there; one that is there gives way as a whole.
    Folder(Folder),
    /// An empty folder is made.
    Make,
    /// What was put there goes away.
    Remove {
        /// What was there before, which comes back.
        before: Option<PathBuf>,
    },
}

#[derive(Debug, Clone)]
pub(super) enum Content {
    /// A copy of a file with this sum.
    Of(PathBuf, String),
    Text(String),
}

/// A folder of the module.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    pub(super) from: PathBuf,
    /// Its files, with their sums.
    pub(super) files: BTreeMap<String, String>,
    /// Files of the host's own in the folder that is there, which stay.
    pub(super) kept: Vec<String>,
    pub(super) like: Like,
    /// What is there now, in words.
    pub(super) instead_of: Option<String>,
}

/// Owner and modes, as WHMCS's own files have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Like {
    pub(super) folders: Owner,
    pub(super) folder_mode: u32,
    pub(super) files: Owner,
    pub(super) file_mode: u32,
}

impl Step {
    pub(super) fn shared(target: PathBuf, change: Change) -> Self {
        Self {
            target: Spot::ours(target),
            change,
            whmcs: None,
        }
    }
}

/// A line of an ini file; of what a host has written himself only the name, since it may be the address of a proxy with its password.
fn shown(line: &str) -> String {
    let name = line.split('=').next().unwrap_or_default().trim();
    let bare = name.strip_prefix("jetpack_bridge.").unwrap_or(name);
    match ["extension", "api_url", "ca_file"].contains(&bare) || !line.contains('=') {
        true => line.to_owned(),
        false => format!("{name} = …"),
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let target = self.target.path.display();
        match &self.change {
            Change::File {
                content: Content::Of(from, _),
                ..
            } => write!(f, "copy {} to {target}", from.display()),
            Change::File {
                content: Content::Text(text),
                ..
            } => {
                let lines = text.lines().filter(|line| !line.starts_with(';'));
                let lines: Vec<String> = lines.map(shown).collect();
                write!(f, "write {target}: {}", lines.join("; "))
            }
            Change::Folder(folder) => {
                write!(f, "put {} at {target}", folder.from.display())?;
                if let Some(there) = &folder.instead_of {
                    write!(f, ", in the place of {there}")?;
                }
                match folder.kept.as_slice() {
                    [] => Ok(()),
                    kept => write!(f, "; your own files stay: {}", kept.join(", ")),
                }
            }
            Change::Make => write!(f, "make the folder {target}"),
            Change::Remove { before: None } => write!(f, "remove {target}"),
            Change::Remove { before: Some(_) } => {
                write!(
                    f,
                    "remove {target}, and put back what was there before this module"
                )
            }
        }
    }
}
