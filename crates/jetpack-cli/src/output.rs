//! What people and scripts see: text in colours on a terminal, JSON when asked for, or nothing.

use std::fmt::{self, Display};
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use jetpack_partner::is_invisible;
use serde_json::{Value, json};

use crate::exit::Exit;
use crate::explain::Purpose;
use crate::session::variable;

/// How to print.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Output {
    pub(crate) json: bool,
    pub(crate) quiet: bool,
    colour: bool,
}

/// What a colour means here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Good,
    Warning,
    Bad,
    Strong,
}

impl Output {
    pub(crate) fn new(json: bool, quiet: bool) -> Self {
        // https://no-color.org: set and not empty.
        let colour = io::stdout().is_terminal() && variable("NO_COLOR").is_none();
        Self { json, quiet, colour }
    }

    /// For what was asked for by name, as with `--show`: `--quiet` does not silence it.
    pub(crate) fn aloud(self) -> Self {
        Self { quiet: false, ..self }
    }

    /// Prints a result in the form that was asked for.
    pub(crate) fn print(&self, human: impl Display, value: &Value) -> io::Result<()> {
        match (self.json, self.quiet) {
            (true, _) => self.line(value),
            (false, true) => Ok(()),
            (false, false) => self.line(human),
        }
    }

    fn line(&self, text: impl Display) -> io::Result<()> {
        let text = text.to_string();
        match writeln!(io::stdout(), "{}", text.trim_end_matches('\n')) {
            // A reader like `head` that has seen enough is no failure.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => result,
        }
    }

    /// The text in its colour, where there are colours.
    pub(crate) fn paint(&self, tone: Tone, text: impl Display) -> Painted {
        Painted {
            text: text.to_string(),
            tone: self.colour.then_some(tone),
        }
    }

    /// Says something that is no result.
    pub(crate) fn note(&self, text: impl Display) {
        if !self.quiet {
            // Nobody is left to be told when stderr is gone.
            let _ = writeln!(io::stderr(), "{text}");
        }
    }

    /// Says what is wrong; `--quiet` does not silence it.
    pub(crate) fn problem(&self, text: impl Display) {
        // Nobody is left to be told when stderr is gone.
        let _ = writeln!(io::stderr(), "{text}");
    }

    /// Prints why nothing came of it, and what to do next.
    pub(crate) fn error(&self, error: &anyhow::Error, purpose: Purpose) -> ExitCode {
        let api = error.downcast_ref::<jetpack_partner::Error>();
        let next = api.map(|api| purpose.next_step(api));
        // Nobody is left to be told when stderr is gone.
        let _ = writeln!(io::stderr(), "error: {}", plain_lines(&format!("{error:#}")));
        if let Some(next) = next {
            let _ = writeln!(io::stderr(), "next: {next}");
        }
        if self.json {
            let class = match Exit::of_any(error) {
                Exit::Usage => "usage",
                _ => "failed",
            };
            let said = api.and_then(jetpack_partner::Error::api_error);
            let code = said
                .map(|said| said.code.as_str())
                .filter(|code| !code.is_empty());
            let _ = self.line(json!({
                "success": false,
                "class": api.map_or(class, jetpack_partner::Error::class),
                "error_code": code,
                "error_message": format!("{error:#}"),
                "next_step": next,
            }));
        }
        purpose.exit(error).into()
    }
}

/// A text with its colour.
#[derive(Debug)]
pub(crate) struct Painted {
    text: String,
    tone: Option<Tone>,
}

impl Display for Painted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = match self.tone {
            None => return f.pad(&self.text),
            Some(Tone::Good) => 32,
            Some(Tone::Warning) => 33,
            Some(Tone::Bad) => 31,
            Some(Tone::Strong) => 1,
        };
        write!(f, "\x1b[{code}m")?;
        f.pad(&self.text)?;
        f.write_str("\x1b[0m")
    }
}

/// A path as a word of a command that people paste into a shell.
pub(crate) fn quoted(path: &Path) -> String {
    let text = plain(&path.to_string_lossy());
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/._-+=:@%,".contains(c);
    match !text.is_empty() && text.chars().all(is_plain) {
        true => text,
        false => format!("'{}'", text.replace('\'', "'\\''")),
    }
}

/// The same of a text with lines.
pub(crate) fn plain_lines(text: &str) -> String {
    text.lines().map(plain).collect::<Vec<_>>().join("\n")
}

/// Makes a text of the API's fit for a terminal: nothing that moves the cursor or turns writing around.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| if is_invisible(c) { ' ' } else { c })
        .collect()
}
