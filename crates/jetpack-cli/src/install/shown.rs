//! The plan, for people and for programs.

use std::path::Path;

use semver::Version;
use serde_json::{Value, json};

use super::choose::{Choice, Chosen};
use super::plan::Plan;
use super::restart;
use super::step::Step;
use super::whmcs::Whmcs;
use crate::output::plain;
use crate::php::Restart;

/// What was found, what will be done, and what is left to do then.
pub(super) fn text(plan: &Plan, restarts: &[Restart], is_restarting: bool) -> String {
    let mut text = String::from("PHP on this machine:\n");
    for Chosen { php, choice } in &plan.chosen {
        let what = match choice {
            Choice::Extension { .. } => "gets the extension".to_owned(),
            Choice::Program(why) => format!("starts the program ({why})"),
            Choice::Neither(why) => format!("is left alone: {why}"),
        };
        let facts = &php.facts;
        let line = format!("  {} (PHP {}, {}) {what}", php.name(), facts.version, facts.sapi);
        text.push_str(&(plain(&line) + "\n"));
    }
    for mute in &plan.mute {
        let line = format!("  {} is left alone: it {}", mute.binary.display(), mute.why);
        text.push_str(&(plain(&line) + "\n"));
    }
    for note in &plan.notes {
        text.push_str(&plain(&format!("Note: {note}.")));
        text.push('\n');
    }
    if !plan.steps.is_empty() {
        text.push_str(&format!("\nSteps:\n{}", numbered(&plan.steps)));
        text.push_str(&restart::announce(restarts, is_restarting));
    }
    text
}

/// The same as JSON.
pub(super) fn value(plan: &Plan, restarts: &[Restart], version: &Version, sites: &[Whmcs]) -> Value {
    let phps: Vec<Value> = plan.chosen.iter().map(php).collect();
    let mute: Vec<Value> = plan
        .mute
        .iter()
        .map(|mute| json!({"binary": mute.binary, "why": mute.why}))
        .collect();
    let roots: Vec<&Path> = sites.iter().map(Whmcs::root).collect();
    json!({
        "version": version.to_string(), "whmcs": roots, "php": phps, "silent": mute, "steps": steps(&plan.steps),
        "restart": spelled(restarts), "notes": plan.notes,
    })
}

fn php(Chosen { php, choice }: &Chosen) -> Value {
    let (way, why) = match choice {
        Choice::Extension { .. } => ("extension", None),
        Choice::Program(why) => ("program", Some(why)),
        Choice::Neither(why) => ("none", Some(why)),
    };
    let facts = &php.facts;
    json!({
        "name": php.name(), "binary": php.binary, "version": facts.version, "sapi": facts.sapi.to_string(),
        "api": facts.api, "way": way, "why": why,
    })
}

/// The steps as people read them.
pub(super) fn steps(steps: &[Step]) -> Vec<String> {
    steps.iter().map(|step| plain(&step.to_string())).collect()
}

/// The same with numbers.
pub(super) fn numbered(all: &[Step]) -> String {
    let lines = steps(all).into_iter().enumerate();
    lines
        .map(|(index, step)| format!("{:>3}. {step}\n", index + 1))
        .collect()
}

pub(super) fn spelled(restarts: &[Restart]) -> Vec<String> {
    restarts.iter().map(ToString::to_string).collect()
}
