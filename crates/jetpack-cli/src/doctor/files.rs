//! The module's files in a WHMCS installation.

use std::fs;
use std::path::Path;

use super::Check;

/// The folders of the package, and the file of each that states its version.
const PARTS: [(&str, &str, &str); 2] = [
    ("server module", "modules/servers/jetpack", "lib/Bridge.php"),
    ("addon module", "modules/addons/jetpack", "lib/Settings.php"),
];

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
    for (name, folder, file) in PARTS {
        let folder = whmcs.join(folder);
        if !folder.join("jetpack.php").is_file() {
            let text = format!("{} holds no jetpack.php", folder.display());
            checks.push(Check::bad(name, text, "Copy the package's folder there."));
            continue;
        }
        let version = fs::read_to_string(folder.join(file))
            .ok()
            .and_then(|text| stated(&text));
        match version {
            Some(version) => {
                checks.push(Check::good(name, format!("version {version}")));
                versions.push(version);
            }
            None => checks.push(Check::warning(
                name,
                format!("{} states no version", folder.join(file).display()),
                "It may be another Jetpack module, or the copy is incomplete.",
            )),
        }
    }
    if let [server, addon] = versions.as_slice()
        && server != addon
    {
        checks.push(Check::bad(
            "module versions",
            "server module and addon module differ",
            "Copy both from one package.",
        ));
    }
    (checks, versions.into_iter().next())
}

/// The text of `VERSION = '...'`.
fn stated(php: &str) -> Option<String> {
    let after = php.lines().find_map(|line| line.split_once("VERSION = "))?.1;
    let quoted = after.strip_prefix('\'')?;
    quoted.split_once('\'').map(|(version, _)| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_a_constant() {
        assert_eq!(
            stated("    public const VERSION = '1.2.3';\n").as_deref(),
            Some("1.2.3")
        );
        assert_eq!(stated("nothing"), None);
    }
}
