//! Who may change the program and its settings. PHP looks too, but under `open_basedir` it does not see every folder.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use rustix::fs::{Access, access};
use rustix::process::geteuid;

/// The first of a file and the folders above it that the user of this process could change, or, of the file and its own folder,
/// another than root.
pub(super) fn open_step(file: &Path) -> Option<&Path> {
    file.ancestors()
        .enumerate()
        .find(|(depth, step)| is_open(step, *depth))
        .map(|(_, step)| step)
}

/// What root owns in a folder such as /tmp nobody else can move; but new files can be made there, so the program's own folder
/// may not be one.
fn is_open(step: &Path, depth: usize) -> bool {
    let Ok(found) = fs::symlink_metadata(step) else {
        // A file of settings that is not there; its folder follows.
        return depth > 0;
    };
    let (mode, user) = (found.permissions().mode(), geteuid());
    let is_sticky = depth > 1 && found.is_dir() && mode & 0o1000 != 0;
    let is_writable = match user.is_root() {
        true => mode & 0o002 != 0,
        false => access(step, Access::WRITE_OK).is_ok(),
    };
    let is_anothers = found.uid() != 0 && (depth < 2 || found.uid() == user.as_raw());
    is_anothers || (is_writable && !is_sticky)
}
