//! `jetpack-sandbox trigger`, and the call of the control plane that only it needs.

use std::process::{Command, Output};

use jetpack_sandbox::Sandbox;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::Bench;

fn trigger(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jetpack-sandbox"))
        .arg("trigger")
        .args(arguments)
        .env_remove("JETPACK_PARTNER_API_URL")
        .output()
        .unwrap()
}

fn said(output: &Output) -> (Option<i32>, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

#[tokio::test]
async fn a_site_is_connected_by_its_address_or_its_identifier() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test/a", "premium").await;
    bench.provision("https://b.test", "premium").await;
    let url = bench.sandbox.url();

    let (code, text) = said(&trigger(&["connected", "https://shop.test/a/", "--url", url]));
    assert_eq!((code, text.as_str()), (Some(0), "shop.test::a is connected.\n"));
    assert_eq!(bench.plans("shop.test::a"), ["premium Active"]);

    let (code, _) = said(&trigger(&["--url", url, "connected", "b.test"]));
    assert_eq!(code, Some(0));
    assert_eq!(bench.plans("b.test"), ["premium Active"]);
}

#[tokio::test]
async fn only_what_is_pending_on_the_named_site_lapses() {
    let bench = Bench::new().await;
    for site in ["one.test", "two.test", "connected.test"] {
        bench.provision(&format!("https://{site}"), "premium").await;
    }
    bench.provision("https://one.test", "jetpack-scan").await;
    let url = bench.sandbox.url();

    let (code, text) = said(&trigger(&["lapse", "one.test", "--url", url]));
    assert_eq!(
        (code, text.as_str()),
        (Some(0), "What was pending on one.test has lapsed.\n")
    );
    assert_eq!(bench.plans("one.test"), ["premium Lapsed", "jetpack-scan Lapsed"]);
    assert_eq!(bench.plans("two.test"), ["premium Pending"]);
    assert_eq!(bench.sandbox.state().day, 0);

    let (code, text) = said(&trigger(&["lapse", "connected.test", "--url", url]));
    assert_eq!(
        (code, text.as_str()),
        (Some(0), "Nothing was pending on connected.test.\n")
    );
    assert_eq!(bench.plans("connected.test"), ["premium Active"]);

    let reply = bench
        .control(Method::POST, "sites/two.test/lapse", &Value::Null)
        .await;
    assert_eq!((reply.status, reply.json), (200, json!({ "lapsed": 1 })));
    assert_eq!(bench.sandbox.lapse("two.test"), Some(0));
    assert_eq!(bench.sandbox.lapse("nobody.test"), None);
}

#[tokio::test]
async fn reset_forgets_everything_and_the_address_may_come_from_the_environment() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test", "premium").await;
    let output = Command::new(env!("CARGO_BIN_EXE_jetpack-sandbox"))
        .args(["trigger", "reset"])
        .env("JETPACK_PARTNER_API_URL", bench.sandbox.url())
        .output()
        .unwrap();
    let (code, text) = said(&output);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("as new"), "{text}");
    assert_eq!(bench.sandbox.state().sites, []);
}

#[tokio::test]
async fn what_cannot_be_done_is_said_in_a_sentence_with_exit_code_1() {
    let bench = Bench::new().await;
    let url = bench.sandbox.url();
    let api = format!("{url}/rest");
    for (arguments, part) in [
        (
            ["connected", "nobody.test", "--url", url],
            "nobody has heard of the site \"nobody.test\"",
        ),
        (
            ["lapse", "nobody.test", "--url", url],
            "nobody has heard of the site \"nobody.test\"",
        ),
        (
            ["connected", "a.test", "--url", "http://127.0.0.1:1"],
            "no sandbox answers at http://127.0.0.1:1",
        ),
        (["connected", "a.test", "--url", &api], "is no sandbox"),
        (
            ["connected", "a.test", "--url", "nonsense"],
            "\"nonsense\" is no address",
        ),
    ] {
        let (code, text) = said(&trigger(&arguments));
        assert_eq!(code, Some(1), "{arguments:?}");
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(trigger(&["connected"]).status.code(), Some(2), "usage");
    assert_eq!(trigger(&["explode"]).status.code(), Some(2), "usage");
}

#[tokio::test]
async fn https_takes_the_authority_of_the_sandbox() {
    let sandbox = Sandbox::start_tls().await;
    let file = std::env::temp_dir().join(format!("jetpack-trigger-{}.pem", std::process::id()));
    std::fs::write(&file, sandbox.ca_pem().unwrap()).unwrap();
    let ca_file = file.to_str().unwrap();
    let trusting = said(&trigger(&["reset", "--url", sandbox.url(), "--ca-file", ca_file]));
    let stranger = said(&trigger(&["reset", "--url", sandbox.url()]));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(trusting.0, Some(0), "{}", trusting.1);
    assert_eq!(stranger.0, Some(1), "{}", stranger.1);
}
