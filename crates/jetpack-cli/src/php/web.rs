//! The line in which the addon's page prints what the web server's PHP says of itself. Only that one knows: its pool may have
//! settings of its own, and it may run where no program of it is found.

use std::path::PathBuf;
use std::str::FromStr;

use serde::Deserialize;

use super::{Facts, Sapi, facts};
use crate::guard::User;

/// The line, as it is printed. What else it holds is of a later release.
#[derive(Debug, Clone, Deserialize)]
struct Line {
    php: String,
    sapi: String,
    api: Option<Number>,
    zts: bool,
    debug: bool,
    ini: String,
    scan: String,
    extension_dir: String,
    disabled: String,
    open_basedir: String,
    whmcs: PathBuf,
    user: String,
    /// By number; a pool may run in others than its user's own.
    #[serde(default)]
    groups: Vec<u32>,
    #[serde(default)]
    document_root: PathBuf,
}

/// PHP has it as a text in `phpinfo()`.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Number {
    Is(u32),
    Reads(String),
}

/// What the web server's PHP says of itself.
#[derive(Debug, Clone)]
pub(crate) struct Web {
    /// As it was printed.
    pub(crate) text: String,
    pub(super) facts: Facts,
    /// The WHMCS that it runs.
    pub(crate) whmcs: PathBuf,
    /// The user that it runs as, by name or number; blank where it may not say.
    user: String,
    groups: Vec<u32>,
    /// Below which all is handed out; blank where it may not say.
    pub(crate) document_root: PathBuf,
}

/// Why a text is no such line.
#[derive(Debug, thiserror::Error)]
#[error("it is not the line that the addon's page prints: {0}")]
pub(crate) struct NotTheLine(String);

impl Web {
    /// Whether it tells enough for a PHP that is not found otherwise: hosts forbid a PHP to know itself.
    pub(super) fn is_whole(&self) -> bool {
        self.facts.api != 0 && self.facts.extension_dir.is_absolute()
    }

    /// Whether it is of a PHP that was asked.
    pub(super) fn is_of(&self, facts: &Facts) -> bool {
        let ours = &self.facts;
        ours.sapi == facts.sapi
            && ours.version == facts.version
            && resolved(&ours.scan) == resolved(&facts.scan)
            && (ours.api == facts.api || ours.api == 0)
            && (ours.extension_dir == facts.extension_dir || !ours.extension_dir.is_absolute())
    }

    /// The user that it runs as, where that is known.
    pub(crate) fn user(&self) -> Option<User> {
        let mut user = User::named(&self.user)?;
        user.groups.extend(&self.groups);
        Some(user)
    }

    /// Whether its folders are still there.
    pub(crate) fn is_there(&self) -> bool {
        self.facts.extension_dir.is_dir() && self.facts.scan.iter().any(|folder| folder.is_dir())
    }
}

impl FromStr for Web {
    type Err = NotTheLine;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let line: Line = serde_json::from_str(text.trim()).map_err(|error| NotTheLine(error.to_string()))?;
        let some = |text: String| (!text.is_empty()).then(|| PathBuf::from(text));
        let api = match line.api {
            None => None,
            Some(Number::Is(api)) => Some(api),
            Some(Number::Reads(text)) => {
                let api = text.parse();
                Some(api.map_err(|_| NotTheLine("api is no number".to_owned()))?)
            }
        };
        if !is_version(&line.php) {
            return Err(NotTheLine("php is no version".to_owned()));
        }
        let facts = Facts {
            version: line.php,
            sapi: Sapi::named(&line.sapi),
            api: api.unwrap_or_default(),
            zts: line.zts,
            debug: line.debug,
            ini: some(line.ini),
            scan: line
                .scan
                .split(':')
                .filter(|folder| !folder.is_empty())
                .map(PathBuf::from)
                .collect(),
            read: Vec::new(),
            extension_dir: PathBuf::from(line.extension_dir),
            disabled: facts::list(&line.disabled),
            open_basedir: line.open_basedir,
            keeps_files: false,
            bridge: None,
            complaint: None,
        };
        if !line.whmcs.is_absolute() {
            return Err(NotTheLine("whmcs is no absolute path".to_owned()));
        }
        Ok(Self {
            text: text.trim().to_owned(),
            facts,
            whmcs: line.whmcs,
            user: line.user,
            groups: line.groups,
            document_root: line.document_root,
        })
    }
}

/// Either may name a folder by a link.
fn resolved(folders: &[PathBuf]) -> Vec<PathBuf> {
    folders.iter().map(|folder| super::resolved(folder)).collect()
}

/// As 8.2.36 or 8.5.0RC1-2: hosts name folders and services by its numbers.
fn is_version(text: &str) -> bool {
    let mut parts = text.splitn(3, '.');
    let mut is_number = || parts.next().is_some_and(|part| part.parse::<u8>().is_ok());
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+' | '~' | '_');
    is_number() && is_number() && text.chars().all(is_plain)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    const LINE: &str = r#"{"php":"8.2.36","sapi":"fpm-fcgi","api":"20220829","zts":false,"debug":false,"binary":"",
        "ini":"/etc/php/8.2/fpm/php.ini","scan":"/etc/php/8.2/fpm/conf.d","extension_dir":"/usr/lib/php/20220829",
        "disabled":"exec,Proc_Open","open_basedir":"","whmcs":"/var/www/whmcs","user":"www-data","later":[1]}"#;

    #[test]
    fn the_line_of_the_page_is_read() {
        let web: Web = LINE.parse().unwrap();
        assert_eq!(
            (web.facts.sapi.to_string().as_str(), web.facts.api),
            ("fpm-fcgi", 20_220_829)
        );
        assert!(
            web.facts
                .forbids_to_start()
                .unwrap()
                .contains("forbids proc_open, which")
        );
        assert_eq!(web.whmcs, Path::new("/var/www/whmcs"));
        assert!(LINE.replace("\"20220829\"", "20220829").parse::<Web>().is_ok());
    }

    #[test]
    fn what_is_not_the_whole_line_is_refused_with_the_reason() {
        let refused = |text: &str| text.parse::<Web>().unwrap_err().to_string();
        assert!(refused("yes").contains("not the line that the addon's page prints"));
        assert!(refused(&LINE.replace("\"user\":\"www-data\",", "")).contains("missing field `user`"));
        for odd in ["8", "8.2/../..", "a.b.c", "8.2.1;x", "../../8.2"] {
            assert!(
                refused(&LINE.replace("8.2.36", odd)).contains("php is no version"),
                "{odd}"
            );
        }
        assert!(refused(&LINE.replace("\"20220829\"", "\"new\"")).contains("api is no number"));
        assert!(refused(&LINE.replace("/var/www", "www")).contains("whmcs is no absolute path"));
        assert!(refused(&LINE.replace("false", "\"\"")).contains("expected a boolean"));
    }

    #[test]
    fn a_php_that_may_not_know_itself_tells_what_it_may() {
        let line = LINE.replace("\"20220829\"", "null").replace("www-data", "");
        let web: Web = line.parse().unwrap();
        assert!(!web.is_whole() && web.user().is_none());
        let other: Web = LINE.parse().unwrap();
        assert!(other.is_whole() && web.is_of(&other.facts));
    }
}
