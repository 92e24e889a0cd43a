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
        .env("JETPACK_PARTNER_USER_TOKEN", "wrong")
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
        ran.code == Some(1) && ran.err.contains("JETPACK_PARTNER_SSH_PASS"),
        "{ran:?}"
    );
}

#[test]
fn reports_need_a_users_token() {
    let sandbox = provisioned();
    let ran = run(&sandbox, &["activations", "--partner=1", "--key=10"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("JETPACK_PARTNER_USER_TOKEN"),
        "{ran:?}"
    );
    let output = keyed(&sandbox)
        .env("JETPACK_PARTNER_USER_TOKEN", USER_TOKEN)
        .args(["activations", "--partner=1", "--key=10", "--json"])
        .output()
        .unwrap();
    let asked = sandbox
        .requests()
        .iter()
        .any(|request| request.path.starts_with("/wpcom/v2/jetpack-partners"));
    assert!(asked, "{output:?}");
    serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap();
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
        Some(1)
    );
}

#[test]
fn migrate_check_finds_version_1_2_and_shows_no_line() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, old) = file(
        "old.sh",
        "curl $HOST/rest/v1.2/jpphp/product-keys -d client_secret=hush -d site_url=x\n",
    );
    let ran = run(&sandbox, &["migrate-check", old.to_str().unwrap()]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.out.contains("line 1: jpphp/product-keys") && !ran.out.contains("hush"),
        "{ran:?}"
    );
    let (_folder, new) = file("new.sh", "jetpack-partner provision --url=https://example.com\n");
    assert_eq!(
        run(&sandbox, &["migrate-check", new.to_str().unwrap()]).code,
        Some(0)
    );
}

#[test]
fn migrate_check_says_when_a_text_does_not_use_the_api() {
    let sandbox = Sandbox::start_blocking();
    let (_folder, other) = file("other.sh", "echo hello\n");
    let ran = run(&sandbox, &["migrate-check", other.to_str().unwrap()]);
    assert!(
        ran.code == Some(0) && ran.out.contains("No use of the Jetpack Partner API"),
        "{ran:?}"
    );
}

#[test]
fn the_doctor_checks_network_key_and_module() {
    let sandbox = Sandbox::start_blocking();
    let whmcs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../whmcs-module");
    let ran = run(
        &sandbox,
        &["doctor", "--json", "--whmcs", whmcs.to_str().unwrap()],
    );
    let checks = ran.json()["checks"].as_array().unwrap().clone();
    let state = |name: &str| {
        let check = checks.iter().find(|check| check["name"] == name);
        check.unwrap_or_else(|| panic!("{name}: {ran:?}"))["state"].clone()
    };
    for name in [
        "name",
        "TLS",
        "clock",
        "latency",
        "credentials",
        "server module",
        "addon module",
    ] {
        assert_eq!(state(name), "good", "{name}: {ran:?}");
    }
    let wrong = keyed(&sandbox)
        .env("JETPACK_PARTNER_SECRET", "no")
        .args(["doctor"])
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(1));
    sandbox.fault(Fault::status(503).on(Operation::Verify).forever());
    let quiet = run(&sandbox, &["doctor", "-q"]);
    assert_eq!((quiet.code, quiet.out.as_str()), (Some(1), ""));
    assert!(quiet.err.starts_with("bad: credentials: "), "{quiet:?}");
}

#[test]
fn the_doctor_compares_the_extension_with_the_module_files() {
    use std::os::unix::fs::PermissionsExt;

    let sandbox = Sandbox::start_blocking();
    let whmcs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../whmcs-module");
    let (folder, php) = file(
        "php",
        "#!/bin/sh\ncase $1 in -v) echo PHP 8.9.9 ;; --ri) echo 'version => 9.9.9' ;; esac\n",
    );
    std::fs::set_permissions(&php, std::fs::Permissions::from_mode(0o755)).unwrap();
    let output = keyed(&sandbox)
        .env("PATH", folder.path())
        .args(["doctor", "--whmcs", whmcs.to_str().unwrap()])
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{out}");
    assert!(
        out.contains("jetpack_bridge 9.9.9, but the module files are"),
        "{out}"
    );
}
