//! Bulk work: files good and bad, dry runs, summaries.

use std::io::Write;
use std::process::Stdio;

use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::support::{Ran, beside, file, keyed, results, run, sites};

#[test]
fn every_line_has_its_result_and_the_summary_counts_by_class() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file(
        "s.csv",
        "\u{feff}siteurl,local_user,plan,partner_tracking_id\n\
         https://connected.example.test,u,Premium,7\n\
         \"https://pending.example.test/a\",\"u, v\",premium,\n\
         https://unresolved.example.test,u,premium,\n\
         https://nojetpack.example.test,u,premium,\n\
         https://stale.example.test,u,premium,\n",
    );
    let ran = run(
        &sandbox,
        &["bulk", "provision", path.to_str().unwrap(), "--json", "--rate=50"],
    );

    assert_eq!(ran.code, Some(1), "{ran:?}");
    let json = ran.json();
    assert_eq!(
        (&json["succeeded"], &json["errors"]["refused"]),
        (&4.into(), &1.into()),
        "{json}"
    );
    let mut rows = results(&beside(&path, ".results"));
    rows.sort();
    let seen: Vec<(&str, &str, &str)> = rows
        .iter()
        .map(|row| (row[0].as_str(), row[4].as_str(), row[5].as_str()))
        .collect();
    assert_eq!(
        seen,
        [
            ("2", "active", ""),
            ("3", "pending", ""),
            ("4", "waiting_for_site", ""),
            ("5", "refused", "method_not_found"),
            ("6", "active", "")
        ]
    );
    assert!(rows[1][7].contains("nonce="));
    let first = sandbox.requests_to(Operation::Provision);
    let tracked = first.iter().filter(|request| !request.query.is_empty()).count();
    assert_eq!(tracked, 1);

    let again = run(&sandbox, &["bulk", "provision", path.to_str().unwrap(), "--json"]);
    assert_eq!(again.code, Some(1));
    assert_eq!(again.json()["earlier"]["refused"], 1);
    let retried = run(
        &sandbox,
        &["bulk", "provision", path.to_str().unwrap(), "--retry-failed"],
    );
    assert_eq!(retried.code, Some(1));
    assert_eq!(results(&beside(&path, ".results")).len(), 5);
}

#[test]
fn bad_lines_are_named_and_stop_everything_unless_skipped() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file(
        "s.csv",
        "siteurl,local_user,plan,ssh_pass\n\
         https://a.example.test,u,premium,\n\
         https://a.example.test/,u,premium,\n\
         https://hush;x,u,premium,\n\
         https://b.example.test,u\n\
         https://c.example.test,u,premium,hush\n\
         https://a.example.test,u,jetpack-scan,\n",
    );
    let path = path.to_str().unwrap();
    let ran = run(&sandbox, &["bulk", "provision", path]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    for line in [
        "line 3: the same site as line 2, with the same plan",
        "line 4: siteurl: ",
        "line 5: it has 2 fields, the header has 4",
        "line 6: the SSH parameters need ssh_user",
        "4 bad lines: nothing was started",
    ] {
        assert!(ran.err.contains(line), "{line}: {ran:?}");
    }
    assert!(!ran.err.contains("hush"));
    assert!(sandbox.requests().is_empty());

    let ran = run(&sandbox, &["bulk", "provision", path, "--skip-bad", "--json"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        (&ran.json()["succeeded"], &ran.json()["bad_lines"]),
        (&2.into(), &4.into())
    );
    assert_eq!(results(&beside(path.as_ref(), ".results")).len(), 6);
}

#[test]
fn a_header_that_names_unknown_columns_is_refused() {
    let sandbox = Sandbox::start_blocking();
    for (header, reason) in [
        (
            "siteurl,local_username",
            "column 2: \"local_username\": it is called local_user",
        ),
        ("Siteurl,Price", "column 2: \"Price\" is unknown"),
        ("siteurl,SiteURL", "column 2 repeats siteurl"),
        ("siteurl;local_user", "siteurl"),
        ("", "header"),
    ] {
        let (_folder, path) = file("s.csv", &format!("{header}\nhttps://a.example.test,u\n"));
        let ran = run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]);
        assert!(
            ran.code == Some(2) && ran.err.contains(reason),
            "{header}: {ran:?}"
        );
    }
}

#[test]
fn a_dry_run_sends_and_writes_nothing() {
    let sandbox = Sandbox::start_blocking();
    let (folder, path) = file("s.csv", &sites(3, "premium"));
    let ran = run(
        &sandbox,
        &["bulk", "provision", path.to_str().unwrap(), "--dry-run"],
    );
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("3 lines are good, 0 are bad. Nothing was sent."));
    assert!(sandbox.requests().is_empty());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn json_lines_from_standard_input_need_a_journal() {
    let sandbox = Sandbox::start_blocking();
    let lines = "{\"siteurl\":\"https://a.example.test\",\"local_user\":1,\"force_register\":true}\n\n\
                 {\"siteurl\":\"https://b.example.test\",\"local_user\":\"u\",\"plan\":null}\n";
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("j");
    let fed = |arguments: &[&str]| {
        let mut child = keyed(&sandbox)
            .args(["bulk", "provision", "-"])
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses does not read on.
        let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
        Ran::from(child.wait_with_output().unwrap())
    };
    assert!(fed(&[]).err.contains("--journal"));
    let ran = fed(&["--journal", journal.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let requests = sandbox.requests_to(Operation::Provision);
    let forced: Vec<_> = requests
        .iter()
        .filter(|request| request.field("force_register") == Some("1"))
        .collect();
    assert_eq!(
        (requests.len(), forced.len(), forced[0].field("local_user")),
        (2, 1, Some("1"))
    );
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        2,
        "the spooled input is gone"
    );
    assert_eq!(fed(&["--journal", journal.to_str().unwrap()]).code, Some(0));
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 2);
}

