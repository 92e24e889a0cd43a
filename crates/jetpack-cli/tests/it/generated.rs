//! What the program says about itself.

use std::process::Stdio;

use jetpack_sandbox::Sandbox;

use crate::support::{keyed, run};

#[test]
fn completions_and_manual_know_the_scripts_flags() {
    let sandbox = Sandbox::start_blocking();
    for shell in ["bash", "zsh", "fish"] {
        let ran = run(&sandbox, &["completions", shell]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert!(
            ran.out.contains("force_register") && ran.out.contains("skip-bad"),
            "{shell}"
        );
    }
    let man = run(&sandbox, &["man"]);
    assert!(
        man.out.starts_with(".ie") && man.out.contains("partner_secret"),
        "{man:?}"
    );
}

#[test]
fn the_help_lists_them_and_a_closed_pipe_is_no_failure() {
    let sandbox = Sandbox::start_blocking();
    let help = run(&sandbox, &["--help"]);
    assert!(
        help.out.contains("  completions ") && help.out.contains("  man "),
        "{help:?}"
    );
    let mut child = keyed(&sandbox)
        .arg("man")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = child.wait_with_output().unwrap();
    assert!(ran.status.success() && ran.stderr.is_empty(), "{ran:?}");
}

#[test]
fn the_version_names_the_commit() {
    let sandbox = Sandbox::start_blocking();
    let ran = run(&sandbox, &["--version"]);
    let (_, rest) = ran.out.trim().split_once(" (").unwrap();
    assert!(rest.ends_with(')') && rest.len() > 7, "{ran:?}");
}
