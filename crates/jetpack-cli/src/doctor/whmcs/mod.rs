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
use crate::guard::User;
use crate::output::plain;
use crate::php::{Php, Sapi};

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
pub(super) async fn ask(whmcs: &Path, phps: &[Php], web: Option<&User>) -> Result<Facts, Check> {
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
    ask_by(binary, whmcs, web).await.map_err(|why| {
        Check::warning(
            NAME,
            format!("WHMCS could not be asked with {}: {why}", binary.display()),
            "If that is not the PHP of WHMCS's cron job, name that one with --php.",
        )
    })
}

async fn ask_by(binary: &Path, whmcs: &Path, web: Option<&User>) -> Result<Facts, String> {
    let whmcs = whmcs.canonicalize().map_err(|error| error.to_string())?;
    let owner = |path: &Path| path.symlink_metadata().map(|found| found.uid());
    let mut owners = [owner(&whmcs), owner(&whmcs.join("configuration.php"))]
        .into_iter()
        .flatten();
    let user = match (geteuid().is_root(), owners.find(|owner| *owner != 0), web) {
        (false, ..) => User::of(geteuid().as_raw()),
        // What WHMCS writes into its folders must not become root's, nor what others wrote there be root's to run.
        (true, Some(owner), _) => User::of(owner),
        (true, None, Some(web)) if web.uid != 0 => web.clone(),
        (true, None, _) => {
            return Err(
                "it belongs to root, who does not run it; run this command as the user that WHMCS's cron job runs as".to_owned(),
            );
        }
    };
    let mut command = bounded::apart(binary, &user);
    command
        .args(["-d", "display_errors=stderr", "-d", "log_errors=0", "--"])
        .arg(&whmcs);
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
