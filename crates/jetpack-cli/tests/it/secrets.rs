//! Where secrets come from, and where they must not show.

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Fault, Operation, Sandbox};

use crate::support::{PROGRAM, Ran, bare, beside, file, keyed, run, script};

const PROVISION: [&str; 4] = [
    "provision",
    "--user=a",
    "--plan=premium",
    "--url=https://a.example.test",
];

#[test]
fn the_secret_comes_from_a_file_or_standard_input_or_the_environment() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, path) = file("secret", &format!("{CLIENT_SECRET}\n"));
    let id = format!("--partner_id={CLIENT_ID}");
    let program = || {
        let mut program = bare(PROGRAM.as_ref(), &sandbox);
        program.args(PROVISION).arg(&id);
        program
    };
    let from_file = program()
        .arg(format!("--partner-secret-file={}", path.display()))
        .output();
    let from_environment = program().env("JETPACK_PARTNER_SECRET", CLIENT_SECRET).output();
    let mut child = program()
        .arg("--partner_secret=-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(format!("{CLIENT_SECRET}\n").as_bytes())
        .unwrap();
    for output in [
        from_file.unwrap(),
        from_environment.unwrap(),
        child.wait_with_output().unwrap(),
    ] {
        let ran = Ran::from(output);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        assert_eq!(ran.err, "");
    }
}

#[test]
fn a_secret_on_the_command_line_leaves_the_process_list() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::delay(3000).on(Operation::Token));
    let child = bare(PROGRAM.as_ref(), &sandbox)
        .args(PROVISION)
        .args([format!("-c={CLIENT_ID}"), format!("-s={CLIENT_SECRET}")])
        .args([
            "--ssh-user=u",
            "--ssh-pass=hush-hush",
            "--ftp-user=f",
            "--ftp-pass=hush-too",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let start = Instant::now();
    while sandbox.requests_to(Operation::Token).is_empty() && start.elapsed() < Duration::from_secs(2) {
        std::thread::sleep(Duration::from_millis(10));
    }
    let list = std::fs::read(format!("/proc/{}/cmdline", child.id())).unwrap();
    let list = String::from_utf8_lossy(&list).replace('\0', " ");
    assert!(list.contains("--plan=premium"), "{list}");
    for secret in [CLIENT_SECRET, "hush-hush", "hush-too"] {
        assert!(!list.contains(secret), "{list}");
    }
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.err, "");
    let request = sandbox.requests_to(Operation::Provision).remove(0);
    assert_eq!(request.field("ssh_pass"), Some("hush-hush"));
    assert_eq!(request.field("ftp_pass"), Some("hush-too"));
}

#[test]
fn the_last_of_several_secrets_counts_wherever_it_comes_from() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, wrong) = file("wrong", "another-secret\n");
    let (_folder, right) = file("right", &format!("{CLIENT_SECRET}\n"));
    let value = format!("--partner_secret={CLIENT_SECRET}");
    let short = format!("-s={CLIENT_SECRET}");
    let (wrong, right) = (
        format!("--partner-secret-file={}", wrong.display()),
        format!("--partner-secret-file={}", right.display()),
    );
    for flags in [
        &["--partner_secret=another-secret", value.as_str()][..],
        &["-s=another-secret", "--partner-secret=another-secret", &short],
        &["--partner_secret=-", &value],
        // A value counts more than a file, and an empty one is none.
        &[&value, &wrong],
        &[&value, "--partner_secret=", &right],
    ] {
        let mut program = bare(PROGRAM.as_ref(), &sandbox);
        program.args(PROVISION).arg(format!("-c={CLIENT_ID}")).args(flags);
        let ran = Ran::from(program.output().unwrap());
        assert_eq!(ran.code, Some(0), "{flags:?}: {ran:?}");
    }
}

