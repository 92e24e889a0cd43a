//! What ends a run from outside.

use std::time::Duration;

use jetpack_sandbox::{Fault, Operation, Sandbox};
use rustix::process::Signal;

use crate::resume::each_site_once;
use crate::support::{Ran, await_requests, begin, file, signal, sites};

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
