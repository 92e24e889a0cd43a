//! What is going to be done, and why.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::choose::{self, Choice, Chosen, Way};
use super::moving;
use super::outcome;
use super::package::Package;
use super::perform::Stuck;
use super::program::{self, Placed};
use super::record::{Record, Wish};
use super::step::Step;
use super::steps::{self, Settings};
use super::store::Store;
use super::whmcs::Whmcs;
use crate::exit::usage;
use crate::php::{self, Found, Mute, Php, Restart, Web};
use crate::root::Root;

/// All of it.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) chosen: Vec<Chosen>,
    pub(super) mute: Vec<Mute>,
    pub(super) steps: Vec<Step>,
    /// Where the program is to lie, for those that start it.
    pub(super) programs: Vec<Placed>,
    pub(super) notes: Vec<String>,
    /// The installations of WHMCS in which something cannot be done; nobody has named them.
    pub(super) left_out: Vec<Stuck>,
}

/// What is to be installed, and for whom.
pub(super) struct Task<'a> {
    pub(super) root: &'a Root,
    pub(super) package: &'a Package,
    pub(super) sites: &'a [Whmcs],
    pub(super) record: &'a Record,
    pub(super) store: &'a Store,
    pub(super) settings: &'a Settings,
    /// What was asked for just now, and not by an earlier installation: that must be possible.
    pub(super) asked: &'a Wish,
}

/// Looks at the machine and decides.
pub(super) async fn make(task: &Task<'_>) -> Result<Plan> {
    let Task {
        root,
        package,
        sites,
        record,
        store,
        settings,
        asked,
    } = *task;
    let wish = &record.wish;
    let way = wish.way.unwrap_or(Way::Auto);
    let web = wish.web.as_deref().map(str::parse::<Web>).transpose()?;
    // A PHP that has gone since is not missed.
    let web = web.filter(|web| asked.web.is_some() || web.is_there());
    let mut found = php::find_with(root, &wish.php, &wish.also).await;
    refuse_mute(&found.mute, asked)?;
    let of_web = web.as_ref().map(|web| php::of_web(root, web, &mut found));
    let of_web = of_web.transpose().map_err(usage)?;
    let of_web = of_web.filter(|_| asked.web.is_some());
    let Found { phps, mute } = found;
    let mut chosen = Vec::new();
    for php in &phps {
        // Apache's has no program: what another of the same build bears it bears, too.
        let mut like = phps.iter().filter(|other| php.facts.loads_what(&other.facts));
        let trier = php
            .binary
            .as_deref()
            .or_else(|| like.find_map(|other| other.binary.as_deref()));
        let choice = choose::choose(root, package, way, php, trier).await;
        chosen.push(Chosen {
            php: php.clone(),
            choice,
        });
    }
    let others = match wish.php.is_empty() {
        true => Vec::new(),
        false => php::find(root, &[]).await.phps,
    };
    spare(&mut chosen, &others, way);
    let mut notes = Vec::new();
    let programs = programs(task, &mut chosen, web.as_ref(), &mut notes);
    // Whoever names a PHP means it.
    for (index, Chosen { php, choice }) in chosen.iter().enumerate() {
        if let Choice::Neither(why) = choice
            && (Some(index) == of_web || is_named(asked, php.binary.as_deref()))
        {
            return Err(usage(format!("{} can be given nothing: {why}", php.name())));
        }
    }
    if !chosen.iter().any(|one| !matches!(one.choice, Choice::Neither(_))) {
        bail!(
            "no PHP here can be given a way to the core: {}",
            reasons(&chosen, &mute)
        );
    }
    let mut all = steps::for_extensions(root, package, &chosen, settings)?;
    all.extend(moving::outdated(root, record, &chosen, &all));
    // One that is there already stays of the same version, also where nobody is known to start it now.
    let there = record.things.iter().map(|thing| &thing.path);
    let there = there.filter(|path| path.ends_with(program::NAME) && path.is_file());
    let places: BTreeSet<&PathBuf> = programs.iter().map(|placed| &placed.path).collect();
    for place in there.chain(places.iter().copied()).collect::<BTreeSet<_>>() {
        all.extend(steps::for_program(package, place, settings)?);
    }
    notes.extend(places.into_iter().flat_map(|place| hidden_from(&chosen, place)));
    notes.extend(moving::settings(&all, &chosen, record, &programs, settings));
    let mut left_out = Vec::new();
    for site in sites {
        match site.steps(package, record, store) {
            Ok(steps) => all.extend(steps),
            // One that nobody named does not keep the others from it.
            Err(why) if !site.is_named && sites.len() > 1 => {
                left_out.push(Stuck::wholly(site.root().to_owned(), why));
            }
            Err(why) => return Err(why),
        }
    }
    if !sites.is_empty() && left_out.len() == sites.len() {
        bail!(outcome::all_of(&left_out));
    }
    Ok(Plan {
        chosen,
        mute,
        steps: all,
        programs,
        notes,
        left_out,
    })
}

