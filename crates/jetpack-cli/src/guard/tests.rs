use std::os::unix::fs::{PermissionsExt, symlink};

use super::*;

/// A folder that stands for `/`, with the program in a folder of its own.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir_all(place.at("srv/own")).unwrap();
        fs::write(place.at("srv/own/jetpack-partner"), "").unwrap();
        place
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn mode(&self, path: &str, mode: u32) {
        fs::set_permissions(self.at(path), fs::Permissions::from_mode(mode)).unwrap();
    }

    fn uid(&self) -> u32 {
        self.folder.path().metadata().unwrap().uid()
    }

    fn gid(&self) -> u32 {
        self.folder.path().metadata().unwrap().gid()
    }

    fn open(&self, program: &str, against: &Against) -> Option<(PathBuf, Why)> {
        let open = open_step(&Root::of(self.folder.path()), &self.at(program), against);
        open.map(|open| (open.step, open.why))
    }
}

/// One who owns nothing here, in a group.
fn other(place: &Place, group: u32) -> Against {
    let name = (place.uid() + 77).to_string();
    let user = User::named(&name).unwrap();
    Against::User(User {
        groups: vec![group],
        ..user
    })
}

const PROGRAM: &str = "srv/own/jetpack-partner";

#[test]
fn what_nobody_but_root_can_change_is_closed_to_everybody() {
    let place = Place::new();
    assert_eq!(place.open(PROGRAM, &Against::Anyone), None);
    assert_eq!(place.open(PROGRAM, &other(&place, place.gid())), None);
}

#[test]
fn what_everybody_can_write_is_open_and_what_is_his_group_can_where_he_is_in_it() {
    for step in [PROGRAM, "srv/own", "srv"] {
        let place = Place::new();
        let at = place.at(step);
        place.mode(step, 0o757);
        for against in [Against::Anyone, other(&place, place.gid() + 1)] {
            assert_eq!(
                place.open(PROGRAM, &against),
                Some((at.clone(), Why::Writable)),
                "{step}"
            );
        }
        place.mode(step, 0o775);
        assert_eq!(place.open(PROGRAM, &other(&place, place.gid() + 1)), None);
        assert_eq!(
            place.open(PROGRAM, &other(&place, place.gid())),
            Some((at, Why::Writable))
        );
    }
}

#[test]
fn a_folder_as_tmp_may_be_on_the_way_and_may_not_be_the_programs_own() {
    let place = Place::new();
    place.mode("srv", 0o1777);
    assert_eq!(place.open(PROGRAM, &Against::Anyone), None);
    place.mode("srv/own", 0o1777);
    assert_eq!(
        place.open(PROGRAM, &Against::Anyone),
        Some((place.at("srv/own"), Why::Writable))
    );
}

#[test]
fn settings_and_what_a_link_to_them_leads_through_are_looked_at() {
    let place = Place::new();
    let settings = "srv/own/jetpack-bridge.ini";
    fs::write(place.at(settings), "").unwrap();
    place.mode(settings, 0o646);
    assert_eq!(
        place.open(PROGRAM, &Against::Anyone),
        Some((place.at(settings), Why::Writable))
    );
    fs::remove_file(place.at(settings)).unwrap();
    fs::create_dir(place.at("etc")).unwrap();
    symlink("../../etc/its.ini", place.at(settings)).unwrap();
    assert_eq!(place.open(PROGRAM, &Against::Anyone), None);
    place.mode("etc", 0o777);
    assert_eq!(
        place.open(PROGRAM, &Against::Anyone),
        Some((place.at("etc"), Why::Writable))
    );
}

#[test]
fn a_link_to_the_program_is_followed_and_its_folder_is_the_programs_own() {
    let place = Place::new();
    fs::create_dir_all(place.at("usr/bin")).unwrap();
    symlink(place.at("usr"), place.at("alias")).unwrap();
    symlink(place.at(PROGRAM), place.at("usr/bin/jetpack-partner")).unwrap();
    let link = "alias/bin/jetpack-partner";
    assert_eq!(place.open(link, &Against::Anyone), None);
    place.mode("usr/bin", 0o1777);
    assert_eq!(
        place.open(link, &Against::Anyone),
        Some((place.at("usr/bin"), Why::Writable))
    );
    place.mode("usr/bin", 0o755);
    place.mode("srv/own", 0o1777);
    assert_eq!(
        place.open(link, &Against::Anyone),
        Some((place.at("srv/own"), Why::Writable))
    );
}

#[test]
fn links_in_a_circle_are_open() {
    let place = Place::new();
    symlink("b", place.at("a")).unwrap();
    symlink("a", place.at("b")).unwrap();
    let why = place.open("a/jetpack-partner", &Against::Anyone).unwrap().1;
    assert_eq!(why, Why::Links);
}

#[test]
fn what_is_another_users_is_open_where_it_is_the_programs_own_or_phps_user_is_not_known() {
    let place = Place::new();
    let (hers, his) = (
        place.uid() + 1,
        User::named(&(place.uid() + 2).to_string()).unwrap(),
    );
    let judge = |against: &Against, is_own: bool| {
        Judge {
            keeper: hers,
            staffed: PathBuf::from("/usr/local"),
            against,
        }
        .why(&place.at("srv"), is_own)
    };
    // All that is here is this user's, and another is root.
    assert_eq!(judge(&Against::User(his.clone()), false), None);
    assert_eq!(judge(&Against::User(his.clone()), true), Some(Why::NotRoots));
    assert_eq!(judge(&Against::Itself, false), Some(Why::Users));
    assert_eq!(judge(&Against::Anyone, false), Some(Why::Anothers));
    assert_eq!(judge(&Against::Anyone, true), Some(Why::NotRoots));
    let as_root = User { uid: hers, ..his };
    assert_eq!(judge(&Against::User(as_root), false), Some(Why::Anothers));
}

#[test]
fn what_certainly_is_open_is_told_before_what_only_may_be() {
    let (maybe, certainly) = ("srv", PROGRAM);
    let place = Place::new();
    place.mode(maybe, 0o775);
    // Root's own group is as root is. Only root can give a folder to another.
    let _ = std::os::unix::fs::chown(place.at(maybe), None, Some(1));
    let is_anothers = place.at(maybe).metadata().unwrap().gid() != 0;
    let expected = is_anothers.then(|| (place.at(maybe), Why::ByGroup));
    assert_eq!(place.open(PROGRAM, &Against::Anyone), expected);
    place.mode(maybe, 0o775);
    place.mode(certainly, 0o757);
    assert_eq!(
        place.open(PROGRAM, &Against::Anyone),
        Some((place.at(certainly), Why::Writable))
    );
    assert!(!Why::ByGroup.is_certain() && !Why::Anothers.is_certain());
}

#[test]
fn a_folder_that_stands_for_the_machines_may_be_named_by_a_link() {
    let place = Place::new();
    place.mode("srv", 0o777);
    let beside = tempfile::tempdir().unwrap();
    let alias = beside.path().join("alias");
    symlink(place.folder.path(), &alias).unwrap();
    let open = open_step(&Root::of(&alias), &alias.join(PROGRAM), &Against::Anyone);
    assert_eq!(open.unwrap().step, place.at("srv"));
}
