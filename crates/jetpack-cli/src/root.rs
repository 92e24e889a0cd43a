//! Where the machine's files lie: below `/`, or below a folder that stands for it.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use clap::Args;

/// The folder that stands for `/`: tests rebuild the layouts of hosts in one.
#[derive(Debug, Clone, Args)]
pub(crate) struct Root {
    /// Take this folder for /.
    #[arg(long = "root", value_name = "DIR", default_value = "/", hide = true)]
    folder: PathBuf,
}

impl Root {
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The machine's own.
    pub(crate) fn real() -> Self {
        Self {
            folder: PathBuf::from("/"),
        }
    }

    /// Whose files nobody has to be guarded against: root, or whoever made the folder that stands for `/`.
    pub(crate) fn keeper(&self) -> u32 {
        match self.folder == Path::new("/") {
            true => 0,
            false => self.folder.metadata().map_or(0, |found| found.uid()),
        }
    }

    /// Where a path of the machine lies.
    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.folder.join(path.trim_start_matches('/'))
    }

    /// What a path is called on the machine.
    pub(crate) fn named(&self, path: &Path) -> PathBuf {
        match path.strip_prefix(&self.folder) {
            Ok(rest) => Path::new("/").join(rest),
            Err(_) => path.to_owned(),
        }
    }
}

#[cfg(test)]
impl Root {
    pub(crate) fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_lies_below_the_root_and_is_named_without_it() {
        let root = Root::of(Path::new("/tmp/host"));
        assert_eq!(root.at("/usr/bin/php"), Path::new("/tmp/host/usr/bin/php"));
        assert_eq!(
            root.named(Path::new("/tmp/host/usr/bin/php")),
            Path::new("/usr/bin/php")
        );
        assert_eq!(root.named(Path::new("/elsewhere")), Path::new("/elsewhere"));
        let real = Root::of(Path::new("/"));
        assert_eq!(real.at("/usr/bin/php"), Path::new("/usr/bin/php"));
        assert_eq!(real.named(Path::new("/usr/bin/php")), Path::new("/usr/bin/php"));
    }
}
