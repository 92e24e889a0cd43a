//! Crashes, and going on after them.

use std::path::Path;
use std::time::Duration;

use jetpack_sandbox::{Fault, Operation, Sandbox};
use rustix::process::Signal;

use crate::support::{Ran, await_requests, begin, beside, file, keyed, results, run, signal, sites};

fn each_site_once(sandbox: &Sandbox, path: &Path, count: usize) {
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
fn ctrl_c_ends_after_what_is_under_way_and_leaves_nothing_in_doubt() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::delay(100).on(Operation::Provision).forever());
    let (_folder, path) = file("s.csv", &sites(100, "premium"));
    let child = begin(&sandbox, &path, &["--concurrency=5"]);
    await_requests(&sandbox, Operation::Provision, 8);
    signal(&child, Signal::INT);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(130), "{ran:?}");
    assert_eq!(ran.json()["stopped"], "interrupted");
    sandbox.clear_faults();
    let ran = Ran::from(begin(&sandbox, &path, &[]).wait_with_output().unwrap());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(sandbox.requests_to(Operation::Status).is_empty());
    each_site_once(&sandbox, &path, 100);
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
fn a_journal_of_another_input_key_or_action_is_refused() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(3, "premium"));
    let name = path.to_str().unwrap();
    sandbox.fault(Fault::status(400).on(Operation::Provision));
    assert_eq!(
        run(&sandbox, &["bulk", "provision", name, "--concurrency=1"]).code,
        Some(1)
    );

    let ran = run(&sandbox, &["bulk", "cancel", name]);
    assert!(
        ran.code == Some(2) && ran.err.contains("bulk provision"),
        "{ran:?}"
    );
    let other = keyed(&sandbox)
        .env("JETPACK_PARTNER_ID", "x")
        .args(["bulk", "provision", name])
        .output()
        .unwrap();
    assert!(Ran::from(other).err.contains("another partner id"));
    std::fs::write(&path, sites(3, "personal")).unwrap();
    let ran = run(&sandbox, &["bulk", "provision", name]);
    assert!(
        ran.code == Some(2) && ran.err.contains("a different input: line 3"),
        "{ran:?}"
    );
    std::fs::write(beside(&path, ".journal"), "something else\n").unwrap();
    let ran = run(&sandbox, &["bulk", "provision", name]);
    assert!(
        ran.code == Some(2) && ran.err.contains("no journal of this program"),
        "{ran:?}"
    );
}

#[test]
fn a_journal_in_which_nothing_was_begun_is_replaced() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(2, "premium"));
    let name = path.to_str().unwrap();
    for id in ["wrong", "wronger"] {
        let refused = keyed(&sandbox)
            .env("JETPACK_PARTNER_ID", id)
            .args(["bulk", "cancel", name])
            .output()
            .unwrap();
        let refused = Ran::from(refused);
        assert!(refused.err.contains("keys verify"), "{refused:?}");
    }
    let ran = run(&sandbox, &["bulk", "provision", name]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    each_site_once(&sandbox, &path, 2);
}

#[test]
fn two_processes_do_not_share_a_journal() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::delay(500).on(Operation::Provision).forever());
    let (_folder, path) = file("s.csv", &sites(8, "premium"));
    let first = begin(&sandbox, &path, &[]);
    await_requests(&sandbox, Operation::Provision, 1);
    let second = run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]);
    assert!(
        second.code == Some(1) && second.err.contains("another process"),
        "{second:?}"
    );
    assert!(first.wait_with_output().unwrap().status.success());
}

#[test]
fn results_of_someone_else_are_not_overwritten() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(2, "premium"));
    std::fs::write(beside(&path, ".results"), "my thesis").unwrap();
    for _ in 0..2 {
        let ran = run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]);
        assert!(
            ran.code == Some(1) && ran.err.contains("not of this run"),
            "{ran:?}"
        );
    }
    assert_eq!(
        std::fs::read_to_string(beside(&path, ".results")).unwrap(),
        "my thesis"
    );
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

#[test]
fn a_closed_terminal_ends_after_what_is_under_way() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::delay(100).on(Operation::Provision).forever());
    let (_folder, path) = file("s.csv", &sites(100, "premium"));
    let child = begin(&sandbox, &path, &["--concurrency=5"]);
    await_requests(&sandbox, Operation::Provision, 8);
    signal(&child, Signal::HUP);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(130), "{ran:?}");
    assert_eq!(ran.json()["unfinished"], 0);
}

