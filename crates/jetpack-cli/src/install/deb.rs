//! What a Debian package of ours has put on the machine: apt changes it, and nobody else.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::steps::Settings;
use super::sums;
use crate::exit::usage;
use crate::php::ini;
use crate::root::Root;

/// Where dpkg keeps a list of each package's files.
const LISTS: &str = "/var/lib/dpkg/info";

/// Which package a file came with.
pub(super) fn package(root: &Root, path: &Path) -> Option<String> {
    let path = root.named(path);
    let entries = fs::read_dir(root.at(LISTS)).ok()?.flatten();
    let lists = entries.map(|entry| entry.path()).filter(|list| {
        let name = list.file_name().unwrap_or_default().to_string_lossy();
        name.contains("jetpack") && name.ends_with(".list")
    });
    let mut owning = lists.filter(|list| {
        let files = fs::read_to_string(list).unwrap_or_default();
        files.lines().any(|file| Path::new(file) == path)
    });
    let name = owning.next()?.file_stem()?.to_string_lossy().into_owned();
    // With its architecture where there can be several.
    Some(name.split(':').next().unwrap_or_default().to_owned())
}

/// Whether a Debian package has brought the extension as the package has it, and an ini file loads it, be it by the package's link or by
/// a line of ours from before: nothing is missing there.
pub(super) fn brings(root: &Root, extension: &Path, sum: &str, ini: &Path) -> bool {
    !ini::loading_lines(ini).is_empty()
        && package(root, extension).is_some()
        && sums::of_file(extension).is_ok_and(|there| there == sum)
}

/// # Errors
///
/// When settings are given for an ini file that apt looks after.
pub(super) fn refuse_to_write(ini: &Path, settings: &Settings) -> Result<()> {
    let Some((first, _)) = settings.first() else {
        return Ok(());
    };
    Err(usage(format!(
        "{} is of a Debian package, so it is not written here. Nothing was done; write jetpack_bridge.{first} into it yourself, and leave \
         that option out",
        available(ini).as_deref().unwrap_or(ini).display()
    )))
}

/// # Errors
///
/// When the extension's file or an ini file for it is another installation's: it would change ours, and we would change it.
pub(super) fn refuse(root: &Root, extension: &Path, ini: &Path) -> Result<()> {
    let of_debian = available(ini).filter(|file| file.symlink_metadata().is_ok());
    for file in of_debian.iter().map(PathBuf::as_path).chain([extension, ini]) {
        let name = file.display();
        match package(root, file) {
            Some(package) => {
                return Err(usage(format!(
                    "{name} is of the Debian package {package}, which brings the extension here, and not as this package has it, or \
                     without loading it (phpenmod jetpack_bridge). Nothing was done; install the two of one release with apt, or \
                     remove that one with \"apt purge {package}\", then repeat"
                )));
            }
            None if Some(file) == of_debian.as_deref() => {
                return Err(usage(format!(
                    "{name} is of another installation, such as what is left of a Debian package. Nothing was done; remove it with \
                     what put it there (phpdismod jetpack_bridge, apt purge), then repeat"
                )));
            }
            None => {}
        }
    }
    if let Some(link) = [ini, extension].into_iter().find(|path| path.is_symlink()) {
        return Err(usage(format!(
            "{} is a link: another installation, such as a Debian package, loads the extension. Remove that one, or update it \
             with what installed it",
            link.display()
        )));
    }
    Ok(())
}

/// Debian's PHPs link from their folder to a common one.
fn available(ini: &Path) -> Option<PathBuf> {
    let folder = ini.parent().filter(|folder| folder.ends_with("conf.d"))?;
    Some(
        folder
            .parent()?
            .parent()?
            .join("mods-available/jetpack_bridge.ini"),
    )
}
