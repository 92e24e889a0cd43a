//! A package as it is unpacked.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::real;

pub struct Package(TempDir);

impl Package {
    /// With the extension for this machine's PHP, and a program that can greet and say its version.
    pub fn new() -> Self {
        let folder = tempfile::tempdir_in(super::quick()).unwrap();
        let package = Self(folder);
        let copied = Command::new("cp")
            .arg("-r")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../whmcs-module/modules"))
            .arg(package.folder())
            .status();
        assert!(copied.unwrap().success());
        package.put(
            &Self::extension(real::api()),
            &fs::read(real::extension()).unwrap(),
        );
        let program = format!(
            "#!/bin/sh\n[ \"$1\" != bridge ] || exec echo '{{\"version\":\"{0}\",\"open\":null}}'\necho 'jetpack-partner {0} (test)'\n",
            env!("CARGO_PKG_VERSION")
        );
        package.put("jetpack-partner", program.as_bytes());
        fs::set_permissions(package.at("jetpack-partner"), fs::Permissions::from_mode(0o755)).unwrap();
        package.sum_up();
        package
    }

    /// The path of the extension for an API.
    pub fn extension(api: u32) -> String {
        format!("extensions/{api}/jetpack_bridge.so")
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn put(&self, path: &str, content: &[u8]) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).unwrap();
    }

    /// Writes the checksums of what is in it now, with the machine's own tool.
    pub fn sum_up(&self) {
        let script =
            "find . -type f ! -name SHA256SUMS -printf '%P\\0' | sort -z | xargs -0 sha256sum > SHA256SUMS";
        let done = Command::new("sh")
            .args(["-c", script])
            .current_dir(self.folder())
            .status();
        assert!(done.unwrap().success());
    }
}

/// The extension as it would be for another PHP: its own numbers say so, and PHP believes them.
pub fn other_api() -> Vec<u8> {
    let ours = real::api();
    let other: u32 = 20_990_101;
    let mut bytes = fs::read(real::extension()).unwrap();
    let build = |api: u32| format!("API{api},NTS").into_bytes();
    let numbers = replace(&mut bytes, &ours.to_le_bytes(), &other.to_le_bytes());
    let builds = replace(&mut bytes, &build(ours), &build(other));
    assert!(
        numbers > 0 && builds > 0,
        "the extension does not name its API where it did"
    );
    bytes
}

fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) -> usize {
    let places: Vec<usize> = (0..bytes.len().saturating_sub(from.len()))
        .filter(|&at| bytes[at..].starts_with(from))
        .collect();
    for &at in &places {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    places.len()
}
