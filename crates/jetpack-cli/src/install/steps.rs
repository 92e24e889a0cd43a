//! From what each PHP gets to what has to be done for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::choose::{Choice, Chosen};
use super::deb;
use super::package::Package;
use super::step::{Change, Content, Step};
use super::sums;
use crate::exit::usage;
use crate::php::{Layout, ini};
use crate::root::Root;

/// What is written into ini files beside the line that loads the extension: names without a prefix.
pub(super) type Settings = [(String, String)];

/// Says whose the file is.
const HEAD: &str = "; Written by \"jetpack-partner install\"; \"jetpack-partner uninstall\" removes it.\n";

/// The extension's files, and the ini files that load them: the same file of two PHPs once.
pub(super) fn for_extensions(
    root: &Root,
    package: &Package,
    chosen: &[Chosen],
    settings: &Settings,
) -> Result<Vec<Step>> {
    let mut files = BTreeMap::new();
    let mut inis = BTreeMap::new();
    for one in chosen {
        let Choice::Extension { from, to, ini } = &one.choice else {
            continue;
        };
        refuse_a_second_line(one, ini)?;
        if deb::brings(root, to, package.sum(from).unwrap_or_default(), ini) {
            match ini.is_symlink() {
                true => deb::refuse_to_write(ini, settings)?,
                false => drop(inis.insert(ini.clone(), one.php.layout)),
            }
            continue;
        }
        deb::refuse(root, to, ini)?;
        if files
            .insert(to.clone(), from.clone())
            .is_some_and(|other| other != *from)
        {
            return Err(usage(format!(
                "two PHPs that need different builds of the extension read it from {}. Nothing was done; name one of them with --php, \
                 or give them --way program",
                to.display()
            )));
        }
        inis.insert(ini.clone(), one.php.layout);
    }
    let mut steps = folders(files.keys().chain(inis.keys()));
    for (to, from) in files {
        // CloudLinux lets nothing else be linked to.
        let group = inis
            .values()
            .any(|layout| *layout == Layout::CloudLinux)
            .then(|| group(root, "linksafe"))
            .flatten();
        steps.extend(file(package, from, to, 0o644, group)?);
    }
    for (path, layout) in inis {
        let group = (layout == Layout::CloudLinux)
            .then(|| group(root, "linksafe"))
            .flatten();
        steps.extend(ini_file(&path, settings, group)?);
    }
    Ok(steps)
}

/// The program in a folder, with its settings beside it.
pub(super) fn for_program(package: &Package, place: &PathBuf, settings: &Settings) -> Result<Vec<Step>> {
    let mut steps = folders(std::iter::once(place));
    steps.extend(file(package, package.program(), place.to_owned(), 0o755, None)?);
    if !settings.is_empty() {
        let path = place.with_file_name("jetpack-bridge.ini");
        let there = match path.is_file() {
            true => read(&path)?,
            false => HEAD.to_owned(),
        };
        steps.extend(text(path, &ini::with(&there, settings), None));
    }
    Ok(steps)
}

/// Makes the folders of these files where they are missing, once each.
fn folders<'a>(files: impl Iterator<Item = &'a PathBuf>) -> Vec<Step> {
    let folders: BTreeSet<&Path> = files.filter_map(|file| file.parent()).collect();
    let missing = folders.into_iter().filter(|folder| !folder.is_dir());
    missing
        .map(|folder| Step::shared(folder.to_owned(), Change::Make))
        .collect()
}

/// A copy of one of the package's files, unless it is there already.
fn file(
    package: &Package,
    from: PathBuf,
    to: PathBuf,
    mode: u32,
    group: Option<u32>,
) -> Result<Option<Step>> {
    let sum = package.sum(&from).unwrap_or_default().to_owned();
    if to.is_file() && sums::of_file(&to)? == sum && to.metadata()?.mode() & 0o777 == mode {
        return Ok(None);
    }
    let content = Content::Of(from, sum);
    Ok(Some(Step::shared(to, Change::File { content, mode, group })))
}

/// The ini file of ours; one that loads the extension keeps what the host has written into it.
fn ini_file(path: &Path, settings: &Settings, group: Option<u32>) -> Result<Option<Step>> {
    let there = match ini::loading_lines(path).is_empty() {
        false => read(path)?,
        true => format!("{HEAD}extension=jetpack_bridge\n"),
    };
    let settings: Vec<(String, String)> = settings
        .iter()
        .map(|(name, value)| (format!("jetpack_bridge.{name}"), format!("\"{value}\"")))
        .collect();
    Ok(text(path.to_owned(), &ini::with(&there, &settings), group))
}

/// What is written anew must be understood as a whole.
fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| {
        usage(format!(
            "{} cannot be read as text: {error}. Nothing was done; mend that, then repeat",
            path.display()
        ))
    })
}

/// A file that is there keeps its group, and what it hides: it may hold the password of a proxy.
fn text(path: PathBuf, text: &str, group: Option<u32>) -> Option<Step> {
    if fs::read_to_string(&path).is_ok_and(|there| there == text) {
        return None;
    }
    let there = path.metadata().ok();
    let content = Content::Text(text.to_owned());
    Some(Step::shared(
        path,
        Change::File {
            content,
            mode: there.as_ref().map_or(0o644, |there| there.mode() & 0o644),
            group: group.or(there.map(|there| there.gid())),
        },
    ))
}

/// Two lines that load it make PHP warn at every start.
fn refuse_a_second_line(one: &Chosen, ours: &Path) -> Result<()> {
    // CloudLinux's selector copies our line into a file of its own once it is ticked.
    if one.php.layout == Layout::CloudLinux {
        return Ok(());
    }
    let lines = one.php.facts.loading();
    let is_first = |(index, (file, _)): &(usize, (&Path, usize))| {
        *file == ours && !lines[..*index].iter().any(|(before, _)| *before == ours)
    };
    match lines.iter().copied().enumerate().find(|line| !is_first(line)) {
        Some((_, (file, line))) => Err(usage(format!(
            "line {line} of {} loads the extension already in {}. Nothing was done; delete that line, then repeat",
            file.display(),
            one.php.name()
        ))),
        None => Ok(()),
    }
}

/// The number of a group.
fn group(root: &Root, name: &str) -> Option<u32> {
    let text = fs::read_to_string(root.at("/etc/group")).ok()?;
    let line = text.lines().find(|line| line.split(':').next() == Some(name))?;
    line.split(':').nth(2)?.parse().ok()
}
