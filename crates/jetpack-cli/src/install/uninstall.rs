//! `jetpack-partner uninstall`: what was put there goes, and what was there before comes back.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use super::arguments::{Asked, UninstallArguments};
use super::outcome;
use super::perform::Work;
use super::record::Record;
use super::restart;
use super::rights;
use super::shown;
use super::step::{Change, Step};
use super::store::Store;
use super::who::{Home, Owner};
use crate::check::{self, Check};
use crate::context::Context;
use crate::exit::{Exit, usage};
use crate::output::quoted;
use crate::php::{self, Php, Restart};
use crate::root::Root;

/// What stays, since it is the host's: it records what is paid for.
const STAYS: &str = "\
What stays: the module's tables (mod_jetpack_…), custom fields and products in WHMCS. Plans that are active go on being billed: \
terminate them before you deactivate the addon.";

pub(crate) async fn run(context: &Context, arguments: &UninstallArguments) -> Result<ExitCode> {
    let output = &context.output;
    let store = Store::new(&arguments.consent.root);
    let known = store.read()?;
    let Some(mut record) = known.clone().filter(|record| !record.is_empty()) else {
        // What a run that was interrupted at its very beginning or end has left.
        if !arguments.consent.dry_run && store.folder().is_dir() {
            let _lock = store.lock(known.as_ref())?;
            store.tidy(&known.unwrap_or_default())?;
        }
        let text = "Nothing that this program installed is recorded on this machine.";
        output.print(text, &json!({"success": true, "applied": false, "steps": []}))?;
        return Ok(ExitCode::SUCCESS);
    };
    let leaving = leaving(&record, &arguments.whmcs)?;
    for home in record
        .whmcs
        .clone()
        .iter()
        .filter(|home| leaving.contains(&home.root))
    {
        let now = home.root.symlink_metadata().map(|found| Owner::of(&found));
        match now.ok().filter(|now| now.uid != home.owner.uid) {
            None => {}
            Some(owner) if !arguments.whmcs.is_empty() => record.adopt(&Home {
                owner,
                ..home.clone()
            }),
            Some(owner) => {
                return Err(usage(format!(
                    "{} belongs to the user with the number {} now, and belonged to {} when the module came there. Nothing was \
                     done; if that is right, run \"jetpack-partner uninstall --whmcs {}\"",
                    home.root.display(),
                    owner.uid,
                    home.owner.uid,
                    quoted(&home.root)
                )));
            }
        }
    }
    let steps = steps(&record, &leaving);
    let restarts = restarts(&arguments.consent.root, &record, &steps).await?;
    let restarts = record.owe(restarts);
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
    rights::refuse_without(&arguments.consent.root, &store, &record, &steps)?;
    let _lock = store.lock(known.as_ref())?;
    let mut work = Work::new(&store, known, record)?;
    work.spare(|begun| !steps.iter().any(|step| step.target.path == begun.path));
    if let Err(error) = work.steps(&steps, |_| arguments.whmcs.is_empty()) {
        return Err(outcome::taken_back(work, error));
    }
    work.leave(&leaving);
    let mut finished = work.finish()?;
    finished.stuck.retain(|stuck| leaving.contains(&stuck.root));
    let stays = |step: &&Step| {
        let root = step.whmcs.as_ref().map(|home| &home.root);
        finished.stuck.iter().any(|stuck| Some(&stuck.root) == root)
    };
    let removed = steps.len() - steps.iter().filter(stays).count();
    let mut checks = vec![Check::good("files", format!("{removed} removed"))];
    checks.extend(outcome::told(&finished));
    let left = restart::after(&restarts, arguments.consent.restart, &mut checks).await;
    store.settle(finished.record)?;
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
    let mut found = php::find_with(root, &record.wish.php, &record.wish.also).await;
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
        return Ok(record.whmcs.iter().map(|home| home.root.clone()).collect());
    }
    let mut leaving = Vec::new();
    for folder in asked {
        // It may be gone since, and have been named by a link before.
        let real = folder.canonicalize().unwrap_or_else(|_| folder.clone());
        let known = [&real, folder]
            .into_iter()
            .find(|folder| record.home(folder).is_some());
        let Some(known) = known else {
            return Err(usage(format!(
                "nothing is recorded as installed in {}",
                folder.display()
            )));
        };
        leaving.push(known.clone());
    }
    Ok(leaving)
}

/// Ini files first: a PHP that starts meanwhile must not look for a file that is gone. What is shared goes with the last WHMCS.
fn steps(record: &Record, leaving: &[PathBuf]) -> Vec<Step> {
    let is_last = record.whmcs.iter().all(|home| leaving.contains(&home.root));
    // With the last one goes, too, what belonged to one that nothing else is known of.
    let goes = record.things.iter().filter(|thing| match &thing.whmcs {
        Some(home) => is_last || leaving.contains(&home.root),
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
