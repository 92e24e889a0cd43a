//! What an end without warning leaves: each test drops the work where the kernel would end it.

use std::fs;
use std::os::unix::fs::MetadataExt;

use super::*;
use crate::install::step::{Folder, Like};
use crate::install::who::Owner;
use crate::root::Root;

mod hosts;
mod removals;

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
                folders: owner,
                files: owner,
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
        Work::new(
            &self.store,
            record.clone(),
            record.unwrap_or_default(),
            Vec::new(),
        )
        .unwrap()
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

    /// Version 2 has taken the place of another's module; gives where that is kept.
    fn over_another() -> (Self, PathBuf) {
        let machine = Self::new();
        machine.write("servers/jetpack/old.php", "another module's");
        let _lock = machine.store.lock(None).unwrap();
        let mut work = machine.again();
        work.step(&machine.step(&[])).unwrap();
        let record = work.finish().unwrap().record;
        (machine, record.things[0].before.clone().unwrap())
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

#[test]
fn a_file_that_was_edited_after_a_kill_is_left_as_it_is() {
    let machine = Machine::new();
    machine.write("servers/jetpack", "edited since");
    // As a kill leaves it between the link and the rename, where names cannot be exchanged.
    machine.write("servers/.jetpack.jetpack-old", "before");
    machine.write("servers/.jetpack.jetpack-new", "new");
    place::recover(&Spot::ours(machine.target())).unwrap();
    assert_eq!(machine.read("servers/jetpack").as_deref(), Some("edited since"));
    assert_eq!(machine.names(), ["jetpack"]);
}
