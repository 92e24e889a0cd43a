//! Of what is the host's own.

use super::*;

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
fn a_step_that_a_later_run_has_nothing_to_do_with_stays_begun_unless_it_was_taken() {
    for is_taken in [false, true] {
        let machine = Machine::with_version_1("1");
        let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
        let mut work = machine.again();
        match is_taken {
            false => work.begin(&machine.step(&[])).unwrap(),
            true => work.step(&machine.step(&[])).unwrap(),
        }
        drop(work);
        // As where its PHP does not answer now.
        let record = machine.again().finish().unwrap().record;
        assert_eq!(record.is_interrupted(), !is_taken);
        // What lies there is known as ours still.
        let there = tree::look(&Spot::ours(machine.target())).unwrap().files;
        assert!(record.put_there(&machine.target()).contains(&&there));
    }
}

#[test]
fn what_comes_between_plan_and_step_is_set_aside() {
    let machine = Machine::with_version_1("1");
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
    let step = machine.step(&["lang/mine.php"]);
    for file in ["lang/mine.php", "lang/new.php"] {
        machine.write(&format!("servers/jetpack/{file}"), file);
    }
    let mut work = machine.again();
    work.step(&step).unwrap();
    let finished = work.finish().unwrap();
    let yours = place(finished.yours.first().expect("it is set aside"));
    assert_eq!(
        fs::read_to_string(yours.join("lang/new.php")).unwrap(),
        "lang/new.php"
    );
    assert_eq!(
        machine.read("servers/jetpack/lang/mine.php").as_deref(),
        Some("lang/mine.php")
    );
}

#[test]
fn what_the_host_made_of_what_had_come_back_is_his() {
    let (machine, before) = Machine::over_another();
    let lock = machine.store.lock(machine.record().as_ref()).unwrap();
    let remove = machine.remove(before.to_str());
    // It was cut off after it had come back, and the host brings it to a newer release.
    let mut work = machine.again();
    work.step(&remove).unwrap();
    drop(work);
    machine.write("servers/jetpack/old.php", "another module's next");
    let mut work = machine.again();
    work.step(&remove).unwrap();
    let finished = work.finish().unwrap();
    assert!(finished.yours.is_empty(), "{finished:?}");
    assert_eq!(
        machine.read("servers/jetpack/old.php").as_deref(),
        Some("another module's next")
    );
    drop(lock);
    assert!(machine.record().is_none());
}

#[test]
fn a_copy_that_a_kill_left_without_a_name_makes_room() {
    let machine = Machine::with_version_1("1");
    let _lock = machine.store.lock(machine.record().as_ref()).unwrap();
    let left = machine.at("var/lib/jetpack-for-whmcs/before/7");
    fs::create_dir(&left).unwrap();
    drop(machine.again());
    assert!(!left.exists());
}
