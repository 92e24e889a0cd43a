//! One line of CSV. A record ends with its line: a quote that is not closed there would swallow the lines
//! that follow, and with them the sites in them.

use csv_core::{ReadRecordResult, Reader};

use super::Flaw;

/// Splits lines; it keeps its memory from line to line.
#[derive(Debug)]
pub(crate) struct CsvLine {
    reader: Reader,
    line: Vec<u8>,
    values: Vec<u8>,
    ends: Vec<usize>,
}

impl CsvLine {
    pub(crate) fn new() -> Self {
        Self {
            // Its `default` has no tables yet.
            reader: Reader::new(),
            line: Vec::new(),
            values: Vec::new(),
            ends: Vec::new(),
        }
    }

    /// The values of one line.
    pub(crate) fn split(&mut self, line: &[u8]) -> Result<Vec<&str>, Flaw> {
        self.line.clear();
        self.line.extend_from_slice(line);
        self.line.push(b'\n');
        self.values.resize(self.line.len(), 0);
        self.ends.resize(self.line.len() + 1, 0);
        self.reader.reset();
        let (result, read, _, count) = self
            .reader
            .read_record(&self.line, &mut self.values, &mut self.ends);
        match result {
            ReadRecordResult::InputEmpty => {
                return Err(Flaw::File(
                    "a quote is not closed on this line, so it is not known where its value ends (a value with line breaks \
                     can be written in JSON lines)"
                        .to_owned(),
                ));
            }
            _ if read < self.line.len() => {
                return Err(Flaw::Line("it holds a carriage return in its middle".to_owned()));
            }
            _ => {}
        }
        let mut from = 0;
        let mut values = Vec::with_capacity(count);
        for end in &self.ends[..count] {
            let value = std::str::from_utf8(&self.values[from..*end]);
            let number = values.len() + 1;
            values.push(value.map_err(|_| Flaw::Line(format!("column {number} is not UTF-8")))?);
            from = *end;
        }
        Ok(values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> Result<Vec<String>, Flaw> {
        let mut csv = CsvLine::new();
        let values = csv.split(line.as_bytes())?;
        Ok(values.into_iter().map(str::to_owned).collect())
    }

    #[test]
    fn quotes_commas_and_empty_values_are_read_as_spreadsheets_write_them() {
        assert_eq!(
            split("a,\"b, \"\"c\"\"\",,d\"e").unwrap(),
            ["a", "b, \"c\"", "", "d\"e"]
        );
        assert_eq!(split("a").unwrap(), ["a"]);
    }

    #[test]
    fn an_open_quote_is_the_files_flaw_and_a_carriage_return_the_lines() {
        assert!(matches!(split("a,\"b"), Err(Flaw::File(_))));
        assert!(matches!(split("a,b\rc,d"), Err(Flaw::Line(_))));
        // What one line left open is not carried to the next.
        let mut csv = CsvLine::new();
        assert!(csv.split(b"\"a").is_err());
        assert_eq!(csv.split(b"b,c").unwrap(), ["b", "c"]);
    }
}
