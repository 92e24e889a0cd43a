//! Ways of PHP's that have no program to ask: as a module of Apache, or within another program. On Debian each has ini files
//! of its own, beside those of the command line.

use std::fs;
use std::path::PathBuf;

use super::{Facts, Php, Sapi};
use crate::root::Root;

/// The folder's name in `/etc/php/8.2`, and the file that is there where it is installed: a removed package leaves its folder.
const APART: [(&str, Sapi, &str, &str); 2] = [
    ("apache2", Sapi::Apache, "/usr/lib/apache2/modules/libphp", ".so"),
    ("embed", Sapi::Embed, "/usr/lib/libphp", ".so"),
];

/// Those of the same PHP.
pub(super) fn beside(root: &Root, cli: &Php) -> Vec<Php> {
    let scan = cli.facts.scan.first();
    let common = scan
        .and_then(|folder| folder.parent())
        .filter(|folder| folder.ends_with("cli"));
    let Some(common) = common
        .and_then(|folder| folder.parent())
        .filter(|_| cli.facts.sapi == Sapi::Cli)
    else {
        return Vec::new();
    };
    let number = cli.facts.short_version();
    let mut found = Vec::new();
    for (name, sapi, library, ending) in APART {
        let folder = common.join(name);
        if !root.at(&format!("{library}{number}{ending}")).exists() || !folder.join("conf.d").is_dir() {
            continue;
        }
        let scan = vec![folder.join("conf.d")];
        let facts = Facts {
            sapi,
            ini: Some(folder.join("php.ini")),
            read: ini_files(&scan),
            scan,
            bridge: None,
            complaint: None,
            ..cli.facts.clone()
        };
        found.push(Php::new(root, None, facts));
    }
    found
}

/// What PHP would read in its folders.
pub(super) fn ini_files(folders: &[PathBuf]) -> Vec<PathBuf> {
    let entries = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|file| file.extension().is_some_and(|end| end == "ini"))
        .collect();
    files.sort();
    files
}
