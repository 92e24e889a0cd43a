//! What an end without warning leaves: each test drops the work where the kernel would end it.

use std::os::unix::fs::MetadataExt;

use super::*;
use crate::install::step::{Folder, Like};
use crate::install::who::Owner;
use crate::root::Root;

struct Machine {
    folder: tempfile::TempDir,
    store: Store,
}

impl Machine {
    /// With version 2 of a module to put there.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::new(&Root::of(folder.path()));
        let machine = Self { folder, store };
        machine.write("package/new.php", "2");
        fs::create_dir_all(machine.at("servers")).unwrap();
        machine
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.at(path)).ok()
    }

    fn target(&self) -> PathBuf {
        self.at("servers/jetpack")
    }

    /// A step that puts version 2 there, with what stays.
    fn step(&self, kept: &[&str]) -> Step {
        let owner = Owner::of(&self.folder.path().metadata().unwrap());
        let folder = Folder {
            from: self.at("package"),
            files: BTreeMap::from([("new.php".to_owned(), sums::of_text("2"))]),
            kept: kept.iter().map(|&file| file.to_owned()).collect(),
            like: Like {
                owner,
                folder_mode: 0o755,
                file_mode: 0o644,
            },
            instead_of: None,
        };
        Step::shared(self.target(), Change::Folder(folder))
    }

    fn remove(&self, before: Option<&str>) -> Step {
        let before = before.map(PathBuf::from);
        Step::shared(self.target(), Change::Remove { before })
    }

    fn record(&self) -> Option<Record> {
        self.store.read().unwrap()
    }

    /// As the next command would begin.
    fn again(&self) -> Work<'_> {
        let record = self.record();
        Work::new(&self.store, record.clone(), record.unwrap_or_default()).unwrap()
    }

    /// Version 1 of ours is installed, and the host has changed it.
    fn with_version_1(text: &str) -> Self {
        let machine = Self::new();
        let _lock = machine.store.lock(None).unwrap();
        machine.write("package/new.php", "1");
        let mut step = machine.step(&[]);
        let Change::Folder(folder) = &mut step.change else {
            unreachable!()
        };
        folder.files.insert("new.php".to_owned(), sums::of_text("1"));
        let mut work = machine.again();
        work.step(&step).unwrap();
        work.finish().unwrap();
        machine.write("package/new.php", "2");
        machine.write("servers/jetpack/new.php", text);
        machine
    }

    /// All that is in the folder that holds the target.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.at("servers")).unwrap().map(Result::unwrap);
        entries
            .map(|entry| entry.file_name().into_string().unwrap())
            .collect()
    }
}

fn place(changed: &Changed) -> &std::path::Path {
    changed.yours.as_deref().unwrap()
}

#[test]
fn files_of_what_is_to_give_way_are_not_taken_for_the_hosts_after_an_interruption() {
    let machine = Machine::new();
    machine.write("servers/jetpack/old.php", "another module's");
    let lock = machine.store.lock(None).unwrap();
    let mut work = machine.again();
    work.begin(&machine.step(&[])).unwrap();
    drop((work, lock));
    let record = machine.record().unwrap();
    assert!(record.is_interrupted());
    // Another's module lies there: nothing of it is known as ours, and nothing may be judged by our new list.
    assert!(record.put_there(&machine.target()).is_empty());
    assert!(
        record
            .half_put(&machine.target())
            .unwrap()
            .contains_key("new.php")
    );

    let machine = Machine::with_version_1("1");
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
    let mut work = machine.again();
    work.begin(&machine.step(&[])).unwrap();
    drop(work);
    let record = machine.record().unwrap();
    let known = record.put_there(&machine.target());
    assert_eq!(known.len(), 2);
    // Begun twice, the first of all is what counts.
    let mut work = machine.again();
    work.begin(&machine.step(&[])).unwrap();
    drop(work);
    let earlier = machine.record().unwrap().begun[0].earlier.clone().unwrap();
    assert_eq!(earlier.files["new.php"], sums::of_text("1"));
}

#[test]
fn what_the_host_had_changed_is_set_aside_after_an_interruption_too() {
    for is_swapped in [false, true] {
        let machine = Machine::with_version_1("mine");
        let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
        let mut work = machine.again();
        match is_swapped {
            false => work.begin(&machine.step(&[])).unwrap(),
            true => work.step(&machine.step(&[])).unwrap(),
        }
        drop(work);
        let mut work = machine.again();
        if !is_swapped {
            work.step(&machine.step(&[])).unwrap();
        }
        let finished = work.finish().unwrap();
        let [
            Changed {
                path,
                yours: Some(yours),
                ..
            },
        ] = finished.yours.as_slice()
        else {
            panic!("{finished:?}")
        };
        assert_eq!(*path, machine.target());
        assert_eq!(fs::read_to_string(yours.join("new.php")).unwrap(), "mine");
        assert_eq!(machine.read("servers/jetpack/new.php").as_deref(), Some("2"));
        assert_eq!(machine.names(), ["jetpack"]);
        assert!(finished.record.changed.is_empty() && !finished.record.is_interrupted());
    }
}

