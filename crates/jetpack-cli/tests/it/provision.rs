//! `partner-provision.sh`, flag by flag.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Fault, Operation, RecordedRequest, Sandbox};

use crate::support::{bare, file, script};

const SITE: &str = "--url=https://shop.example.test";

fn sent(arguments: &[&str]) -> RecordedRequest {
    let sandbox = Sandbox::start_blocking();
    let ran = script(&sandbox, "provision", arguments);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    sandbox.requests_to(Operation::Provision).remove(0)
}

#[test]
fn the_documented_example_runs_unchanged() {
    let sandbox = Sandbox::start_blocking();
    let ran = script(
        &sandbox,
        "provision",
        &["--user=1", "--plan=premium", "--url=http://example.com"],
    );

    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(ran.json()["success"], true);
    assert_eq!(ran.json()["auth_required"], true);
    let request = sandbox.requests_to(Operation::Provision).remove(0);
    assert_eq!(request.field("siteurl"), Some("http://example.com"));
    assert_eq!(request.field("local_user"), Some("1"));
    assert_eq!(request.field("plan"), Some("premium"));
}

#[test]
fn short_flags_and_both_spellings_mean_the_same() {
    let sandbox = Sandbox::start_blocking();
    for user in ["--user=bob", "--user_id=bob", "-i=bob"] {
        let id = format!("-c={CLIENT_ID}");
        let secret = format!("-s={CLIENT_SECRET}");
        let arguments = [
            id.as_str(),
            &secret,
            user,
            "-p=personal",
            "-u=https://a.example.test",
            "-o=1",
        ];
        let mut program = bare(crate::support::PROGRAM.as_ref(), &sandbox);
        let output = program.arg("provision").args(arguments).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    for request in sandbox.requests_to(Operation::Provision) {
        assert_eq!(request.field("local_user"), Some("bob"));
        assert_eq!(request.field("plan"), Some("personal"));
        assert_eq!(request.field("onboarding"), Some("1"));
    }
}

#[test]
fn every_flag_arrives_under_the_apis_name() {
    let (_folder, key) = file("key", "-----BEGIN KEY-----\nab cd\n-----END KEY-----\n");
    let key = format!("--ssh-private-key={}", key.display());
    let request = sent(&[
        "--user=bob",
        SITE,
        "--plan=jetpack-backup-daily",
        "--onboarding=true",
        "--force_register=1",
        "--force_connect=t",
        "--ssh-user=deploy",
        &key,
        "--ssh-host=ssh.example.test",
        "--ssh-port=2222",
        "--ftp-user=f",
        "--ftp-pass=p",
        "--ftp-host=ftp.example.test",
        "--ftp-port=2121",
        "--partner_tracking_id=once",
        "--partner-tracking-id=42 & more",
    ]);
    for (name, value) in [
        ("plan", "jetpack-backup-daily"),
        ("onboarding", "1"),
        ("force_register", "1"),
        ("force_connect", "1"),
        ("ssh_user", "deploy"),
        (
            "ssh_private_key",
            "-----BEGIN KEY-----\nab cd\n-----END KEY-----\n",
        ),
        ("ssh_host", "ssh.example.test"),
        ("ssh_port", "2222"),
        ("ftp_user", "f"),
        ("ftp_pass", "p"),
        ("ftp_host", "ftp.example.test"),
        ("ftp_port", "2121"),
    ] {
        assert_eq!(request.field(name), Some(value), "{name}");
    }
    assert_eq!(
        request.query,
        [("partner_tracking_id".to_owned(), "42 & more".to_owned())]
    );
}

#[test]
fn values_that_broke_the_scripts_arrive_intact() {
    for hostile in [
        "a b;c",
        "@/etc/passwd",
        "</etc/passwd",
        "a\nb\\n\"c\" 'd'",
        "$(id) `id` %41 &x=1",
        "é日本",
    ] {
        let user = format!("--user={hostile}");
        let pass = format!("--ssh-pass={hostile}");
        let request = sent(&[&user, SITE, "--ssh-user=u", &pass]);
        assert_eq!(request.field("local_user"), Some(hostile));
        assert_eq!(request.field("ssh_pass"), Some(hostile));
    }
}

#[test]
fn a_success_is_json_alone_whatever_flags_were_given() {
    let sandbox = Sandbox::start_blocking();
    let flags = [
        "--user=a",
        SITE,
        "--wp-cli-path=/opt/wp",
        "--allow-root",
        "-e=a@b.test",
    ];
    let ran = script(&sandbox, "provision", &flags);

    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
    assert_eq!(ran.json()["success"], true);
    assert_eq!(
        sandbox.requests_to(Operation::Provision)[0].field("wpcom_user_email"),
        None
    );
}

#[test]
fn usage_mistakes_name_the_flag_and_send_nothing() {
    let sandbox = Sandbox::start_blocking();
    for (arguments, named) in [
        (&["--user=a"][..], "--url is missing"),
        (&[SITE], "--user is missing"),
        (&["--user=a", "--url="], "--url is missing"),
        (&["--user", "a", SITE], "--user needs a value in one word"),
        (&["--user=a", SITE, "--colour=red"], "unknown flag --colour"),
        (&["--user=a", SITE, "premium"], "a value stands alone"),
        (&["--user=a", "--url=https://localhost"], "--url: "),
        (
            &["--user=a", SITE, "--force_register=perhaps"],
            "--force_register: it must be",
        ),
        (&["--user=a", SITE, "--wpcom_user_id=bob"], "--wpcom_user_id: "),
        (
            &["--user=a", SITE, "--ssh-user=u"],
            "--ssh-user needs --ssh-pass or --ssh-private-key",
        ),
        (&["--user=a", SITE, "--ssh-pass=p"], "need --ssh-user"),
        (
            &["--user=a", SITE, "--ssh-user=u", "--ssh-private-key=/nowhere"],
            "--ssh-private-key: ",
        ),
    ] {
        let ran = script(&sandbox, "provision", arguments);
        assert_eq!(
            (ran.code, ran.out.as_str()),
            (Some(1), ""),
            "{arguments:?}: {ran:?}"
        );
        assert!(ran.err.contains(named), "{arguments:?}: {ran:?}");
    }
    let ran = bare(crate::support::PROGRAM.as_ref(), &sandbox)
        .args(["provision", "--user=a", SITE])
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("--partner_id is missing"));
    assert!(sandbox.requests().is_empty());
}

