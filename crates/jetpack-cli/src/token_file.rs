//! The access token, kept between calls where the user asks for it: it "has to be created only once"
//! (partner-api.md §2.3).

use std::fs::OpenOptions;
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::Result;
use jetpack_partner::{ApiUrl, Secret};
use rustix::fs::{Access, OFlags, access};
use rustix::process::getuid;
use serde::{Deserialize, Serialize};

use crate::exit::usage;
use crate::place::folder_of;

/// A token and where it is good.
#[derive(Serialize, Deserialize)]
struct Kept {
    api: String,
    client_id: String,
    access_token: String,
}

/// A file, readable by its owner alone, for one key at one API.
#[derive(Debug)]
pub(crate) struct TokenFile {
    path: PathBuf,
    api: String,
    client_id: String,
}

impl TokenFile {
    pub(crate) fn new(path: &Path, api: &ApiUrl, client_id: &str) -> Self {
        Self {
            path: path.to_owned(),
            api: api.to_string(),
            client_id: client_id.to_owned(),
        }
    }

    /// The token, if there is one of this key.
    ///
    /// # Errors
    ///
    /// When it cannot be read, or others can read it as well.
    pub(crate) fn read(&self) -> Result<Option<Secret>> {
        let path = self.path.display();
        let unusable = |why: String| usage(format!("the token file {path} cannot be used: {why}"));
        // A link may lead to where others write, and a pipe would be waited for.
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        let file = OpenOptions::new()
            .read(true)
            .custom_flags(flags.bits().cast_signed())
            .open(&self.path);
        let mut file = match file {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                // Whoever asks for it relies on it.
                let folder = folder_of(&self.path);
                return match access(folder, Access::WRITE_OK | Access::EXEC_OK) {
                    Ok(()) => Ok(None),
                    Err(error) => Err(unusable(format!("nothing can be written to its folder: {error}"))),
                };
            }
            Err(error) => return Err(unusable(error.to_string())),
        };
        let about = file.metadata().map_err(|error| unusable(error.to_string()))?;
        if !about.is_file() || about.uid() != getuid().as_raw() {
            return Err(unusable("it is no regular file of yours".to_owned()));
        }
        if about.permissions().mode() & 0o077 != 0 {
            return Err(unusable(format!(
                "others can read it, and whoever has the token can provision at your expense: chmod 600 {path}"
            )));
        }
        let mut text = String::new();
        file.read_to_string(&mut text)
            .map_err(|error| unusable(error.to_string()))?;
        let kept: Option<Kept> = serde_json::from_str(&text).ok();
        // It is about to be written over.
        if kept.is_none() && !text.trim().is_empty() {
            return Err(unusable(
                "it is there already and is no token file; name another".to_owned(),
            ));
        }
        let kept = kept.filter(|kept| kept.api == self.api && kept.client_id == self.client_id);
        Ok(kept.map(|kept| Secret::new(kept.access_token)))
    }

    /// Puts a token in the place of the one that was there, in one step.
    pub(crate) fn write(&self, token: &Secret) -> io::Result<()> {
        let kept = Kept {
            api: self.api.clone(),
            client_id: self.client_id.clone(),
            access_token: token.expose().to_owned(),
        };
        // Readable by its owner alone, as tempfile makes it.
        let mut file = tempfile::NamedTempFile::new_in(folder_of(&self.path))?;
        serde_json::to_writer(&mut file, &kept)?;
        file.write_all(b"\n")?;
        file.persist(&self.path)?;
        Ok(())
    }
}