#[test]
fn one_file_serves_provision_status_and_cancel_in_turn() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(5, "premium"));
    let path = path.to_str().unwrap();
    assert_eq!(run(&sandbox, &["bulk", "provision", path]).code, Some(0));
    let status = run(&sandbox, &["bulk", "status", path]);
    assert_eq!(status.code, Some(0), "{status:?}");
    assert!(
        results(&beside(path.as_ref(), ".status.results"))
            .iter()
            .all(|row| row[6] == "premium pending")
    );
    assert_eq!(run(&sandbox, &["bulk", "status", path]).code, Some(0));
    assert_eq!(run(&sandbox, &["bulk", "cancel", path]).code, Some(0));
    assert!(sandbox.state().sites.iter().all(|site| site.cancels == 1));
}

#[test]
fn a_status_in_between_makes_no_provision_happen_twice() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file(
        "s.csv",
        "siteurl,local_user,plan\nhttps://pending.example.test,u,premium\n",
    );
    let name = path.to_str().unwrap();
    assert_eq!(run(&sandbox, &["bulk", "provision", name]).code, Some(0));
    assert_eq!(run(&sandbox, &["bulk", "status", name]).code, Some(0));
    let again = run(&sandbox, &["bulk", "provision", name, "--json"]);
    assert_eq!(again.code, Some(0), "{again:?}");
    assert_eq!(again.json()["nothing_sent"], true);
    assert!(
        again
            .err
            .contains("complete since earlier runs; nothing was sent")
            && again.err.contains("s.csv.journal"),
        "{again:?}"
    );
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1);
    assert_eq!(sandbox.state().sites[0].provisions, 1);
    let journal = beside(&path, ".journal");
    let other = run(
        &sandbox,
        &["bulk", "status", name, "--journal", journal.to_str().unwrap()],
    );
    assert!(
        other.code == Some(2) && journal.exists() && beside(&path, ".results").exists(),
        "{other:?}"
    );
}

#[test]
fn a_refused_line_does_not_keep_a_status_from_being_asked_again() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(3, "premium"));
    let name = path.to_str().unwrap();
    sandbox.fault(Fault::status(400).on(Operation::Provision));
    assert_eq!(run(&sandbox, &["bulk", "provision", name]).code, Some(1));
    let status = run(&sandbox, &["bulk", "status", name, "--json"]);
    assert_eq!(status.json()["succeeded"], 2, "{status:?}");
    assert_eq!(
        run(&sandbox, &["bulk", "provision", name, "--retry-failed"]).code,
        Some(0)
    );
    let status = run(&sandbox, &["bulk", "status", name, "--json"]);
    assert_eq!(status.json()["succeeded"], 3, "{status:?}");
    std::fs::write(&path, sites(4, "personal")).unwrap();
    let status = run(&sandbox, &["bulk", "status", name, "--quiet"]);
    assert_eq!((status.code, status.out.as_str()), (Some(1), ""));
    assert!(
        status.err.lines().count() == 1 && status.err.contains("3 of 4"),
        "{status:?}"
    );
}

#[test]
fn a_refused_key_stops_the_run_before_it_begins() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", &sites(3, "premium"));
    let output = keyed(&sandbox)
        .env("JETPACK_PARTNER_SECRET", "another-secret")
        .args(["bulk", "provision", path.to_str().unwrap()])
        .output()
        .unwrap();
    let ran = Ran::from(output);
    assert!(ran.code == Some(3) && ran.err.contains("keys verify"), "{ran:?}");
    assert!(sandbox.requests_to(Operation::Provision).is_empty());
    assert_eq!(
        run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]).code,
        Some(0)
    );
}

#[test]
fn when_the_api_asks_to_wait_all_wait_and_no_line_is_lost() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(
        Fault::status(429)
            .on(Operation::Provision)
            .times(6)
            .header("Retry-After", "1"),
    );
    let (_folder, path) = file("s.csv", &sites(20, "premium"));
    let ran = run(&sandbox, &["bulk", "provision", path.to_str().unwrap(), "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn lost_answers_are_cleared_up_by_status_without_provisioning_twice() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::reset().commit(true).on(Operation::Provision).times(5));
    let (_folder, path) = file("s.csv", &sites(20, "premium"));
    let ran = run(&sandbox, &["bulk", "provision", path.to_str().unwrap()]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(sandbox.state().sites.iter().all(|site| site.provisions == 1));
}
