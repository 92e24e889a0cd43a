//! This machine's own PHP, and the extension that was built for it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// What it says of itself, in the lines of `-i`.
fn info() -> &'static str {
    static INFO: OnceLock<String> = OnceLock::new();
    INFO.get_or_init(|| {
        let output = Command::new("/usr/bin/php").args(["-n", "-i"]).output();
        let output = output.expect("these tests need PHP: tests/lab/install build lab");
        String::from_utf8(output.stdout).unwrap()
    })
}

fn line(name: &str) -> &'static str {
    let arrow = format!("{name} => ");
    info().lines().find_map(|line| line.strip_prefix(&arrow)).unwrap()
}

/// As 8.2.36.
pub fn version() -> &'static str {
    line("PHP Version")
}

/// As 8.2.
pub fn number() -> String {
    version().split('.').take(2).collect::<Vec<_>>().join(".")
}

/// The number of its API.
pub fn api() -> u32 {
    line("PHP Extension").parse().unwrap()
}

/// Where the PHPs of a Debian host look for extensions.
pub fn extensions() -> String {
    format!("/usr/lib/php/{}", api())
}

/// The program that stands behind one of a host's.
pub fn of(program: &str) -> PathBuf {
    match program.contains("fpm") {
        true => Path::new("/usr/sbin").join(format!("php-fpm{}", number())),
        false => Path::new("/usr/bin").join(format!("php{}", number())),
    }
}

/// The extension's file.
pub fn extension() -> PathBuf {
    let built = std::env::var_os("JETPACK_BUILT").map(PathBuf::from);
    let built = built.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/release"));
    let file = built.join("libjetpack_bridge.so");
    assert!(file.is_file(), "these tests need {}: make build", file.display());
    file
}
