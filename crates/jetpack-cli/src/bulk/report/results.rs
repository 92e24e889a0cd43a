//! The result file: one line for each site, for whoever has to pass the addresses on. It is readable
//! by its owner alone, since a `next_url` lets its holder connect the site.

use std::borrow::Cow;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::OpenOptionsExt;

use anyhow::{Context, Result, ensure};
use serde::Serialize;

use crate::bulk::arguments::Format;
use crate::bulk::memory::states::{State, States};
use crate::bulk::paths::Paths;
use crate::bulk::report::outcome::Outcome;
use crate::output::Output;
use crate::place::folder_of;

/// Our header is far shorter; a foreign file may have no line end at all.
const LONGEST_START: u64 = 4096;

const HEADER: &str = "line,siteurl,plan,success,outcome,code,message,next_url\n";

/// One line of the results; the line number comes first, so that it can be found without parsing.
#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) line: u64,
    pub(crate) siteurl: &'a str,
    pub(crate) plan: &'a str,
    pub(crate) success: bool,
    pub(crate) outcome: &'a str,
    pub(crate) code: &'a str,
    pub(crate) message: &'a str,
    pub(crate) next_url: &'a str,
}

impl<'a> Row<'a> {
    pub(crate) fn new(line: u64, siteurl: &'a str, plan: &'a str, outcome: &'a Outcome) -> Self {
        Self {
            line,
            siteurl,
            plan,
            success: outcome.succeeded(),
            outcome: outcome.word,
            code: &outcome.code,
            message: &outcome.message,
            next_url: &outcome.next_url,
        }
    }

    /// The row with its line end.
    pub(crate) fn bytes(&self, format: Format) -> Vec<u8> {
        let mut bytes = Vec::new();
        match format {
            // Texts, numbers and booleans always serialize, and memory takes every byte.
            Format::Jsonl => {
                let _ = serde_json::to_writer(&mut bytes, self);
                bytes.push(b'\n');
            }
            Format::Csv => {
                let mut csv = csv::WriterBuilder::new()
                    .has_headers(false)
                    .from_writer(&mut bytes);
                let success = self.success.to_string();
                let texts = [
                    self.siteurl,
                    self.plan,
                    &success,
                    self.outcome,
                    self.code,
                    self.message,
                    self.next_url,
                ];
                let cells = std::iter::once(self.line.to_string().into()).chain(texts.map(harmless));
                let _ = csv.write_record(cells.map(|cell| cell.into_owned()));
                let _ = csv.flush();
            }
        }
        bytes
    }
}

/// A cell that no spreadsheet takes for a formula: what the API says may begin like one.
fn harmless(text: &str) -> Cow<'_, str> {
    let runs = text.starts_with(['=', '@', '\t', '\r'])
        || (text.starts_with(['+', '-']) && text.parse::<f64>().is_err());
    match runs {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// Opens the results. Of an earlier run only the rows of finished lines are kept: the others are
/// about to be worked on again, and each line has one row at the end.
pub(crate) fn open(paths: &Paths, states: &States, output: Output) -> Result<File> {
    let path = &paths.results;
    let finished = states.count(State::Done) + states.count(State::Refused);
    if !path.exists() && finished > 0 {
        output.note(format!(
            "{} is gone; the new one holds only what is done from now on",
            path.display()
        ));
    }
    if path.exists() {
        keep_finished(paths, states)?;
    }
    let mut file = OpenOptions::new()
        .append(true)
        .create(true)
        .mode(0o600)
        .open(path)?;
    // The file's name must outlive a power loss as well as what is in it.
    File::open(folder_of(path))?.sync_all()?;
    if file.metadata()?.len() == 0 && paths.results_format == Format::Csv {
        file.write_all(HEADER.as_bytes())?;
    }
    Ok(file)
}

/// Refuses to take over a file that is not of this run: with a journal it must look like ours,
/// without one it must be empty.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    let path = &paths.results;
    if !path.exists() {
        return Ok(());
    }
    ensure!(path.is_file(), "it is no regular file");
    let mut start = Vec::new();
    let mut file = BufReader::new(File::open(path)?);
    file.by_ref().take(LONGEST_START).read_until(b'\n', &mut start)?;
    let looks_like_ours = start.is_empty() || start == HEADER.as_bytes() || start.starts_with(b"{\"line\":");
    let is_empty = start.is_empty() || (start == HEADER.as_bytes() && file.fill_buf()?.is_empty());
    ensure!(
        is_empty || (looks_like_ours && paths.journal.exists()),
        "it is there already and not of this run; move it away or give --results"
    );
    Ok(())
}

fn keep_finished(paths: &Paths, states: &States) -> Result<()> {
    let mut old = BufReader::new(File::open(&paths.results)?);
    // Readable by its owner alone, as tempfile makes it.
    let mut new = BufWriter::new(tempfile::NamedTempFile::new_in(folder_of(&paths.results))?);
    let mut row = Vec::new();
    while old.read_until(b'\n', &mut row)? > 0 {
        let is_whole = row.ends_with(b"\n");
        let is_header = row == HEADER.as_bytes();
        if is_whole && (is_header || line_of(&row).is_some_and(|line| states.is_finished(line))) {
            new.write_all(&row)?;
        }
        row.clear();
    }
    let new = new.into_inner().map_err(io::IntoInnerError::into_error)?;
    new.as_file().sync_all()?;
    new.persist(&paths.results)
        .context("the results cannot be replaced")?;
    Ok(())
}

/// The number at the beginning of a row, in either form.
fn line_of(row: &[u8]) -> Option<u64> {
    let row = row.strip_prefix(b"{\"line\":").unwrap_or(row);
    let digits = row.iter().take_while(|byte| byte.is_ascii_digit()).count();
    std::str::from_utf8(&row[..digits]).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_and_numbers_stay_numbers() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+cmd", "'+cmd"),
            ("-x", "'-x"),
            ("-10520", "-10520"),
            ("https://a.test/=", "https://a.test/="),
        ] {
            assert_eq!(harmless(text), cell);
        }
    }

    #[test]
    fn the_line_number_is_found_in_both_forms() {
        let outcome = Outcome::done("active");
        let row = Row::new(42, "https://a.test/?x,\"y", "premium", &outcome);
        assert_eq!(line_of(&row.bytes(Format::Csv)), Some(42));
        assert_eq!(line_of(&row.bytes(Format::Jsonl)), Some(42));
        assert_eq!(line_of(HEADER.as_bytes()), None);
    }
}
