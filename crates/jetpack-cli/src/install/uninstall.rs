//! `jetpack-partner uninstall`: what was put there goes, and what was there before comes back.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use super::arguments::{Asked, UninstallArguments};
use super::outcome;
use super::perform::Work;
use super::plan;
use super::record::{Record, Store};
use super::restart;
use super::shown;
use super::step::{Change, Step};
use crate::check::{self, Check};
use crate::context::Context;
use crate::exit::{Exit, usage};
use crate::php::{self, Php, Restart};
use crate::root::Root;

/// What stays, since it is the host's: it records what is paid for.
const STAYS: &str = "\
What stays: the module's tables (mod_jetpack_…), custom fields and products in WHMCS. Plans that are active go on being billed: \
terminate them before you deactivate the addon.";

pub(crate) async fn run(context: &Context, arguments: &UninstallArguments) -> Result<ExitCode> {
    let output = &context.output;
    let store = Store::new(&arguments.consent.root);
    let Some(record) = store.read()?.filter(|record| !record.things.is_empty()) else {
        let text = "Nothing that this program installed is recorded on this machine.";
        output.print(text, &json!({"success": true, "applied": false, "steps": []}))?;
        return Ok(ExitCode::SUCCESS);
    };
    let leaving = leaving(&record, &arguments.whmcs)?;
    let steps = steps(&record, &leaving);
    let restarts = restarts(&arguments.consent.root, &record, &steps).await?;
    let mut value =
        json!({"whmcs": leaving, "steps": shown::steps(&steps), "restart": shown::spelled(&restarts)});
    if !output.json {
        let then = restart::announce(&restarts, arguments.consent.restart);
        output.print(
            format!("Steps:\n{}{then}\n{STAYS}", shown::numbered(&steps)),
            &value,
        )?;
    }
    match arguments.consent.ask()? {
        Asked::Yes => {}
        asked => return outcome::not_done(context, asked, arguments.consent.dry_run, &mut value),
    }
    plan::refuse_without_rights(&store, &steps)?;
    let _lock = store.lock()?;
    let mut work = Work::new(&store, record)?;
    for (index, step) in steps.iter().enumerate() {
        if let Err(error) = work.step(step) {
            return Err(outcome::taken_back(
                work,
                error.context(format!("step {} failed", index + 1)),
            ));
        }
    }
    work.record.whmcs.retain(|folder| !leaving.contains(folder));
    let mut checks = vec![Check::good("files", format!("{} removed", steps.len()))];
    checks.extend(outcome::set_aside(work.finish()?));
    let left = restart::after(&restarts, arguments.consent.restart, &mut checks);
    outcome::merge(
        &mut value,
        json!({"applied": true, "restart": shown::spelled(&left)}),
    );
    check::print(output, &checks, value.clone())?;
    if !output.json {
        output.print(restart::remaining(&left), &value)?;
    }
    Ok(match check::is_sound(&checks) {
        true => ExitCode::SUCCESS,
        false => Exit::Failed.into(),
    })
}

/// What has to forget the extension.
async fn restarts(root: &Root, record: &Record, steps: &[Step]) -> Result<Vec<Restart>> {
    let mut found = php::find(root, &record.wish.php).await;
    if let Some(web) = &record.wish.web {
        // One that is not found any more needs nothing.
        let _ = php::of_web(root, &web.parse()?, &mut found);
    }
    let goes = |php: &&Php| {
        let ini = php.ini_file(root);
        steps.iter().any(|step| ini.as_ref() == Ok(&step.target.path))
    };
    Ok(php::restarts(root, found.phps.iter().filter(goes)))
}

/// The WHMCS installations that are left without the module.
fn leaving(record: &Record, asked: &[PathBuf]) -> Result<Vec<PathBuf>> {
    if asked.is_empty() {
        return Ok(record.whmcs.clone());
    }
    let mut leaving = Vec::new();
    for folder in asked {
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.clone());
        if !record.whmcs.contains(&folder) {
            return Err(usage(format!(
                "nothing is recorded as installed in {}",
                folder.display()
            )));
        }
        leaving.push(folder);
    }
    Ok(leaving)
}

/// Ini files first: a PHP that starts meanwhile must not look for a file that is gone. What is shared goes with the last WHMCS.
fn steps(record: &Record, leaving: &[PathBuf]) -> Vec<Step> {
    let is_last = record.whmcs.iter().all(|folder| leaving.contains(folder));
    let goes = record.things.iter().filter(|thing| match &thing.whmcs {
        Some(whmcs) => leaving.contains(whmcs),
        None => is_last,
    });
    let mut steps: Vec<Step> = goes
        .map(|thing| Step {
            target: thing.spot(),
            change: Change::Remove {
                before: thing.before.clone(),
            },
            whmcs: thing.whmcs.clone(),
        })
        .collect();
    // A folder that was made is empty once what was put into it has gone.
    steps.reverse();
    steps.sort_by_key(|step| step.target.path.extension().is_none_or(|ending| ending != "ini"));
    steps
}
