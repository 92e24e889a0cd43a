//! Commands for people.

use jetpack_sandbox::{Fault, Operation, Sandbox, USER_TOKEN};

use crate::support::{file, keyed, run, script};

fn provisioned() -> Sandbox {
    let sandbox = Sandbox::start_blocking();
    let flags = [
        "--user=1",
        "--plan=premium",
        "--url=https://connected.example.test",
    ];
    assert_eq!(script(&sandbox, "provision", &flags).code, Some(0));
    sandbox
}

#[test]
fn status_is_for_people_or_for_programs_and_quiet_is_quiet() {
    let sandbox = provisioned();
    let ran = run(&sandbox, &["status", "connected.example.test"]);
    assert!(
        ran.out.contains("premium: active, from this partner key"),
        "{ran:?}"
    );
    assert!(!ran.out.contains('\x1b'), "no colours in a pipe");
    let ran = run(&sandbox, &["--json", "status", "https://connected.example.test"]);
    assert_eq!(ran.json()["products"][0]["slug"], "premium");
    let ran = run(&sandbox, &["status", "connected.example.test", "--quiet"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
}

#[test]
fn a_failure_says_what_to_do_next() {
    let sandbox = Sandbox::start_blocking();
    let ran = run(&sandbox, &["status", "never.example.test"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.err.contains("error: ") && ran.err.contains("next: Check the address"),
        "{ran:?}"
    );
    let ran = run(&sandbox, &["status", "never.example.test", "--json"]);
    assert_eq!(ran.json()["error_code"], "invalid_blog");
    let ran = run(&sandbox, &["status", "https://localhost"]);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn the_next_step_fits_what_the_command_does() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::reset().on(Operation::Keys).commit(true));
    let ran = run(&sandbox, &["keys", "new", "--name=x", "--show"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("A key may exist whose secret is lost"),
        "{ran:?}"
    );
    sandbox.fault(Fault::status(503).on(Operation::Errors).forever());
    let ran = run(&sandbox, &["errors"]);
    assert!(ran.err.contains("next: Nothing was changed"), "{ran:?}");
    let refused = keyed(&sandbox)
        .env("JETPACK_PARTNER_USER_TOKEN", "a-wrong-token")
        .args(["activations", "--partner=1", "--key=10"])
        .output()
        .unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("next: Check JETPACK_PARTNER_USER_TOKEN"), "{said}");
}

#[test]
fn upgrade_paths_errors_and_keys_are_asked_for() {
    let sandbox = provisioned();
    let ran = run(&sandbox, &["upgrade-paths", "connected.example.test", "--json"]);
    assert!(
        ran.json()["jetpack-plans"]
            .as_array()
            .unwrap()
            .contains(&"professional".into()),
        "{ran:?}"
    );
    let all = run(&sandbox, &["errors", "--json"]).json();
    let code = all.as_object().unwrap().keys().next().unwrap().clone();
    assert!(run(&sandbox, &["errors", &code]).out.contains(&code));
    assert_eq!(run(&sandbox, &["errors", "no_such_code"]).code, Some(1));
    assert_eq!(run(&sandbox, &["keys", "verify"]).out, "The key is valid.\n");
}

#[test]
fn credentials_are_stored_by_address_or_blog_id() {
    let sandbox = provisioned();
    let (_folder, password) = file("pw", "p w;@\n");
    let site = "connected.example.test";
    let ran = run(
        &sandbox,
        &[
            "credentials",
            "ssh",
            site,
            "--user=u",
            "--password-file",
            password.to_str().unwrap(),
        ],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let requests = sandbox.requests();
    let stored = requests
        .iter()
        .find(|request| request.path.contains("ssh-credentials"))
        .unwrap();
    assert_eq!(stored.field("ssh_pass"), Some("p w;@"));
    assert_eq!(stored.field("ssh_host"), Some(site));
    let blog = stored.path.split('/').nth(4).unwrap();
    let ftp = keyed(&sandbox)
        .env("JETPACK_PARTNER_FTP_PASS", "x")
        .args(["credentials", "ftp", blog, "--user=u", "--host=ftp.example.test"])
        .output()
        .unwrap();
    assert!(ftp.status.success(), "{ftp:?}");
    let ran = run(&sandbox, &["credentials", "ssh", site, "--user=u"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("JETPACK_PARTNER_SSH_PASS"),
        "{ran:?}"
    );
}

#[test]
fn reports_need_a_users_token() {
    let sandbox = provisioned();
    let ran = run(&sandbox, &["activations", "--partner=1", "--key=10"]);
    assert!(
        ran.code == Some(2) && ran.err.contains("JETPACK_PARTNER_USER_TOKEN"),
        "{ran:?}"
    );
    let output = keyed(&sandbox)
        .env("JETPACK_PARTNER_USER_TOKEN", USER_TOKEN)
        .args(["activations", "--partner=1", "--key=10", "--json"])
        .output()
        .unwrap();
    let listed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(listed["total"], 1, "{output:?}");
    let help = run(&sandbox, &["activations", "--help"]);
    assert!(
        help.out.contains("JETPACK_PARTNER_USER_TOKEN must hold"),
        "{help:?}"
    );
}

#[test]
fn a_next_url_gets_its_way_back() {
    let sandbox = Sandbox::start_blocking();
    let ran = run(
        &sandbox,
        &[
            "next-url",
            "--redirect",
            "https://my.host/done",
            "https://x.test/1/?a=b",
        ],
    );
    assert_eq!(
        ran.out,
        "https://x.test/1/?a=b&partner_redirect=https%3A%2F%2Fmy.host%2Fdone\n"
    );
    assert_eq!(
        run(&sandbox, &["next-url", "--redirect", "https://my.host", ""]).code,
        Some(2)
    );
}

#[test]
fn exit_codes_tell_what_kind_of_failure_it_was() {
    let sandbox = provisioned();
    let code = |arguments: &[&str]| run(&sandbox, arguments).code;
    assert_eq!(code(&["status", "connected.example.test"]), Some(0));
    assert_eq!(code(&["status", "never.example.test"]), Some(1));
    assert_eq!(code(&["status"]), Some(2));
    assert_eq!(
        code(&["status", "connected.example.test", "--timeout=0"]),
        Some(2)
    );
    assert_eq!(
        code(&["keys", "verify", "--api-url=http://example.test"]),
        Some(2)
    );
    assert_eq!(code(&["keys", "verify", "--partner-id=wrong"]), Some(3));
    assert_eq!(code(&["keys", "verify", "--api-url=http://127.0.0.1:1"]), Some(4));
    for fault in [
        Fault::status(429).header("Retry-After", "7200"),
        Fault::status(503),
        Fault::html(200),
    ] {
        sandbox.fault(fault.on(Operation::Status).times(3));
        assert_eq!(code(&["status", "connected.example.test"]), Some(4));
        sandbox.clear_faults();
    }
}

#[test]
fn the_documented_codes_that_the_api_does_not_explain_are_explained_here() {
    let sandbox = Sandbox::start_blocking();
    for (code, said) in [
        ("invalid_input", "could not end the subscription"),
        ("not_jps_plan", "was not provisioned by a partner"),
        ("-10520", "had a fault"),
    ] {
        // Of what looks like an option, a dash is no code.
        let ran = run(&sandbox, &["errors", "--", code]);
        assert!(ran.code == Some(0) && ran.out.contains(said), "{ran:?}");
    }
    let away = run(
        &sandbox,
        &["errors", "not_jps_plan", "--api-url=http://127.0.0.1:1"],
    );
    assert_eq!(away.code, Some(0), "{away:?}");
}

#[test]
fn who_answers_in_the_apis_place_is_named() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(
        Fault::body(302, "")
            .header("Location", "https://portal.test/login?from=hush")
            .on(Operation::Token),
    );
    let ran = run(&sandbox, &["keys", "verify"]);
    assert!(
        ran.err.contains("a redirect to https://portal.test ") && !ran.err.contains("hush"),
        "{ran:?}"
    );
}

#[test]
fn nothing_of_the_apis_turns_the_terminals_writing_around() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(
        Fault::body(
            400,
            "{\"error\":\"x\u{202e}y\",\"message\":\"a\u{2066}b\\u001b[2Jc\"}",
        )
        .on(Operation::Status),
    );
    let ran = run(&sandbox, &["status", "connected.example.test"]);
    assert!(ran.code == Some(1) && ran.err.contains("a b [2Jc"), "{ran:?}");
    assert!(!ran.err.contains(['\u{202e}', '\u{2066}', '\u{1b}']), "{ran:?}");
}

#[test]
fn a_new_key_is_told_in_the_documents_types() {
    let sandbox = Sandbox::start_blocking();
    let ran = run(
        &sandbox,
        &[
            "keys",
            "new",
            "--name=x",
            "--allowed-premium-plans=100",
            "--show",
            "--json",
        ],
    );
    let key = ran.json();
    assert!(key["id"].is_u64() && key["client_id"].is_string(), "{key}");
    assert_eq!(key["allowed_premium_plans"], "100");
}

#[test]
fn the_help_of_the_scripts_lists_only_what_they_take() {
    let sandbox = Sandbox::start_blocking();
    for command in ["provision", "cancel"] {
        let help = run(&sandbox, &["help", command]);
        assert!(
            help.code == Some(0) && help.out.contains("--partner_secret=<SECRET>"),
            "{help:?}"
        );
        assert!(
            !help.out.contains("--json") && !help.out.contains("--quiet"),
            "{help:?}"
        );
    }
}
