//! Reading what lies in folders that are another user's, as WHMCS's are: he can exchange each of them, and the file, at any moment
//! for a link that leads elsewhere, or for a pipe that nobody writes into.

use std::fs::File;
use std::io::{self, Read, Take};
use std::path::{Component, Path};

use rustix::fs::{CWD, Mode, OFlags, openat};

/// Larger is none of ours.
const LIMIT: u64 = 1 << 20;

/// The file at a path below a folder, of a size that is ours, without following a link below that folder. Each folder is opened by itself: `openat2`, which does
/// that at once, is missing in the kernel of Enterprise Linux 8.
pub(crate) fn open(root: &Path, path: &Path) -> io::Result<Take<File>> {
    let folder = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut at = openat(CWD, root, folder, Mode::empty())?;
    let mut parts = path.components().peekable();
    while let Some(part) = parts.next() {
        let Component::Normal(name) = part else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        let kind = match parts.peek() {
            Some(_) => folder,
            None => OFlags::RDONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC,
        };
        at = openat(&at, name, kind | OFlags::NOFOLLOW, Mode::empty())?;
    }
    let file = File::from(at);
    let found = file.metadata()?;
    match (found.is_file(), found.len()) {
        // It may grow while it is read.
        (true, 0..=LIMIT) => Ok(file.take(LIMIT)),
        (true, _) => Err(io::ErrorKind::FileTooLarge.into()),
        (false, _) => Err(io::ErrorKind::InvalidInput.into()),
    }
}

/// Its text.
pub(crate) fn text(root: &Path, path: &Path) -> io::Result<String> {
    io::read_to_string(open(root, path)?)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    #[test]
    fn a_file_is_read_and_nothing_that_a_link_leads_to() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir_all(root.join("a/b")).unwrap();
        fs::write(root.join("a/b/file"), "text").unwrap();
        assert_eq!(text(root, Path::new("a/b/file")).unwrap(), "text");
        symlink("b", root.join("a/link")).unwrap();
        symlink("file", root.join("a/b/alias")).unwrap();
        for path in ["a/link/file", "a/b/alias", "a/b", "a/b/../b/file", "/etc/passwd"] {
            assert!(text(root, Path::new(path)).is_err(), "{path}");
        }
    }

    #[test]
    fn nothing_is_waited_for_and_nothing_is_read_without_end() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(text(folder.path(), Path::new("pipe")).is_err());
        let large = fs::File::create(folder.path().join("large")).unwrap();
        large.set_len(LIMIT + 1).unwrap();
        let error = text(folder.path(), Path::new("large")).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
        large.set_len(LIMIT).unwrap();
        assert!(text(folder.path(), Path::new("large")).is_ok());
    }
}
