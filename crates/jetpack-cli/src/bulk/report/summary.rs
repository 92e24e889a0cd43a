//! What a run says at its end.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use serde_json::json;

use crate::bulk::action::Action;
use crate::bulk::input::check::Checked;
use crate::bulk::memory::states::{State, States};
use crate::bulk::paths::Paths;
use crate::bulk::report::outcome::Outcome;
use crate::exit::Exit;
use crate::output::{Output, Tone};

/// More of them are in the results.
const LOOKED_AT: usize = 20;

/// Counts over the whole file, earlier runs included.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    pub(crate) good: u64,
    pub(crate) bad: u64,
    /// Succeeded in earlier runs.
    pub(crate) earlier: u64,
    /// Refused in earlier runs, and not asked again.
    pub(crate) earlier_refused: u64,
    /// Of this run, by their words.
    succeeded: BTreeMap<&'static str, u64>,
    failed: BTreeMap<&'static str, u64>,
    /// Of the failed, how many the same command takes up again.
    unfinished: u64,
    /// What someone has to read.
    look: Vec<String>,
}

impl Summary {
    /// Where the work begins.
    pub(crate) fn of(checked: &Checked, states: &States) -> Self {
        Self {
            good: checked.good,
            bad: checked.bad,
            earlier: states.count(State::Done),
            earlier_refused: states.count(State::Refused),
            ..Self::default()
        }
    }

    pub(crate) fn add(&mut self, outcome: &Outcome) {
        let counts = match outcome.succeeded() {
            true => &mut self.succeeded,
            false => &mut self.failed,
        };
        *counts.entry(outcome.word).or_default() += 1;
        self.unfinished += u64::from(!outcome.state.is_finished());
        if outcome.look {
            self.look.push(outcome.message.clone());
        }
    }

    /// Whether every line of this run failed because the API was away or asked to wait, so that it is worth
    /// trying again.
    pub(crate) fn never_got_through(&self) -> bool {
        const AWAY: [&str; 5] = [
            "not_sent",
            "unknown_outcome",
            "unavailable",
            "malformed",
            "throttled",
        ];
        let is_clean = self.bad == 0 && self.earlier_refused == 0 && self.succeeded.is_empty();
        is_clean && !self.failed.is_empty() && self.failed.keys().all(|word| AWAY.contains(word))
    }

    pub(crate) fn failed_in_this_run(&self) -> u64 {
        self.failed.values().sum()
    }

    fn succeeded_in_all(&self) -> u64 {
        self.earlier + self.succeeded.values().sum::<u64>()
    }

    fn failed_in_all(&self) -> u64 {
        self.earlier_refused + self.failed_in_this_run()
    }

    fn left(&self) -> u64 {
        let through = self.succeeded_in_all() + self.failed_in_all();
        self.good.saturating_sub(through)
    }

    /// Whether every line of the file succeeded, in this run or before.
    pub(crate) fn is_complete(&self) -> bool {
        self.bad == 0 && self.succeeded_in_all() == self.good
    }

    /// Whether every good line has its answer, be it a refusal.
    pub(crate) fn is_through(&self) -> bool {
        self.left() == 0 && self.unfinished == 0
    }

    /// Whether earlier runs had done everything.
    fn was_complete(&self) -> bool {
        self.good > 0 && self.earlier == self.good
    }

