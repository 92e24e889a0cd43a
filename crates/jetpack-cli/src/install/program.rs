//! Where the program lies for PHPs that cannot load the extension: where it would not refuse to work (`guard`).

use std::path::{Path, PathBuf};

use rustix::fs::{StatVfsMountFlags, statvfs};
use rustix::process::geteuid;

use super::whmcs::Whmcs;
use crate::guard::{self, Against, User};
use crate::php::{self, Web};
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

/// Where it lies for a WHMCS, and against whom it is guarded there.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) path: PathBuf,
    pub(super) against: Vec<Against>,
}

/// Where it is to lie for a WHMCS.
///
/// # Errors
///
/// What keeps it from every place.
pub(super) fn place(root: &Root, whmcs: &Whmcs, web: Option<&Web>) -> Result<Placed, String> {
    let served = web.map(|web| web.document_root.as_path());
    let web = web.and_then(Web::user);
    let path = match &web {
        Some(user) => first(
            root,
            whmcs.root(),
            served,
            &against(Some(user.clone()), whmcs.owner()),
        ),
        // Panels run PHP as the owner of the files, others do not.
        None => first(root, whmcs.root(), served, &[Against::Anyone]),
    }?;
    Ok(Placed {
        path,
        against: against(web, whmcs.owner()),
    })
}

/// Whom it has to be guarded against: the web's user, and the owner of WHMCS's files, as whom its cron job runs. Where that is
/// root, PHP is somebody else.
pub(crate) fn against(web: Option<User>, owner: u32) -> Vec<Against> {
    let owner = (owner != 0).then(|| User::of(owner));
    let mut users: Vec<User> = web.into_iter().chain(owner).collect();
    users.dedup();
    match users.is_empty() {
        true => vec![Against::Anyone],
        false => users.into_iter().map(Against::User).collect(),
    }
}

/// The first place that nothing speaks against.
fn first(root: &Root, whmcs: &Path, served: Option<&Path>, against: &[Against]) -> Result<PathBuf, String> {
    let mut refused = Vec::new();
    for place in places(root, whmcs) {
        match objection(root, &place, served, against) {
            None => return Ok(place),
            Some(why) if place.is_file() => {
                return Err(format!(
                    "{} is there already, and PHP looks there first, but {why}. Mend that, or remove it, then repeat",
                    place.display()
                ));
            }
            Some(why) => refused.push(format!("not at {}: {why}", place.display())),
        }
    }
    Err(refused.join("; "))
}

/// What speaks against a place.
fn objection(root: &Root, place: &Path, served: Option<&Path>, against: &[Against]) -> Option<String> {
    let folder = place.parent()?;
    // The web server may name it by a link.
    let is_below = |served: &Path| served.is_absolute() && folder.starts_with(php::resolved(served));
    if served.is_some_and(is_below) || (folder.ends_with(FOLDER) && folder.parent().is_some_and(is_served)) {
        return Some("the web server may hand out what lies there".to_owned());
    }
    if geteuid().as_raw() != root.keeper() {
        return Some("only root can make it root's own".to_owned());
    }
    if let Some(open) = against
        .iter()
        .find_map(|against| guard::open_step(root, place, against))
    {
        return Some(format!("{} {}", open.step.display(), open.why.said()));
    }
    // Root puts it there.
    if let Some(open) = guard::open_on_the_machine(root, folder) {
        return Some(format!("{} {}", open.step.display(), open.why.said()));
    }
    let there = folder.ancestors().find(|folder| folder.exists());
    there
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

/// Whether nothing can be started from there.
pub(crate) fn forbids_programs(path: &Path) -> bool {
    statvfs(path).is_ok_and(|found| found.f_flag.contains(StatVfsMountFlags::NOEXEC))
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
        let refused = || objection(&root, &place, None, &[Against::Anyone]);
        assert_eq!(refused(), None);
        fs::set_permissions(folder.path().join("srv"), fs::Permissions::from_mode(0o777)).unwrap();
        assert!(refused().unwrap().contains("can be written by others"));
        fs::set_permissions(folder.path().join("srv"), fs::Permissions::from_mode(0o755)).unwrap();
        fs::write(folder.path().join("srv/index.php"), "").unwrap();
        assert!(refused().unwrap().contains("hand out"));
    }

    #[test]
    fn it_is_guarded_against_the_webs_user_and_against_whmcss() {
        let user = |name: &str| User::named(name).unwrap();
        let uids = |against: Vec<Against>| -> Vec<Option<u32>> {
            let uid = |one| match one {
                Against::User(user) => Some(user.uid),
                _ => None,
            };
            against.into_iter().map(uid).collect()
        };
        assert_eq!(
            uids(against(Some(user("70001")), 70_002)),
            [Some(70_001), Some(70_002)]
        );
        assert_eq!(uids(against(Some(user("70001")), 70_001)), [Some(70_001)]);
        assert_eq!(uids(against(None, 70_002)), [Some(70_002)]);
        assert_eq!(uids(against(None, 0)), [None]);
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
