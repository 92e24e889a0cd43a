//! The module's files in a WHMCS installation.

use std::path::Path;

use crate::check::Check;
use crate::modules::PARTS;

/// The checks, and the version of the server module's files.
pub(super) fn check(whmcs: &Path) -> (Vec<Check>, Option<String>) {
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
        let folder = whmcs.join(part.folder);
        if !folder.join("jetpack.php").is_file() {
            let text = format!("{} holds no jetpack.php", folder.display());
            let next = format!(
                "\"jetpack-partner install --whmcs {}\" puts it there.",
                whmcs.display()
            );
            checks.push(Check::bad(part.name, text, &next));
            continue;
        }
        match part.version(whmcs) {
            Some(version) => {
                checks.push(Check::good(part.name, format!("version {version}")));
                versions.push(version);
            }
            None => checks.push(Check::warning(
                part.name,
                format!("{} states no version", folder.join(part.stating).display()),
                "It may be another Jetpack module, or the copy is incomplete.",
            )),
        }
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