    /// Prints it: text, or one JSON object.
    pub(crate) fn print(
        &self,
        output: Output,
        action: Action,
        paths: &Paths,
        took: Duration,
        stopped: Option<&str>,
    ) -> Result<()> {
        if self.was_complete() {
            output.note(format!(
                "{action}: complete since earlier runs; nothing was sent. For a new run, move {} and {} away.",
                paths.journal.display(),
                paths.results.display()
            ));
        }
        let mut text = String::new();
        let tone = if self.is_complete() {
            Tone::Good
        } else {
            Tone::Warning
        };
        let head = format!(
            "{} of {} succeeded",
            self.succeeded_in_all(),
            self.good + self.bad
        );
        if output.quiet && !output.json && !self.is_complete() {
            let stopped = stopped.map_or_else(String::new, |stopped| format!(" Stopped: {stopped}"));
            output.problem(format!(
                "{action}: only {head}; {} tells why.{stopped}",
                paths.results.display()
            ));
        }
        text.push_str(&format!("{action}: {}\n", output.paint(tone, &head)));
        if self.earlier > 0 {
            text.push_str(&format!("  {:>9}  in earlier runs\n", self.earlier));
        }
        for (word, count) in &self.succeeded {
            text.push_str(&format!("  {count:>9}  {word}\n"));
        }
        if self.failed_in_all() > 0 || self.bad > 0 {
            text.push_str("failed:\n");
        }
        if self.earlier_refused > 0 {
            text.push_str(&format!(
                "  {:>9}  refused in earlier runs (--retry-failed asks again)\n",
                self.earlier_refused
            ));
        }
        for (word, count) in &self.failed {
            text.push_str(&format!("  {count:>9}  {}\n", output.paint(Tone::Bad, word)));
        }
        if self.bad > 0 {
            text.push_str(&format!("  {:>9}  bad lines, skipped\n", self.bad));
        }
        if self.left() > 0 {
            text.push_str(&format!("  {:>9}  not begun\n", self.left()));
        }
        for message in self.look.iter().take(LOOKED_AT) {
            text.push_str(&format!("{} {message}\n", output.paint(Tone::Warning, "look:")));
        }
        if self.look.len() > LOOKED_AT {
            text.push_str(&format!(
                "look: and {} more, in the results\n",
                self.look.len() - LOOKED_AT
            ));
        }
        text.push_str(&format!("results: {}\n", paths.results.display()));
        if let Some(stopped) = stopped {
            text.push_str(&format!("Stopped: {stopped}\n"));
        }
        if self.left() + self.unfinished > 0 {
            text.push_str("The same command goes on from here.\n");
        }
        let value = json!({
            "success": self.is_complete(),
            "action": action.name(),
            "lines": self.good + self.bad,
            "succeeded": self.succeeded_in_all(),
            "failed": self.failed_in_all(),
            "not_begun": self.left(),
            "unfinished": self.unfinished,
            "bad_lines": self.bad,
            "earlier": {"succeeded": self.earlier, "refused": self.earlier_refused},
            "outcomes": self.succeeded,
            "errors": self.failed,
            "look": self.look,
            "seconds": took.as_secs_f64(),
            "stopped": stopped,
            "nothing_sent": self.was_complete(),
            "results": paths.results.display().to_string(),
            "journal": paths.journal.display().to_string(),
        });
        Ok(output.print(text, &value)?)
    }
}

/// The file has bad lines.
pub(crate) fn not_started(output: Output, action: Action, checked: &Checked) -> Result<()> {
    let value = json!({
        "success": false,
        "action": action.name(),
        "lines": checked.good + checked.bad,
        "bad_lines": checked.bad,
        "not_begun": checked.good,
    });
    // The words for people were on stderr, line by line.
    match output.json {
        true => Ok(output.print("", &value)?),
        false => Ok(()),
    }
}

/// The file was only checked.
pub(crate) fn dry_run(output: Output, action: Action, checked: &Checked) -> Result<ExitCode> {
    let text = format!(
        "{action}: {} lines are good, {} are bad. Nothing was sent.",
        checked.good, checked.bad
    );
    let value = json!({
        "success": checked.bad == 0,
        "action": action.name(),
        "dry_run": true,
        "lines": checked.good + checked.bad,
        "bad_lines": checked.bad,
        "unknown_plans": checked.unknown_plans.counts(),
    });
    output.print(text, &value)?;
    Ok(match checked.bad {
        0 => ExitCode::SUCCESS,
        _ => Exit::Failed.into(),
    })
}
