//! Brings this machine to what a package holds.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow};
use semver::Version;
use serde_json::json;

use super::arguments::{Asked, How};
use super::found;
use super::outcome;
use super::package::Package;
use super::perform::{self, Stuck, Work};
use super::plan::{self, Plan, Task};
use super::record::{Record, Thing, Wish};
use super::restart;
use super::rights;
use super::shown;
use super::store::Store;
use super::verify::{self, Verdict};
use super::whmcs::{self, Whmcs};
use super::who::Home;
use crate::check::{self, Check};
use crate::context::Context;
use crate::doctor;
use crate::exit::{Exit, usage};
use crate::php;
use crate::root::Root;

pub(super) async fn bring(
    context: &Context,
    how: &How,
    store: &Store,
    known: Option<Record>,
    named: &[PathBuf],
) -> Result<ExitCode> {
    let named: Vec<PathBuf> = named.iter().map(|folder| php::resolved(folder)).collect();
    let named = named.as_slice();
    let root = &how.consent.root;
    let output = &context.output;
    let mut record = known.clone().unwrap_or_default();
    let package = Package::open(how.package.as_deref())?;
    let partner = match doctor::given(context) {
        Some(Err(error)) if context.names_a_secret() => return Err(error),
        given => given,
    };
    for home in named.iter().filter_map(|folder| Home::now(folder)) {
        record.adopt(&home);
    }
    let mut stuck = Vec::new();
    if record.is_interrupted() && how.consent.may_act() {
        let closed = rights::refuse_without(root, store, &record, &[])?;
        let _lock = store.lock(known.as_ref())?;
        stuck = perform::recover(&record, closed)?;
    }
    let (sites, mut left_out) = sites(root, &record, &package.version, named, stuck)?;
    let is_first = record.whmcs.is_empty();
    let mut is_settled = !record.is_interrupted() && record.version.as_ref() == Some(&package.version);
    let wish = how.wish_after(&record.wish, is_first);
    is_settled &= record.wish == wish && record.restarts.is_empty() && record.litter.is_empty();
    record.wish = wish;
    let settings = context.written_settings()?;
    let task = Task {
        root,
        package: &package,
        sites: &sites,
        record: &record,
        store,
        settings: &settings,
        asked: &how.wish_after(&Wish::default(), true),
    };
    let mut plan = plan::make(&task).await?;
    left_out.append(&mut plan.left_out);
    plan.notes.extend(missing(&record, &sites));
    let restarts = record.owe(plan.restarts(root));
    let has_steps = !plan.steps.is_empty();
    let mut value = shown::value(&plan, &restarts, &package.version, &sites);
    if !output.json {
        output.print(shown::text(&plan, &restarts, how.consent.restart), &value)?;
    }
    let asked = match has_steps {
        true => how.consent.ask()?,
        false if how.consent.dry_run => Asked::No,
        false => Asked::Yes,
    };
    if asked != Asked::Yes {
        return outcome::not_done(context, asked, how.consent.dry_run, &mut value);
    }
    let others = remember(&mut record, &sites);
    let absent = others.iter().filter(|home| !whmcs::is_there(home));
    let absent: Vec<Check> = absent.map(|home| outcome::absent(&home.root)).collect();
    is_settled &= known.as_ref().is_some_and(|known| known.whmcs == record.whmcs);
    let found = found::modules(&package, &record, &plan.steps, &sites, &left_out);
    is_settled &= found.is_empty();
    // It may take long, and somebody may have enough of it: what was done must be told all the same.
    let key = doctor::key(partner).await;
    let mut left = Vec::new();
    let mut checks = match has_steps || !is_settled {
        true => {
            left_out.extend(rights::refuse_without(root, store, &record, &plan.steps)?);
            let _lock = store.lock(known.as_ref())?;
            let work = Work::new(store, known, record, left_out)?;
            let (record, mut checks) = take(work, &plan, &package.version, &sites, found).await?;
            checks.extend(verify::outdated(&record, &package, &plan));
            left = restart::after(&restarts, how.consent.restart, &mut checks).await;
            store.settle(record)?;
            checks
        }
        false => {
            let mut checks = look(&plan, &package.version).await;
            checks.extend(left_out.iter().map(|stuck| outcome::left_out(stuck, true)));
            checks.extend(verify::outdated(&record, &package, &plan));
            checks
        }
    };
    checks.extend(verify::refused(&plan.programs).await);
    checks.extend(absent);
    checks.extend(key);
    let next = outcome::next_in_whmcs(is_first);
    outcome::merge(
        &mut value,
        json!({"applied": true, "restart": shown::spelled(&left), "next": next}),
    );
    check::print(output, &checks, value.clone())?;
    if !output.json {
        output.print(restart::remaining(&left), &value)?;
        output.print(next, &value)?;
    }
    Ok(match check::is_sound(&checks) {
        true => ExitCode::SUCCESS,
        false => Exit::Failed.into(),
    })
}

