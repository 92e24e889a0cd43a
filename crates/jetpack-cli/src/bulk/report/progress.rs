//! How far the work is: a bar on a terminal, a line now and then elsewhere.

use std::fmt::Write;
use std::io::{IsTerminal, stderr};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use crate::bulk::action::Action;
use crate::output::Output;
use crate::session::variable;

/// How often a line is written where there is no bar.
const LINE_EVERY: Duration = Duration::from_secs(10);

/// How far the work is.
#[derive(Debug)]
pub(crate) struct Progress {
    output: Output,
    bar: Option<ProgressBar>,
    action: Action,
    total: u64,
    done: u64,
    failed: u64,
    start: Instant,
    last: Instant,
}

impl Progress {
    pub(crate) fn new(output: Output, action: Action, total: u64) -> Self {
        let has_bar = !output.quiet && stderr().is_terminal() && !is_dumb();
        Self {
            output,
            bar: has_bar.then(|| bar(total)),
            action,
            total,
            done: 0,
            failed: 0,
            start: Instant::now(),
            last: Instant::now(),
        }
    }

    /// One more line is through.
    pub(crate) fn step(&mut self, succeeded: bool) {
        self.done += 1;
        self.failed += u64::from(!succeeded);
        if let Some(bar) = &self.bar {
            if !succeeded {
                bar.set_message(format!("{} failed", self.failed));
            }
            bar.inc(1);
        } else if self.last.elapsed() >= LINE_EVERY {
            self.last = Instant::now();
            self.output.note(self.line());
        }
    }

    /// Says something without breaking the bar.
    pub(crate) fn say(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.suspend(|| self.output.note(text)),
            None => self.output.note(text),
        }
    }

    /// Takes the bar away.
    pub(crate) fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    fn line(&self) -> String {
        let seconds = self.start.elapsed().as_secs_f64().max(0.001);
        let rate = self.done as f64 / seconds;
        let left = (self.total.saturating_sub(self.done)) as f64 / rate.max(0.001);
        format!(
            "{}: {} of {}, {rate:.0} a second, {} failed, about {left:.0} s left",
            self.action, self.done, self.total, self.failed
        )
    }
}

/// A whole number: digits after the point only flicker.
fn rate(state: &ProgressState, out: &mut dyn Write) {
    // Writing to memory cannot fail.
    let _ = write!(out, "{:.0}", state.per_sec());
}

fn bar(total: u64) -> ProgressBar {
    let style =
        ProgressStyle::with_template("{bar:30} {pos} of {len}, {rate} a second, about {eta} left {msg}");
    // Ten times a second is enough for people and costs the requests nothing.
    let bar = ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr_with_hz(10));
    match style {
        Ok(style) => bar.with_style(style.with_key("rate", rate)),
        Err(_) => bar,
    }
}

/// Whether the environment asks for plain text (a dumb terminal has no bar).
fn is_dumb() -> bool {
    variable("TERM").is_none_or(|term| term == "dumb")
}
