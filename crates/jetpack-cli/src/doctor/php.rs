//! Which PHPs this machine has, and whether each loads the extension in the module's version. Web
//! server and cron often run different ones.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use super::{Check, sapi};
use crate::output::plain;

/// A PHP that takes longer to say its version hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// Where panels and distributions put PHP; `*` stands for one folder or the rest of a name.
const PLACES: [(&str, &str, &str); 5] = [
    ("/usr/bin", "php", ""),
    ("/opt/cpanel", "ea-php", "root/usr/bin/php"),
    ("/opt/alt", "php", "usr/bin/php"),
    ("/usr/local/lsws", "lsphp", "bin/php"),
    ("/opt/plesk/php", "", "bin/php"),
];

pub(super) async fn check(module_version: Option<&str>) -> Vec<Check> {
    let binaries = find();
    if binaries.is_empty() {
        return vec![Check::bad(
            "PHP",
            "none was found",
            "Install PHP, or run this where WHMCS runs.",
        )];
    }
    let mut checks = Vec::new();
    for binary in binaries {
        checks.push(extension(&binary, module_version).await);
    }
    checks
}

/// Every PHP once, links resolved.
fn find() -> BTreeSet<PathBuf> {
    let mut candidates = Vec::new();
    if let Some(path) = std::env::var_os("PATH") {
        candidates.extend(std::env::split_paths(&path).map(|folder| folder.join("php")));
    }
    for (folder, prefix, below) in PLACES {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        for entry in entries {
            let name = entry.file_name();
            let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(prefix)) else {
                continue;
            };
            // Beside php8.2 there are php-config, phpize and other tools.
            if below.is_empty() && !rest.chars().all(|c| c.is_ascii_digit() || c == '.') {
                continue;
            }
            candidates.push(if below.is_empty() {
                entry.path()
            } else {
                entry.path().join(below)
            });
        }
    }
    candidates
        .into_iter()
        .filter_map(|candidate| candidate.canonicalize().ok())
        .filter(|binary| binary.is_file())
        .collect()
}

async fn extension(binary: &Path, module_version: Option<&str>) -> Check {
    let name = format!("PHP {}", binary.display());
    let Some(about) = output(binary, &["-v"]).await else {
        return Check::warning(&name, "does not run", "Remove it, or repair it.");
    };
    let version = about.split_whitespace().nth(1).map(plain).unwrap_or_default();
    let ini = ini_folder(binary).await;
    let about = format!("{version}, {}, ini files in {ini}", sapi::installed(binary));
    let Some(info) = output(binary, &["--ri", "jetpack_bridge"]).await else {
        return Check::warning(
            &name,
            format!("{about}: jetpack_bridge is not loaded"),
            "If WHMCS runs on this PHP (web or cron), add \"extension=jetpack_bridge\" to its ini files.",
        );
    };
    let loaded = info.lines().find_map(|line| line.strip_prefix("version => "));
    let loaded = loaded.map(|loaded| plain(loaded.trim())).unwrap_or_default();
    if let Some(wanted) = module_version.filter(|wanted| *wanted != loaded) {
        return Check::bad(
            &name,
            format!("{about}: jetpack_bridge {loaded}, but the module files are {wanted}"),
            "Copy extension and module files from one package, then restart PHP.",
        );
    }
    if let Some((face, folder)) = sapi::without_extension(Path::new(&ini)).first() {
        return Check::warning(
            &name,
            format!("{about}: jetpack_bridge {loaded}, but not for {face}"),
            &format!(
                "If WHMCS runs on {face}, add \"extension=jetpack_bridge\" in {} too.",
                folder.display()
            ),
        );
    }
    Check::good(&name, format!("{about}: jetpack_bridge {loaded}"))
}

async fn ini_folder(binary: &Path) -> String {
    let text = output(binary, &["--ini"]).await.unwrap_or_default();
    let folder = text
        .lines()
        .find_map(|line| line.strip_prefix("Scan for additional .ini files in:"));
    folder.map_or_else(|| "(unknown)".to_owned(), |folder| plain(folder.trim()))
}

/// What a PHP prints; `None` when it fails.
async fn output(binary: &Path, arguments: &[&str]) -> Option<String> {
    let run = Command::new(binary)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .output();
    let output = tokio::time::timeout(PATIENCE, run).await.ok()?.ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}
