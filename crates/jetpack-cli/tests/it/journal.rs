//! Which file may be a journal, and whose it is.

use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::resume::each_site_once;
use crate::support::{Ran, await_requests, begin, beside, file, keyed, run, sites};

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