/// The installations of WHMCS, none of them with a newer module: those that are named, and those that have the module already and
/// are there. All that run in one PHP must be of one version, since they share the extension.
/// One of those that nobody named does not keep the others from what is asked for: why it is left out is told.
fn sites(
    machine: &Root,
    record: &Record,
    package: &Version,
    named: &[PathBuf],
    mut stuck: Vec<Stuck>,
) -> Result<(Vec<Whmcs>, Vec<Stuck>)> {
    if let Some(newer) = record.version.as_ref().filter(|there| *there > package) {
        return Err(usage(format!(
            "{newer} is installed on this machine, and this package is {package}: its tables may be of a form that the older one \
             does not know. Nothing was done"
        )));
    }
    let (mut sites, mut left_out): (Vec<Whmcs>, _) = (Vec::new(), Vec::new());
    let known = record.whmcs.iter().filter(|home| whmcs::is_there(home));
    let known = known.map(|home| (&home.root, Some(home)));
    for (folder, home) in named.iter().map(|folder| (folder, None)).chain(known) {
        if sites.iter().any(|site| site.root() == folder) {
            continue;
        }
        if let Some(found) = stuck.iter().position(|stuck| stuck.root == *folder) {
            match (stuck.swap_remove(found), home) {
                (found, Some(_)) => left_out.push(found),
                (found, None) => return Err(found.why),
            }
            continue;
        }
        let site = Whmcs::open(machine, folder, home).and_then(|site| {
            site.refuse_downgrade(package)?;
            Ok(site)
        });
        let site = match site {
            Err(why) if home.is_some() => {
                left_out.push(Stuck::wholly(folder.clone(), why));
                continue;
            }
            site => site?,
        };
        if !sites.iter().any(|known| known.root() == site.root()) {
            sites.push(site);
        }
    }
    match (sites.is_empty(), left_out.is_empty()) {
        (false, _) => Ok((sites, left_out)),
        (true, false) => Err(usage(outcome::all_of(&left_out))),
        (true, true) => Err(usage(outcome::none_is_there(&record.whmcs))),
    }
}

/// What is said beforehand of those that get nothing, since they are not where they were.
fn missing(record: &Record, sites: &[Whmcs]) -> Vec<String> {
    let is_here = |home: &&Home| sites.iter().any(|site| site.root() == home.root);
    let missing = record
        .whmcs
        .iter()
        .filter(|home| !is_here(home) && !whmcs::is_there(home));
    missing
        .map(|home| {
            format!(
                "{} is not there now, and what becomes of its module is not known: if it has moved, name its new folder with install --whmcs",
                home.root.display()
            )
        })
        .collect()
}

/// Remembers the installations of WHMCS; gives those that had the module and get nothing now. What lies in them is ours still.
fn remember(record: &mut Record, sites: &[Whmcs]) -> Vec<Home> {
    let before = std::mem::take(&mut record.whmcs);
    record.whmcs = sites.iter().map(|site| site.home.clone()).collect();
    for site in sites {
        record.adopt(&site.home);
    }
    let is_here = |root: &Path| sites.iter().any(|site| site.root() == root);
    let others = before.into_iter().filter(|home| !is_here(&home.root));
    let others: Vec<Home> = others.collect();
    record.whmcs.extend(others.iter().cloned());
    others
}

/// What every PHP says where nothing is to be done.
async fn look(plan: &Plan, version: &Version) -> Vec<Check> {
    let mut checks = vec![Check::good(
        "files",
        format!("all are there as in the package, {version}"),
    )];
    for chosen in &plan.chosen {
        match verify::verify(chosen, &plan.programs, &version.to_string()).await {
            Some(Verdict::Said(check)) => checks.push(check),
            Some(Verdict::Broken(why)) => {
                checks.push(Check::bad("PHP", why, "Run that program in a shell to see why."))
            }
            None => {}
        }
    }
    checks
}

/// Does the steps; when one fails, or a PHP does not bear what it was given, all of them are taken back. One that fails in a WHMCS
/// that nobody named leaves that one out.
async fn take(
    mut work: Work<'_>,
    plan: &Plan,
    version: &Version,
    sites: &[Whmcs],
    found: Vec<Thing>,
) -> Result<(Record, Vec<Check>)> {
    let may_be_left_out = |root: &Path| sites.iter().any(|site| site.root() == root && !site.is_named);
    if let Err(error) = work.steps(plan.steps.iter().enumerate(), may_be_left_out) {
        return Err(outcome::taken_back(work, error));
    }
    // What they share is of no use without any of them.
    if sites.iter().all(|site| work.is_stuck(site.root())) {
        let why = work.why();
        return Err(outcome::taken_back(work, why));
    }
    let mut checks = Vec::new();
    for chosen in &plan.chosen {
        match verify::verify(chosen, &plan.programs, &version.to_string()).await {
            Some(Verdict::Said(check)) => checks.push(check),
            Some(Verdict::Broken(why)) => {
                return Err(outcome::taken_back(
                    work,
                    anyhow!("with the extension, {why}; please report it"),
                ));
            }
            None => {}
        }
    }
    let is_stuck = |thing: &Thing| thing.whmcs.as_ref().is_some_and(|home| work.is_stuck(&home.root));
    let found: Vec<Thing> = found.into_iter().filter(|thing| !is_stuck(thing)).collect();
    work.record.things.extend(found);
    work.record.version = Some(version.clone());
    let finished = work.finish().context("the record could not be finished")?;
    checks.extend(outcome::told(&finished, true));
    Ok((finished.record, checks))
}
