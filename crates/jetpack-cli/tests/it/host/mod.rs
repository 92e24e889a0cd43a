//! A machine of a host's in a folder: PHPs where that host has them, with this machine's own PHP behind them, a WHMCS, and a
//! package to install.

mod package;
mod real;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

pub use package::{Package, other_api};
pub use real::{api, extensions, number, version};

use crate::support::{PROGRAM, Ran};

/// Where its WHMCS is.
pub const WHMCS: &str = "/var/www/billing/whmcs";

pub struct Host {
    folder: TempDir,
    pub package: Package,
}

/// A PHP of the host's: where its program is, and what it is told of its folders.
pub struct Php<'a> {
    pub program: &'a str,
    pub scan: &'a str,
    pub extensions: &'a str,
    /// Words in front of those that it is called with, and what it does with its output.
    pub words: &'a str,
    pub filter: &'a str,
}

impl<'a> Php<'a> {
    pub fn new(program: &'a str, scan: &'a str, extensions: &'a str) -> Self {
        Self {
            program,
            scan,
            extensions,
            words: "",
            filter: "",
        }
    }
}

impl Host {
    /// With a WHMCS and without any PHP.
    pub fn new() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("a host ")
            .tempdir_in(quick())
            .unwrap();
        // Others than its owner have to be able to enter it, as they enter /.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let host = Self {
            package: Package::new(),
            folder,
        };
        host.whmcs(WHMCS);
        host
    }

    /// As Debian has it: one PHP in the shell, one for the web.
    pub fn debian() -> Self {
        let host = Self::new();
        let number = number();
        let extensions = extensions();
        for (program, face) in [("/usr/bin/php", "cli"), ("/usr/sbin/php-fpm", "fpm")] {
            let scan = format!("/etc/php/{number}/{face}/conf.d");
            host.php(&Php::new(&format!("{program}{number}"), &scan, &extensions));
        }
        host
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Where a path of the machine lies.
    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path.trim_start_matches('/'))
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn folder(&self, path: &str) {
        fs::create_dir_all(self.at(path)).unwrap();
    }

    pub fn whmcs(&self, root: &str) {
        for folder in ["modules/servers/other", "modules/addons"] {
            self.folder(&format!("{root}/{folder}"));
        }
        self.write(&format!("{root}/init.php"), "<?php\n");
        self.write(&format!("{root}/configuration.php"), "<?php\n");
    }

    /// Makes the WHMCS another user's, as panels have it, where these tests run as root.
    pub fn give_away(&self) -> bool {
        self.is_roots() && {
            self.give(WHMCS, 65_534);
            true
        }
    }

    /// Whether these tests run as root.
    pub fn is_roots(&self) -> bool {
        self.root().metadata().unwrap().uid() == 0
    }

    /// Makes a WHMCS a user's.
    pub fn give(&self, whmcs: &str, uid: u32) {
        for folder in ["", "/modules", "/modules/servers", "/modules/addons", "/init.php"] {
            std::os::unix::fs::chown(self.at(&format!("{whmcs}{folder}")), Some(uid), Some(uid)).unwrap();
        }
    }

    /// The same with all that is in it.
    pub fn give_whole(&self, folder: &str, uid: u32) {
        let given = Command::new("chown")
            .args(["-R", &format!("{uid}:{uid}")])
            .arg(self.at(folder))
            .status();
        assert!(given.unwrap().success());
    }

    /// Puts a PHP there: this machine's, which reads nothing but its folders.
    pub fn php(&self, php: &Php) {
        self.folder(php.scan);
        self.folder(php.extensions);
        let (scan, extensions) = (self.at(php.scan), self.at(php.extensions));
        let real = real::of(php.program);
        // LiteSpeed's takes no `-d`, and is told of folders by the environment alone.
        let script = match php.program.contains("lsphp") && !php.program.ends_with("/php") {
            true => format!(
                "for word; do [ \"$word\" != -d ] || {{ echo 'Usage: php'; exit 0; }}; done\n\
                 PHP_INI_SCAN_DIR=\"${{PHP_INI_SCAN_DIR-{}}}\" '{}' -d extension_dir='{}' {} \"$@\" |\n\
                 sed 's/^Server API => .*/Server API => LiteSpeed V8.1/'\n",
                scan.display(),
                real.display(),
                extensions.display(),
                php.words
            ),
            false => format!(
                "PHP_INI_SCAN_DIR='{}' '{}' -d extension_dir='{}' {} \"$@\" {}\n",
                scan.display(),
                real.display(),
                extensions.display(),
                php.words,
                php.filter
            ),
        };
        self.script(php.program, &script);
    }

    /// Puts a program there.
    pub fn script(&self, path: &str, script: &str) {
        self.write(path, &format!("#!/bin/sh\n{script}"));
        fs::set_permissions(self.at(path), fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// The program on this machine, with the tools that it has.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", self.at("/tools").display()))
            .stdin(Stdio::null())
            .args(arguments)
            .arg("--root")
            .arg(self.root());
        command
    }

    /// The same for what needs the package.
    pub fn command_with_package(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(arguments);
        command.arg("--package").arg(self.package.folder());
        command
    }

    /// `install` into its WHMCS.
    pub fn install(&self, options: &[&str]) -> Ran {
        self.install_into(WHMCS, options)
    }

    /// `install` into another.
    pub fn install_into(&self, whmcs: &str, options: &[&str]) -> Ran {
        let whmcs = self.at(whmcs);
        let arguments = [&["install", "--whmcs", whmcs.to_str().unwrap()], options].concat();
        self.command_with_package(&arguments).output().unwrap().into()
    }

    pub fn upgrade(&self, options: &[&str]) -> Ran {
        let arguments = [&["upgrade"], options].concat();
        self.command_with_package(&arguments).output().unwrap().into()
    }

    pub fn uninstall(&self, options: &[&str]) -> Ran {
        let arguments = [&["uninstall"], options].concat();
        self.command(&arguments).output().unwrap().into()
    }

    /// The line of the addon's page, as that of a PHP of this host's.
    pub fn web_line(&self, sapi: &str, scan: &str, extensions: &str) -> Value {
        json!({
            "php": version(), "sapi": sapi, "api": api().to_string(), "zts": false, "debug": false,
            "binary": "", "ini": "", "scan": self.at(scan), "extension_dir": self.at(extensions), "disabled": "",
            "open_basedir": "", "whmcs": self.at(WHMCS), "user": "nobody",
        })
    }

    /// Everything on the machine but the installer's own folder: each file with what is in it.
    pub fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut all = BTreeMap::new();
        collect(self.root(), &mut all);
        all.retain(|path, _| !path.starts_with(self.at("/var/lib")));
        all
    }

    /// What the installer keeps.
    pub fn record(&self) -> Value {
        serde_json::from_str(&self.read("/var/lib/jetpack-for-whmcs/installed.json")).unwrap()
    }
}

/// In memory, where programs can be started from there: an installer waits for the disk at each step.
pub fn quick() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let may_start = rustix::fs::statvfs(memory)
        .is_ok_and(|found| !found.f_flag.contains(rustix::fs::StatVfsMountFlags::NOEXEC));
    match may_start && memory.is_dir() {
        true => memory.to_owned(),
        false => std::env::temp_dir(),
    }
}

fn collect(folder: &Path, all: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(&path, all),
            false => {
                // A pipe would be waited for.
                let text = path.is_file().then(|| fs::read(&path).unwrap_or_default());
                all.insert(path, text.unwrap_or_default());
            }
        }
    }
}
