//! An unpacked package: what there is to install.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{self, Path, PathBuf};

use anyhow::{Result, anyhow};
use semver::Version;

use super::sums::{self, Sums};
use super::tree;
use crate::exit::usage;
use crate::guard;
use crate::modules::PARTS;
use crate::root::Root;

/// What is installed, so that nothing else may lie there.
const INSTALLED: [&str; 2] = ["modules", "extensions"];

/// As many of what is wrong with it are named: of one that was half unpacked it is nearly all.
const NAMED: usize = 3;

/// A package whose checksums are right.
#[derive(Debug)]
pub(super) struct Package {
    pub(super) folder: PathBuf,
    pub(super) version: Version,
    sums: Sums,
}

impl Package {
    /// The package in a folder, or else in the one in which the running program lies.
    ///
    /// # Errors
    ///
    /// When there is none, or anything in it is not as it was when it was packed.
    pub(super) fn open(given: Option<&Path>) -> Result<Self> {
        let folder = match given {
            // PHP is asked in another folder than this program stands in.
            Some(folder) => path::absolute(folder)?,
            None => beside_the_program()?,
        };
        refuse_anothers(&folder.join("SHA256SUMS"))?;
        let Ok(text) = fs::read_to_string(folder.join("SHA256SUMS")) else {
            return Err(usage(format!(
                "{} is no unpacked package: it holds no SHA256SUMS. Unpack the archive and run the jetpack-partner in it, or \
                 give --package",
                folder.display()
            )));
        };
        let sums = sums::read(&text)?;
        let wrong = wrong(&folder, &sums)?;
        if !wrong.is_empty() {
            let first = wrong.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>();
            let more = match wrong.len().saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(", and {more} more"),
            };
            return Err(usage(format!(
                "this package is not as it was packed: {}{more}. Nothing was done; fetch and unpack it again",
                first.join(", ")
            )));
        }
        let version = version(&folder)?;
        for extension in sums.keys().filter(|path| path.starts_with("extensions/")) {
            refuse_anothers(&folder.join(extension))?;
        }
        Ok(Self {
            folder,
            version,
            sums,
        })
    }

    /// The extension for PHPs of an API number.
    pub(super) fn extension(&self, api: u32) -> Option<PathBuf> {
        let path = format!("extensions/{api}/jetpack_bridge.so");
        self.sums.contains_key(&path).then(|| self.folder.join(path))
    }

    /// The API numbers that it has extensions for.
    pub(super) fn extensions(&self) -> Vec<u32> {
        let numbers = self
            .sums
            .keys()
            .filter_map(|path| path.strip_prefix("extensions/")?.split('/').next());
        numbers.filter_map(|number| number.parse().ok()).collect()
    }

    pub(super) fn program(&self) -> PathBuf {
        self.folder.join("jetpack-partner")
    }

    /// The files of one of its folders, with their sums.
    pub(super) fn files_below(&self, folder: &str) -> BTreeMap<String, String> {
        let below = format!("{folder}/");
        let files = self
            .sums
            .iter()
            .filter_map(|(path, sum)| Some((path.strip_prefix(&below)?.to_owned(), sum.clone())));
        files.collect()
    }

    /// The sum of one of its files.
    pub(super) fn sum(&self, file: &Path) -> Option<&str> {
        let path = file.strip_prefix(&self.folder).ok()?;
        self.sums.get(&*path.to_string_lossy()).map(String::as_str)
    }
}

/// What root installs, and loads for a trial, nobody else may be able to exchange after it was looked at; but for whoever became
/// root to do this.
fn refuse_anothers(file: &Path) -> Result<()> {
    let sudo = env::var("SUDO_UID").ok().and_then(|uid| uid.parse().ok());
    match guard::open_to_others(&Root::real(), file, sudo) {
        None => Ok(()),
        Some(open) => Err(usage(format!(
            "{} {}, so the package could be exchanged while it is installed. Nothing was done; unpack it as root where nobody else \
             writes, as in root's own home",
            open.step.display(),
            open.why.said()
        ))),
    }
}

fn beside_the_program() -> Result<PathBuf> {
    let program = env::current_exe()?.canonicalize()?;
    program
        .parent()
        .map(Path::to_owned)
        .ok_or_else(|| anyhow!("the running program lies in no folder"))
}

/// What is missing, changed, or was not packed.
fn wrong(folder: &Path, sums: &Sums) -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for (path, sum) in sums {
        let file = folder.join(path);
        match file.symlink_metadata() {
            Ok(found) if found.is_file() && sums::of_file(&file)? == *sum => {}
            Ok(_) => wrong.push(format!("{path} was changed")),
            Err(_) => wrong.push(format!("{path} is missing")),
        }
    }
    for place in INSTALLED {
        for file in tree::files(&folder.join(place))? {
            let path = format!("{place}/{file}");
            if !sums.contains_key(&path) {
                wrong.push(format!("{path} does not belong to it"));
            }
        }
    }
    if !sums.contains_key("jetpack-partner") {
        wrong.push("it holds no jetpack-partner".to_owned());
    }
    Ok(wrong)
}

/// The one that all its parts have.
fn version(folder: &Path) -> Result<Version> {
    let ours = env!("CARGO_PKG_VERSION");
    for part in PARTS {
        let stated = part.version(folder).unwrap_or_default();
        if stated != ours {
            return Err(usage(format!(
                "this program is {ours}, but the {} in {} is \"{stated}\"; run the program of that package",
                part.name,
                folder.display()
            )));
        }
    }
    Ok(Version::parse(ours)?)
}
