//! As whom files are touched. What lies in a folder of WHMCS's user he can exchange at any moment for a link that leads
//! elsewhere: root must not follow it, so there the installer does what it does as that user.

use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use anyhow::{Context, Result, bail};
use rustix::fs::OFlags;
use rustix::process::{Gid, Uid, geteuid, getgid, getgroups};
use rustix::thread::{set_thread_groups, set_thread_res_gid, set_thread_res_uid};

/// Somebody else than the user that the installer runs as; `None` of it is that user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Who {
    uid: u32,
    gid: u32,
}

impl Who {
    /// For the folders of a WHMCS: its owner, where root installs and it is another's.
    pub(super) fn of_whmcs(root: &Path) -> Option<Self> {
        let servers = fs::metadata(root.join("modules/servers")).ok()?;
        let other = Self {
            uid: servers.uid(),
            gid: servers.gid(),
        };
        (geteuid().is_root() && other.uid != 0).then_some(other)
    }

    fn take(self) -> io::Result<()> {
        let gid = Gid::from_raw(self.gid);
        set_thread_groups(&[gid])?;
        set_thread_res_gid(None, gid, None)?;
        Ok(set_thread_res_uid(None, Uid::from_raw(self.uid), None)?)
    }
}

/// Does something as somebody, and is oneself again.
pub(super) fn acting<T>(who: Option<Who>, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let Some(who) = who else {
        return act();
    };
    let groups = getgroups()?;
    let done = who.take().and_then(|()| act());
    let back = set_thread_res_uid(None, Uid::ROOT, None)
        .and_then(|()| set_thread_res_gid(None, getgid(), None))
        .and_then(|()| set_thread_groups(&groups));
    // Nothing that comes next could be relied on; root may always take itself back.
    if back.is_err() {
        std::process::abort();
    }
    done
}

/// Opens a file to read it: no link, and nothing that would be waited for.
pub(super) fn open(path: &Path, who: Option<Who>) -> Result<fs::File> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let file = acting(who, || {
        OpenOptions::new()
            .read(true)
            .custom_flags(flags.bits().cast_signed())
            .open(path)
    });
    let file = file.with_context(|| format!("{} cannot be read", path.display()))?;
    if !file.metadata()?.is_file() {
        bail!("{} is no file", path.display());
    }
    Ok(file)
}

/// Makes a file that is not there yet.
pub(super) fn create(path: &Path, who: Option<Who>) -> Result<fs::File> {
    let file = acting(who, || OpenOptions::new().write(true).create_new(true).open(path));
    file.with_context(|| format!("{} cannot be written", path.display()))
}
