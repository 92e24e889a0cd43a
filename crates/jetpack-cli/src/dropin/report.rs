//! What the scripts' stand-in prints: JSON on stdout, words on stderr.

use std::io::Write;
use std::process::ExitCode;

use super::Script;
use super::failure::Failure;
use super::flags::{Field, Takes};
use super::parse::{Given, Usage};

/// Where a script's messages go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Report {
    script: Script,
}

impl Report {
    pub(crate) fn new(script: Script) -> Self {
        Self { script }
    }

    /// Says something to people; a script's caller reads stdout only.
    pub(crate) fn note(&self, text: &str) {
        // Nobody is left to be told when stderr is gone.
        let _ = writeln!(std::io::stderr(), "{}: {text}", self.script.name());
    }

    /// A mistake in the arguments.
    pub(crate) fn usage(&self, Usage(text): &Usage) -> ExitCode {
        self.note(text);
        self.note("nothing was sent; --help lists all flags");
        ExitCode::FAILURE
    }

    /// Reports flags that were given and do nothing here.
    pub(crate) fn idle_flags(&self, given: &Given) {
        for flag in self.script.flags().iter().filter(|flag| given.has(flag.field)) {
            match flag.field {
                Field::WpCliPath | Field::AllowRoot => {
                    self.note(&format!("{} is not needed: no WP-CLI is called", flag.names[0]));
                }
                Field::WpcomUserEmail => self.note(&format!(
                    "{} has no effect: the API removed it in 2018",
                    flag.names[0]
                )),
                _ => {}
            }
        }
    }

    /// The API's own bytes and a newline.
    pub(crate) fn answer(&self, body: &[u8]) -> std::io::Result<()> {
        let mut out = std::io::stdout().lock();
        out.write_all(body)?;
        out.write_all(b"\n")?;
        out.flush()
    }

    /// A failure: the documented form on stdout, what to do next on stderr.
    pub(crate) fn failure(&self, failure: &Failure, advice: &str) -> ExitCode {
        self.note(&format!("{}. {advice}", failure.message.trim_end_matches('.')));
        // Exit code 1 says it all when stdout is gone.
        let _ = self.answer(failure.json().as_bytes());
        ExitCode::FAILURE
    }

    /// The usage, as the scripts print it for `--help`: on stdout.
    pub(crate) fn help(&self) -> ExitCode {
        let mut text = format!(
            "Usage: {} --name=value ...\n\nStands in for the Jetpack plugin's script: JSON on stdout, exit code 0 \
             when it says success, else 1.\n\n",
            self.script.name()
        );
        for flag in self.script.flags() {
            let value = match flag.takes {
                Takes::Value(value) => format!("={value}"),
                Takes::Nothing => String::new(),
            };
            let names: Vec<String> = flag.names.iter().map(|name| format!("{name}{value}")).collect();
            text.push_str(&format!("  {}\n      {}\n", names.join(", "), flag.help));
        }
        text.push_str(
            "\nThe API's address can be set with JETPACK_START_API_HOST (a bare host) or JETPACK_PARTNER_API_URL.\n",
        );
        match std::io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    }
}
