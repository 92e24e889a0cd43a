//! Whose PHP it is: hosts keep ini files in places of their own, and restart it in ways of their own.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Facts, Sapi};
use crate::root::Root;

/// How a host arranges its PHPs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Debian,
    RedHat,
    Remi,
    CPanel,
    CloudLinux,
    LiteSpeed,
    Plesk,
    DirectAdmin,
    /// The official images.
    Docker,
    Unknown,
}

/// By the beginning of a path that belongs to it. A wrapper in /usr/bin may lead to a panel's PHP, so what PHP says of its
/// folders counts before the program's own place.
const BEGINNINGS: [(&str, Layout); 11] = [
    ("/opt/cpanel/", Layout::CPanel),
    ("/opt/alt/", Layout::CloudLinux),
    ("/etc/cl.php.d/", Layout::CloudLinux),
    ("/usr/local/lsws/", Layout::LiteSpeed),
    ("/opt/plesk/", Layout::Plesk),
    ("/opt/remi/", Layout::Remi),
    ("/etc/opt/remi/", Layout::Remi),
    ("/usr/local/etc/php/", Layout::Docker),
    ("/usr/local/php", Layout::DirectAdmin),
    ("/etc/php/", Layout::Debian),
    ("/etc/php.d", Layout::RedHat),
];

impl Layout {
    pub(super) fn of(root: &Root, binary: Option<&Path>, facts: &Facts) -> Self {
        let paths = facts
            .scan
            .iter()
            .chain(&facts.ini)
            .map(PathBuf::as_path)
            .chain(binary);
        let mut known = paths.filter_map(|path| {
            let path = root.named(path);
            let found = BEGINNINGS
                .iter()
                .find(|(beginning, _)| path.to_string_lossy().starts_with(beginning));
            found.map(|(_, layout)| *layout)
        });
        known.next().unwrap_or(Self::Unknown)
    }

    /// The ini file of ours for a PHP.
    ///
    /// # Errors
    ///
    /// Why there can be none.
    pub(super) fn ini_file(self, root: &Root, facts: &Facts) -> Result<PathBuf, String> {
        if self == Self::CloudLinux {
            return Ok(selectable(root, facts)?.join("jetpack_bridge.ini"));
        }
        let folder = facts.scan.iter().find(|folder| folder.is_absolute());
        match folder {
            // Debian's phpenmod would give it the same name, so that it cannot be loaded twice.
            Some(folder) => Ok(folder.join("20-jetpack_bridge.ini")),
            None => Err("it reads no folder of ini files".to_owned()),
        }
    }

    /// What makes a PHP that runs read its ini files anew.
    pub(super) fn restart(self, root: &Root, facts: &Facts) -> Vec<Restart> {
        let number = facts.short_version();
        let digits = number.replace('.', "");
        let reload = |unit: String| vec![Restart::command(&["systemctl", "reload", &unit])];
        match (self, &facts.sapi) {
            (Self::CloudLinux, _) => vec![
                Restart::command(&["cagefsctl", "--setup-cl-selector"]),
                Restart::command(&["cagefsctl", "--rebuild-alt-php-ini"]),
                Restart::ByHand(format!(
                    "tick jetpack_bridge for PHP {number} in the PHP Selector of the account that runs WHMCS, then end that \
                     account's lsphp processes"
                )),
            ],
            (Self::Docker, _) => vec![Restart::ByHand(
                "what was written into a container is lost with it: put the same files into your image, then start the \
                 container anew"
                    .to_owned(),
            )],
            (_, Sapi::Cli) => Vec::new(),
            (Self::Debian, Sapi::Fpm) => reload(format!("php{number}-fpm")),
            (Self::RedHat, Sapi::Fpm) => reload("php-fpm".to_owned()),
            (Self::Remi, Sapi::Fpm) => reload(format!("php{digits}-php-fpm")),
            (Self::Plesk, Sapi::Fpm) => reload(format!("plesk-php{digits}-fpm")),
            (Self::DirectAdmin, Sapi::Fpm) => reload(format!("php-fpm{digits}")),
            (Self::CPanel, Sapi::Fpm) => vec![Restart::command(&["/scripts/restartsrv_apache_php_fpm"])],
            (Self::Debian, Sapi::Apache) => vec![Restart::command(&["systemctl", "restart", "apache2"])],
            (_, Sapi::Apache) => vec![Restart::command(&["systemctl", "restart", "httpd"])],
            // cPanel brings LiteSpeed's PHP where there is no LiteSpeed.
            (_, Sapi::LiteSpeed) if !root.at("/usr/local/lsws").is_dir() => Vec::new(),
            (_, Sapi::LiteSpeed) => {
                let flag = root.at("/usr/local/lsws/admin/tmp/.lsphp_restart.txt");
                vec![
                    Restart::command(&["touch", &flag.to_string_lossy()]),
                    Restart::command(&["/usr/local/lsws/bin/lswsctrl", "restart"]),
                ]
            }
            // A process for each request, or what starts it is not known.
            (_, Sapi::Cgi) => Vec::new(),
            (_, sapi) => vec![Restart::ByHand(format!("restart what runs PHP {number} as {sapi}"))],
        }
    }
}

/// CloudLinux's folder of what its PHP Selector offers; the folder that PHP reads belongs to the selector.
fn selectable(root: &Root, facts: &Facts) -> Result<PathBuf, String> {
    let digits = facts.short_version().replace('.', "");
    let folder = root.at(&format!("/opt/alt/php{digits}/etc/php.d.all"));
    match folder.is_dir() {
        true => Ok(folder),
        false => Err(format!(
            "{} is missing, where CloudLinux keeps what can be selected",
            folder.display()
        )),
    }
}

/// One thing to do so that what runs reads its ini files anew.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Restart {
    /// A command, as its words.
    Command(Vec<String>),
    /// What only a person can do.
    ByHand(String),
}

impl Restart {
    fn command(words: &[&str]) -> Self {
        Self::Command(words.iter().map(|&word| word.to_owned()).collect())
    }
}

impl std::fmt::Display for Restart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Command(words) => f.write_str(&words.join(" ")),
            Self::ByHand(text) => f.write_str(text),
        }
    }
}
