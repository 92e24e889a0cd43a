//! What a PHP says of itself.

use std::path::{Path, PathBuf};

use super::Sapi;
use super::phpinfo::Info;

/// The oldest PHP that the module's files are written for.
const OLDEST: (u32, u32) = (8, 1);

/// Without these it could not start the program, or not end it in time: the list of Pipes.php.
const STARTS: [&str; 5] = [
    "proc_open",
    "proc_close",
    "proc_terminate",
    "stream_select",
    "stream_set_blocking",
];

/// One PHP, as its `phpinfo()` tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Facts {
    /// As 8.2.36.
    pub(crate) version: String,
    pub(crate) sapi: Sapi,
    /// The number of the API that extensions are built for.
    pub(crate) api: u32,
    pub(crate) zts: bool,
    pub(crate) debug: bool,
    /// Its php.ini.
    pub(crate) ini: Option<PathBuf>,
    /// The folders whose ini files it reads.
    pub(crate) scan: Vec<PathBuf>,
    /// The ini files that it has read from there.
    pub(crate) read: Vec<PathBuf>,
    pub(crate) extension_dir: PathBuf,
    /// `disable_functions`.
    pub(crate) disabled: Vec<String>,
    pub(crate) open_basedir: String,
    /// Whether it goes on with the PHP files that it has read until it is restarted (`opcache.validate_timestamps`).
    pub(crate) keeps_files: bool,
    /// The version of the extension that it has loaded.
    pub(crate) bridge: Option<String>,
    /// Its own words about the extension, when it is not content with it.
    pub(crate) complaint: Option<String>,
}

impl Facts {
    /// Reads what `-i` prints; `None` where that is not a PHP's.
    pub(super) fn read(printed: &str) -> Option<Self> {
        let info = Info::new(printed);
        let path = |key: &str| info.value(key).map(PathBuf::from);
        let paths = |text: &str, separator| -> Vec<PathBuf> {
            let parts = text
                .split(separator)
                .map(str::trim)
                .filter(|part| !part.is_empty());
            parts.map(PathBuf::from).collect()
        };
        Some(Self {
            version: info.value("PHP Version")?.to_owned(),
            sapi: Sapi::shown_as(info.value("Server API")?),
            api: info.value("PHP Extension")?.parse().ok()?,
            zts: info.value("Thread Safety")? != "disabled",
            debug: info.value("Debug Build")? != "no",
            ini: path("Loaded Configuration File"),
            scan: info
                .value("Scan this dir for additional .ini files")
                .map_or_else(Vec::new, |text| paths(text, ':')),
            read: info
                .list("Additional .ini files parsed")
                .iter()
                .map(PathBuf::from)
                .collect(),
            extension_dir: path("extension_dir").unwrap_or_default(),
            disabled: list(info.value("disable_functions").unwrap_or_default()),
            open_basedir: info.value("open_basedir").unwrap_or_default().to_owned(),
            keeps_files: info.value("opcache.enable") == Some("On")
                && info.value("opcache.validate_timestamps") == Some("Off"),
            bridge: info.of_module("jetpack_bridge", "version").map(str::to_owned),
            // The second is a file that was handed over open.
            complaint: info
                .complaint("jetpack_bridge")
                .or_else(|| info.complaint("/proc/self/fd/")),
        })
    }

    /// Whether the module's files can run in it.
    pub(crate) fn is_new_enough(&self) -> bool {
        let mut numbers = self
            .version
            .split('.')
            .map(|part| part.parse::<u32>().unwrap_or_default());
        (
            numbers.next().unwrap_or_default(),
            numbers.next().unwrap_or_default(),
        ) >= OLDEST
    }

    /// As `8.2`, by which hosts name it.
    pub(crate) fn short_version(&self) -> String {
        self.version.split('.').take(2).collect::<Vec<_>>().join(".")
    }

    /// Why it does not let the module start the program, in words that follow its name or stand alone.
    pub(crate) fn forbids_to_start(&self) -> Option<String> {
        let is_missing = |name: &&&str| self.disabled.iter().any(|disabled| disabled == **name);
        let missing: Vec<&str> = STARTS.iter().filter(is_missing).copied().collect();
        let missing = missing.join(", ");
        (!missing.is_empty())
            .then(|| format!("its disable_functions forbids {missing}, which it needs to start the program"))
    }

    /// Whether both load the same extensions.
    pub(crate) fn loads_what(&self, other: &Self) -> bool {
        (self.api, self.zts, self.debug) == (other.api, other.zts, other.debug)
            && self.extension_dir == other.extension_dir
    }

    /// Each file, and the number of the line in it, that loads the extension.
    pub(crate) fn loading(&self) -> Vec<(&Path, usize)> {
        let files = self.read.iter().chain(&self.ini).map(PathBuf::as_path);
        let lines = files.flat_map(|file| {
            super::ini::loading_lines(file)
                .into_iter()
                .map(move |line| (file, line))
        });
        lines.collect()
    }
}

impl Facts {
    /// What to do where it has loaded the extension and complains of it: most often two lines load it.
    pub(crate) fn lines_too_many(&self) -> String {
        let lines = self.loading();
        let lines: Vec<String> = lines
            .iter()
            .map(|(file, line)| format!("line {line} of {}", file.display()))
            .collect();
        match lines.len() {
            0 | 1 => "Look at its ini files.".to_owned(),
            _ => format!("These load it; leave one: {}.", lines.join(", ")),
        }
    }
}

/// A list as ini files have it.
pub(super) fn list(text: &str) -> Vec<String> {
    let names = text.split([',', ' ']).filter(|name| !name.is_empty());
    names.map(|name| name.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_module_needs_to_start_the_program_is_what_its_own_file_says() {
        let pipes = include_str!("../../../../whmcs-module/modules/servers/jetpack/lib/Pipes.php");
        let needed = pipes.split_once("const NEEDED = [").unwrap().1;
        let needed = needed.split_once(']').unwrap().0;
        let needed: Vec<&str> = needed
            .split(',')
            .map(|name| name.trim().trim_matches('\''))
            .collect();
        assert_eq!(needed, STARTS);
    }
}