#[test]
fn a_secret_that_is_too_short_to_be_one_is_refused_before_anything_is_sent() {
    let sandbox = Sandbox::start_blocking();
    let ran = Ran::from(
        keyed(&sandbox)
            .env("JETPACK_PARTNER_SECRET", "plan")
            .args(["keys", "verify"])
            .output()
            .unwrap(),
    );
    assert!(
        ran.code == Some(2) && ran.err.contains("fewer than 8 characters"),
        "{ran:?}"
    );
    let ran = Ran::from(
        bare(PROGRAM.as_ref(), &sandbox)
            .args(PROVISION)
            .args(["-c=x", "-s=plan"])
            .output()
            .unwrap(),
    );
    assert!(ran.code == Some(1) && ran.err.is_empty(), "{ran:?}");
    assert!(
        ran.json()["message"]
            .as_str()
            .unwrap()
            .contains("fewer than 8 characters"),
        "{ran:?}"
    );
    assert!(sandbox.requests().is_empty());
}

#[test]
fn a_token_is_kept_between_calls_where_that_is_asked_for() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = Sandbox::start_blocking();
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("token");
    let kept_in = |arguments: &[&str]| {
        let mut program = keyed(&sandbox);
        let program = program.env("JETPACK_PARTNER_TOKEN_FILE", &kept).args(arguments);
        Ran::from(program.output().unwrap())
    };
    let tokens = || sandbox.requests_to(Operation::Token).len();
    assert_eq!(kept_in(&["keys", "verify"]).code, Some(0));
    assert_eq!(kept_in(&PROVISION).code, Some(0));
    assert_eq!(tokens(), 1);
    assert_eq!(kept.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    // One that is no longer good is replaced.
    sandbox.revoke_tokens();
    assert_eq!(kept_in(&["status", "a.example.test"]).code, Some(0));
    assert_eq!(kept_in(&["status", "a.example.test"]).code, Some(0));
    assert_eq!(tokens(), 2);
    // It is another key's as little as anyone else's.
    sandbox.put_key("another", "another-secret");
    let other = keyed(&sandbox)
        .args(["keys", "verify", "--partner-id=another", "--token-file"])
        .arg(&kept)
        .env("JETPACK_PARTNER_SECRET", "another-secret")
        .output()
        .unwrap();
    assert!(other.status.success(), "{other:?}");
    assert_eq!(tokens(), 3);
    std::fs::set_permissions(&kept, std::fs::Permissions::from_mode(0o644)).unwrap();
    let open = kept_in(&["keys", "verify"]);
    assert!(open.code != Some(0) && open.err.contains("chmod 600"), "{open:?}");
    let (_folder, thesis) = file("thesis", "my thesis");
    std::fs::set_permissions(&thesis, std::fs::Permissions::from_mode(0o600)).unwrap();
    let ran = run(
        &sandbox,
        &["keys", "verify", "--token-file", thesis.to_str().unwrap()],
    );
    assert!(ran.err.contains("is no token file"), "{ran:?}");
    assert_eq!(std::fs::read_to_string(thesis).unwrap(), "my thesis");
}

#[test]
fn a_users_access_token_is_shown_only_on_request() {
    let sandbox = Sandbox::start_blocking();
    let body =
        r#"{"success":true,"auth_required":false, "access_token":"t0ken$(#","next_url":"https:\/\/x.test"}"#;
    for (flags, expected) in [
        (
            &["--user=a", "--url=https://a.example.test", "-w=7"][..],
            body.replace("t0ken$(#", "[hidden]"),
        ),
        (
            &[
                "--user=a",
                "--url=https://a.example.test",
                "-w=7",
                "--show-access-token",
            ],
            body.to_owned(),
        ),
    ] {
        sandbox.fault(Fault::body(200, body).on(Operation::Provision));
        let ran = script(&sandbox, "provision", flags);
        assert_eq!((ran.code, ran.out.trim_end()), (Some(0), expected.as_str()));
        assert!(!ran.err.contains("t0ken"), "{ran:?}");
    }
}

