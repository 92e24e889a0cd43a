//! Where the program lies for PHPs that cannot load the extension. They start it for each call with the partner's secret, so
//! nobody who can make PHP write files may be able to put another in its place.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::fs::{StatVfsMountFlags, statvfs};

use super::whmcs::Whmcs;
use crate::php::Web;
use crate::root::Root;

/// Its file's name.
pub(crate) const NAME: &str = "jetpack-partner";

/// Its folder beside WHMCS's own, where PHP looks first.
const FOLDER: &str = "jetpack-bridge";

/// Where it lies otherwise.
const COMMON: &str = "/usr/local/bin";

/// Names of folders whose contents a web server hands out.
const SERVED: [&str; 6] = ["public_html", "htdocs", "httpdocs", "html", "www", "public"];

/// The places where PHP looks for it, the first of them first.
pub(crate) fn places(root: &Root, whmcs: &Path) -> Vec<PathBuf> {
    let beside = whmcs.parent().map(|parent| parent.join(FOLDER));
    beside
        .into_iter()
        .chain([root.at(COMMON)])
        .map(|folder| folder.join(NAME))
        .collect()
}

/// Where it is to lie for a WHMCS.
///
/// # Errors
///
/// What keeps it from every place.
pub(super) fn place(root: &Root, whmcs: &Whmcs, web: Option<&Web>) -> Result<PathBuf, String> {
    let user = match web {
        Some(web) if !web.user.is_empty() => user_number(&web.user),
        // Panels run PHP as the owner of the files. Where that is root, PHP is somebody else.
        _ => Some(whmcs.owner()).filter(|owner| *owner != 0),
    };
    let mut refused = Vec::new();
    for place in places(root, &whmcs.root) {
        match objection(root, &place, user) {
            None => return Ok(place),
            Some(why) => refused.push(format!("not at {}: {why}", place.display())),
        }
    }
    Err(refused.join("; "))
}

/// What speaks against a place.
fn objection(root: &Root, place: &Path, user: Option<u32>) -> Option<String> {
    let folder = place.parent()?;
    if folder.ends_with(FOLDER) && folder.parent().is_some_and(is_served) {
        return Some("the web server may hand out what lies there".to_owned());
    }
    let there: Vec<&Path> = folder.ancestors().filter(|folder| folder.exists()).collect();
    for folder in there
        .iter()
        .filter(|folder| folder.starts_with(root.folder()) && **folder != root.folder())
    {
        if let Some(why) = unsafe_for(folder, user) {
            return Some(format!("{} {why}", folder.display()));
        }
    }
    there
        .first()
        .filter(|folder| forbids_programs(folder))
        .map(|folder| format!("{} is on a file system that is mounted noexec", folder.display()))
}

/// Whether a web server is likely to hand out what lies in a folder.
fn is_served(folder: &Path) -> bool {
    let name = folder
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    SERVED.contains(&name)
        || ["index.php", "index.html"]
            .iter()
            .any(|file| folder.join(file).exists())
}

/// Why PHP could change what lies there, in words that follow the path's name.
pub(crate) fn unsafe_for(path: &Path, user: Option<u32>) -> Option<&'static str> {
    let found = path.metadata().ok()?;
    if user.is_some_and(|user| user == found.uid()) {
        return Some("belongs to the user that PHP runs as");
    }
    // In a folder such as /tmp nobody moves what is another's.
    if found.is_dir() && found.mode() & 0o1000 != 0 {
        return None;
    }
    let by_group = found.mode() & 0o020 != 0 && found.gid() != 0;
    (by_group || found.mode() & 0o002 != 0).then_some("can be written by others than its owner")
}

/// Whether nothing can be started from there.
pub(crate) fn forbids_programs(path: &Path) -> bool {
    statvfs(path).is_ok_and(|found| found.f_flag.contains(StatVfsMountFlags::NOEXEC))
}

/// The number of a user; the machine's own tool knows all that are not in a file, too. Some PHPs know themselves by number.
fn user_number(name: &str) -> Option<u32> {
    if let Ok(number) = name.parse() {
        return Some(number);
    }
    let output = Command::new("id").args(["-u", "--", name]).output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn php_looks_beside_whmcs_first() {
        let root = Root::of(Path::new("/"));
        assert_eq!(
            places(&root, Path::new("/srv/billing/whmcs")),
            [
                PathBuf::from("/srv/billing/jetpack-bridge/jetpack-partner"),
                PathBuf::from("/usr/local/bin/jetpack-partner"),
            ]
        );
    }

    #[test]
    fn a_place_that_php_or_the_web_can_reach_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::of(folder.path());
        let place = folder.path().join("srv/jetpack-bridge/jetpack-partner");
        fs::create_dir_all(folder.path().join("srv")).unwrap();
        let me = folder.path().metadata().unwrap().uid();
        assert_eq!(objection(&root, &place, Some(me + 1)), None);
        assert!(
            objection(&root, &place, Some(me))
                .unwrap()
                .ends_with("belongs to the user that PHP runs as")
        );
        fs::set_permissions(folder.path().join("srv"), fs::Permissions::from_mode(0o777)).unwrap();
        assert!(
            objection(&root, &place, None)
                .unwrap()
                .contains("can be written by others")
        );
        fs::set_permissions(folder.path().join("srv"), fs::Permissions::from_mode(0o755)).unwrap();
        fs::write(folder.path().join("srv/index.php"), "").unwrap();
        assert!(objection(&root, &place, None).unwrap().contains("hand out"));
    }

    #[test]
    fn a_file_system_is_known_as_it_was_mounted() {
        let mounts = fs::read_to_string("/proc/self/mounts").unwrap();
        let mut last = std::collections::BTreeMap::new();
        for line in mounts.lines() {
            let words: Vec<&str> = line.split(' ').collect();
            last.insert(words[1], words[3].split(',').any(|option| option == "noexec"));
        }
        assert!(last.contains_key("/"), "{mounts}");
        for (folder, is_noexec) in last.into_iter().filter(|(folder, _)| Path::new(folder).is_dir()) {
            assert_eq!(forbids_programs(Path::new(folder)), is_noexec, "{folder}");
        }
    }
}
