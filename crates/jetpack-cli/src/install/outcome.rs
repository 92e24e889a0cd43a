//! What is said at the end.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use serde_json::{Value, json};

use super::arguments::Asked;
use super::perform::{Finished, Stuck, Work};
use super::who::Home;
use crate::check::Check;
use crate::context::Context;
use crate::exit::Exit;
use crate::output::quoted;

/// Nothing was done: as it was wished, or as nobody could be asked.
pub(super) fn not_done(context: &Context, asked: Asked, is_dry: bool, value: &mut Value) -> Result<ExitCode> {
    let is_fine = asked != Asked::Nobody;
    merge(value, json!({"success": is_fine, "applied": false}));
    match (asked, is_dry) {
        (Asked::Nobody, _) => context
            .output
            .problem("Nothing was done, since nobody can be asked here: add --yes to do these steps."),
        (_, true) => context.output.note("Nothing was done."),
        (_, false) => context.output.note("Nothing was done, as you said."),
    }
    if context.output.json {
        context.output.print("", value)?;
    }
    Ok(match is_fine {
        true => ExitCode::SUCCESS,
        false => Exit::Usage.into(),
    })
}

/// The error, and what became of what was done before it.
pub(super) fn taken_back(work: Work<'_>, error: anyhow::Error) -> anyhow::Error {
    let problems = work.undo();
    match problems.is_empty() {
        true => error.context("nothing was changed: what was done was taken back"),
        false => error.context(format!(
            "not all that was done could be taken back ({}); mend that (is the disk full?), then run this command again, or \
             \"jetpack-partner uninstall\"",
            problems.join("; ")
        )),
    }
}

/// What the host had changed himself, and what could not be found any more.
pub(super) fn told(finished: &Finished, is_behind: bool) -> Vec<Check> {
    let yours = finished.yours.iter().map(|changed| {
        let path = changed.path.display();
        let text = match changed.is_former {
            true => format!("what was at {path} before this module has no place to come back to"),
            false => format!("{path} had been changed by hand"),
        };
        let yours = changed.yours.as_deref().unwrap_or(&changed.copy);
        let next = format!("What was there lies in {}.", yours.display());
        Check::warning("your changes", text, &next).even_if_quiet()
    });
    let gone = finished.gone.iter().map(|target| {
        Check::warning(
            "gone",
            format!(
                "{} was not there any more, nor was the folder that held it",
                target.display()
            ),
            "If it comes back, as from a backup, remove it by hand.",
        )
    });
    let left = finished.left.iter().map(|target| {
        Check::warning(
            "left",
            format!(
                "{} is not what was put there any more, and stays",
                target.display()
            ),
            "It is another installation's by now, such as a Debian package's: remove it with that.",
        )
    });
    let stuck = finished.stuck.iter().map(|stuck| left_out(stuck, is_behind));
    let lost = finished.lost.iter().map(|target| {
        Check::warning(
            "lost",
            format!(
                "what was at {} before this module is not where it was kept, so it cannot come back",
                target.display()
            ),
            "If you need it, put it back from a backup.",
        )
    });
    let litter = finished.litter.iter().map(|error| {
        Check::warning(
            "litter",
            format!("{error:#}"),
            "It holds nothing that is needed any more: remove it by hand (rm -r).",
        )
    });
    yours
        .chain(gone)
        .chain(left)
        .chain(lost)
        .chain(stuck)
        .chain(litter)
        .collect()
}

/// A WHMCS in which something cannot be done; whether the others have another release now.
pub(super) fn left_out(stuck: &Stuck, is_behind: bool) -> Check {
    Check::bad(
        "WHMCS",
        format!("{} was left out: {:#}", stuck.root.display(), stuck.why),
        match (stuck.is_half, is_behind) {
            (true, _) => {
                "Part of its module may be missing until then: mend that, then run this command again."
            }
            (_, true) => {
                "Its module stays as it was, and does not work beside an extension or a program of another release: mend that, then run \
                 this command again."
            }
            _ => "Its module stays as it was. Mend that, then run this command again.",
        },
    )
}

/// Why nothing can be done in any WHMCS.
pub(super) fn all_of(stuck: &[Stuck]) -> String {
    let all = stuck.iter().map(|stuck| left_out(stuck, false).text);
    all.collect::<Vec<_>>().join("; ")
}

/// A WHMCS that has the module, and could not be brought to this version.
pub(super) fn absent(root: &Path) -> Check {
    Check::warning(
        "WHMCS",
        format!(
            "{} is not there now, and still has the module as it was",
            root.display()
        ),
        &format!(
            "Run this again once it is there; if it has moved, name its new folder with install --whmcs; or, if it is gone for good, \
             \"jetpack-partner uninstall --whmcs {}\".",
            quoted(root)
        ),
    )
}

/// None that is known is where it was.
pub(super) fn none_is_there(known: &[Home]) -> String {
    let roots: Vec<String> = known.iter().map(|home| home.root.display().to_string()).collect();
    format!(
        "no WHMCS is where the module was installed: {}. Nothing was done; if it has moved, run \"jetpack-partner install --whmcs DIR\" \
         with its new folder, and if it is gone for good, \"jetpack-partner uninstall\"",
        roots.join(", ")
    )
}

/// What only somebody who is logged in to WHMCS can do: no documented way activates an addon from outside
/// (whmcs-contract.md §2.4).
pub(super) fn next_in_whmcs(is_first: bool) -> &'static str {
    match is_first {
        true => {
            "In WHMCS, two things are left:\n  \
             1. System Settings > Addon Modules: activate Jetpack, press Configure, enter partner id and secret, and give your role \
             access.\n  \
             2. Addons > Jetpack: its tab Set-up checks the rest, and says what is to be done."
        }
        false => {
            "In WHMCS, open Addons > Jetpack once: that brings the tables to this version, and its tab Set-up checks the rest."
        }
    }
}

/// Adds to a JSON object.
pub(super) fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(value), Value::Object(more)) = (value, more) {
        value.extend(more);
    }
}
