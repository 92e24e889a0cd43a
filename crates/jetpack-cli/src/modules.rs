//! The module's two folders, in a package and in a WHMCS.

use std::io::ErrorKind;
use std::path::Path;

use semver::Version;

use crate::below;

/// A longer text is no version.
const LONGEST: usize = 40;

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

/// What a folder of the module says of its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stated {
    /// Nothing: there is no such file, or it is another module's.
    Nothing,
    Version(Version),
    /// What is no version, and may be shown.
    Else(String),
    /// What is there is no file that can be read, or holds what may not be shown: nobody can tell which release it is of.
    Unreadable,
}

impl Part {
    /// The version that its files state, below a root.
    pub(crate) fn stated(&self, root: &Path) -> Stated {
        match below::text(root, &Path::new(self.folder).join(self.stating)) {
            Ok(text) => stated(&text),
            Err(error) if error.kind() == ErrorKind::NotFound => Stated::Nothing,
            Err(_) => Stated::Unreadable,
        }
    }

    /// The same as a text, where there is one that may be shown.
    pub(crate) fn version(&self, root: &Path) -> Option<String> {
        self.stated(root).shown()
    }
}

impl Stated {
    /// As a text, where there is one that may be shown.
    pub(crate) fn shown(self) -> Option<String> {
        match self {
            Self::Version(version) => Some(version.to_string()),
            Self::Else(text) => Some(text),
            Self::Nothing | Self::Unreadable => None,
        }
    }
}

/// The text of `VERSION = '...'`.
fn stated(php: &str) -> Stated {
    let after = php.lines().find_map(|line| line.split_once("VERSION = '"));
    let Some((_, after)) = after else {
        return Stated::Nothing;
    };
    // Whatever else it may be is not ours to show.
    let is_ours = |text: &&str| {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '+' | '-');
        (1..=LONGEST).contains(&text.len()) && text.chars().all(is_plain)
    };
    let text = after.split_once('\'').map(|(text, _)| text).filter(is_ours);
    match (text, text.map(Version::parse)) {
        (_, Some(Ok(version))) => Stated::Version(version),
        (Some(text), _) => Stated::Else(text.to_owned()),
        (None, _) => Stated::Unreadable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read_from_a_constant() {
        let version = Version::new(1, 2, 3);
        assert_eq!(
            stated("    public const VERSION = '1.2.3';\n"),
            Stated::Version(version)
        );
        assert_eq!(stated("nothing"), Stated::Nothing);
        assert_eq!(stated("const VERSION = OTHER;"), Stated::Nothing);
    }

    #[test]
    fn what_is_no_version_is_told_as_it_is_where_it_may_be_shown() {
        assert_eq!(stated("VERSION = 'new.est'"), Stated::Else("new.est".to_owned()));
        let long = format!("VERSION = '{}'", "1".repeat(41));
        for odd in [
            "VERSION = '1.0\u{1b}[31m'",
            "VERSION = ''",
            "VERSION = '1 2'",
            "VERSION = '1.0",
            &long,
        ] {
            assert_eq!(stated(odd), Stated::Unreadable, "{odd:?}");
        }
    }
}
