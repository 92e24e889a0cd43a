//! A user that PHP runs as.

use std::ffi::CString;
use std::io;

use nix::unistd::{self, getgrouplist};
use rustix::process::{Gid, Uid};
use rustix::thread::{set_thread_groups, set_thread_res_gid, set_thread_res_uid};

/// The group of nobody, for a user that only has a number.
const NO_GROUP: u32 = 65_534;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) uid: u32,
    pub(crate) gid: u32,
    /// All that he is in.
    pub(crate) groups: Vec<u32>,
}

impl User {
    /// By name or number: some PHPs know themselves by number.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name.parse() {
            Ok(uid) => Some(Self::of(uid)),
            Err(_) => unistd::User::from_name(name).ok()?.map(Self::known),
        }
    }

    /// By number, with the groups that he is in: what a folder's group may do, its owner need not be able to.
    pub(crate) fn of(uid: u32) -> Self {
        let known = unistd::User::from_uid(unistd::Uid::from_raw(uid)).ok().flatten();
        known.map_or_else(
            || Self {
                uid,
                gid: NO_GROUP,
                groups: vec![NO_GROUP],
            },
            Self::known,
        )
    }

    fn known(user: unistd::User) -> Self {
        let gid = user.gid;
        let name = CString::new(user.name).ok();
        let groups = name.and_then(|name| getgrouplist(&name, gid).ok());
        let groups = groups.unwrap_or_else(|| vec![gid]);
        Self {
            uid: user.uid.as_raw(),
            gid: gid.as_raw(),
            groups: groups.into_iter().map(unistd::Gid::as_raw).collect(),
        }
    }

    /// Makes this thread his, for good: there is no way back from it.
    pub(super) fn take_thread(&self) -> io::Result<()> {
        let (uid, gid) = (Uid::from_raw(self.uid), Gid::from_raw(self.gid));
        let groups: Vec<Gid> = self.groups.iter().map(|group| Gid::from_raw(*group)).collect();
        set_thread_groups(&groups)?;
        set_thread_res_gid(gid, gid, gid)?;
        Ok(set_thread_res_uid(uid, uid, uid)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_known_by_name_and_by_number() {
        let root = User::named("root").unwrap();
        assert_eq!((root.uid, root.gid), (0, 0));
        assert_eq!(User::named("0").as_ref(), Some(&root));
        assert!(root.groups.contains(&0));
        let nameless = User::named("3999999999").unwrap();
        assert_eq!(
            (nameless.uid, nameless.groups.as_slice()),
            (3_999_999_999, &[NO_GROUP][..])
        );
        for nobody in ["", "no such user", "-u", "-1"] {
            assert_eq!(User::named(nobody), None, "{nobody}");
        }
    }
}
