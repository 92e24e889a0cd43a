//! Lines of CSV or JSON, one at a time. A bad line is an answer, not an end.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::bulk::arguments::Format;
use crate::bulk::input::entry::{self, Fields};

/// A line is a few hundred bytes, with a private key a few thousand.
const LONGEST_LINE: u64 = 1 << 20;

/// Reads one record after another.
#[derive(Debug)]
pub(crate) enum Reader {
    Csv {
        csv: Box<csv::Reader<BufReader<File>>>,
        header: Vec<String>,
        record: csv::ByteRecord,
    },
    Json {
        file: BufReader<File>,
        line: u64,
        buffer: Vec<u8>,
    },
}

/// A record with the number of the line it begins in.
#[derive(Debug)]
pub(crate) struct Record {
    pub(crate) line: u64,
    /// Its fields, or why it is bad. Never a value: it may be a password.
    pub(crate) fields: Result<Fields, String>,
}

impl Reader {
    pub(crate) fn new(mut file: BufReader<File>, format: Format) -> Result<Self> {
        skip_mark(&mut file)?;
        if format == Format::Jsonl {
            return Ok(Self::Json {
                file,
                line: 0,
                buffer: Vec::new(),
            });
        }
        let mut csv = csv::ReaderBuilder::new().flexible(true).from_reader(file);
        let header = csv.byte_headers().context("the header cannot be read")?;
        let header: Vec<String> = header
            .iter()
            .map(|name| String::from_utf8_lossy(name).trim().to_owned())
            .collect();
        if !header.iter().any(|name| name == "siteurl") {
            bail!(
                "line 1 must be a header with commas that names a column siteurl, such as siteurl,local_user,plan"
            );
        }
        for (at, name) in header.iter().enumerate() {
            entry::known(name).map_err(|reason| anyhow::anyhow!("line 1: column {}: {reason}", at + 1))?;
            if header[..at].contains(name) {
                bail!("line 1: column {} repeats {name}", at + 1);
            }
        }
        Ok(Self::Csv {
            csv: Box::new(csv),
            header,
            record: csv::ByteRecord::new(),
        })
    }

    /// The next record; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Record>> {
        match self {
            Self::Csv { csv, header, record } => {
                if !csv.read_byte_record(record).context("the file cannot be read")? {
                    return Ok(None);
                }
                let line = record.position().map_or(0, csv::Position::line);
                let fields = from_csv(header, record);
                Ok(Some(Record { line, fields }))
            }
            Self::Json { file, line, buffer } => loop {
                buffer.clear();
                let read = file.by_ref().take(LONGEST_LINE).read_until(b'\n', buffer);
                if read.context("the file cannot be read")? == 0 {
                    return Ok(None);
                }
                *line += 1;
                if !buffer.ends_with(b"\n") && buffer.len() as u64 == LONGEST_LINE {
                    bail!("line {line} is longer than 1 MiB");
                }
                if buffer.iter().all(u8::is_ascii_whitespace) {
                    continue;
                }
                let fields = from_json(buffer);
                return Ok(Some(Record { line: *line, fields }));
            },
        }
    }
}

/// Spreadsheets begin a UTF-8 file with a byte order mark.
fn skip_mark(file: &mut BufReader<File>) -> Result<()> {
    let start = file.fill_buf().context("the file cannot be read")?;
    if start.starts_with(b"\xef\xbb\xbf") {
        file.consume(3);
    }
    Ok(())
}

fn from_csv(header: &[String], record: &csv::ByteRecord) -> Result<Fields, String> {
    if record.len() != header.len() {
        return Err(format!(
            "it has {} fields, the header has {}",
            record.len(),
            header.len()
        ));
    }
    let mut fields = Fields::new();
    for (name, value) in header.iter().zip(record) {
        let value = std::str::from_utf8(value).map_err(|_| format!("{name} is not UTF-8"))?;
        fields.insert(name.clone(), value.to_owned());
    }
    Ok(fields)
}

fn from_json(line: &[u8]) -> Result<Fields, String> {
    // serde's own message would show values.
    let object: Map<String, Value> = serde_json::from_slice(line)
        .map_err(|error| format!("it is no JSON object (column {})", error.column()))?;
    let mut fields = Fields::new();
    for (name, value) in object {
        entry::known(&name)?;
        let value = match value {
            Value::Null => continue,
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            Value::Bool(truth) => u8::from(truth).to_string(),
            _ => return Err(format!("{name} is neither a text nor a number nor a boolean")),
        };
        fields.insert(name, value);
    }
    Ok(fields)
}
