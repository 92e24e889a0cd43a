//! The arguments of the bulk commands.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, Subcommand, ValueEnum};

use crate::bulk::action::Action;

const FILE_HELP: &str = "\
FILE is CSV with a header, or JSON lines: siteurl, local_user, plan and any other provision parameter by its API name
(force_register, partner_tracking_id, ssh_user, ssh_pass, ...), in any case; \"cancel-all\" for cancel, \"from\" (the plan to be
replaced, if it could stand beside the new one) for change. The same command goes on where it was stopped;
FILE.journal holds how far it came (for status: FILE.status.journal, with the results in FILE.status.results).
Ctrl-C ends after the requests that are under way; a second Ctrl-C ends at once.";

#[derive(Debug, Args)]
#[command(after_help = FILE_HELP)]
pub(crate) struct BulkArguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Provision a plan for every line.
    #[command(after_help = FILE_HELP)]
    Provision(Task),
    /// Cancel a plan for every line.
    #[command(after_help = FILE_HELP)]
    Cancel(Task),
    /// Ask what every site has.
    #[command(after_help = FILE_HELP)]
    Status(Task),
    /// Put the given plan in the place of the one it cannot stand beside, cancelling only where that is
    /// needed.
    #[command(after_help = FILE_HELP)]
    Change(Task),
}

/// What all bulk commands take.
#[derive(Debug, Args)]
pub(crate) struct Task {
    /// The file; - is standard input, which needs --journal.
    pub(crate) file: PathBuf,
    /// The file's form; told from its name or its beginning if not given.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,
    /// How many requests are under way at once.
    #[arg(long, value_name = "NUMBER", default_value_t = 8, value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) concurrency: u16,
    /// At most this many lines a second.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) rate: Option<f64>,
    /// Check the file and send nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Go on without the lines that are bad.
    #[arg(long)]
    pub(crate) skip_bad: bool,
    /// Ask again for the lines that the API refused in an earlier run.
    #[arg(long)]
    pub(crate) retry_failed: bool,
    /// Stop after so many lines have failed.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) fail_after: Option<u64>,
    /// When every line fails, try one line at a time for so long whether the API is back, then stop.
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    outage: u16,
    /// The journal, instead of FILE.journal (for status, FILE.status.journal).
    #[arg(long, value_name = "PATH")]
    pub(crate) journal: Option<PathBuf>,
    /// The results, instead of FILE.results (for status, FILE.status.results); JSON lines when the name ends in .jsonl or .ndjson.
    #[arg(long, value_name = "PATH")]
    pub(crate) results: Option<PathBuf>,
    /// After a crash, wait until a request that was under way is this old before asking what became
    /// of it.
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    settle: u16,
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Csv,
    Jsonl,
}

impl Format {
    /// The form a name promises.
    pub(crate) fn of(path: &std::path::Path) -> Self {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("jsonl" | "ndjson") => Self::Jsonl,
            _ => Self::Csv,
        }
    }
}

impl BulkArguments {
    pub(crate) fn task(&self) -> &Task {
        match &self.command {
            Command::Provision(task)
            | Command::Cancel(task)
            | Command::Status(task)
            | Command::Change(task) => task,
        }
    }

    pub(crate) fn action(&self) -> Action {
        match self.command {
            Command::Provision(_) => Action::Provision,
            Command::Cancel(_) => Action::Cancel,
            Command::Status(_) => Action::Status,
            Command::Change(_) => Action::Change,
        }
    }
}

impl Task {
    pub(crate) fn settle(&self) -> Duration {
        Duration::from_secs(self.settle.into())
    }

    pub(crate) fn outage(&self) -> Duration {
        Duration::from_secs(self.outage.into())
    }

    /// The file's form, as far as it is said.
    pub(crate) fn format(&self) -> Option<Format> {
        let promised = (Format::of(&self.file) == Format::Jsonl).then_some(Format::Jsonl);
        self.format.or(promised)
    }
}
