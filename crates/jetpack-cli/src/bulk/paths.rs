//! Which files a bulk run works with.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::bulk::action::Action;
use crate::bulk::arguments::{Format, Task};
use crate::exit::usage;
use crate::place::folder_of;

/// The journal and the results.
#[derive(Debug)]
pub(crate) struct Paths {
    pub(crate) journal: PathBuf,
    pub(crate) results: PathBuf,
    pub(crate) results_format: Format,
}

impl Paths {
    /// A status has files of its own: the journal of a provision must stay where it is, or the same
    /// command would provision again.
    pub(crate) fn new(task: &Task, action: Action) -> Result<Self> {
        let kind = if action.has_effect() { "" } else { ".status" };
        let is_stdin = task.file == Path::new("-");
        let journal = match (&task.journal, is_stdin, task.dry_run) {
            (Some(journal), ..) => journal.clone(),
            (None, true, false) => {
                return Err(usage(
                    "standard input has no name to put a journal beside: give --journal PATH",
                ));
            }
            // A dry run writes none; the path says where to spool.
            (None, true, true) => std::env::temp_dir().join("jetpack-partner.journal"),
            (None, false, _) => with_suffix(&task.file, &format!("{kind}.journal")),
        };
        let results = match &task.results {
            Some(results) => results.clone(),
            None if is_stdin => with_suffix(&journal, ".results"),
            None => with_suffix(&task.file, &format!("{kind}.results")),
        };
        let results_format = Format::of(&results);
        let same = [
            (&task.file, &journal, "FILE and --journal"),
            (&task.file, &results, "FILE and --results"),
            (&journal, &results, "--journal and --results"),
        ];
        if let Some((.., what)) = same.iter().find(|(one, other, _)| is_same(one, other)) {
            return Err(usage(format!("{what} are the same file")));
        }
        Ok(Self {
            journal,
            results,
            results_format,
        })
    }

    /// The folder of the journal.
    pub(crate) fn folder(&self) -> &Path {
        folder_of(&self.journal)
    }

    /// Moves both files of a complete run out of the way of another.
    pub(crate) fn set_aside(&self, action: &str) -> Result<()> {
        let at = unix_time();
        for path in [&self.results, &self.journal] {
            if path.exists() {
                std::fs::rename(path, with_suffix(path, &format!(".{action}-{at}")))
                    .with_context(|| format!("{} cannot be renamed", path.display()))?;
            }
        }
        Ok(())
    }
}

/// Whether two paths lead to one file, which may not be there yet.
fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| {
        let there = path.canonicalize();
        there.or_else(|_| {
            Ok::<_, std::io::Error>(
                folder_of(path)
                    .canonicalize()?
                    .join(path.file_name().unwrap_or_default()),
            )
        })
    };
    one == other || matches!((whole(one), whole(other)), (Ok(one), Ok(other)) if one == other)
}

/// Seconds since 1970.
pub(crate) fn unix_time() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map(|span| span.as_secs()).unwrap_or_default()
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}
