//! What lies on the machine already as the package has it, and nothing is recorded of: copied by hand, or brought along when a
//! WHMCS was moved. Recorded, it is upgraded and removed like what this program has put there.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::choose::Choice;
use super::deb;
use super::package::Package;
use super::plan::Plan;
use super::record::{Record, Thing};
use super::sums;
use super::whmcs::Whmcs;
use super::who::Home;
use crate::modules::PARTS;
use crate::root::Root;

/// All of it: what no step of the plan puts there although it is part of it.
pub(super) fn all(
    root: &Root,
    package: &Package,
    record: &Record,
    plan: &Plan,
    sites: &[Whmcs],
) -> Vec<Thing> {
    let is_open = |path: &Path| {
        record.thing(path).is_none()
            && !record.begun.iter().any(|begun| begun.path == path)
            && !plan.steps.iter().any(|step| step.target.path == path)
    };
    let mut things = Vec::new();
    for site in sites
        .iter()
        .filter(|site| !plan.left_out.iter().any(|stuck| stuck.root == site.root()))
    {
        for part in PARTS {
            let path = site.root().join(part.folder);
            if is_open(&path) {
                things.push(thing(
                    path,
                    package.files_below(part.folder),
                    Some(site.home.clone()),
                ));
            }
        }
    }
    let files = plan.chosen.iter().flat_map(|one| match &one.choice {
        Choice::Extension { to, ini, .. } => vec![to.clone(), ini.clone()],
        Choice::Program(_) | Choice::Neither(_) => Vec::new(),
    });
    let programs = plan.programs.iter().map(|placed| placed.path.clone());
    for path in files.chain(programs) {
        let is_known = things.iter().any(|thing: &Thing| thing.path == path);
        // What a Debian package has brought is apt's.
        if is_known || !is_open(&path) || path.is_symlink() || deb::package(root, &path).is_some() {
            continue;
        }
        if let Ok(sum) = sums::of_file(&path) {
            things.push(thing(path, BTreeMap::from([(String::new(), sum)]), None));
        }
    }
    things
}

fn thing(path: PathBuf, files: BTreeMap<String, String>, whmcs: Option<Home>) -> Thing {
    Thing {
        path,
        files,
        before: None,
        whmcs,
    }
}