#[test]
fn help_is_on_stdout_and_succeeds() {
    let sandbox = Sandbox::start_blocking();
    for flag in ["--help", "-h"] {
        let ran = script(&sandbox, "provision", &[flag]);
        assert_eq!(ran.code, Some(0));
        assert!(
            ran.out.contains("--partner_id=<ID>") && ran.out.contains("--ssh-private-key=<PATH>"),
            "{ran:?}"
        );
    }
}

#[test]
fn a_success_is_printed_byte_for_byte() {
    let sandbox = Sandbox::start_blocking();
    let body =
        "{\n \"success\": 1,\t\"auth_required\":\"0\", \"next_url\":\"https:\\/\\/x.test\\/\\u00e9\\n\" }";
    sandbox.fault(Fault::body(200, body).on(Operation::Provision));
    let ran = script(&sandbox, "provision", &["--user=a", SITE]);

    assert_eq!((ran.code, ran.out), (Some(0), format!("{body}\n")));
}

#[test]
fn failures_have_the_documented_form_and_exit_1() {
    for (status, body, code, message) in [
        (
            400,
            r#"{"error":"invalid_plan","message":"x is not a valid plan"}"#,
            "invalid_plan",
            "x is not a valid plan",
        ),
        (200, r#"{"error": "spaced", "message": "m"}"#, "spaced", "m"),
        (
            400,
            r#"{"error":-10520,"message":"Jetpack: [site] text"}"#,
            "-10520",
            "Jetpack: [site] text",
        ),
        (200, "", "unknown_error", "Empty response from server"),
        (
            502,
            "<html>Bad gateway</html>",
            "unknown_error",
            "the partner API failed",
        ),
        (200, "<html>", "unknown_error", "could not be understood"),
    ] {
        let sandbox = Sandbox::start_blocking();
        sandbox.fault(Fault::body(status, body).on(Operation::Provision));
        let ran = script(&sandbox, "provision", &["--user=a", SITE]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
        let json = ran.json();
        assert_eq!(json["success"], false);
        assert_eq!(
            (&json["error_code"], &json["error"]),
            (&code.into(), &code.into())
        );
        assert_eq!(json["error_message"], json["message"]);
        assert!(
            json["error_message"].as_str().unwrap().contains(message),
            "{json}"
        );
        assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1);
    }
}

#[test]
fn a_failure_in_the_documented_form_gets_the_scripts_names_as_well() {
    let sandbox = Sandbox::start_blocking();
    let body = r#"{ "success":false, "error_code":"site_inaccessible","error_message":"We couldn't contact your site" }"#;
    sandbox.fault(Fault::body(200, body).on(Operation::Provision));
    let ran = script(&sandbox, "provision", &["--user=a", SITE]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let json = ran.json();
    for (name, value) in [
        ("error", "site_inaccessible"),
        ("error_code", "site_inaccessible"),
        ("message", "We couldn't contact your site"),
        ("error_message", "We couldn't contact your site"),
    ] {
        assert_eq!(json[name], value, "{json}");
    }
}

#[test]
fn an_error_in_an_envelope_gives_its_own_code() {
    let sandbox = Sandbox::start_blocking();
    let body =
        r#"{"code":400,"headers":[],"body":{"error":"invalid_plan","message":"x is not a valid plan"}}"#;
    sandbox.fault(Fault::body(200, body).on(Operation::Provision));
    let ran = script(&sandbox, "provision", &["--user=a", SITE]);
    assert_eq!(
        (ran.code, &ran.json()["error"]),
        (Some(1), &"invalid_plan".into()),
        "{ran:?}"
    );
}

#[test]
fn an_api_that_cannot_be_reached_is_told_in_json_alone() {
    let sandbox = Sandbox::start_blocking();
    let output = bare(crate::support::PROGRAM.as_ref(), &sandbox)
        .env("JETPACK_PARTNER_API_URL", "http://127.0.0.1:1")
        .args(["provision", "-c=x", "-s=long-enough", "--user=a", SITE])
        .output()
        .unwrap();
    let ran = crate::support::Ran::from(output);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "{ran:?}");
    assert_eq!(ran.json()["error"], "http_request_failed");
}

#[test]
fn an_answer_that_cannot_be_printed_is_a_failure_that_says_so() {
    let sandbox = Sandbox::start_blocking();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = bare(crate::support::PROGRAM.as_ref(), &sandbox)
        .args(["provision", "--user=a", SITE])
        .env("JETPACK_PARTNER_ID", CLIENT_ID)
        .env("JETPACK_PARTNER_SECRET", CLIENT_SECRET)
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("jetpack-partner status"),
        "{output:?}"
    );
}

#[test]
fn a_wrong_key_is_explained() {
    let sandbox = Sandbox::start_blocking();
    let flags = [
        "provision",
        "--partner_id=no",
        "--partner_secret=wrong-one",
        "--user=a",
        SITE,
    ];
    let output = bare(crate::support::PROGRAM.as_ref(), &sandbox)
        .args(flags)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(
        out.starts_with(r#"{"success":false,"error":"invalid_client","message":""#),
        "{out}"
    );
}

#[test]
fn the_callers_decide_about_force_register() {
    let sandbox = Sandbox::start_blocking();
    let stale = ["--user=a", "--url=https://stale.example.test", "--plan=premium"];
    let ran = script(&sandbox, "provision", &stale);
    assert_eq!(ran.json()["error_code"], "method_not_found");
    assert_eq!(ran.json()["next_step"], "Call again with --force_register=1.");

    let forced = [&stale[..], &["--force_register=true"]].concat();
    assert_eq!(script(&sandbox, "provision", &forced).code, Some(0));
}
