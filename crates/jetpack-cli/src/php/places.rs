//! Where distributions and panels put PHP. A match is a candidate only: each is asked what
//! it is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::root::Root;

/// Folders with a `bin`, and an `sbin` where php-fpm is.
const PREFIXES: [&str; 9] = [
    "/usr",
    "/usr/local",
    // DirectAdmin.
    "/usr/local/php*",
    // LiteSpeed, CyberPanel.
    "/usr/local/lsws/lsphp*",
    // Remi's side by side with EL's own.
    "/opt/remi/php*/root/usr",
    // cPanel's EasyApache 4.
    "/opt/cpanel/ea-php*/root/usr",
    // CloudLinux.
    "/opt/alt/php*/usr",
    "/opt/plesk/php/*",
    // What a Debian package of LiteSpeed's has below it.
    "/usr/local/lsws/lsphp*/usr",
];

/// PHP's programs, one for each way that it is run in. Each reads ini files of its own.
const PROGRAMS: [(&str, &str); 4] = [
    ("bin", "php"),
    ("bin", "php-cgi"),
    ("bin", "lsphp"),
    ("sbin", "php-fpm"),
];

/// Every candidate once, links resolved.
pub(super) fn candidates(root: &Root) -> BTreeSet<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for prefix in PREFIXES {
        for (folder, program) in PROGRAMS {
            found.extend(matches(root, prefix, folder, program));
        }
    }
    // A folder that stands for the machine has no search path.
    if let Some(path) = std::env::var_os("PATH").filter(|_| root.folder() == Path::new("/")) {
        found.extend(std::env::split_paths(&path).map(|folder| folder.join("php")));
    }
    found
        .into_iter()
        .filter_map(|candidate| candidate.canonicalize().ok())
        .filter(|candidate| candidate.is_file())
        .collect()
}

fn matches(root: &Root, prefix: &str, folder: &str, program: &str) -> Vec<PathBuf> {
    // The root's own name is no pattern.
    let root = glob::Pattern::escape(&root.folder().to_string_lossy());
    let pattern = format!("{}{prefix}/{folder}/{program}*", root.trim_end_matches('/'));
    let paths = glob::glob(&pattern).into_iter().flatten().flatten();
    paths.filter(|path| is_called(path, program)).collect()
}

/// Beside `php8.2` there are `php-config`, `phpize` and other tools.
fn is_called(path: &Path, program: &str) -> bool {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let rest = name.strip_prefix(program);
    rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_hosts_php_is_a_candidate_and_phps_tools_are_not() {
        let folder = tempfile::tempdir().unwrap();
        // A panel's folder may have any name.
        let root = Root::of(&folder.path().join("a [host]"));
        let programs = [
            "/usr/bin/php8.2",
            "/usr/bin/php-cgi8.2",
            "/usr/sbin/php-fpm8.2",
            "/usr/local/bin/php",
            "/usr/local/sbin/php-fpm",
            "/usr/local/php82/bin/php",
            "/usr/local/php82/sbin/php-fpm82",
            "/usr/local/lsws/lsphp82/bin/lsphp",
            "/opt/remi/php82/root/usr/sbin/php-fpm",
            "/opt/cpanel/ea-php82/root/usr/bin/php",
            "/opt/cpanel/ea-php82/root/usr/bin/lsphp",
            "/opt/alt/php82/usr/bin/php-cgi",
            "/opt/plesk/php/8.2/bin/php",
        ];
        let tools = [
            "/usr/bin/php-config8.2",
            "/usr/bin/phpize8.2",
            "/usr/bin/phpunit",
            "/usr/bin/php-parse",
        ];
        for name in programs.iter().chain(&tools) {
            let path = root.at(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        std::os::unix::fs::symlink("php8.2", root.at("/usr/bin/php")).unwrap();
        let here = root.folder().canonicalize().unwrap();
        let found = candidates(&root);
        let mut found: Vec<String> = found
            .iter()
            .filter_map(|path| path.strip_prefix(&here).ok())
            .map(|path| format!("/{}", path.display()))
            .collect();
        found.sort();
        let mut expected = programs.map(str::to_owned);
        expected.sort();
        assert_eq!(found, expected);
    }
}
