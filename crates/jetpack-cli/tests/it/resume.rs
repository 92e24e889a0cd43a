//! Crashes, and going on after them.

use std::path::Path;
use std::time::Duration;

use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::support::{Ran, await_requests, begin, beside, file, results, run, sites};

pub fn each_site_once(sandbox: &Sandbox, path: &Path, count: usize) {
    let state = sandbox.state();
    assert_eq!(state.sites.len(), count);
    assert!(state.sites.iter().all(|site| site.provisions == 1));
    let mut lines: Vec<String> = results(&beside(path, ".results"))
        .into_iter()
        .map(|row| row[0].clone())
        .collect();
    lines.sort();
    lines.dedup();
    assert_eq!(
        (lines.len(), results(&beside(path, ".results")).len()),
        (count, count)
    );
}

/// Pseudo-random, so that the moments differ from kill to kill and a failure can be seen again.
fn moment(kill: u64) -> Duration {
    Duration::from_millis(40 + (kill * 7919) % 211)
}

#[test]
fn killed_ten_times_each_site_is_provisioned_exactly_once() {
    const SITES: usize = 600;
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::delay(15).forever());
    let (_folder, path) = file("s.csv", &sites(SITES, "premium"));
    for kill in 0..10 {
        let mut child = begin(&sandbox, &path, &["--concurrency=4", "--settle=0"]);
        std::thread::sleep(moment(kill));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    sandbox.clear_faults();
    let ran = Ran::from(
        begin(&sandbox, &path, &["--settle=1"])
            .wait_with_output()
            .unwrap(),
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    each_site_once(&sandbox, &path, SITES);
}

#[test]
fn a_line_in_doubt_is_asked_for_before_it_is_provisioned() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::stall(20_000).on(Operation::Provision).commit(true));
    let (_folder, path) = file("s.csv", &sites(1, "premium"));
    let mut child = begin(&sandbox, &path, &[]);
    await_requests(&sandbox, Operation::Provision, 1);
    child.kill().unwrap();
    child.wait().unwrap();
    let ran = Ran::from(
        begin(&sandbox, &path, &["--settle=0"])
            .wait_with_output()
            .unwrap(),
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1);
    assert_eq!(sandbox.requests_to(Operation::Status).len(), 1);
    assert!(results(&beside(&path, ".results"))[0][6].contains("address was lost"));
}

#[test]
fn a_torn_end_of_the_journal_is_tolerated() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(3, "premium"));
    assert_eq!(
        run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]).code,
        Some(0)
    );
    let journal = beside(&path, ".journal");
    let text = std::fs::read_to_string(&journal).unwrap();
    let cut = text.find("{\"complete\"").unwrap() - 9;
    std::fs::write(&journal, &text[..cut]).unwrap();
    let ran = run(
        &sandbox,
        &["bulk", "provision", path.to_str().unwrap(), "--settle=0"],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    each_site_once(&sandbox, &path, 3);
}

#[test]
fn damage_in_the_middle_of_the_journal_puts_every_line_in_doubt() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(3, "premium"));
    assert_eq!(
        run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]).code,
        Some(0)
    );
    let journal = beside(&path, ".journal");
    let text = std::fs::read_to_string(&journal).unwrap();
    let damaged: Vec<&str> = text
        .lines()
        .map(|line| {
            if line.contains("\"line\":3,") {
                "\0\0\0"
            } else {
                line
            }
        })
        .collect();
    std::fs::write(&journal, format!("{}\n", damaged.join("\n"))).unwrap();
    let ran = run(
        &sandbox,
        &["bulk", "provision", path.to_str().unwrap(), "--settle=0"],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    each_site_once(&sandbox, &path, 3);
}

#[test]
fn a_key_that_is_switched_off_midway_stops_the_run_and_it_can_go_on() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(
        Fault::body(
            400,
            r#"{"error":"partner_key_disabled","message":"This key is disabled."}"#,
        )
        .on(Operation::Provision)
        .skip(10)
        .forever(),
    );
    let (_folder, path) = file("s.csv", &sites(200, "premium"));
    let ran = Ran::from(
        begin(&sandbox, &path, &["--concurrency=4"])
            .wait_with_output()
            .unwrap(),
    );
    assert_eq!(ran.code, Some(3));
    let json = ran.json();
    assert!(
        json["stopped"].as_str().unwrap().contains("This key is disabled"),
        "{json}"
    );
    assert!(json["not_begun"].as_u64().unwrap() > 150, "{json}");
    sandbox.clear_faults();
    let ran = Ran::from(begin(&sandbox, &path, &[]).wait_with_output().unwrap());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    each_site_once(&sandbox, &path, 200);
}

#[test]
fn an_api_that_goes_away_stops_the_run_and_it_can_go_on() {
    let sandbox = Sandbox::start_blocking();
    let address = sandbox.address();
    let (_folder, path) = file("s.csv", &sites(400, "premium"));
    sandbox.fault(Fault::delay(20).forever());
    let child = begin(&sandbox, &path, &["--timeout=2", "--concurrency=4", "--outage=1"]);
    await_requests(&sandbox, Operation::Provision, 40);
    drop(sandbox);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert!(
        ran.json()["stopped"]
            .as_str()
            .unwrap()
            .contains("could not be reached"),
        "{ran:?}"
    );
    // A new world at the same address: what was done is not done again, the rest is.
    let settings = jetpack_sandbox::Settings {
        listen: address,
        ..jetpack_sandbox::Settings::default()
    };
    let sandbox = Sandbox::open(&settings).unwrap();
    let earlier = ran.json()["succeeded"].as_u64().unwrap() as usize;
    let ran = Ran::from(
        begin(&sandbox, &path, &["--settle=0"])
            .wait_with_output()
            .unwrap(),
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 400 - earlier);
}

#[test]
fn what_cannot_be_written_is_not_sent() {
    let sandbox = Sandbox::start_blocking();
    let (folder, path) = file("s.csv", &sites(3, "premium"));
    let nowhere = folder.path().join("missing/journal");
    let name = path.to_str().unwrap();
    for option in ["--journal", "--results"] {
        let ran = run(
            &sandbox,
            &["bulk", "provision", name, option, nowhere.to_str().unwrap()],
        );
        assert_eq!(ran.code, Some(1), "{ran:?}");
    }
    let ran = run(&sandbox, &["bulk", "provision", name, "--results=/dev/full"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("no regular file"),
        "{ran:?}"
    );
    assert!(sandbox.requests_to(Operation::Provision).is_empty());
}
