//! The file's lines, one at a time, with their numbers.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use anyhow::{Context, Result};

use crate::exit::usage;

/// A line is a few hundred bytes, with a private key a few thousand.
const LONGEST_LINE: u64 = 1 << 20;

/// Reads one line after another.
#[derive(Debug)]
pub(crate) struct Lines {
    file: BufReader<File>,
    number: u64,
    line: Vec<u8>,
}

impl Lines {
    /// Begins with the file's first line. Spreadsheets begin a UTF-8 file with a byte order mark.
    pub(crate) fn new(mut file: BufReader<File>) -> Result<Self> {
        let start = file.fill_buf().context("the file cannot be read")?;
        if start.starts_with(b"\xef\xbb\xbf") {
            file.consume(3);
        }
        Ok(Self {
            file,
            number: 0,
            line: Vec::new(),
        })
    }

    /// Whether the file begins as JSON does; no header of CSV begins so.
    pub(crate) fn begins_as_json(&mut self) -> Result<bool> {
        let start = self.file.fill_buf().context("the file cannot be read")?;
        Ok(start.trim_ascii_start().starts_with(b"{"))
    }

    /// The next line that is not blank, without its end.
    pub(crate) fn next(&mut self) -> Result<Option<(u64, &[u8])>> {
        loop {
            self.line.clear();
            let limited = (&mut self.file)
                .take(LONGEST_LINE)
                .read_until(b'\n', &mut self.line);
            if limited.context("the file cannot be read")? == 0 {
                return Ok(None);
            }
            self.number += 1;
            if !self.line.ends_with(b"\n") && self.line.len() as u64 == LONGEST_LINE {
                return Err(usage(format!("line {} is longer than 1 MiB", self.number)));
            }
            if !self.line.iter().all(u8::is_ascii_whitespace) {
                break;
            }
        }
        let line = self.line.strip_suffix(b"\n").unwrap_or(&self.line);
        Ok(Some((self.number, line.strip_suffix(b"\r").unwrap_or(line))))
    }
}
