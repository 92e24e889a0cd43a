//! Whether each PHP of this machine has a working way to the core: the extension in it, or the program that it starts. Web
//! server and cron often run different ones.

use std::path::{Path, PathBuf};

use super::whmcs::Facts;
use crate::check::Check;
use crate::install::program;
use crate::php::{Found, Php};
use crate::root::Root;
use crate::way;

/// What the checks go by.
pub(super) struct Needs<'a> {
    pub(super) root: &'a Root,
    pub(super) whmcs: &'a Path,
    /// The version of the module's files.
    pub(super) version: Option<&'a str>,
    /// What WHMCS tells, where it could be asked.
    pub(super) facts: Option<&'a Facts>,
}

/// How a PHP stands.
enum Standing {
    /// It works, by what.
    Works(String),
    /// Nothing in it is set up.
    Without,
    /// It is set up, and does not work, for a reason.
    Fails(String),
    /// It has no program that could be asked; what it is likely to do.
    Unasked(String),
}

pub(super) async fn check(needs: &Needs<'_>, found: &Found) -> Vec<Check> {
    let mut checks = Vec::new();
    let places = match needs.facts.and_then(Facts::program) {
        Some(named) => vec![named],
        None => program::places(needs.root, needs.whmcs),
    };
    let program = places.into_iter().find(|place| place.is_file());
    checks.extend(program.as_deref().map(|program| place(needs, program)));
    let mut works = needs.facts.is_some_and(Facts::has_way);
    for php in &found.phps {
        let standing = stand(needs, php, program.as_deref()).await;
        works |= matches!(standing, Standing::Works(_));
        checks.push(told(needs, php, &standing));
    }
    for mute in &found.mute {
        checks.push(Check::warning(
            &format!("PHP {}", mute.binary.display()),
            mute.why.clone(),
            "If WHMCS does not run on it, remove it; else repair it.",
        ));
    }
    if !works {
        checks.push(Check::bad(
            "way to the core",
            match found.phps.is_empty() {
                true => "no PHP was found",
                false => "no PHP on this machine has one",
            },
            &format!(
                "\"{}\" gives it one; run it in the unpacked package.",
                install(needs, None)
            ),
        ));
    }
    checks
}

async fn stand(needs: &Needs<'_>, php: &Php, program: Option<&Path>) -> Standing {
    let facts = &php.facts;
    if let Some(loaded) = &facts.bridge {
        return match needs.version.filter(|wanted| wanted != loaded) {
            None => Standing::Works(format!("jetpack_bridge {loaded}")),
            Some(wanted) => Standing::Fails(format!(
                "jetpack_bridge {loaded}, but the module files are {wanted}"
            )),
        };
    }
    let line = facts
        .loaded_by()
        .map(|(file, line)| format!("{} line {line}", file.display()));
    if php.binary.is_none()
        && let Some(line) = line
    {
        return Standing::Unasked(format!("{line} loads jetpack_bridge"));
    }
    if let Some(complaint) = &facts.complaint {
        let at = line.map(|line| format!(" ({line})")).unwrap_or_default();
        return Standing::Fails(format!("jetpack_bridge is not loaded{at}: {complaint}"));
    }
    let Some(program) = program.filter(|_| facts.is_new_enough()) else {
        return Standing::Without;
    };
    if php.binary.is_none() {
        return Standing::Unasked(format!("it is to start {}", program.display()));
    }
    match way::start(php, program).await {
        Ok(version) if needs.version.is_none_or(|wanted| wanted == version) => {
            Standing::Works(format!("it starts {}, {version}", program.display()))
        }
        Ok(version) => Standing::Fails(format!(
            "{} is {version}, but the module files are {}",
            program.display(),
            needs.version.unwrap_or_default()
        )),
        Err(why) => Standing::Fails(why),
    }
}

fn told(needs: &Needs<'_>, php: &Php, standing: &Standing) -> Check {
    let name = format!("PHP {}", php.name());
    let facts = &php.facts;
    let about = format!("{}, {}, API {}", facts.version, facts.sapi, facts.api);
    match standing {
        Standing::Works(how) => Check::good(&name, format!("{about}: {how}")),
        Standing::Unasked(what) => Check::warning(
            &name,
            format!("{about}: {what}"),
            "It has no program that could be asked: the tab Set-up of the addon's page says whether it does.",
        ),
        Standing::Fails(why) => Check::bad(
            &name,
            format!("{about}: {why}"),
            &format!(
                "Copy extension, program and module files from one package: {}",
                install(needs, php.binary.as_deref())
            ),
        ),
        Standing::Without if !facts.is_new_enough() => Check::warning(
            &name,
            format!("{about}: too old for the module"),
            "Let WHMCS, and its cron job, run on PHP 8.1 or newer.",
        ),
        Standing::Without => Check::warning(
            &name,
            format!("{about}: jetpack_bridge is not loaded, and there is no program to start"),
            &by_hand(needs, php),
        ),
    }
}

/// What gives a PHP a way, in full paths.
fn by_hand(needs: &Needs<'_>, php: &Php) -> String {
    let command = install(needs, php.binary.as_deref());
    match php.ini_file(needs.root) {
        Ok(ini) => format!(
            "If WHMCS runs on it (web or cron): {command}. By hand: extensions/{}/jetpack_bridge.so of the package goes to {}, and \
             the line \"extension=jetpack_bridge\" into {}.",
            php.facts.api,
            php.extension_file().display(),
            ini.display()
        ),
        Err(why) => format!("If WHMCS runs on it (web or cron): {command} --way program; {why}."),
    }
}

fn install(needs: &Needs<'_>, php: Option<&Path>) -> String {
    let php = php
        .map(|php| format!(" --php {}", php.display()))
        .unwrap_or_default();
    format!("jetpack-partner install --whmcs {}{php}", needs.whmcs.display())
}

/// PHP refuses a program that its own user could have put there.
fn place(needs: &Needs<'_>, program: &Path) -> Check {
    const NAME: &str = "program";
    use std::os::unix::fs::MetadataExt;

    let owner = needs
        .whmcs
        .metadata()
        .ok()
        .map(|found| found.uid())
        .filter(|owner| *owner != 0);
    let settings = program.with_file_name("jetpack-bridge.ini");
    let files: Vec<PathBuf> = [program.to_owned(), settings]
        .into_iter()
        .filter(|file| file.exists())
        .collect();
    let folders = program
        .ancestors()
        .skip(1)
        .filter(|folder| folder.starts_with(needs.root.folder()) && *folder != needs.root.folder());
    for path in files.iter().map(PathBuf::as_path).chain(folders) {
        if let Some(why) = program::unsafe_for(path, owner) {
            let next = format!("chown root:root {0} && chmod go-w {0}", path.display());
            return Check::bad(
                NAME,
                format!(
                    "{} {why}, so PHP may refuse {}",
                    path.display(),
                    program.display()
                ),
                &next,
            );
        }
    }
    match program::forbids_programs(program) {
        true => Check::bad(
            NAME,
            format!("{} is on a file system that is mounted noexec", program.display()),
            "Put it elsewhere, and name that place in the addon's settings.",
        ),
        false => Check::good(NAME, program.display().to_string()),
    }
}
