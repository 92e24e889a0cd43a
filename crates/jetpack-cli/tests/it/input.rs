//! What stands in a file, and where.

use jetpack_sandbox::{Operation, Sandbox};

use crate::support::{Ran, beside, file, results, run};

fn provision(content: &str, options: &[&str]) -> (Sandbox, Ran, Vec<Vec<String>>) {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("s.csv", content);
    let arguments = [&["bulk", "provision", path.to_str().unwrap()], options].concat();
    let ran = run(&sandbox, &arguments);
    let path = beside(&path, ".results");
    let rows = if path.exists() { results(&path) } else { Vec::new() };
    (sandbox, ran, rows)
}

#[test]
fn a_stray_quote_stops_the_run_in_any_mode_and_swallows_no_line() {
    let mut lines = crate::support::sites(1000, "premium");
    lines = lines.replace(
        "https://shop5.example.test,admin",
        "https://shop5.example.test,\"admin",
    );
    for options in [&[][..], &["--skip-bad"]] {
        let (sandbox, ran, _) = provision(&lines, options);
        assert_eq!(ran.code, Some(2), "{ran:?}");
        assert!(
            ran.err.contains("line 7: a quote is not closed on this line"),
            "{ran:?}"
        );
        assert!(
            ran.err
                .contains("1 bad line: nothing was started. Correct the file.\n"),
            "{ran:?}"
        );
        assert!(sandbox.requests().is_empty());
    }
}

#[test]
fn line_numbers_are_those_of_an_editor_in_every_file() {
    let lines = [
        "siteurl,local_user,plan",
        "https://a.example.test,u,premium",
        "",
        "https://b.example.test,u,two words",
        "   ",
        "https://c.example.test,u,premium",
    ];
    for end in ["\n", "\r\n"] {
        let (_sandbox, ran, rows) = provision(&lines.join(end), &["--skip-bad"]);
        assert!(ran.err.contains("line 4: plan: "), "{end:?}: {ran:?}");
        let mut numbers: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, ["2", "4", "6"], "{end:?}");
    }
}

#[test]
fn values_that_no_parameter_has_are_bad_lines() {
    let long = "x".repeat((1 << 16) + 1);
    for (user, said) in [
        (long.as_str(), "line 2: local_user is longer than 64 KiB"),
        ("a\0b", "line 2: local_user holds a NUL character"),
        ("a\rb", "line 2: it holds a carriage return"),
    ] {
        let content =
            format!("siteurl,local_user\nhttps://a.example.test,{user}\nhttps://b.example.test,u\n");
        let (sandbox, ran, _) = provision(&content, &["--skip-bad"]);
        assert!(ran.code == Some(1) && ran.err.contains(said), "{said}: {ran:?}");
        assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1);
    }
    let endless = format!(
        "siteurl,local_user\nhttps://a.example.test,{}\n",
        "x".repeat(1 << 21)
    );
    let (_sandbox, ran, _) = provision(&endless, &["--skip-bad"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("line 2 is longer than 1 MiB"),
        "{ran:?}"
    );
}

#[test]
fn headers_and_names_are_taken_in_any_case_and_json_is_seen_by_its_beginning() {
    let (sandbox, ran, _) = provision(
        "SiteURL, Local_User ,PLAN\nhttps://a.example.test,u,premium\n",
        &[],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        sandbox.requests_to(Operation::Provision)[0].field("local_user"),
        Some("u")
    );
    let (_sandbox, ran, _) = provision(
        "\n {\"SiteUrl\":\"https://a.example.test\",\"local_user\":\"u\"}\n",
        &[],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn a_wrong_line_of_json_names_the_field() {
    for (line, said) in [
        (
            r#"{"siteurl":"https://a.example.test","local_user":"u","colour":"hush"}"#,
            "line 1: \"colour\" is unknown",
        ),
        (
            r#"{"siteurl":"https://a.example.test","local_user":["hush"]}"#,
            "line 1: \"local_user\" is neither",
        ),
        (
            r#"{"siteurl":"https://a.example.test","local_user":"u","Plan":"a","plan":"b"}"#,
            "line 1: plan is there twice",
        ),
        (r#"{"siteurl":"hush"#, "line 1: it is no JSON object"),
    ] {
        let (_sandbox, ran, _) = provision(line, &[]);
        assert!(
            ran.code == Some(2) && ran.err.contains(said) && !ran.err.contains("hush"),
            "{said}: {ran:?}"
        );
    }
}

#[test]
fn a_plan_that_no_document_names_is_told_before_anything_is_sent() {
    let content =
        "siteurl,local_user,plan\nhttps://a.example.test,u,premum\nhttps://b.example.test,u,premum\n";
    let (sandbox, ran, _) = provision(content, &["--dry-run", "--json"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.json()["unknown_plans"]["premum"], 2);
    assert!(
        ran.err.contains("2 lines, first 2: ") && ran.err.contains("Did you mean premium?"),
        "{ran:?}"
    );
    assert!(sandbox.requests().is_empty());
}

#[test]
fn bad_lines_are_skipped_however_many_follow_each_other() {
    for (before, after) in [(0, 5), (5, 0), (3, 3), (0, 0)] {
        let good = |from: usize, count: usize| {
            let lines = (from..from + count).map(|n| format!("https://shop{n}.example.test,u,premium\n"));
            lines.collect::<String>()
        };
        let content = format!(
            "siteurl,local_user,plan\n{}{}{}",
            good(0, before),
            "no address at all,u,premium\n".repeat(100),
            good(100, after)
        );
        let (sandbox, ran, rows) = provision(&content, &["--skip-bad"]);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert_eq!(sandbox.requests_to(Operation::Provision).len(), before + after);
        assert_eq!(rows.len(), 100 + before + after);
    }
}
