//! Whether each PHP of this machine has a working way to the core: the extension in it, or the program that it starts. Web
//! server and cron often run different ones.

use std::path::{Path, PathBuf};

use super::program;
use super::whmcs::Facts;
use crate::check::Check;
use crate::guard::User;
use crate::output::quoted;
use crate::php::{Found, Php};
use crate::root::Root;
use crate::way;

/// What the checks go by.
pub(super) struct Needs<'a> {
    pub(super) root: &'a Root,
    pub(super) whmcs: &'a Path,
    /// The version of the module's files.
    pub(super) version: Option<&'a str>,
    /// The user that the web server's PHP runs as, where its line was given to the installer.
    pub(super) web_user: Option<User>,
    /// What WHMCS tells, where it could be asked.
    pub(super) facts: Option<&'a Facts>,
}

/// How a PHP stands.
enum Standing {
    /// It works, by what.
    Works(String),
    /// It works, and is not content.
    Complains(String),
    /// Nothing in it is set up.
    Without,
    /// It is set up, and does not work, for a reason.
    Fails(String),
    /// It could not be asked; what it is likely to do.
    Unasked(String),
}

pub(super) async fn check(needs: &Needs<'_>, found: &Found) -> Vec<Check> {
    let mut checks = Vec::new();
    let program = program::find(needs).await.unwrap_or_else(|check| {
        checks.push(check);
        None
    });
    let program = program.map(|program| {
        checks.push(program.check);
        program.path
    });
    let mut works = needs.facts.is_some_and(Facts::has_way);
    for php in &found.phps {
        let standing = stand(needs, php, program.as_ref()).await;
        works |= matches!(standing, Standing::Works(_) | Standing::Complains(_));
        checks.push(told(needs, php, &standing));
    }
    for mute in &found.mute {
        checks.push(Check::warning(
            &format!("PHP {}", mute.binary.display()),
            mute.why.clone(),
            "If WHMCS runs on it, mend that; else leave it.",
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

async fn stand(needs: &Needs<'_>, php: &Php, program: Option<&PathBuf>) -> Standing {
    let facts = &php.facts;
    if let Some(loaded) = &facts.bridge {
        return match needs.version.filter(|wanted| wanted != loaded) {
            None => match &facts.complaint {
                None => Standing::Works(format!("jetpack_bridge {loaded}")),
                Some(complaint) => {
                    Standing::Complains(format!("jetpack_bridge {loaded}, but it complains: {complaint}"))
                }
            },
            Some(wanted) => Standing::Fails(format!(
                "jetpack_bridge {loaded}, but the module files are {wanted}"
            )),
        };
    }
    let line = facts
        .loading()
        .first()
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
        Standing::Complains(what) => {
            Check::warning(&name, format!("{about}: {what}"), &facts.lines_too_many())
        }
        Standing::Unasked(what) => Check::warning(
            &name,
            format!("{about}: {what}"),
            "It was not asked itself: the tab Set-up of the addon's page says whether it does.",
        ),
        Standing::Fails(why) => Check::bad(
            &name,
            format!("{about}: {why}"),
            &format!(
                "Copy extension, program and module files from one package: {}",
                install(needs, None)
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
        .map(|php| format!(" --php {}", quoted(php)))
        .unwrap_or_default();
    format!("jetpack-partner install --whmcs {}{php}", quoted(needs.whmcs))
}
