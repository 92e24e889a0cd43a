//! The access token, kept between calls where the user asks for it: it "has to be created only once"
//! (partner-api.md §2.3).

use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use jetpack_partner::{ApiUrl, Secret};
use serde::{Deserialize, Serialize};

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
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).context(format!("the token file {path} cannot be read")),
        };
        let mode = fs::metadata(&self.path)
            .with_context(|| format!("the token file {path} cannot be looked at"))?
            .permissions()
            .mode();
        ensure!(
            mode & 0o077 == 0,
            "the token file {path} can be read by others; whoever has the token can provision at your expense: chmod 600 {path}"
        );
        let kept: Option<Kept> = serde_json::from_str(&text).ok();
        // It is about to be written over.
        ensure!(
            kept.is_some() || text.trim().is_empty(),
            "{path} is there already and is no token file; name another"
        );
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
        let folder = match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        // Readable by its owner alone, as tempfile makes it.
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer(&mut file, &kept)?;
        file.write_all(b"\n")?;
        file.persist(&self.path)?;
        Ok(())
    }
}
