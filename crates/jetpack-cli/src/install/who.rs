//! As whom files are touched. What lies in a folder of WHMCS's user he can exchange at any moment for a link that leads
//! elsewhere: root must not follow it, so there the installer does what it does as that user, with his groups and no others.

use std::fs::{self, Metadata, OpenOptions};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rustix::fs::OFlags;
use rustix::process::{Gid, Uid, geteuid, getgid, getgroups};
use rustix::thread::{set_thread_groups, set_thread_res_gid, set_thread_res_uid};
use serde::{Deserialize, Serialize};

use crate::exit::usage;
use crate::guard::User;

/// Whose a file or folder is, by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Owner {
    pub(super) uid: u32,
    pub(super) gid: u32,
}

impl Owner {
    pub(super) fn of(found: &Metadata) -> Self {
        Self {
            uid: found.uid(),
            gid: found.gid(),
        }
    }
}

/// A WHMCS, and whose it was when the module came there: as him it is touched ever after, whatever its folders lead to then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Home {
    /// Its folder, without links.
    pub(super) root: PathBuf,
    pub(super) owner: Owner,
}

impl Home {
    /// As it is now; nothing where it is not there.
    pub(super) fn now(folder: &Path) -> Option<Self> {
        let root = folder.canonicalize().ok()?;
        let owner = Owner::of(&root.symlink_metadata().ok()?);
        Some(Self { root, owner })
    }

    /// Refuses what only its owner may do, where this process cannot be him: not so in every container.
    pub(super) fn refuse_unable(&self) -> Result<()> {
        acting(Who::of(self.owner).as_ref(), || Ok(())).map_err(|error| {
            usage(format!(
                "{} belongs to the user with the number {}, and this process may not act as him: {error}. Nothing was done; give it the \
                 capabilities CAP_SETUID and CAP_SETGID, or run it as him",
                self.root.display(),
                self.owner.uid
            ))
        })
    }
}

/// Somebody else than the user that the installer runs as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Who(User);

impl Who {
    /// Whom root has to be in folders of an owner's; nobody else can be another. His groups are his own: a folder's may be a web
    /// server's, which reads other users' folders, too.
    pub(super) fn of(owner: Owner) -> Option<Self> {
        (geteuid().is_root() && owner.uid != 0).then(|| Self(User::of(owner.uid)))
    }

    pub(super) fn uid(&self) -> u32 {
        self.0.uid
    }

    pub(super) fn is_in(&self, gid: u32) -> bool {
        self.0.groups.contains(&gid)
    }

    /// Takes his groups, which is what root may not do everywhere.
    fn take_groups(&self) -> io::Result<()> {
        let groups: Vec<Gid> = self.0.groups.iter().copied().map(Gid::from_raw).collect();
        Ok(set_thread_groups(&groups)?)
    }

    fn take(&self) -> io::Result<()> {
        set_thread_res_gid(None, Gid::from_raw(self.0.gid), None)?;
        Ok(set_thread_res_uid(None, Uid::from_raw(self.0.uid), None)?)
    }
}

/// Does something as somebody, and is oneself again.
pub(super) fn acting<T>(who: Option<&Who>, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let Some(who) = who else {
        return act();
    };
    let groups = getgroups()?;
    // Where this fails nothing was taken, and nothing could be given back.
    who.take_groups()?;
    let done = who.take().and_then(|()| act());
    let back = set_thread_res_uid(None, Uid::ROOT, None)
        .and_then(|()| set_thread_res_gid(None, getgid(), None))
        .and_then(|()| set_thread_groups(&groups));
    // Nothing that comes next could be relied on; whoever may take groups and users may take his own back.
    if back.is_err() {
        std::process::abort();
    }
    done
}

/// Opens a file to read it: no link, and nothing that would be waited for.
pub(super) fn open(path: &Path, who: Option<&Who>) -> Result<fs::File> {
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

/// Opens a folder, and no link to one.
pub(super) fn open_folder(path: &Path, who: Option<&Who>) -> io::Result<fs::File> {
    let flags = OFlags::NOFOLLOW | OFlags::DIRECTORY;
    acting(who, || {
        OpenOptions::new()
            .read(true)
            .custom_flags(flags.bits().cast_signed())
            .open(path)
    })
}

/// Makes a file that is not there yet, for its owner alone.
pub(super) fn create(path: &Path, who: Option<&Who>) -> Result<fs::File> {
    let file = acting(who, || {
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
    });
    file.with_context(|| format!("{} cannot be written", path.display()))
}
