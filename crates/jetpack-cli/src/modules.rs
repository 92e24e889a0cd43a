//! The module's two folders, in a package and in a WHMCS.

use std::fs;
use std::path::Path;

/// One of them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) name: &'static str,
    /// Below the root of a WHMCS, and of a package.
    pub(crate) folder: &'static str,
    /// The file in it that states its version.
    pub(crate) stating: &'static str,
}

pub(crate) const PARTS: [Part; 2] = [
    Part {
        name: "server module",
        folder: "modules/servers/jetpack",
        stating: "lib/Bridge.php",
    },
    Part {
        name: "addon module",
        folder: "modules/addons/jetpack",
        stating: "lib/Settings.php",
    },
];

impl Part {
    /// The version that its files state, below a root.
    pub(crate) fn version(&self, root: &Path) -> Option<String> {
        let text = fs::read_to_string(root.join(self.folder).join(self.stating)).ok()?;
        stated(&text)
    }
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