#[test]
fn a_removal_that_was_interrupted_loses_nothing_and_sets_nothing_aside_that_is_back() {
    let machine = Machine::new();
    machine.write("servers/jetpack/old.php", "another module's");
    let lock = machine.store.lock(None).unwrap();
    let mut work = machine.again();
    work.step(&machine.step(&[])).unwrap();
    let record = work.finish().unwrap().record;
    let before = record.things[0].before.clone().unwrap();
    let before = before.to_str().unwrap();
    let remove = machine.remove(Some(before));
    // It was taken, and not recorded yet.
    let mut work = machine.again();
    work.begin(&remove).unwrap();
    place::put_back(&machine.store.kept(before.as_ref()), &remove.target).unwrap();
    drop(work);
    let mut work = machine.again();
    work.step(&remove).unwrap();
    let finished = work.finish().unwrap();
    assert!(finished.yours.is_empty(), "{finished:?}");
    assert_eq!(
        machine.read("servers/jetpack/old.php").as_deref(),
        Some("another module's")
    );
    assert_eq!(machine.names(), ["jetpack"]);
    drop(lock);
    assert!(!machine.at("var/lib/jetpack-for-whmcs").exists());
}

#[test]
fn a_name_that_is_missing_for_a_moment_comes_back() {
    // Where a file system cannot exchange two names, the old one gives way first.
    let machine = Machine::with_version_1("1");
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
    let mut work = machine.again();
    work.begin(&machine.step(&[])).unwrap();
    fs::rename(machine.target(), machine.at("servers/.jetpack.jetpack-old")).unwrap();
    machine.write("servers/.jetpack.jetpack-new/new.php", "2");
    drop(work);
    drop(machine.again());
    assert_eq!(machine.read("servers/jetpack/new.php").as_deref(), Some("1"));
    assert_eq!(machine.names(), ["jetpack"]);
}

#[test]
fn taking_back_needs_no_copy() {
    let machine = Machine::with_version_1("1");
    let inode = machine.target().metadata().unwrap().ino();
    let known = machine.record();
    let _lock = machine.store.lock(known.as_ref()).unwrap();
    let mut work = machine.again();
    work.step(&machine.step(&[])).unwrap();
    assert_eq!(machine.read("servers/jetpack/new.php").as_deref(), Some("2"));
    assert_eq!(work.undo(), Vec::<String>::new());
    assert_eq!(machine.read("servers/jetpack/new.php").as_deref(), Some("1"));
    // It is the very same folder.
    assert_eq!(machine.target().metadata().unwrap().ino(), inode);
    assert_eq!(machine.names(), ["jetpack"]);
    assert_eq!(machine.record(), known);
}

#[test]
fn a_file_of_the_package_that_changes_under_our_hands_is_refused() {
    let machine = Machine::new();
    let _lock = machine.store.lock(None).unwrap();
    machine.write("package/new.php", "3");
    let mut work = machine.again();
    let error = format!("{:#}", work.step(&machine.step(&[])).unwrap_err());
    assert!(error.contains("changed while it was read"), "{error}");
    assert_eq!(work.undo(), Vec::<String>::new());
    assert!(machine.names().is_empty());
}

#[test]
fn a_machine_that_was_changed_meanwhile_is_not_worked_on() {
    let machine = Machine::with_version_1("1");
    let error = machine.store.lock(None).unwrap_err().to_string();
    assert!(error.contains("has changed this machine meanwhile"), "{error}");
    let known = machine.record();
    let lock = machine.store.lock(known.as_ref()).unwrap();
    let error = machine.store.lock(known.as_ref()).unwrap_err().to_string();
    assert!(error.contains("is under way"), "{error}");
    drop(lock);
    assert!(machine.store.lock(known.as_ref()).is_ok());
}

#[test]
fn a_removal_that_was_killed_anywhere_is_finished_by_the_next_one() {
    for is_finishing in [false, true] {
        let machine = Machine::with_version_1("mine");
        let lock = machine.store.lock(machine.record().as_ref()).unwrap();
        let remove = machine.remove(None);
        let mut work = machine.again();
        work.step(&remove).unwrap();
        assert!(!machine.target().exists());
        if is_finishing {
            // The end had begun.
            place::forget_old(&remove.target).unwrap();
        }
        drop(work);
        // All is recorded yet, so that it is taken up.
        let record = machine.record().unwrap();
        assert!(record.is_interrupted() && record.thing(&machine.target()).is_some());
        let mut work = machine.again();
        work.step(&remove).unwrap();
        let finished = work.finish().unwrap();
        assert_eq!(finished.yours.len(), 1, "{finished:?}");
        assert!(machine.names().is_empty() && finished.record.things.is_empty());
        drop(lock);
        assert!(machine.record().is_none());
    }
}

