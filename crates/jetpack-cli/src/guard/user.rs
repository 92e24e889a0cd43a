//! A user that PHP runs as.

use std::io;
use std::process::{Command, Stdio};

use rustix::process::{Gid, Uid};
use rustix::thread::{set_thread_groups, set_thread_res_gid, set_thread_res_uid};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct User {
    pub(crate) uid: u32,
    pub(super) gid: u32,
    /// All that he is in.
    pub(super) groups: Vec<u32>,
}

impl User {
    /// By name or number: some PHPs know themselves by number. The machine's own tool knows all that are not in a file, too.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let of = |what| said(what, name);
        match of("-u").as_deref() {
            Some([uid]) => Some(Self {
                uid: *uid,
                gid: *of("-g")?.first()?,
                groups: of("-G")?,
            }),
            // He may have no name.
            _ => name.parse().ok().map(|uid| Self {
                uid,
                gid: uid,
                groups: vec![uid],
            }),
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

fn said(what: &str, name: &str) -> Option<Vec<u32>> {
    let id = Command::new("id")
        .args([what, "--", name])
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&id.stdout);
    let numbers: Result<Vec<u32>, _> = text.split_whitespace().map(str::parse).collect();
    numbers
        .ok()
        .filter(|numbers| id.status.success() && !numbers.is_empty())
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
            (3_999_999_999, &[3_999_999_999][..])
        );
        for nobody in ["", "no such user", "-u", "-1"] {
            assert_eq!(User::named(nobody), None, "{nobody}");
        }
    }
}