#[test]
fn no_secret_is_in_journal_results_or_output_of_a_bulk_run() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::body(400, r#"{"error":"x","message":"bad ftp-hush"}"#).on(Operation::Provision));
    let (folder, path) = file(
        "sites.csv",
        "siteurl,local_user,plan,ssh_user,ssh_pass,ftp_user,ftp_pass\n\
         https://a.example.test,u,premium,s,ssh-hush,f,ftp-hush\n\
         https://b.example.test,u,premium,s,ssh-hush,f,ftp-hush\n",
    );
    let ran = run(
        &sandbox,
        &["bulk", "provision", path.to_str().unwrap(), "--concurrency=1"],
    );
    let journal = std::fs::read_to_string(beside(&path, ".journal")).unwrap();
    let results = std::fs::read_to_string(beside(&path, ".results")).unwrap();
    for text in [&ran.out, &ran.err, &journal, &results] {
        for secret in [CLIENT_SECRET, "ssh-hush", "ftp-hush"] {
            assert!(!text.contains(secret), "{text}");
        }
    }
    assert!(!journal.contains("nonce") && results.contains("nonce"));
    assert_eq!(
        sandbox.requests_to(Operation::Provision)[0].field("ssh_pass"),
        Some("ssh-hush")
    );
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        use std::os::unix::fs::PermissionsExt;
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        assert!(entry.path() == path || mode == 0o600, "{entry:?} {mode:o}");
    }
}

#[test]
fn a_token_and_a_new_keys_secret_are_shown_only_on_request() {
    let sandbox = Sandbox::start_blocking();
    let hidden = run(&sandbox, &["token", "--json"]);
    assert_eq!(hidden.json()["access_token"], "[hidden]");
    let shown = run(&sandbox, &["token", "--show"]);
    assert!(shown.out.trim().len() > 8, "{shown:?}");

    for arguments in [
        &["-q", "token", "--show"][..],
        &["-q", "keys", "new", "--name=x", "--show"],
    ] {
        let shown = run(&sandbox, arguments);
        assert!(shown.code == Some(0) && shown.out.trim().len() > 8, "{shown:?}");
    }

    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("key.json");
    let out = out.to_str().unwrap();
    let made = run(
        &sandbox,
        &["keys", "new", "--name", "My%sKey", "--out", out, "--json"],
    );
    assert_eq!(made.json()["client_secret"], "[hidden]", "{made:?}");
    let stored: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(out).unwrap()).unwrap();
    assert!(
        stored["client_secret"].as_str().unwrap().len() > 4
            && !made.out.contains(stored["client_secret"].as_str().unwrap())
    );
    let again = keyed(&sandbox)
        .args(["keys", "new", "--name", "x", "--out", out])
        .output()
        .unwrap();
    assert!(!again.status.success());
}

#[test]
fn a_kept_token_says_nothing_of_the_secret() {
    let sandbox = Sandbox::start_blocking();
    let folder = tempfile::tempdir().unwrap();
    let kept = folder.path().join("token");
    let verify = |secret: &str, arguments: &[&str]| {
        let mut program = keyed(&sandbox);
        program
            .env("JETPACK_PARTNER_TOKEN_FILE", &kept)
            .env("JETPACK_PARTNER_SECRET", secret);
        Ran::from(program.args(arguments).output().unwrap())
    };
    assert_eq!(
        verify(CLIENT_SECRET, &["upgrade-paths", "connected.example.test"]).code,
        Some(1)
    );
    assert!(kept.exists());
    assert_eq!(verify("totally-wrong", &["keys", "verify"]).code, Some(3));
    assert_eq!(verify("totally-wrong", &["doctor"]).code, Some(1));
}

#[test]
fn a_short_password_changes_no_decision() {
    let sandbox = Sandbox::start_blocking();
    let flags = [
        "--user=a",
        "--plan=premium",
        "--url=https://connected.example.test",
    ];
    assert_eq!(script(&sandbox, "provision", &flags).code, Some(0));
    let flags = [
        "--user=a",
        "--plan=personal",
        "--url=https://connected.example.test",
        "--ssh-user=u",
        "--ssh-pass=plan",
    ];
    let ran = script(&sandbox, "provision", &flags);
    assert_eq!(ran.json()["error"], "plan_downgrade_disallowed", "{ran:?}");
}
