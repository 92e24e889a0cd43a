//! What the doctor asks of the record.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

use super::record::Record;
use super::store::Store;
use super::sums;
use crate::below;
use crate::guard::User;
use crate::modules::Part;
use crate::php::Web;
use crate::root::Root;

/// What this program has put on the machine.
#[derive(Debug, Default)]
pub(crate) struct Installed(Option<Record>);

/// Files that are not as they were put there, by their paths in the folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Differences {
    pub(crate) missing: Vec<String>,
    pub(crate) changed: Vec<String>,
}

impl Installed {
    /// # Errors
    ///
    /// When there is a record that cannot be read.
    pub(crate) fn read(root: &Root) -> Result<Self> {
        Store::new(root).read().map(Self)
    }

    /// How a folder of the module differs from what was put there; `None` where it was not put there by this program.
    ///
    /// # Errors
    ///
    /// When a file may not be read.
    pub(crate) fn differences(&self, whmcs: &Path, part: &Part) -> Result<Option<Differences>> {
        let record = self.0.as_ref();
        let Some(thing) = record.and_then(|record| record.thing(&whmcs.join(part.folder))) else {
            return Ok(None);
        };
        let mut differences = Differences::default();
        for (file, sum) in &thing.files {
            let path = Path::new(part.folder).join(file);
            match below::open(whmcs, &path) {
                Ok(there) => {
                    if sums::of(there)? != *sum {
                        differences.changed.push(file.clone());
                    }
                }
                Err(error) if error.kind() == ErrorKind::NotFound => differences.missing.push(file.clone()),
                Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                    return Err(error).with_context(|| whmcs.join(path).display().to_string());
                }
                Err(_) => differences.changed.push(file.clone()),
            }
        }
        Ok(Some(differences))
    }

    /// The user that the web server's PHP runs as, as its line said.
    pub(crate) fn web_user(&self, whmcs: &Path) -> Option<User> {
        let web: Web = self.0.as_ref()?.wish.web.as_deref()?.parse().ok()?;
        let is_ours = web.whmcs.canonicalize().is_ok_and(|folder| folder == whmcs);
        web.user().filter(|_| is_ours)
    }
}
