//! An API that asks to wait, fails, or goes away in the middle of a run.

use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::Duration;

use jetpack_sandbox::{Fault, Operation, Sandbox};
use rustix::process::Signal;

use crate::support::{Ran, await_requests, begin, file, keyed, run, signal, sites};

fn throttled(wait: &str) -> Fault {
    Fault::status(429)
        .on(Operation::Provision)
        .header("Retry-After", wait)
}

#[test]
fn a_wait_that_is_too_long_ends_the_run_and_no_number_is_too_large() {
    for wait in [
        "901",
        "99999999999999999",
        "18446744073709551615",
        "99999999999999999999999",
    ] {
        let sandbox = Sandbox::start_blocking();
        sandbox.fault(throttled(wait));
        let (_folder, path) = file("s.csv", &sites(20, "premium"));
        let ran = Ran::from(
            begin(&sandbox, &path, &["--concurrency=1"])
                .wait_with_output()
                .unwrap(),
        );
        assert_eq!(ran.code, Some(4), "{wait}: {ran:?}");
        assert!(
            ran.json()["stopped"]
                .as_str()
                .unwrap()
                .contains("too long to wait"),
            "{ran:?}"
        );
        assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1);
        let again = run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]);
        assert_eq!(again.code, Some(0), "{again:?}");
        assert!(sandbox.state().sites.iter().all(|site| site.provisions == 1));
    }
}

#[test]
fn a_long_wait_is_said_and_ctrl_c_ends_it() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(throttled("90").forever());
    let (_folder, path) = file("s.csv", &sites(20, "premium"));
    let child = begin(&sandbox, &path, &[]);
    await_requests(&sandbox, Operation::Provision, 8);
    std::thread::sleep(Duration::from_millis(100));
    signal(&child, Signal::INT);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(130), "{ran:?}");
    assert_eq!(
        ran.err.matches("The API asks to wait for 90 s").count(),
        1,
        "{ran:?}"
    );
    sandbox.clear_faults();
    let again = run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]);
    assert_eq!(again.code, Some(0), "{again:?}");
    // Nothing was done for them, so nothing was in doubt.
    assert!(sandbox.requests_to(Operation::Status).is_empty());
}

#[test]
fn an_outage_is_met_by_one_line_at_a_time_and_then_ends_the_run() {
    for fault in [Fault::status(503).commit(false), Fault::reset().commit(false)] {
        let sandbox = Sandbox::start_blocking();
        sandbox.fault(fault.on(Operation::Provision).forever());
        let (_folder, path) = file("s.csv", &sites(2000, "premium"));
        let ran = Ran::from(
            begin(&sandbox, &path, &["--outage=2"])
                .wait_with_output()
                .unwrap(),
        );
        assert_eq!(ran.code, Some(4), "{ran:?}");
        let sent = sandbox.requests_to(Operation::Provision).len();
        assert!(sent < 60, "{sent}");
        assert!(ran.err.contains("one line at a time"), "{ran:?}");
        let stopped = ran.json()["stopped"].as_str().unwrap().to_owned();
        assert!(stopped.contains("the partner API"), "{stopped}");
        sandbox.clear_faults();
        let again = run(
            &sandbox,
            &[
                "bulk",
                "provision",
                path.to_str().unwrap(),
                "--settle=0",
                "--concurrency=64",
            ],
        );
        assert_eq!(again.code, Some(0), "{again:?}");
        assert!(sandbox.state().sites.iter().all(|site| site.provisions == 1));
    }
}

#[test]
fn a_run_goes_on_when_the_api_is_back() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(
        Fault::status(503)
            .on(Operation::Provision)
            .commit(false)
            .forever(),
    );
    let (_folder, path) = file("s.csv", &sites(200, "premium"));
    let mut child = begin(&sandbox, &path, &[]);
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("one line at a time") {
        line.clear();
        assert!(said.read_line(&mut line).unwrap() > 0, "it ended");
    }
    sandbox.clear_faults();
    let ran = Ran::from(child.wait_with_output().unwrap());
    line.clear();
    said.read_line(&mut line).unwrap();
    assert_eq!(line, "The API answers again.\n");
    let json = ran.json();
    assert_eq!((ran.code, &json["not_begun"]), (Some(1), &0.into()), "{json}");
    assert!(json["failed"].as_u64().unwrap() < 40, "{json}");
    let again = run(
        &sandbox,
        &["bulk", "provision", path.to_str().unwrap(), "--settle=0"],
    );
    assert_eq!(again.code, Some(0), "{again:?}");
    assert!(sandbox.state().sites.iter().all(|site| site.provisions == 1));
}

#[test]
fn a_run_ends_after_as_many_failures_as_it_may_have() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::status(400).on(Operation::Provision).forever());
    let (_folder, path) = file("s.csv", &sites(100, "premium"));
    let options = ["--fail-after=5", "--concurrency=1"];
    let ran = Ran::from(begin(&sandbox, &path, &options).wait_with_output().unwrap());
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 5);
    assert!(
        ran.json()["stopped"].as_str().unwrap().contains("--fail-after"),
        "{ran:?}"
    );
}

#[test]
fn a_line_in_doubt_waits_as_the_others_do() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::stall(20_000).on(Operation::Provision).commit(true));
    let (_folder, path) = file("s.csv", &sites(1, "premium"));
    let mut child = begin(&sandbox, &path, &[]);
    await_requests(&sandbox, Operation::Provision, 1);
    child.kill().unwrap();
    child.wait().unwrap();
    sandbox.fault(
        Fault::status(429)
            .on(Operation::Status)
            .header("Retry-After", "1"),
    );
    let ran = run(
        &sandbox,
        &["bulk", "provision", path.to_str().unwrap(), "--settle=0"],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1);
}

#[test]
fn a_wish_for_no_wait_is_no_leave_to_storm() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(throttled("0").forever());
    let (_folder, path) = file("s.csv", &sites(500, "premium"));
    let child = begin(&sandbox, &path, &["--concurrency=16"]);
    std::thread::sleep(Duration::from_millis(2500));
    signal(&child, Signal::INT);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(130), "{ran:?}");
    let sent = sandbox.requests_to(Operation::Provision).len();
    assert!(sent <= 48, "{sent}");
}

#[test]
fn no_wait_after_a_cancellation_is_deaf() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, sold) = file("s.csv", &sites(3, "premium"));
    assert_eq!(
        run(&sandbox, &["bulk", "provision", sold.to_str().unwrap()]).code,
        Some(0)
    );
    sandbox.fault(
        Fault::status(429)
            .on(Operation::Status)
            .header("Retry-After", "30")
            .forever(),
    );
    let (_folder, path) = file("s.csv", &sites(3, ""));
    let mut child = keyed(&sandbox);
    let child = child
        .args([
            "bulk",
            "cancel",
            path.to_str().unwrap(),
            "--json",
            "--concurrency=1",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    await_requests(&sandbox, Operation::Status, 1);
    std::thread::sleep(Duration::from_millis(100));
    let begun = std::time::Instant::now();
    signal(&child, Signal::INT);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(130), "{ran:?}");
    assert!(
        begun.elapsed() < Duration::from_secs(10),
        "Ctrl-C is heard at once"
    );
}

#[test]
fn lines_that_all_failed_for_a_passing_reason_are_worth_trying_again() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(
        Fault::status(503)
            .on(Operation::Provision)
            .commit(false)
            .forever(),
    );
    let (_folder, path) = file("s.csv", &sites(2, "premium"));
    let ran = run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]);
    assert_eq!(ran.code, Some(4), "{ran:?}");
}
