//! Where a PHP gets to the core by another way than before: what goes, and what stays behind.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::choose::{Choice, Chosen};
use super::program::{self, Placed};
use super::record::Record;
use super::step::{Change, Step};
use super::steps::Settings;
use crate::php::ini;
use crate::root::Root;

/// What begins a setting's name in the extension's ini files.
const PREFIX: &str = "jetpack_bridge.";

/// The extension goes where it was once installed and does not fit any more: of another version than the module's files it
/// would keep PHP from starting the program.
pub(super) fn outdated(root: &Root, record: &Record, chosen: &[Chosen], wanted: &[Step]) -> Vec<Step> {
    let keeping: BTreeSet<PathBuf> = chosen
        .iter()
        .filter_map(|one| match &one.choice {
            Choice::Extension { to, ini, .. } => Some([to.clone(), ini.clone()]),
            _ => None,
        })
        .flatten()
        .chain(wanted.iter().map(|step| step.target.path.clone()))
        .collect();
    let others = chosen
        .iter()
        .filter(|one| !matches!(one.choice, Choice::Extension { .. }));
    let targets: BTreeSet<PathBuf> = others
        .flat_map(|one| {
            one.php
                .ini_file(root)
                .into_iter()
                .chain([one.php.extension_file()])
        })
        .filter(|target| !keeping.contains(target))
        .collect();
    let gone = targets.iter().filter_map(|target| record.thing(target));
    gone.map(|thing| {
        Step::shared(
            thing.path.clone(),
            Change::Remove {
                before: thing.before.clone(),
            },
        )
    })
    .collect()
}

/// Notes on each file of the former way that has settings which were not given anew: the extension reads its own ini file, the program
/// the one beside it. They are named and not copied, since the address of a proxy may hold a password.
pub(super) fn settings(
    steps: &[Step],
    chosen: &[Chosen],
    record: &Record,
    programs: &[Placed],
    given: &Settings,
) -> Vec<String> {
    let beside = |program: &Path| program.with_file_name("jetpack-bridge.ini");
    let is_ini = |step: &&Step| step.target.path.extension().is_some_and(|ending| ending == "ini");
    let named = |file: &Path, prefix: &str| {
        let mut names = ini::names(file, prefix);
        names.retain(|name| !given.iter().any(|(given, _)| given == name));
        (!names.is_empty()).then(|| names.join(", "))
    };
    let mut notes = Vec::new();
    let going = steps
        .iter()
        .filter(is_ini)
        // A link is another installation's, and stays.
        .filter(|step| matches!(step.change, Change::Remove { .. }) && !step.target.path.is_symlink());
    let places: BTreeSet<String> = programs
        .iter()
        .map(|program| beside(&program.path).display().to_string())
        .collect();
    let places = places.into_iter().collect::<Vec<_>>().join(" and ");
    let next = match places.is_empty() {
        true => String::new(),
        false => format!(": for the program write that into {places}"),
    };
    for step in going {
        let names = named(&step.target.path, PREFIX);
        notes.extend(
            names.map(|names| format!("{} goes, and with it {names}{next}", step.target.path.display())),
        );
    }
    let is_new = |ini: &&PathBuf| !ini.exists() && steps.iter().any(|step| step.target.path == **ini);
    let mut inis = chosen.iter().filter_map(|one| match &one.choice {
        Choice::Extension { ini, .. } => Some(ini),
        Choice::Program(_) | Choice::Neither(_) => None,
    });
    if inis.any(|ini| is_new(&ini)) {
        let former = record
            .things
            .iter()
            .filter(|thing| thing.path.ends_with(program::NAME));
        for file in former.map(|thing| beside(&thing.path)) {
            notes.extend(named(&file, "").map(|names| {
                format!(
                    "{} is read by the program alone, and has {names}: for the extension write that into its ini files, each name with \
                     {PREFIX} before it",
                    file.display()
                )
            }));
        }
    }
    notes
}
