//! What the program says about itself.

use jetpack_sandbox::Sandbox;

use crate::support::run;

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
fn the_version_names_the_commit() {
    let sandbox = Sandbox::start_blocking();
    let ran = run(&sandbox, &["--version"]);
    let (_, rest) = ran.out.trim().split_once(" (").unwrap();
    assert!(rest.ends_with(')') && rest.len() > 7, "{ran:?}");
}
