//! The module's files in a WHMCS installation.

use std::path::Path;

use crate::check::Check;
use crate::install::{Differences, Installed};
use crate::modules::{PARTS, Part, Stated};
use crate::output::quoted;

/// So many names say enough.
const NAMED: usize = 5;

/// The checks, and the version of the server module's files.
pub(super) fn check(whmcs: &Path, installed: &Installed) -> (Vec<Check>, Option<String>) {
    if !whmcs.join("modules").is_dir() {
        let next = "Give the folder that holds WHMCS's \"modules\".";
        return (
            vec![Check::bad(
                "WHMCS",
                format!("{} holds no modules folder", whmcs.display()),
                next,
            )],
            None,
        );
    }
    let mut checks = Vec::new();
    let mut versions = Vec::new();
    for part in PARTS {
        let (check, version) = of(whmcs, part, installed);
        checks.push(check);
        versions.extend(version);
    }
    if let [server, addon] = versions.as_slice()
        && server != addon
    {
        checks.push(Check::bad(
            "module versions",
            format!("the server module is {server}, the addon module {addon}"),
            "Install both from one package.",
        ));
    }
    (checks, versions.into_iter().next())
}

fn of(whmcs: &Path, part: Part, installed: &Installed) -> (Check, Option<String>) {
    let folder = whmcs.join(part.folder);
    let again = format!("\"jetpack-partner install --whmcs {}\"", quoted(whmcs));
    if !folder.join("jetpack.php").is_file() {
        let text = format!("{} holds no jetpack.php", folder.display());
        return (
            Check::bad(part.name, text, &format!("{again} puts it there.")),
            None,
        );
    }
    let stating = folder.join(part.stating);
    let version = match part.stated(whmcs) {
        Stated::Version(version) => version.to_string(),
        Stated::Else(text) => {
            let text = format!("{} states \"{text}\", which is no version", stating.display());
            return (
                Check::bad(part.name, text, &format!("{again} replaces it.")),
                None,
            );
        }
        Stated::Nothing | Stated::Unreadable => {
            let text = format!("{} states no version", stating.display());
            let next = "It may be another Jetpack module, or the copy is incomplete.";
            return (Check::warning(part.name, text, next), None);
        }
    };
    let differences = installed.differences(whmcs, &part);
    (compared(part, &version, differences, &again), Some(version))
}

/// What is known of its other files.
fn compared(
    part: Part,
    version: &str,
    differences: anyhow::Result<Option<Differences>>,
    again: &str,
) -> Check {
    let Differences { missing, changed } = match differences {
        Ok(Some(differences)) => differences,
        Ok(None) => {
            let text = format!(
                "version {version}; jetpack-partner did not install it here, so its files are not compared"
            );
            return Check::good(part.name, text);
        }
        Err(error) => {
            let text = format!("version {version}; its files cannot be compared: {error:#}");
            return Check::warning(part.name, text, "Run it as root.");
        }
    };
    if missing.is_empty() && changed.is_empty() {
        return Check::good(
            part.name,
            format!("version {version}, all files are as they were installed"),
        );
    }
    let text = format!(
        "version {version}, but not as it was installed: {}",
        named(&missing, &changed)
    );
    match missing.is_empty() {
        true => {
            let next = format!(
                "If that was you, it is fine; else {again} puts back what was installed, and keeps yours aside."
            );
            Check::warning(part.name, text, &next)
        }
        false => Check::bad(part.name, text, &format!("{again} puts it back.")),
    }
}

/// The first of them, what is missing before what was changed.
fn named(missing: &[String], changed: &[String]) -> String {
    let mut left = NAMED;
    let mut parts = Vec::new();
    for (files, what) in [(missing, "missing"), (changed, "changed")] {
        let some = &files[..files.len().min(left)];
        left -= some.len();
        if !some.is_empty() {
            parts.push(format!("{} ({what})", some.join(", ")));
        }
    }
    let more = (missing.len() + changed.len()).saturating_sub(NAMED);
    match more {
        0 => parts.join(", "),
        _ => format!("{} and {more} more", parts.join(", ")),
    }
}
