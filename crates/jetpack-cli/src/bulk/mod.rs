//! `jetpack-partner bulk`: the same operation for every line of a file.
//!
//! First the whole file is checked, then it is worked on, a line at a time and many at once. A
//! journal holds what was begun and what came of it: intents are on the disk before their requests
//! leave, so that the same command can go on after any crash without doing anything twice.

mod action;
mod arguments;
mod input;
mod memory;
mod paths;
mod report;
mod work;

use std::process::ExitCode;

use anyhow::{Context as _, Result};

pub(crate) use arguments::BulkArguments;

use crate::context::Context;
use crate::exit::Exit;
use input::{check, file};
use memory::journal;
use paths::Paths;
use report::results;
use report::summary::{self, Summary};
use work::Run;
use work::perform::Worker;
use work::source::Source;

/// Checks the file, then works on it.
pub(crate) async fn run(context: &Context, arguments: &BulkArguments) -> Result<ExitCode> {
    let task = arguments.task();
    let paths = Paths::new(task, arguments.action())?;
    let input = file::open(task, &paths)?;
    let checked = check::check(&input, arguments.action(), context.output)?;
    if checked.broken > 0 || (checked.bad > 0 && !task.skip_bad) {
        let plural = if checked.bad == 1 { "" } else { "s" };
        let otherwise = match checked.broken {
            0 => ", or give --skip-bad to go on without them",
            _ => "",
        };
        context.output.note(format!(
            "{} bad line{plural}: nothing was started. Correct the file{otherwise}.",
            checked.bad
        ));
        summary::not_started(context.output, arguments.action(), &checked)?;
        return Ok(Exit::Usage.into());
    }
    let unknown_plans = checked.unknown_plans.to_string();
    if !unknown_plans.is_empty() {
        context.output.note(unknown_plans.trim_end());
    }
    if task.dry_run {
        return summary::dry_run(context.output, arguments.action(), &checked);
    }
    let partner = context.partner()?;
    let header = journal::Header::new(arguments.action(), partner.id(), &partner.session.api.to_string());
    let unusable = || format!("the results file {} cannot be used", paths.results.display());
    results::check(&paths).with_context(unusable)?;
    let (mut journal, mut states) = journal::open(&paths, &header, &checked)?;
    if task.retry_failed {
        journal::reopen_refused(&mut journal, &mut states, &checked)
            .context("the journal cannot be written")?;
    }
    // One token before all workers ask for one, and a refused key before anything begins.
    partner.call().token().await?;
    let results = results::open(&paths, &states, context.output).with_context(unusable)?;
    let worker = Worker::new(partner, arguments.action());
    let summary = Summary::of(&checked, &states);
    let source = Source::new(&input, checked, states, task, arguments.action())?;
    let run = Run::new(context.output, task, &paths, source, summary, worker)?;
    run.perform(journal, results).await
}
