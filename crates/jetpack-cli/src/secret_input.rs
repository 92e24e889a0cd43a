//! The ways a secret comes in that the process list does not show.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use anyhow::Result;
use jetpack_partner::Secret;

use crate::exit::usage;

/// A key file or a password is far smaller; more is a wrong path.
const LARGEST: u64 = 1 << 20;

/// Reads a secret from a file, or from standard input for `-`. One line end at the end is the
/// editor's, not the secret's.
pub(crate) fn line_from(path: &Path) -> Result<Secret> {
    let text = read(path)?;
    let text = text.strip_suffix('\n').unwrap_or(&text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    if text.is_empty() {
        return Err(usage(format!("{} is empty", named(path))));
    }
    Ok(Secret::new(text.to_owned()))
}

/// Reads a private key as it is: its line ends belong to it.
pub(crate) fn key_from(path: &Path) -> Result<Secret> {
    let text = read(path)?;
    if text.trim().is_empty() {
        return Err(usage(format!("{} is empty", named(path))));
    }
    Ok(Secret::new(text))
}

/// A secret that is hidden wherever it shows must be no ordinary word; those that Automattic gives are far longer.
const SHORTEST: usize = 8;

/// Refuses a secret that cannot be one.
pub(crate) fn long_enough(secret: Secret, what: &str) -> Result<Secret> {
    match secret.expose().chars().count() < SHORTEST {
        true => Err(usage(format!(
            "{what} has fewer than {SHORTEST} characters: is it whole?"
        ))),
        false => Ok(secret),
    }
}

fn read(path: &Path) -> Result<String> {
    let mut text = String::new();
    let result = if path == Path::new("-") {
        io::stdin().lock().take(LARGEST).read_to_string(&mut text)
    } else {
        fs::File::open(path).and_then(|file| file.take(LARGEST).read_to_string(&mut text))
    };
    result.map_err(|error| usage(format!("{} cannot be read: {error}", named(path))))?;
    Ok(text)
}

fn named(path: &Path) -> String {
    if path == Path::new("-") {
        "standard input".to_owned()
    } else {
        format!("the file {}", path.display())
    }
}
