//! Asking a PHP what it is. Each program is asked itself: beside one that runs in the shell lies a php-fpm that reads other files.

use std::ffi::{OsStr, OsString};
use std::fs::{File, Permissions};
use std::io::{self, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::ExitStatus;
use std::time::Duration;

use rustix::fs::{MemfdFlags, memfd_create};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::process::geteuid;

use super::Facts;
use crate::bounded;
use crate::output::plain_lines;

/// A PHP that takes longer to describe itself hangs.
const PATIENCE: Duration = Duration::from_secs(10);

/// What keeps an extension from being loaded is shown, and goes to no log of the host's.
const SHOW: [(&str, &str); 4] = [
    ("display_startup_errors", "1"),
    ("display_errors", "1"),
    ("log_errors", "0"),
    ("html_errors", "0"),
];

/// What a PHP says of itself.
///
/// # Errors
///
/// Why it says nothing, in words that follow its name.
pub(super) async fn facts(binary: &Path) -> Result<Facts, String> {
    if takes_settings(binary) {
        return read(&run(binary, &[show().as_slice(), &["-i".into()]].concat(), None).await?);
    }
    let facts = read(&run(binary, &["-i".into()], None).await?)?;
    // What it complains of, it says where an ini file asks for it; those that it reads anyway come first.
    let folder = folder_with(&lines_to_show()).map_err(|error| error.to_string())?;
    let mut scan: Vec<&OsStr> = facts.scan.iter().map(|folder| folder.as_os_str()).collect();
    scan.push(folder.path().as_os_str());
    let complaint = read(&run(binary, &["-i".into()], Some(&scan.join(OsStr::new(":")))).await?)?.complaint;
    Ok(Facts { complaint, ..facts })
}

/// Lets a PHP load an extension's file without touching its ini files; gives the version that was loaded. The file may lie where
/// the one as whom PHP is asked may not go, so it is handed over open.
///
/// # Errors
///
/// Why it cannot, in PHP's own words.
pub(crate) async fn trial(binary: &Path, extension: &Path) -> Result<String, String> {
    let file = handed(extension).map_err(|error| error.to_string())?;
    let handed = format!("/proc/self/fd/{}", file.as_raw_fd());
    let facts = if takes_settings(binary) {
        let load = ["-n".to_owned(), "-d".to_owned(), format!("extension={handed}")];
        read(&run(binary, &[&load, show().as_slice(), &["-i".into()]].concat(), None).await?)?
    } else {
        let lines = format!("extension=\"{handed}\"\n{}", lines_to_show());
        let folder = folder_with(&lines).map_err(|error| error.to_string())?;
        read(&run(binary, &["-i".into()], Some(&folder.path().into())).await?)?
    };
    facts.bridge.ok_or_else(|| match facts.complaint {
        Some(complaint) => complaint.replace(&handed, &extension.to_string_lossy()),
        None => "PHP does not load it and does not say why".to_owned(),
    })
}

/// The file, for a process that inherits it and opens it once more: as nobody, where root's umask may have kept that from
/// everybody.
fn handed(extension: &Path) -> io::Result<File> {
    let mut file = File::open(extension)?;
    if file.metadata()?.permissions().mode() & 0o004 != 0 {
        fcntl_setfd(&file, FdFlags::empty())?;
        return Ok(file);
    }
    let mut copy = File::from(memfd_create("jetpack_bridge.so", MemfdFlags::empty())?);
    io::copy(&mut file, &mut copy)?;
    Ok(copy)
}

/// LiteSpeed's PHP takes no `-d`.
fn takes_settings(binary: &Path) -> bool {
    let name = binary.file_name().and_then(OsStr::to_str).unwrap_or_default();
    !name.starts_with("lsphp")
}

fn show() -> Vec<String> {
    let settings = SHOW.iter().map(|(name, value)| format!("{name}={value}"));
    settings.flat_map(|setting| ["-d".to_owned(), setting]).collect()
}

fn lines_to_show() -> String {
    SHOW.iter()
        .map(|(name, value)| format!("{name}={value}\n"))
        .collect()
}

/// A folder of ini files for one question, which the one as whom PHP is asked can read.
fn folder_with(lines: &str) -> io::Result<tempfile::TempDir> {
    let folder = tempfile::Builder::new()
        .permissions(Permissions::from_mode(0o755))
        .tempdir_in(match geteuid().is_root() {
            // Root's own place for such things may be closed to others.
            true => PathBuf::from("/tmp"),
            false => std::env::temp_dir(),
        })?;
    // Read after all others, whose settings it overrides.
    let mut file = File::create(folder.path().join("zzzz-asked.ini"))?;
    file.set_permissions(Permissions::from_mode(0o644))?;
    file.write_all(lines.as_bytes())?;
    Ok(folder)
}

fn read(printed: &str) -> Result<Facts, String> {
    Facts::read(printed).ok_or_else(|| "does not answer as PHP does".to_owned())
}

/// What a program prints.
async fn run(binary: &Path, arguments: &[String], scan: Option<&OsString>) -> Result<String, String> {
    let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    let said = bounded::run_php(binary, &arguments, scan, PATIENCE).await;
    let said = said.map_err(|failed| failed.to_string())?;
    match said.status.success() {
        // What a program prints may be shown on a terminal.
        true => Ok(plain_lines(&said.stdout)),
        false => Err(ended(said.status)),
    }
}

fn ended(status: ExitStatus) -> String {
    match (status.signal(), status.code()) {
        (Some(signal), _) => format!("crashed (signal {signal})"),
        (None, code) => format!("ended with exit code {}", code.unwrap_or_default()),
    }
}