#[test]
fn an_earlier_journal_is_made_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(2, "premium"));
    let journal = beside(&path, ".journal");
    std::fs::write(&journal, "").unwrap();
    std::fs::set_permissions(&journal, std::fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(
        run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]).code,
        Some(0)
    );
    assert_eq!(journal.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_mended_file_goes_on_where_only_refused_lines_were_mended() {
    let sandbox = Sandbox::start_blocking();
    let lines = |plans: [&str; 3]| {
        let line = |(n, plan)| format!("https://shop{n}.example.test,u,{plan}\n");
        let lines: String = plans.iter().enumerate().map(line).collect();
        format!("siteurl,local_user,plan\n{lines}")
    };
    let (_folder, path) = file("s.csv", &lines(["premium", "premum", "premium"]));
    let name = path.to_str().unwrap();
    let ran = run(&sandbox, &["bulk", "provision", name, "--json"]);
    assert_eq!((ran.code, &ran.json()["failed"]), (Some(1), &1.into()), "{ran:?}");
    std::fs::write(&path, lines(["premium", "premium", "premium"])).unwrap();
    let mended = run(&sandbox, &["bulk", "provision", name, "--json"]);
    assert_eq!(
        (mended.code, &mended.json()["succeeded"]),
        (Some(0), &3.into()),
        "{mended:?}"
    );
    each_site_once(&sandbox, &path, 3);
    // What was done for another plan must not be taken for done.
    std::fs::write(&path, lines(["personal", "premium", "premium"])).unwrap();
    let other = run(&sandbox, &["bulk", "provision", name]);
    assert!(
        other.code == Some(2) && other.err.contains("line 2 was another site or plan"),
        "{other:?}"
    );
}

#[test]
fn a_file_of_someone_elses_is_no_journal_and_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = Sandbox::start_blocking();
    let (folder, path) = file("s.csv", &sites(2, "premium"));
    let precious = folder.path().join("precious");
    for content in ["no line end", "a line\n"] {
        std::fs::write(&precious, content).unwrap();
        std::fs::set_permissions(&precious, std::fs::Permissions::from_mode(0o644)).unwrap();
        let ran = run(
            &sandbox,
            &[
                "bulk",
                "provision",
                path.to_str().unwrap(),
                "--journal",
                precious.to_str().unwrap(),
            ],
        );
        assert!(
            ran.code == Some(2) && ran.err.contains("no journal of this program"),
            "{ran:?}"
        );
        assert_eq!(std::fs::read_to_string(&precious).unwrap(), content);
        assert_eq!(precious.metadata().unwrap().permissions().mode() & 0o777, 0o644);
    }
    let ran = run(
        &sandbox,
        &[
            "bulk",
            "provision",
            path.to_str().unwrap(),
            "--journal",
            "/dev/null",
        ],
    );
    assert!(
        ran.code == Some(2) && ran.err.contains("no regular file"),
        "{ran:?}"
    );
    assert!(sandbox.requests_to(Operation::Provision).is_empty());
}

#[test]
fn no_file_serves_two_purposes() {
    let sandbox = Sandbox::start_blocking();
    let (folder, path) = file("s.csv", &sites(2, "premium"));
    let name = path.to_str().unwrap();
    let same = folder.path().join("same");
    let other = folder.path().join("./same");
    let (same, other) = (same.to_str().unwrap(), other.to_str().unwrap());
    for options in [
        ["--journal", same, "--results", other],
        ["--journal", same, "--results", name],
        ["--journal", name, "--results", same],
    ] {
        let ran = run(&sandbox, &[&["bulk", "provision", name], &options[..]].concat());
        assert!(
            ran.code == Some(2) && ran.err.contains("are the same file"),
            "{ran:?}"
        );
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), sites(2, "premium"));
}

#[test]
fn a_second_hang_up_ends_nothing_at_once() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::delay(300).on(Operation::Provision).forever());
    let (_folder, path) = file("s.csv", &sites(50, "premium"));
    let child = begin(&sandbox, &path, &["--concurrency=5"]);
    await_requests(&sandbox, Operation::Provision, 5);
    for sign in [Signal::TERM, Signal::HUP, Signal::HUP] {
        signal(&child, sign);
        std::thread::sleep(Duration::from_millis(20));
    }
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(
        (ran.code, &ran.json()["unfinished"]),
        (Some(130), &0.into()),
        "{ran:?}"
    );
}
