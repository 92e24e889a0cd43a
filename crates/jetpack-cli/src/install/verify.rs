//! What every PHP says after the steps are done.

use super::choose::{Choice, Chosen};
use super::package::Package;
use super::plan::Plan;
use super::program::Placed;
use super::record::Record;
use super::sums;
use crate::check::Check;
use crate::guard;
use crate::php::{Facts, Layout, Php};
use crate::way;

/// What to do where it has the extension.
const RESTART: &str = "Restart it, then look at the tab Set-up of the addon's page.";

/// Whether it is as it should be.
#[derive(Debug)]
pub(super) enum Verdict {
    Said(Check),
    /// It answered before, and does not any more: it must not be restarted like this.
    Broken(String),
}

/// Asks one that was given something.
pub(super) async fn verify(chosen: &Chosen, programs: &[Placed], version: &str) -> Option<Verdict> {
    let php = &chosen.php;
    let name = format!("PHP {}", php.name());
    match &chosen.choice {
        Choice::Neither(_) => None,
        Choice::Program(_) if php.binary.is_none() => Some(Verdict::Said(unasked(
            &name,
            "Look at the tab Set-up of the addon's page, which says how it gets to the core.",
        ))),
        Choice::Extension { .. } if php.binary.is_none() => Some(Verdict::Said(unasked(&name, RESTART))),
        Choice::Program(_) => {
            let mut worst = None;
            for program in programs.iter().map(|placed| placed.path.as_path()) {
                let said = way::start(php, program).await;
                match said {
                    Ok(said) if said == version => {}
                    Ok(said) => worst = Some(format!("{} is {said}, not {version}", program.display())),
                    Err(why) => worst = Some(why),
                }
            }
            Some(Verdict::Said(match worst {
                None => Check::good(&name, format!("starts the program, {version}")),
                Some(why) => Check::bad(&name, why, "Mend that, then run this command again."),
            }))
        }
        Choice::Extension { .. } => Some(match php.again().await {
            Err(why) => Verdict::Broken(format!("{} {why}", php.name())),
            Ok(None) => Verdict::Said(unasked(&name, RESTART)),
            Ok(Some(facts)) => Verdict::Said(loaded(php, &facts, &name, version)),
        }),
    }
}

/// What the program itself says to those that will start it; nothing where it is content.
pub(super) async fn refused(programs: &[Placed]) -> Vec<Check> {
    let mut checks = Vec::new();
    for placed in programs {
        if let Err(why) = guard::accepted(&placed.path, &placed.against).await {
            checks.push(Check::bad(
                "program",
                format!("{} {why}", placed.path.display()),
                "Mend that, then run this command again.",
            ));
        }
    }
    checks
}

/// Extensions that stayed as they were: a PHP that did not answer may load them, and the module's files go with no other than
/// their own.
pub(super) fn outdated(record: &Record, package: &Package, plan: &Plan) -> Vec<Check> {
    let is_of_the_package = |sum: &String| {
        let built = package.extensions().into_iter();
        let mut built = built.filter_map(|api| package.extension(api));
        built.any(|file| package.sum(&file) == Some(sum))
    };
    let extensions = record.things.iter().filter(|thing| {
        let is_extension = thing.path.extension().is_some_and(|ending| ending == "so");
        // An interrupted run may have recorded what it did not put there.
        is_extension && sums::of_file(&thing.path).is_ok_and(|sum| !is_of_the_package(&sum))
    });
    let told = extensions.map(|thing| {
        let text = format!("{} is of another release yet", thing.path.display());
        match plan.mute.is_empty() {
            false => Check::bad(
                "extension",
                format!("{text}, and a PHP that was left alone may load it"),
                "Let that PHP answer (\"php -v\" in a shell says why it does not), or remove the file if its PHP is gone; then run this \
                 command again.",
            ),
            true => Check::warning(
                "extension",
                text,
                "No PHP that was found reads it: name the one that does with --php, or remove it if that PHP is gone.",
            )
            .even_if_quiet(),
        }
    });
    told.collect()
}

/// Only the web's own page knows.
fn unasked(name: &str, next: &str) -> Check {
    Check::warning(name, "cannot be asked from here, only by a page", next)
}

fn loaded(php: &Php, facts: &Facts, name: &str, version: &str) -> Check {
    match &facts.bridge {
        Some(there) if there == version => match &facts.complaint {
            None => Check::good(name, format!("loads jetpack_bridge {version}")),
            Some(complaint) => Check::warning(
                name,
                format!("loads jetpack_bridge {version}, and complains: {complaint}"),
                &facts.lines_too_many(),
            ),
        },
        Some(there) => Check::bad(
            name,
            format!("loads jetpack_bridge {there}, not {version}"),
            "Another ini file names another copy of the extension: remove that line, then run this command again.",
        ),
        None if php.layout == Layout::CloudLinux => Check::warning(
            name,
            "does not load jetpack_bridge yet",
            "CloudLinux loads what is ticked in the PHP Selector; see what is left to do.",
        ),
        None => {
            let why = facts.complaint.as_deref().unwrap_or("PHP does not say why");
            Check::bad(
                name,
                format!("does not load jetpack_bridge: {why}"),
                "Mend that, then run this command again.",
            )
        }
    }
}
