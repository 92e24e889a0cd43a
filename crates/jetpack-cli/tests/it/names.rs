//! The program under the scripts' names.

use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Sandbox};

use crate::support::{PROGRAM, bare};

fn key() -> [String; 2] {
    [
        format!("--partner_id={CLIENT_ID}"),
        format!("--partner_secret={CLIENT_SECRET}"),
    ]
}

#[test]
fn links_with_the_scripts_names_behave_like_the_scripts() {
    let sandbox = Sandbox::start_blocking();
    let folder = tempfile::tempdir().unwrap();
    for (name, arguments, expected) in [
        (
            "partner-provision.sh",
            &["--user=1", "--plan=free", "--url=https://a.example.test"][..],
            "\"success\":true",
        ),
        (
            "partner-cancel.sh",
            &["--url=https://a.example.test"],
            "{\"success\":true}\n",
        ),
        (
            "partner_cancel.sh",
            &["--url=https://a.example.test"],
            "{\"success\":false}\n",
        ),
    ] {
        let link = folder.path().join(name);
        symlink(PROGRAM, &link).unwrap();
        let output = bare(&link, &sandbox)
            .args(key())
            .args(arguments)
            .output()
            .unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(out.contains(expected), "{name}: {out}");
    }
}

/// The documents call the scripts as `sh partner-provision.sh`, which takes a text, not a program.
#[test]
fn the_shell_wrappers_run_as_the_documents_write_it() {
    let sandbox = Sandbox::start_blocking();
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts");
    let folder = tempfile::tempdir().unwrap();
    symlink(PROGRAM, folder.path().join("jetpack-partner")).unwrap();
    for (name, arguments) in [
        (
            "partner-provision.sh",
            &["--user=a b", "--plan=premium", "--url=http://example.com"][..],
        ),
        ("partner-cancel.sh", &["--url=http://example.com"]),
    ] {
        std::fs::copy(scripts.join(name), folder.path().join(name)).unwrap();
        let mut command = Command::new("sh");
        command
            .env_clear()
            .env("PATH", "/usr/bin:/bin")
            .env("JETPACK_PARTNER_API_URL", sandbox.url())
            .arg(folder.path().join(name))
            .args(key())
            .args(arguments);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{name}: {output:?}");
    }
}

#[test]
fn the_shell_wrappers_follow_links_and_say_where_the_program_belongs() {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("scripts");
    let folder = tempfile::tempdir().unwrap();
    for name in ["partner-provision.sh", "partner-cancel.sh"] {
        let link = folder.path().join(format!("linked-{name}"));
        std::fs::copy(scripts.join(name), folder.path().join(name)).unwrap();
        symlink(folder.path().join(name), &link).unwrap();
        let help = || {
            let mut command = Command::new("sh");
            command.env_clear().env("PATH", "/usr/bin:/bin");
            command.arg(&link).arg("--help").output().unwrap()
        };
        let missing = help();
        assert_eq!(missing.status.code(), Some(1), "{missing:?}");
        assert!(String::from_utf8_lossy(&missing.stderr).contains("put it beside"));
        symlink(PROGRAM, folder.path().join("jetpack-partner")).unwrap();
        assert!(help().status.success());
        std::fs::remove_file(folder.path().join("jetpack-partner")).unwrap();
    }
}

#[tokio::test]
async fn the_scripts_variable_for_the_host_is_honoured() {
    let sandbox = Sandbox::start_tls().await;
    let (_folder, ca) = crate::support::file("ca.pem", sandbox.ca_pem().unwrap());
    let output = bare(Path::new(PROGRAM), &sandbox)
        .env_remove("JETPACK_PARTNER_API_URL")
        .env("JETPACK_START_API_HOST", sandbox.address().to_string())
        .env("JETPACK_PARTNER_CA_FILE", ca)
        .args(["provision", "--user=1", "--url=https://a.example.test"])
        .args(key())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}
