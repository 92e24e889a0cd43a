//! The work: many lines at once, in one thread.

mod ahead;
mod brake;
mod change;
mod pace;
pub(crate) mod perform;
pub(crate) mod source;

use std::fs::File;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result};
use jetpack_partner::Error;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinSet;
use tokio::time::sleep_until;

use crate::bulk::arguments::Task;
use crate::bulk::memory::journal;
use crate::bulk::memory::writer::Writer;
use crate::bulk::paths::Paths;
use crate::bulk::report::outcome::Outcome;
use crate::bulk::report::progress::Progress;
use crate::bulk::report::results::Row;
use crate::bulk::report::summary::Summary;
use crate::bulk::work::ahead::Ahead;
use crate::bulk::work::pace::Pace;
use crate::bulk::work::perform::Worker;
use crate::bulk::work::source::{Item, Source};
use crate::explain;
use crate::output::Output;

/// The exit code of a program that Ctrl-C ended.
const INTERRUPTED: u8 = 130;

/// So many lines that could not even be sent, beside those that were under way together, mean that
/// the API cannot be reached at all.
const NOT_SENT_LIMIT: usize = 20;

/// One run over the file.
pub(crate) struct Run<'a> {
    output: Output,
    paths: &'a Paths,
    concurrency: usize,
    ahead: Ahead,
    worker: Arc<Worker>,
    pace: Pace,
    progress: Progress,
    summary: Summary,
    running: JoinSet<(Item, Outcome, Option<Error>)>,
    /// Why no more lines are begun.
    stopped: Option<String>,
    interrupted: bool,
    not_sent_in_a_row: usize,
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
            ahead: Ahead::new(source, concurrency, worker.action.has_effect()),
            progress: Progress::new(output, worker.action, total),
            worker: Arc::new(worker),
            pace: Pace::new(task.rate)?,
            summary,
            running: JoinSet::new(),
            stopped: None,
            interrupted: false,
            not_sent_in_a_row: 0,
        })
    }

    /// Works until nothing is left, or something stops it.
    pub(crate) async fn perform(mut self, journal: File, results: File) -> Result<ExitCode> {
        let start = Instant::now();
        let writer = Writer::start(journal, results).context("the journal cannot be written")?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        let worked = self.work(&writer, &mut interrupt, &mut terminate).await;
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
        self.summary.print(
            self.output,
            self.worker.action,
            self.paths,
            start.elapsed(),
            self.stopped.as_deref(),
        )?;
        Ok(match (self.summary.is_complete(), self.interrupted) {
            (true, _) => ExitCode::SUCCESS,
            (false, true) => ExitCode::from(INTERRUPTED),
            (false, false) => ExitCode::FAILURE,
        })
    }

    async fn work(&mut self, writer: &Writer, interrupt: &mut Signal, terminate: &mut Signal) -> Result<()> {
        loop {
            if self.stopped.is_none() {
                match self.ahead.read(writer) {
                    Ok(bad) => bad
                        .into_iter()
                        .for_each(|(line, reason)| self.skip(writer, line, reason)),
                    // What is under way comes to its end.
                    Err(error) => self.stopped = Some(format!("{error:#}")),
                }
            }
            let paced = self.begin();
            let idle = self.running.is_empty() && !self.ahead.is_storing();
            if idle && (self.ahead.is_exhausted() || self.stopped.is_some()) {
                return Ok(());
            }
            let wake = paced.or(self.ahead.wait());
            tokio::select! {
                Some(finished) = self.running.join_next(), if !self.running.is_empty() => {
                    let (item, outcome, error) = finished.context("a line's work failed")?;
                    self.end(writer, &item, &outcome, error.as_ref());
                }
                stored = self.ahead.stored(), if self.ahead.is_storing() => stored?,
                () = sleep_until(wake.unwrap_or_else(tokio::time::Instant::now)), if wake.is_some() => {
                    self.ahead.waited();
                }
                _ = interrupt.recv() => self.interrupt(),
                _ = terminate.recv() => self.interrupt(),
            }
        }
    }

    /// Begins what may begin; says when more may, if the pace holds it back.
    fn begin(&mut self) -> Option<tokio::time::Instant> {
        while self.stopped.is_none() && self.running.len() < self.concurrency && self.ahead.has_ready() {
            if !self.pace.step() {
                return Some(self.pace.next());
            }
            let item = self.ahead.take()?;
            let worker = Arc::clone(&self.worker);
            self.running.spawn(async move {
                let (outcome, error) = worker.perform(&item.entry, item.doubtful).await;
                (item, outcome, error)
            });
        }
        None
    }

    fn end(&mut self, writer: &Writer, item: &Item, outcome: &Outcome, error: Option<&Error>) {
        let site = item.entry.place.to_string();
        let row = Row::new(item.line, &site, item.entry.plan_name(), outcome);
        let note = journal::ended(item.line, item.identity, outcome.state);
        writer.ended(note, row.bytes(self.paths.results_format));
        self.progress.step(outcome.succeeded());
        self.summary.add(outcome);
        self.not_sent_in_a_row = match error {
            Some(Error::NotSent(_) | Error::NoToken(_)) => self.not_sent_in_a_row + 1,
            _ => 0,
        };
        match error {
            Some(Error::Credentials(_) | Error::Untrusted(_)) => self.stop_for(error),
            _ if self.not_sent_in_a_row > NOT_SENT_LIMIT + self.concurrency => self.stop_for(error),
            _ => {}
        }
    }

    fn skip(&self, writer: &Writer, line: u64, reason: String) {
        let outcome = Outcome::refused("bad_line", reason);
        // What stands in the line is not trusted to be an address.
        let row = Row::new(line, "", "", &outcome);
        writer.ended(String::new(), row.bytes(self.paths.results_format));
    }

    /// No other line would fare better.
    fn stop_for(&mut self, error: Option<&Error>) {
        if let (None, Some(error)) = (&self.stopped, error) {
            self.stopped = Some(format!("{error}. {}", explain::next_step(error)));
        }
    }

    fn interrupt(&mut self) {
        if self.interrupted {
            // What is under way is in the journal; the next run asks what became of it.
            self.progress.end();
            std::process::exit(INTERRUPTED.into());
        }
        self.interrupted = true;
        self.stopped = Some("interrupted".to_owned());
        self.progress.say(&format!(
            "Waiting for {} requests that are under way; Ctrl-C again ends at once.",
            self.running.len()
        ));
    }
}
