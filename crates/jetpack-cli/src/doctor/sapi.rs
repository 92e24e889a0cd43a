//! The faces of one PHP: command line, web server. Each may read ini files of its own, so the
//! extension can be loaded in one and missing in another.

use std::fs;
use std::path::{Path, PathBuf};

/// Names of a PHP's programs beside the command line.
const PROGRAMS: [(&str, &str); 3] = [("php-fpm", "fpm"), ("php-cgi", "cgi"), ("lsphp", "litespeed")];

/// What else of this PHP is installed.
pub(super) fn installed(binary: &Path) -> String {
    let folder = binary.parent().unwrap_or(Path::new("/"));
    let name = binary.file_name().and_then(|name| name.to_str());
    let number = name.and_then(|name| name.strip_prefix("php")).unwrap_or_default();
    let beside = |program: &str| {
        let file = format!("{program}{number}");
        folder.join(&file).exists() || folder.join("../sbin").join(&file).exists()
    };
    let found = PROGRAMS.iter().filter(|(program, _)| beside(program));
    let names: Vec<&str> = std::iter::once("cli")
        .chain(found.map(|(_, name)| *name))
        .collect();
    names.join("+")
}

/// The other faces whose ini files do not name the extension, with their folders. Only where a
/// distribution keeps them apart, as Debian in `/etc/php/8.2/fpm/conf.d`.
pub(super) fn without_extension(ini_folder: &Path) -> Vec<(String, PathBuf)> {
    let Some(common) = ini_folder
        .parent()
        .filter(|folder| folder.ends_with("cli"))
        .and_then(Path::parent)
    else {
        return Vec::new();
    };
    let mut missing = Vec::new();
    for entry in fs::read_dir(common).into_iter().flatten().flatten() {
        let folder = entry.path().join("conf.d");
        let name = entry.file_name().to_string_lossy().into_owned();
        // No program of PHP's reads this one; it holds what the others link to.
        if name != "mods-available" && folder.is_dir() && !names_extension(&folder) {
            missing.push((name, folder));
        }
    }
    missing
}

fn names_extension(folder: &Path) -> bool {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .filter_map(|file| fs::read_to_string(file.path()).ok())
        .any(|text| {
            text.lines()
                .any(|line| !line.trim_start().starts_with(';') && line.contains("jetpack_bridge"))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_whose_ini_files_lack_the_extension_is_found() {
        let folder = tempfile::tempdir().unwrap();
        for face in ["cli", "fpm", "apache2"] {
            fs::create_dir_all(folder.path().join(face).join("conf.d")).unwrap();
        }
        fs::write(
            folder.path().join("cli/conf.d/j.ini"),
            "extension=jetpack_bridge\n",
        )
        .unwrap();
        fs::write(
            folder.path().join("apache2/conf.d/j.ini"),
            "extension=jetpack_bridge\n",
        )
        .unwrap();
        fs::write(
            folder.path().join("fpm/conf.d/j.ini"),
            ";extension=jetpack_bridge\n",
        )
        .unwrap();
        let missing = without_extension(&folder.path().join("cli/conf.d"));
        assert_eq!(missing.len(), 1);
        assert_eq!(missing[0].0, "fpm");
    }
}
