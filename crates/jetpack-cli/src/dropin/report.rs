//! What the scripts' stand-in prints. Callers write `2>&1 | jq`, so what is JSON is alone, on standard
//! output; words for people are only for what is no answer: a mistake in the arguments, a closed pipe.

use std::io::Write;
use std::process::ExitCode;

use super::Script;
use super::usage::Usage;

/// Where a script's messages go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Report {
    script: Script,
}

impl Report {
    pub(crate) fn new(script: Script) -> Self {
        Self { script }
    }

    /// A mistake in the arguments, in one line as the scripts have it.
    pub(crate) fn usage(&self, Usage(text): &Usage) -> ExitCode {
        self.note(&format!("{text}. Nothing was sent; --help lists all flags."));
        ExitCode::FAILURE
    }

    /// The API's own bytes and a newline; `code` unless they cannot be printed.
    pub(crate) fn answer(&self, body: &[u8], code: ExitCode) -> ExitCode {
        let mut out = std::io::stdout().lock();
        let printed = out.write_all(body).and_then(|()| out.write_all(b"\n"));
        match printed.and_then(|()| out.flush()) {
            Ok(()) => code,
            Err(error) => {
                self.note(&format!(
                    "the API has answered, but standard output failed: {error}. Ask what came of it: jetpack-partner status SITE"
                ));
                ExitCode::FAILURE
            }
        }
    }

    /// The usage, as the scripts print it for `--help`: on standard output.
    pub(crate) fn help(&self, text: &clap::Error) -> ExitCode {
        match text.print() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    }

    fn note(&self, text: &str) {
        // Nobody is left to be told when standard error is gone.
        let _ = writeln!(std::io::stderr(), "{}: {text}", self.script.name());
    }
}