#[test]
fn a_copy_that_is_spoken_for_gives_its_name_to_no_other() {
    let machine = Machine::with_version_1("mine");
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
    let mut work = machine.again();
    work.step(&machine.step(&[])).unwrap();
    let copy = work.record.changed[0].copy.clone();
    // It was set aside when the end was cut off.
    machine.store.reserve(&mut work.record).unwrap();
    machine.store.set_aside(&work.record.changed[0]).unwrap();
    assert!(
        machine
            .store
            .kept(&copy)
            .is_there()
            .is_ok_and(|is_there| !is_there)
    );
    drop(work);
    machine.write("servers/jetpack/new.php", "mine again");
    let mut work = machine.again();
    work.step(&machine.step(&[])).unwrap();
    let copies: Vec<_> = work.record.changed.iter().map(|changed| &changed.copy).collect();
    assert!(copies.len() == 2 && copies[0] != copies[1], "{copies:?}");
    let finished = work.finish().unwrap();
    // Both are told, also the one that the cut off run had brought there.
    let texts: Vec<String> = finished
        .yours
        .iter()
        .map(|changed| fs::read_to_string(place(changed).join("new.php")).unwrap())
        .collect();
    assert_eq!(texts, ["mine", "mine again"]);
}

#[test]
fn what_the_host_did_after_an_interrupted_first_installation_is_set_aside() {
    for is_swapped in [false, true] {
        let machine = Machine::new();
        machine.write("servers/jetpack/old.php", "another module's");
        let _lock = machine.store.lock(None).unwrap();
        let mut work = machine.again();
        match is_swapped {
            false => work.begin(&machine.step(&[])).unwrap(),
            true => work.step(&machine.step(&[])).unwrap(),
        }
        drop(work);
        machine.write("servers/jetpack/since.php", "mine");
        let mut work = machine.again();
        work.step(&machine.step(&[])).unwrap();
        let finished = work.finish().unwrap();
        let yours = place(finished.yours.first().expect("it is set aside"));
        assert_eq!(fs::read_to_string(yours.join("since.php")).unwrap(), "mine");
        // What was there at first comes back in the end.
        let mut work = machine.again();
        let before = finished.record.things[0].before.clone().unwrap();
        work.step(&machine.remove(before.to_str())).unwrap();
        work.finish().unwrap();
        assert_eq!(
            machine.read("servers/jetpack/old.php").as_deref(),
            Some("another module's")
        );
    }
}

#[test]
fn what_would_have_come_back_is_the_hosts_where_there_is_no_place_for_it() {
    let machine = Machine::new();
    machine.write("servers/jetpack/old.php", "another module's");
    let _lock = machine.store.lock(None).unwrap();
    let mut work = machine.again();
    work.step(&machine.step(&[])).unwrap();
    let record = work.finish().unwrap().record;
    let before = record.things[0].before.clone().unwrap();
    fs::remove_dir_all(machine.at("servers")).unwrap();
    let mut work = machine.again();
    work.step(&machine.remove(before.to_str())).unwrap();
    let finished = work.finish().unwrap();
    let yours = place(&finished.yours[0]);
    assert_eq!(
        fs::read_to_string(yours.join("old.php")).unwrap(),
        "another module's"
    );
    assert_eq!(finished.gone, [machine.target()]);
}

#[test]
fn a_removal_without_a_place_that_was_cut_off_leaves_nothing_that_leads_nowhere() {
    let machine = Machine::new();
    machine.write("servers/jetpack/old.php", "another module's");
    let _lock = machine.store.lock(None).unwrap();
    let mut work = machine.again();
    work.step(&machine.step(&[])).unwrap();
    let record = work.finish().unwrap().record;
    let before = record.things[0].before.clone().unwrap();
    fs::rename(machine.at("servers"), machine.at("away")).unwrap();
    let mut work = machine.again();
    work.step(&machine.remove(before.to_str())).unwrap();
    drop(work);
    // It is back, and what was cut off is taken up by an installation.
    fs::rename(machine.at("away"), machine.at("servers")).unwrap();
    let mut work = machine.again();
    work.step(&machine.step(&[])).unwrap();
    assert_eq!(work.finish().unwrap().yours.len(), 1);
    let mut work = machine.again();
    work.step(&machine.remove(None)).unwrap();
    work.finish().unwrap();
    assert!(machine.names().is_empty());
}

#[test]
fn a_folder_that_was_giving_way_by_a_copy_is_whole_again() {
    // As on a layer of an image, where no folder can be renamed: half of it is removed when the kill comes.
    let machine = Machine::with_version_1("1");
    machine.write("servers/jetpack/lang/mine.php", "mine");
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
    let mut work = machine.again();
    work.begin(&machine.step(&[])).unwrap();
    machine.write("servers/.jetpack.jetpack-new/new.php", "2");
    machine.write("servers/.jetpack.jetpack-old/new.php", "1");
    machine.write("servers/.jetpack.jetpack-old/lang/mine.php", "mine");
    fs::remove_dir_all(machine.at("servers/jetpack/lang")).unwrap();
    drop(work);
    drop(machine.again());
    assert_eq!(
        machine.read("servers/jetpack/lang/mine.php").as_deref(),
        Some("mine")
    );
    assert_eq!(machine.names(), ["jetpack"]);
}
