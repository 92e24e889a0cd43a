//! A user that PHP runs as.

use std::ffi::CString;

use nix::unistd::{self, getgrouplist};

/// The user that owns nothing, and his group, which stands for that of a user who only has a number.
const NOBODY: u32 = 65_534;

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
        match name.parse::<u32>() {
            // No user has it: to the kernel it means that nothing is to change.
            Ok(u32::MAX) => None,
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
                gid: NOBODY,
                groups: vec![NOBODY],
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

    /// Who may do nothing.
    pub(crate) fn nobody() -> Self {
        Self {
            uid: NOBODY,
            gid: NOBODY,
            groups: vec![NOBODY],
        }
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
            (3_999_999_999, &[NOBODY][..])
        );
        for nobody in ["", "no such user", "-u", "-1", "4294967295"] {
            assert_eq!(User::named(nobody), None, "{nobody}");
        }
    }
}
