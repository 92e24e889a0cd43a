//! `jetpack-partner uninstall`: what was put there goes, and what was there before comes back.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use super::arguments::{Asked, UninstallArguments};
use super::outcome;
use super::perform::{Stuck, Work};
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
    let mut kept_out = moved(&mut record, &leaving, arguments);
    let steps = steps(&record, &leaving);
    let phps = phps(&arguments.consent.root, &record).await?;
    let mut restarts = record.owe(restarts(&arguments.consent.root, &phps, &steps));
    let is_last = record.whmcs.iter().all(|home| leaving.contains(&home.root));
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
    kept_out.extend(rights::refuse_without(
        &arguments.consent.root,
        &store,
        &record,
        &steps,
    )?);
    let _lock = store.lock(known.as_ref())?;
    let owed = known
        .as_ref()
        .map(|known| known.restarts.clone())
        .unwrap_or_default();
    let mut work = Work::new(&store, known, record, kept_out)?;
    let there: Vec<&Step> = steps
        .iter()
        .filter(|step| step.target.is_there().unwrap_or(false))
        .collect();
    let (own, shared): (Vec<_>, Vec<_>) = steps
        .iter()
        .enumerate()
        .partition(|(_, step)| step.whmcs.is_some());
    let mut taken = work.steps(own, |_| arguments.whmcs.is_empty());
    let homes = steps.iter().filter_map(|step| step.whmcs.as_ref());
    let concerned: Vec<PathBuf> = homes
        .map(|home| home.root.clone())
        .chain(leaving.clone())
        .collect();
    if concerned.iter().any(|root| work.is_stuck(root)) {
        // A module that stays needs what is shared.
        restarts.clone_from(&owed);
        work.record.restarts = owed;
    } else {
        taken = taken.and_then(|()| work.steps(shared, |_| false));
    }
    if let Err(error) = taken {
        return Err(outcome::taken_back(work, error));
    }
    work.leave(&leaving);
    let mut finished = work.finish()?;
    let is_removed = |step: &&&Step| {
        let path = &step.target.path;
        let comes_back = matches!(step.change, Change::Remove { before: Some(_) });
        let has_ended = finished.record.thing(path).is_none() && !finished.left.contains(path);
        has_ended && (comes_back || !step.target.is_there().unwrap_or(true))
    };
    let removed = there.iter().filter(is_removed).count();
    let mut checks = vec![Check::good("files", format!("{removed} removed"))];
    finished.stuck.retain(|stuck| concerned.contains(&stuck.root));
    checks.extend(outcome::told(&finished, false));
    if is_last {
        checks.extend(loading_still(&arguments.consent.root, &phps, &steps));
    }
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

/// Those whose owner is another by now. Somebody who names one has said that it is right.
fn moved(record: &mut Record, leaving: &[PathBuf], arguments: &UninstallArguments) -> Vec<Stuck> {
    let mut moved = Vec::new();
    let homes = record.whmcs.clone().into_iter();
    for home in homes.filter(|home| leaving.contains(&home.root)) {
        let now = home.root.symlink_metadata().map(|found| Owner::of(&found));
        let Some(owner) = now.ok().filter(|now| now.uid != home.owner.uid) else {
            continue;
        };
        if !arguments.whmcs.is_empty() {
            record.adopt(&Home { owner, ..home });
            continue;
        }
        let why = usage(format!(
            "it belongs to the user with the number {} now, and belonged to {} when the module came there; if that is right, run \
                 \"jetpack-partner uninstall --whmcs {}\"",
            owner.uid,
            home.owner.uid,
            quoted(&home.root)
        ));
        moved.push(Stuck::wholly(home.root, why));
    }
    moved
}

/// The PHPs that an installation looks at.
async fn phps(root: &Root, record: &Record) -> Result<Vec<Php>> {
    let mut found = php::find_with(root, &record.wish.php, &record.wish.also).await;
    if let Some(web) = &record.wish.web {
        // One that is not found any more needs nothing.
        let _ = php::of_web(root, &web.parse()?, &mut found);
    }
    Ok(found.phps)
}

/// Whether the ini file goes that loads the extension in it.
fn goes(root: &Root, php: &Php, steps: &[Step]) -> bool {
    let ini = php.ini_file(root);
    steps.iter().any(|step| ini.as_ref() == Ok(&step.target.path))
}

/// What has to forget the extension.
fn restarts(root: &Root, phps: &[Php], steps: &[Step]) -> Vec<Restart> {
    php::restarts(root, phps.iter().filter(|php| goes(root, php, steps)))
}

/// Those that load it by what this program did not put there, as by a copy by hand.
fn loading_still(root: &Root, phps: &[Php], steps: &[Step]) -> Vec<Check> {
    let still = phps
        .iter()
        .filter(|php| php.facts.bridge.is_some() && !goes(root, php, steps));
    still
        .map(|php| {
            Check::warning(
                &format!("PHP {}", php.name()),
                "loads jetpack_bridge by what was not put there by this program, and stays",
                "Remove it with what put it there, such as apt; a copy by hand is removed by hand, its line first.",
            )
        })
        .collect()
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
        let known = [&real, folder].into_iter().find(|folder| record.knows(folder));
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

/// The modules first, since they need the rest; then ini files: a PHP that starts meanwhile must not look for a file that is gone.
/// What is shared goes with the last WHMCS.
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
    steps.sort_by_key(|step| {
        let is_ini = step.target.path.extension().is_some_and(|ending| ending == "ini");
        (step.whmcs.is_none(), !is_ini)
    });
    steps
}
