//! Of removals.

use super::*;

#[test]
fn a_removal_that_was_interrupted_loses_nothing_and_sets_nothing_aside_that_is_back() {
    let (machine, before) = Machine::over_another();
    let lock = machine.store.lock(machine.record().as_ref()).unwrap();
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
            assert!(place::forget(&remove.target).is_empty());
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
fn what_would_have_come_back_is_the_hosts_where_there_is_no_place_for_it() {
    let (machine, before) = Machine::over_another();
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
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
    let (machine, before) = Machine::over_another();
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
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
fn a_folder_that_was_made_goes_with_the_removal_of_an_interrupted_first_installation() {
    let machine = Machine::new();
    let _lock = machine.store.lock(None).unwrap();
    let (outer, inner) = (machine.at("servers/made"), machine.at("servers/made/in"));
    let mut work = machine.again();
    for folder in [&outer, &inner] {
        work.step(&Step::shared(folder.clone(), Change::Make)).unwrap();
    }
    drop(work);
    let mut work = machine.again();
    for folder in [&inner, &outer] {
        let remove = Change::Remove { before: None };
        work.step(&Step::shared(folder.clone(), remove)).unwrap();
    }
    assert!(work.finish().unwrap().record.is_empty());
    assert!(machine.names().is_empty());
}

#[test]
fn what_could_not_be_taken_back_in_one_whmcs_is_not_forgotten_with_the_rest() {
    let machine = Machine::with_version_1("1");
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
    let mut work = machine.again();
    work.step(&machine.remove(None)).unwrap();
    work.done.clear();
    work.problems.push("the disk failed".to_owned());
    assert_eq!(work.undo(), ["the disk failed"]);
    assert!(machine.record().unwrap().is_interrupted());
}
