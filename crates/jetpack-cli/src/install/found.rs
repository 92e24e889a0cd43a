//! The module where it lies in a WHMCS already as the package has it, and nothing is recorded of it: copied by hand, or come along
//! with a WHMCS that was moved. Recorded, it is upgraded and removed like one that this program has put there. What several share,
//! the extension and the program, is not: others may need it whom nobody here knows.

use super::package::Package;
use super::perform::Stuck;
use super::record::{Record, Thing};
use super::step::Step;
use super::whmcs::Whmcs;
use crate::modules::PARTS;

/// All that no step puts there.
pub(super) fn modules(
    package: &Package,
    record: &Record,
    steps: &[Step],
    sites: &[Whmcs],
    left_out: &[Stuck],
) -> Vec<Thing> {
    let is_looked_at = |site: &&Whmcs| !left_out.iter().any(|stuck| stuck.root == site.root());
    let parts = sites
        .iter()
        .filter(is_looked_at)
        .flat_map(|site| PARTS.map(|part| (site, part)));
    let things = parts.map(|(site, part)| Thing {
        path: site.root().join(part.folder),
        files: package.files_below(part.folder),
        before: None,
        whmcs: Some(site.home.clone()),
    });
    things
        .filter(|thing| {
            record.thing(&thing.path).is_none()
                && !record.begun.iter().any(|begun| begun.path == thing.path)
                && !steps.iter().any(|step| step.target.path == thing.path)
        })
        .collect()
}
