//! The program that PHP starts where it has no extension: whether it would work where it lies.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::php::Needs;
use super::whmcs::Facts;
use crate::check::Check;
use crate::guard;
use crate::install::program;

const NAME: &str = "program";

/// The one that PHP finds.
pub(super) struct Program {
    pub(super) path: PathBuf,
    pub(super) check: Check,
}

/// Looks for it where PHP does.
///
/// # Errors
///
/// A check that says why PHP does not even look.
pub(super) async fn find(needs: &Needs<'_>) -> Result<Option<Program>, Check> {
    let places = match needs.facts.and_then(Facts::program) {
        Some(named) if !named.is_absolute() => {
            return Err(Check::bad(
                NAME,
                format!(
                    "the addon's settings name {}, which is no whole path",
                    named.display()
                ),
                "Write it from / on, or leave it blank.",
            ));
        }
        Some(named) => vec![named],
        None => program::places(needs.root, needs.whmcs),
    };
    let found = places.into_iter().find(|place| place.is_file());
    let Some(path) = found else {
        return Ok(None);
    };
    let check = judged(needs, &path).await;
    Ok(Some(Program { path, check }))
}

async fn judged(needs: &Needs<'_>, path: &Path) -> Check {
    let shown = path.display();
    let owner = needs.whmcs.metadata();
    let against = program::against(needs.web_user.clone(), owner.map_or(0, |found| found.uid()));
    let open = against
        .iter()
        .find_map(|against| guard::open_step(needs.root, path, against));
    if let Some(open) = open {
        let (step, why) = (open.step.display(), open.why.said());
        let next = open.mended();
        return match open.why.is_certain() {
            true => Check::bad(NAME, format!("{step} {why}, so PHP refuses {shown}"), &next),
            false => Check::warning(NAME, format!("{step} {why}, so PHP may refuse {shown}"), &next),
        };
    }
    if program::forbids_programs(path) {
        return Check::bad(
            NAME,
            format!("{shown} is on a file system that is mounted noexec"),
            "Put it elsewhere, and name that place in the addon's settings.",
        );
    }
    match guard::accepted(path, &against).await {
        Ok(users) => {
            let able: String = users
                .iter()
                .map(|user| format!(", which user {user} can start"))
                .collect();
            Check::good(NAME, format!("{shown}{able}"))
        }
        Err(why) => Check::bad(
            NAME,
            format!("{shown} {why}"),
            "Mend that, or put it elsewhere and name that place in the addon's settings.",
        ),
    }
}
