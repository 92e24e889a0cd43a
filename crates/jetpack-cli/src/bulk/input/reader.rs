//! The records of a file, one at a time. A bad line is an answer, not an end.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::BufReader;

use anyhow::Result;

use super::columns::column;
use super::csv_line::CsvLine;
use super::lines::Lines;
use super::{Flaw, json_line};
use crate::bulk::arguments::Format;
use crate::exit::usage;

/// A private key takes a few thousand bytes, all else far less.
const LONGEST_VALUE: usize = 1 << 16;

/// A line's values by the API's names.
pub(crate) type Fields = BTreeMap<&'static str, String>;

/// Reads one record after another.
#[derive(Debug)]
pub(crate) struct Reader {
    lines: Lines,
    form: Form,
}

#[derive(Debug)]
enum Form {
    Csv {
        csv: Box<CsvLine>,
        header: Vec<&'static str>,
    },
    Json,
}

/// A record with the number of its line.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) line: u64,
    /// Its fields, or why it is bad.
    pub(crate) fields: Result<Fields, Flaw>,
}

impl Reader {
    /// Begins with the first line. Without a format the file's beginning tells it.
    pub(crate) fn new(file: BufReader<File>, format: Option<Format>) -> Result<Self> {
        let mut lines = Lines::new(file)?;
        let is_json = match format {
            Some(format) => format == Format::Jsonl,
            None => lines.begins_as_json()?,
        };
        let form = match is_json {
            true => Form::Json,
            false => {
                let mut csv = CsvLine::new();
                let header = header(&mut lines, &mut csv)?;
                Form::Csv {
                    csv: Box::new(csv),
                    header,
                }
            }
        };
        Ok(Self { lines, form })
    }

    /// The next record; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Record>> {
        let Some((line, text)) = self.lines.next()? else {
            return Ok(None);
        };
        let fields = match &mut self.form {
            Form::Csv { csv, header } => from_csv(csv, header, text),
            Form::Json => from_json(text),
        };
        Ok(Some(Record { line, fields }))
    }
}

/// What the first line says of the others.
fn header(lines: &mut Lines, csv: &mut CsvLine) -> Result<Vec<&'static str>> {
    const FORM: &str = "the file must begin with a header with commas that names a column siteurl, such as siteurl,local_user,plan";
    let Some((line, text)) = lines.next()? else {
        return Err(usage(FORM));
    };
    let names = csv
        .split(text)
        .map_err(|_| usage(format!("line {line}: {FORM}")))?;
    if !names.iter().any(|name| column(name) == Ok("siteurl")) {
        return Err(usage(format!("line {line}: {FORM}")));
    }
    let mut header = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let number = at + 1;
        let column =
            column(name).map_err(|reason| usage(format!("line {line}: column {number}: {reason}")))?;
        if header.contains(&column) {
            return Err(usage(format!("line {line}: column {number} repeats {column}")));
        }
        header.push(column);
    }
    Ok(header)
}

fn from_csv(csv: &mut CsvLine, header: &[&'static str], line: &[u8]) -> Result<Fields, Flaw> {
    let values = csv.split(line)?;
    if values.len() != header.len() {
        return Err(Flaw::Line(format!(
            "it has {} fields, the header has {}",
            values.len(),
            header.len()
        )));
    }
    let fields = header.iter().zip(values);
    fields
        .map(|(name, value)| usable(name, value.to_owned()))
        .collect()
}

fn from_json(line: &[u8]) -> Result<Fields, Flaw> {
    let mut fields = Fields::new();
    for (name, value) in json_line::read(line).map_err(Flaw::Line)? {
        let name = column(&name).map_err(Flaw::Line)?;
        let (name, value) = usable(name, value)?;
        if fields.insert(name, value).is_some() {
            return Err(Flaw::Line(format!("{name} is there twice")));
        }
    }
    Ok(fields)
}

fn usable(name: &'static str, value: String) -> Result<(&'static str, String), Flaw> {
    if value.len() > LONGEST_VALUE {
        return Err(Flaw::Line(format!("{name} is longer than 64 KiB")));
    }
    if value.contains('\0') {
        return Err(Flaw::Line(format!("{name} holds a NUL character")));
    }
    Ok((name, value))
}
