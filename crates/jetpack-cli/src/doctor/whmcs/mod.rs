//! What WHMCS knows: the form of the module's tables, its cron, and the clocks of the database. It is asked by the command
//! line's PHP, as the user that WHMCS's files belong to.

mod judge;

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use rustix::process::geteuid;
use serde::Deserialize;

pub(super) use self::judge::{Facts, judge};
use crate::bounded;
use crate::check::Check;
use crate::guard::{self, User};
use crate::output::plain;
use crate::php::{Php, Sapi};
use crate::root::Root;

const SCRIPT: &str = include_str!("facts.php");

/// Before what it tells.
const MARK: &str = "jetpack-facts ";

/// WHMCS may begin slowly; nodes that do not answer are given up after seconds each.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the script tells.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Told {
    Facts(Facts),
    Failed { error: String },
}

/// What a WHMCS tells, asked by the first PHP that can.
///
/// # Errors
///
/// A check that says why it could not be asked.
pub(super) async fn ask(root: &Root, whmcs: &Path, phps: &[Php]) -> Result<Facts, Check> {
    const NAME: &str = "WHMCS's database";
    let able = phps
        .iter()
        .find(|php| php.facts.sapi == Sapi::Cli && php.facts.is_new_enough());
    let Some(binary) = able.and_then(|php| php.binary.as_deref()) else {
        return Err(Check::warning(
            NAME,
            "not asked: no PHP 8.1 or newer for the command line was found",
            "Name it with --php.",
        ));
    };
    ask_by(root, binary, whmcs).await.map_err(|why| {
        Check::warning(
            NAME,
            format!("WHMCS could not be asked with {}: {why}", binary.display()),
            "Name the PHP of WHMCS's cron job with --php.",
        )
    })
}

async fn ask_by(root: &Root, binary: &Path, whmcs: &Path) -> Result<Facts, String> {
    let whmcs = whmcs.canonicalize().map_err(|error| error.to_string())?;
    let owner = whmcs.symlink_metadata().map_err(|error| error.to_string())?.uid();
    if owner == 0
        && let Some(open) = guard::open_to_others(root, &whmcs.join("init.php"), None)
    {
        return Err(format!(
            "it is root's, but {} {}, and root runs no code of others",
            open.step.display(),
            open.why.said()
        ));
    }
    let mut command = bounded::apart(binary);
    command
        .args(["-d", "display_errors=stderr", "-d", "log_errors=0", "--"])
        .arg(&whmcs);
    // What WHMCS writes into its folders must not become root's.
    if geteuid().is_root() && owner != 0 {
        let user = User::of(owner);
        command.uid(user.uid).gid(user.gid);
    }
    let said = bounded::run_apart(&mut command, SCRIPT.as_bytes(), PATIENCE).await;
    let said = said.map_err(|failed| failed.to_string())?;
    let Some(told) = said.stdout.lines().find_map(|line| line.strip_prefix(MARK)) else {
        let first = said
            .stderr
            .lines()
            .chain(said.stdout.lines())
            .find(|line| !line.trim().is_empty());
        return Err(plain(first.unwrap_or("it said nothing")));
    };
    match serde_json::from_str(told).map_err(|error| error.to_string())? {
        Told::Facts(facts) => Ok(facts),
        Told::Failed { error } => Err(plain(&error)),
    }
}
