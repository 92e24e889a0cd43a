//! The work: many lines at once, in one thread.

mod ahead;
mod brake;
mod change;
mod heed;
mod pace;
pub(crate) mod perform;
pub(crate) mod source;

use std::collections::VecDeque;
use std::fs::File;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result};
use tokio::task::JoinSet;
use tokio::time::{self, sleep_until};

use ahead::Ahead;
use brake::Brake;
use pace::Pace;
use perform::{Performed, Worker};
use source::{Item, Source};

use crate::bulk::arguments::Task;
use crate::bulk::memory::journal;
use crate::bulk::memory::writer::Writer;
use crate::bulk::paths::Paths;
use crate::bulk::report::outcome::Outcome;
use crate::bulk::report::progress::Progress;
use crate::bulk::report::results::Row;
use crate::bulk::report::summary::Summary;
use crate::exit::Exit;
use crate::output::Output;
use crate::signals::Signals;

/// One run over the file.
pub(crate) struct Run<'a> {
    output: Output,
    paths: &'a Paths,
    concurrency: usize,
    fail_after: Option<u64>,
    ahead: Ahead,
    worker: Arc<Worker>,
    pace: Pace,
    brake: Brake,
    progress: Progress,
    summary: Summary,
    running: JoinSet<(Line, Performed)>,
    /// Lines that are to be taken up again, with what came of them so far.
    again: VecDeque<(Line, Outcome)>,
    /// Why no more lines are begun, and how the run ends with that.
    stopped: Option<(String, Exit)>,
}

/// A line under way.
struct Line {
    item: Item,
    /// How often the API asked to wait with it while it answered others.
    turned_away: u32,
    /// How many answers had been heard then.
    answers: u64,
}

impl<'a> Run<'a> {
    pub(crate) fn new(
        output: Output,
        task: &Task,
        paths: &'a Paths,
        source: Source,
        summary: Summary,
        worker: Worker,
    ) -> Result<Self> {
        let total = summary.good - summary.earlier - summary.earlier_refused;
        let concurrency = usize::from(task.concurrency);
        Ok(Self {
            output,
            paths,
            concurrency,
            fail_after: task.fail_after,
            ahead: Ahead::new(source, concurrency, worker.action.has_effect()),
            progress: Progress::new(output, worker.action, total),
            worker: Arc::new(worker),
            pace: Pace::new(task.rate)?,
            brake: Brake::new(task.outage()),
            summary,
            running: JoinSet::new(),
            again: VecDeque::new(),
            stopped: None,
        })
    }

    /// Works until nothing is left, or something stops it.
    pub(crate) async fn perform(mut self, journal: File, results: File) -> Result<ExitCode> {
        let start = Instant::now();
        let writer = Writer::start(journal, results).context("the journal cannot be written")?;
        let worked = self.work(&writer, Signals::new()?).await;
        // After an error some may be under way, and the journal's thread would wait for their notes.
        self.running.shutdown().await;
        for (line, outcome) in std::mem::take(&mut self.again) {
            self.finish(&writer, &line.item, &outcome);
        }
        self.ahead.give_back(&writer);
        // A status is asked anew by the next run, whatever was refused in this one.
        let is_asked = !self.worker.action.has_effect() && self.summary.is_through();
        if worked.is_ok() && (self.summary.is_complete() || is_asked) {
            writer.ended(journal::complete(), Vec::new());
        }
        self.progress.end();
        writer
            .finish()
            .context("the journal or the results cannot be written")?;
        worked?;
        let stopped = self.stopped.as_ref().map(|(why, _)| why.as_str());
        self.summary.print(
            self.output,
            self.worker.action,
            self.paths,
            start.elapsed(),
            stopped,
        )?;
        Ok(match (self.summary.is_complete(), self.stopped) {
            (true, _) => ExitCode::SUCCESS,
            (false, Some((_, exit))) => exit.into(),
            (false, None) if self.summary.never_got_through() => Exit::Unreachable.into(),
            (false, None) => Exit::Failed.into(),
        })
    }

    async fn work(&mut self, writer: &Writer, mut signals: Signals) -> Result<()> {
        loop {
            let mut has_skipped = false;
            if self.stopped.is_none() {
                match self.ahead.read(writer) {
                    Ok(bad) => {
                        has_skipped = !bad.is_empty();
                        bad.into_iter()
                            .for_each(|(line, reason)| self.skip(writer, line, reason));
                    }
                    // What is under way comes to its end.
                    Err(error) => self.stop(format!("{error:#}"), Exit::Failed),
                }
            }
            let held = self.begin(writer);
            let idle = self.running.is_empty() && !self.ahead.is_storing();
            let is_empty = self.ahead.is_exhausted() && self.again.is_empty();
            if idle && (is_empty || self.stopped.is_some()) {
                return Ok(());
            }
            // A batch of bad lines wakes nobody, and there may be more to read behind it.
            let read_on = has_skipped.then(time::Instant::now);
            let wake = read_on.or(held).or(self.ahead.wait());
            tokio::select! {
                Some(finished) = self.running.join_next(), if !self.running.is_empty() => {
                    let (line, performed) = finished.context("a line's work failed")?;
                    self.end(writer, line, performed);
                }
                stored = self.ahead.stored(), if self.ahead.is_storing() => stored?,
                () = sleep_until(wake.unwrap_or_else(time::Instant::now)), if wake.is_some() => {
                    self.ahead.waited();
                }
                signal = signals.recv() => self.interrupt(signal),
            }
        }
    }

    /// Begins what may begin; says when more may, if something holds it back.
    fn begin(&mut self, writer: &Writer) -> Option<time::Instant> {
        while self.stopped.is_none() && self.running.len() < self.brake.width(self.concurrency) {
            if self.again.is_empty() && !self.ahead.has_ready() {
                return None;
            }
            if let Some(until) = self.brake.holds() {
                return Some(until);
            }
            if !self.pace.step() {
                return Some(self.pace.next());
            }
            let again = self.again.pop_front().map(|(line, _)| line);
            let mut line = match again {
                Some(line) => line,
                None => Line {
                    item: self.ahead.take()?,
                    turned_away: 0,
                    answers: self.brake.answers(),
                },
            };
            let worker = Arc::clone(&self.worker);
            let notes = writer.notes();
            self.running.spawn(async move {
                let performed = worker.perform(&mut line.item, &notes).await;
                (line, performed)
            });
        }
        None
    }

    fn finish(&mut self, writer: &Writer, item: &Item, outcome: &Outcome) {
        let site = item.entry.place.to_string();
        let row = Row::new(item.line, &site, item.entry.plan_name(), outcome);
        let note = journal::ended(item.line, item.identity, outcome.state);
        writer.ended(note, row.bytes(self.paths.results_format));
        self.progress.step(outcome.succeeded());
        self.summary.add(outcome);
        let failed = self.summary.failed_in_this_run();
        if self.fail_after.is_some_and(|limit| failed >= limit) {
            self.stop(
                format!("{failed} lines failed, as --fail-after says"),
                Exit::Failed,
            );
        }
    }

    fn skip(&self, writer: &Writer, line: u64, reason: String) {
        let outcome = Outcome::refused("bad_line", reason);
        // What stands in the line is not trusted to be an address.
        let row = Row::new(line, "", "", &outcome);
        writer.ended(String::new(), row.bytes(self.paths.results_format));
    }
}
