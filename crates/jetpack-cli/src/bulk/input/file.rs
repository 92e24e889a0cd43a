//! The input as a file that can be read twice: once to check it, once to work on it.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, Result};

use crate::bulk::arguments::{Format, Task};
use crate::bulk::input::reader::Reader;
use crate::bulk::paths::Paths;
use crate::exit::usage;

/// Bytes of the file read at once.
const BUFFER: usize = 1 << 16;

/// The lines of the input.
#[derive(Debug)]
pub(crate) struct Input {
    file: File,
    /// As it is said or its name promises; else its beginning tells.
    format: Option<Format>,
}

/// Opens the file. Standard input is written to a file beside the journal that has no name: it may
/// hold passwords, and so nothing is left of it however the program ends.
pub(crate) fn open(task: &Task, paths: &Paths) -> Result<Input> {
    let file = if task.file == Path::new("-") {
        let mut spool = tempfile::tempfile_in(paths.folder()).context("standard input cannot be stored")?;
        io::copy(&mut io::stdin().lock(), &mut spool).context("standard input cannot be stored")?;
        spool
    } else {
        let name = task.file.display();
        let file = File::open(&task.file);
        let file = file.map_err(|error| usage(format!("{name} cannot be read: {error}")))?;
        if !file.metadata().is_ok_and(|about| about.is_file()) {
            return Err(usage(format!(
                "{name} is no regular file; pipe it to \"-\" instead"
            )));
        }
        file
    };
    Ok(Input {
        file,
        format: task.format(),
    })
}

impl Input {
    /// How many lines there can be at most, so that nothing has to grow later.
    pub(crate) fn line_count(&self) -> io::Result<usize> {
        let mut reader = self.rewound()?;
        let mut count = 1;
        let mut block = [0; BUFFER];
        loop {
            match reader.read(&mut block)? {
                0 => return Ok(count),
                read => count += block[..read].iter().filter(|byte| **byte == b'\n').count(),
            }
        }
    }

    /// Reads from the beginning.
    pub(crate) fn reader(&self) -> Result<Reader> {
        Reader::new(self.rewound()?, self.format)
    }

    fn rewound(&self) -> io::Result<BufReader<File>> {
        // The clone shares the position, and one reader is used after the other.
        let mut file = self.file.try_clone()?;
        file.seek(SeekFrom::Start(0))?;
        Ok(BufReader::with_capacity(BUFFER, file))
    }
}