/// An ini file is read by every PHP that reads its folder: where one of them cannot load the extension, the others do without it,
/// since that one would complain at every start.
fn spare(chosen: &mut [Chosen], others: &[Php], way: Way) {
    let unfit = chosen
        .iter()
        .filter(|one| !matches!(one.choice, Choice::Extension { .. }));
    let unfit: Vec<Php> = unfit.map(|one| one.php.clone()).collect();
    for one in chosen {
        let Choice::Extension { ini, .. } = &one.choice else {
            continue;
        };
        let reads = |other: &&Php| other.facts.scan.iter().any(|folder| ini.parent() == Some(folder));
        let others = others
            .iter()
            .filter(|other| !one.php.facts.loads_what(&other.facts));
        if let Some(other) = unfit.iter().chain(others).find(reads) {
            let why = format!(
                "{} reads the same folder of ini files, and the extension does not fit it",
                other.name()
            );
            one.choice = choose::without_extension(way, &one.php, why);
        }
    }
}

/// Where the program comes for those that start it. Where it can come nowhere, they get nothing.
fn programs(
    task: &Task<'_>,
    chosen: &mut [Chosen],
    web: Option<&Web>,
    notes: &mut Vec<String>,
) -> Vec<Placed> {
    if !chosen.iter().any(|one| matches!(one.choice, Choice::Program(_))) {
        return Vec::new();
    }
    let mut places = Vec::new();
    for site in task.sites {
        match program::place(task.root, site, web) {
            Ok(place) => places.push(place),
            // One that nobody named does not keep the others from it.
            Err(why) if !site.is_named && task.sites.len() > 1 => {
                notes.push(format!("no program comes for {}: {why}", site.root().display()));
            }
            Err(why) => {
                let nowhere = format!(
                    "the program can be put nowhere for {}: {why}",
                    site.root().display()
                );
                for one in chosen {
                    if let Choice::Program(why) = &one.choice {
                        one.choice = Choice::Neither(format!("{why}; and {nowhere}"));
                    }
                }
                return Vec::new();
            }
        }
    }
    places
}

fn is_named(asked: &Wish, binary: Option<&Path>) -> bool {
    binary.is_some_and(|binary| asked.php.iter().any(|named| php::resolved(named) == binary))
}

fn refuse_mute(mute: &[Mute], asked: &Wish) -> Result<()> {
    match mute.iter().find(|mute| is_named(asked, Some(&mute.binary))) {
        Some(mute) => Err(usage(format!(
            "{} {}; --php is to name the program of a PHP",
            mute.binary.display(),
            mute.why
        ))),
        None => Ok(()),
    }
}

fn reasons(chosen: &[Chosen], mute: &[Mute]) -> String {
    let mut same: Vec<(&str, Vec<String>)> = Vec::new();
    for one in chosen {
        let Choice::Neither(why) = &one.choice else {
            continue;
        };
        match same.iter_mut().find(|(known, _)| known == why) {
            Some((_, names)) => names.push(one.php.name()),
            None => same.push((why, vec![one.php.name()])),
        }
    }
    let chosen = same
        .iter()
        .map(|(why, names)| format!("{}: {why}", names.join(", ")));
    let mute = mute
        .iter()
        .map(|one| format!("{} {}", one.binary.display(), one.why));
    let all: Vec<String> = chosen.chain(mute).collect();
    match all.is_empty() {
        true => "none was found; name it with --php".to_owned(),
        false => all.join("; "),
    }
}

/// PHP cannot look at what lies outside of its `open_basedir`.
fn hidden_from(chosen: &[Chosen], place: &Path) -> Vec<String> {
    let starting = chosen
        .iter()
        .filter(|one| matches!(one.choice, Choice::Program(_)));
    let hidden = starting.filter(|one| {
        let open = &one.php.facts.open_basedir;
        !open.is_empty()
            && !open
                .split(':')
                .any(|folder| !folder.is_empty() && place.starts_with(folder))
    });
    hidden
        .map(|one| {
            let folder = place.parent().unwrap_or(place).display();
            format!(
                "the open_basedir of {} leaves out {folder}: add that folder to it",
                one.php.name()
            )
        })
        .collect()
}

impl Plan {
    /// What has to be started anew, once each: those whose extension comes, changes, or goes, and those that go on with files which they
    /// have read.
    pub(super) fn restarts(&self, root: &Root) -> Vec<Restart> {
        let is_target = |path: &Path| self.steps.iter().any(|step| step.target.path == path);
        // Where PHP looks at no file twice, files that were exchanged wait for it, too.
        let has_files = self.steps.iter().any(|step| {
            let is_program = step.target.path.ends_with(program::NAME);
            (step.whmcs.is_some() || is_program) && step.target.path.exists()
        });
        let changed = self.chosen.iter().filter(|one| {
            (one.php.facts.keeps_files && has_files && !matches!(one.choice, Choice::Neither(_)))
                || is_target(&one.php.extension_file())
                || one.php.ini_file(root).is_ok_and(|ini| is_target(&ini))
        });
        php::restarts(root, changed.map(|one| &one.php))
    }
}
