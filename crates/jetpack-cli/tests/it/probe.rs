//! `probe`: asks what the documents leave open, here of the sandbox, which decided each point in one way.

use std::io::Write;
use std::process::Stdio;

use jetpack_sandbox::{CLIENT_SECRET, Fault, Operation, PlanState, Sandbox};
use rustix::process::Signal;
use serde_json::Value;

use crate::support::{Ran, await_requests, keyed, run, signal};

/// Every point, in the order in which they are printed.
const POINTS: [&str; 16] = [
    "2.4", "2.5", "4.2", "4.5", "5.3", "6.2", "20.1", "20.2", "20.3", "20.4", "20.5", "20.6", "20.7", "20.8",
    "20.9", "20.10",
];

fn probe(sandbox: &Sandbox, options: &[&str]) -> Ran {
    run(sandbox, &[&["probe", "--json"], options].concat())
}

/// What became of one point.
fn point(ran: &Ran, name: &str) -> Value {
    let points = ran.json()["points"].as_array().unwrap().clone();
    let found = points.into_iter().find(|point| point["point"] == name);
    found.unwrap_or_else(|| panic!("{name}: {ran:?}"))
}

fn holds(ran: &Ran, name: &str) -> String {
    point(ran, name)["holds"].as_str().unwrap().to_owned()
}

/// All that was found of one point.
fn found(ran: &Ran, name: &str) -> String {
    point(ran, name)["found"].to_string()
}

/// The plans that live at any site.
fn living(sandbox: &Sandbox) -> Vec<String> {
    let sites = sandbox.state().sites;
    let living = sites.iter().flat_map(|site| {
        let live = site
            .products
            .iter()
            .filter(|product| matches!(product.state, PlanState::Active | PlanState::Pending));
        live.map(|product| format!("{} {}", site.site, product.slug))
    });
    living.collect()
}

#[test]
fn the_sandbox_does_as_documented_and_as_assumed_wherever_it_can_be_asked() {
    let sandbox = Sandbox::start_blocking();
    let ran = probe(&sandbox, &[]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for name in POINTS {
        let expected = match name {
            "20.2" | "20.8" => "open",
            _ => "yes",
        };
        assert_eq!(holds(&ran, name), expected, "{name}: {ran:?}");
    }
    assert_eq!(ran.json()["points"].as_array().unwrap().len(), POINTS.len());
    assert_eq!(living(&sandbox), [""; 0]);
}

#[test]
fn unless_it_is_allowed_nothing_is_provisioned_where_it_could_be_billed_and_no_key_is_made() {
    let sandbox = Sandbox::start_blocking();
    let ran = probe(
        &sandbox,
        &["--site=https://connected.example.test", "--throttle=5"],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let provisions = sandbox.requests_to(Operation::Provision);
    assert!(provisions.len() > 3);
    for request in provisions {
        let site = request.field("siteurl").unwrap();
        assert!(site.starts_with("https://unresolved-"), "{site}");
        assert!(site.contains(".example.com"), "{site}");
    }
    assert!(sandbox.requests_to(Operation::Keys).is_empty());
    let without_site = probe(&sandbox, &["--may-provision"]);
    assert_eq!(without_site.code, Some(2), "{without_site:?}");
}

#[test]
fn at_a_connected_site_it_learns_what_is_said_of_a_plan_that_is_there_and_cancels_it() {
    let sandbox = Sandbox::start_blocking();
    let options = [
        "--site=https://connected.example.test",
        "--may-provision",
        "--user=ada",
    ];
    let ran = probe(&sandbox, &options);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(found(&ran, "20.3").contains("400 already_provisioned"), "{ran:?}");
    assert!(
        found(&ran, "20.7").contains("An element of activations is the slug"),
        "{ran:?}"
    );
    assert_eq!(living(&sandbox), [""; 0]);
    let there = sandbox.requests_to(Operation::Provision);
    let there = there
        .iter()
        .filter(|request| request.field("siteurl") == Some("https://connected.example.test"));
    assert!(there.clone().count() > 1);
    assert!(
        there
            .clone()
            .all(|request| request.field("local_user") == Some("ada"))
    );
}

#[test]
fn at_a_site_that_waits_for_its_owner_the_link_is_seen_to_hold_the_blog_id() {
    let sandbox = Sandbox::start_blocking();
    let ran = probe(&sandbox, &["--site=https://shop.example.test", "--may-provision"]);
    let said = found(&ran, "20.5");
    assert!(
        said.contains("`client_id` in the query of next_url is the blog id"),
        "{ran:?}"
    );
    assert_eq!(living(&sandbox), [""; 0]);
}

#[test]
fn a_site_that_has_a_plan_already_is_left_alone() {
    let sandbox = Sandbox::start_blocking();
    let options = [
        "--user=admin",
        "--plan=jetpack-scan",
        "--url=https://connected.example.test",
    ];
    assert_eq!(
        run(&sandbox, &[&["provision"][..], &options].concat()).code,
        Some(0)
    );
    let before = sandbox.requests_to(Operation::Provision).len();
    let ran = probe(
        &sandbox,
        &["--site=https://connected.example.test", "--may-provision"],
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.json()["not_all_asked"]
            .as_str()
            .unwrap()
            .contains("jetpack-scan"),
        "{ran:?}"
    );
    assert_eq!(living(&sandbox), ["connected.example.test jetpack-scan"]);
    let after = sandbox.requests_to(Operation::Provision).split_off(before);
    assert!(
        after
            .iter()
            .all(|request| request.field("siteurl") != Some("https://connected.example.test"))
    );
}

#[test]
fn what_is_otherwise_than_assumed_is_found_out() {
    let sandbox = Sandbox::start_blocking();
    // A cancellation that says yes and ends nothing; a status of what waits; lists of objects; a token that ends.
    let ours = |body: &str| Fault::body(200, body.to_owned());
    sandbox.fault(ours(r#"{"success":true}"#).on(Operation::Cancel).skip(1));
    sandbox.fault(
        ours(r#"{"success":true,"activations":[],"pending_activations":[{"id":7,"plan":"personal"}]}"#)
            .on(Operation::Cancel),
    );
    sandbox.fault(
        ours(r#"{"blog":{},"products":[{"slug":"personal","is_pending":true}]}"#)
            .on(Operation::Status)
            .skip(1),
    );
    sandbox.fault(
        ours(r#"{"success":true,"auth_required":true,"next_url":"","blog_id":"123"}"#)
            .on(Operation::Provision)
            .skip(1)
            .commit(true),
    );
    sandbox.fault(
        ours(r#"{"access_token":"a-token-that-ends","token_type":"bearer","expires_in":3600}"#)
            .on(Operation::Token)
            .skip(1),
    );
    let ran = probe(&sandbox, &[]);
    for (name, text) in [
        ("20.1", "expires_in: 3600"),
        ("20.4", "no: cancel-all finds it still waiting"),
        ("20.5", "blog_id (a text)"),
        ("20.7", "an object of id: a number, plan: a text"),
        ("20.10", "it can be seen while it waits"),
    ] {
        assert_eq!(holds(&ran, name), "no", "{name}: {ran:?}");
        assert!(found(&ran, name).contains(text), "{name}: {ran:?}");
    }
}

#[test]
fn a_name_that_is_known_under_another_spelling_is_found_out() {
    let sandbox = Sandbox::start_blocking();
    // After six cancellations the first other spelling is asked, then the own.
    sandbox.fault(
        Fault::body(200, r#"{"success":true}"#)
            .on(Operation::Cancel)
            .skip(6),
    );
    let ran = probe(&sandbox, &[]);
    assert_eq!(holds(&ran, "20.6"), "no", "{ran:?}");
    assert!(
        found(&ran, "20.6").contains("With www. and without: one site"),
        "{ran:?}"
    );
}

#[test]
fn how_the_api_asks_to_wait_is_shown_and_ends_the_asking() {
    let sandbox = Sandbox::start_blocking();
    let fault = Fault::status(429).header("Retry-After", "7");
    sandbox.fault(fault.on(Operation::Status).skip(3));
    let ran = probe(&sandbox, &["--throttle=10"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(holds(&ran, "20.2"), "yes");
    for text in [
        "at request 2 of one kind",
        "retry-after: 7",
        "429 too_many_requests",
    ] {
        assert!(found(&ran, "20.2").contains(text), "{text}: {ran:?}");
    }
    sandbox.fault(Fault::status(429).on(Operation::Status));
    let ran = probe(&sandbox, &[]);
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert_eq!(ran.json()["not_all_asked"], "the API asks to wait");
    assert_eq!(living(&sandbox), [""; 0]);
}

#[test]
fn keys_are_asked_for_only_where_that_is_allowed_and_one_that_is_made_is_named() {
    let sandbox = Sandbox::start_blocking();
    let ran = probe(&sandbox, &["--may-make-keys"]);
    assert_eq!(
        (ran.code, holds(&ran, "20.8").as_str()),
        (Some(0), "yes"),
        "{ran:?}"
    );
    assert_eq!(sandbox.state().keys.len(), 1);
    let made = r#"{"id":77,"name":"probe","client_id":"4711","client_secret":"never-to-be-seen"}"#;
    sandbox.fault(Fault::body(200, made).on(Operation::Keys));
    let ran = probe(&sandbox, &["--may-make-keys"]);
    assert_eq!(holds(&ran, "20.8"), "no", "{ran:?}");
    assert!(found(&ran, "20.8").contains("revoke key 77"), "{ran:?}");
    assert!(!ran.out.contains("never-to-be-seen"), "{ran:?}");
}

#[test]
fn no_secret_is_printed() {
    let sandbox = Sandbox::start_blocking();
    let options = [
        "probe",
        "--site=https://shop.example.test",
        "--may-provision",
        "--may-make-keys",
    ];
    for json in [&["--json"][..], &[]] {
        let ran = run(&sandbox, &[&options, json].concat());
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let shown = format!("{} {}", ran.out, ran.err);
        assert!(shown.contains("client_secret=[hidden]"), "{shown}");
        assert!(
            !shown.contains(CLIENT_SECRET) && !shown.contains("nonce="),
            "{shown}"
        );
    }
    let token = r#"{"access_token":"CANARY-CANARY","token_type":"bearer"}"#;
    sandbox.fault(Fault::body(200, token).on(Operation::Token).skip(1).times(2));
    sandbox.fault(
        Fault::body(400, r#"{"error":"CANARY-CANARY","message":"not CANARY-CANARY"}"#)
            .on(Operation::Verify)
            .skip(1),
    );
    let ran = probe(&sandbox, &[]);
    assert!(
        holds(&ran, "20.1") == "no" && !ran.out.contains("CANARY"),
        "{ran:?}"
    );
}

#[test]
fn after_ctrl_c_what_was_provisioned_is_cancelled() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::delay(300).on(Operation::Provision).forever());
    let child = keyed(&sandbox)
        .args([
            "probe",
            "--json",
            "--site=https://connected.example.test",
            "--may-provision",
        ])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    await_requests(&sandbox, Operation::Provision, 2);
    signal(&child, Signal::INT);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(130), "{ran:?}");
    assert_eq!(ran.json()["not_all_asked"], "it was interrupted");
    assert_eq!(holds(&ran, "20.4"), "open");
    assert_eq!(living(&sandbox), [""; 0]);
}

#[test]
fn a_plan_that_cannot_be_cancelled_is_named_and_fails() {
    let sandbox = Sandbox::start_blocking();
    let refused = Fault::status(500).on(Operation::Cancel).forever();
    sandbox.fault(refused);
    let ran = probe(
        &sandbox,
        &["--site=https://connected.example.test", "--may-provision"],
    );
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(!living(&sandbox).is_empty());
    let advice = "jetpack-partner cancel --url=https://connected.example.test --plan=personal";
    assert!(ran.json()["left"].to_string().contains(advice), "{ran:?}");
    assert!(
        ran.err.contains("left at https://connected.example.test"),
        "{ran:?}"
    );
}

#[test]
fn a_lost_answer_ends_the_asking_and_what_it_may_have_left_is_cancelled() {
    let sandbox = Sandbox::start_blocking();
    sandbox.fault(Fault::reset().on(Operation::Provision).skip(1).commit(true));
    let ran = probe(&sandbox, &[]);
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert!(
        ran.json()["not_all_asked"]
            .as_str()
            .unwrap()
            .contains("got no answer"),
        "{ran:?}"
    );
    assert!(!sandbox.state().sites.is_empty());
    assert_eq!(living(&sandbox), [""; 0]);
}

#[test]
fn the_secret_may_come_from_standard_input() {
    let sandbox = Sandbox::start_blocking();
    let mut child = keyed(&sandbox)
        .env_remove("JETPACK_PARTNER_SECRET")
        .args(["probe", "--json", "--partner-secret-file=-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(format!("{CLIENT_SECRET}\n").as_bytes()).unwrap();
    drop(input);
    let ran = Ran::from(child.wait_with_output().unwrap());
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn a_wrong_key_is_said_before_anything_is_asked() {
    let sandbox = Sandbox::start_blocking();
    let output = keyed(&sandbox)
        .env("JETPACK_PARTNER_SECRET", "wrong-secret")
        .arg("probe")
        .output();
    let ran = Ran::from(output.unwrap());
    assert_eq!(ran.code, Some(3), "{ran:?}");
    assert_eq!(sandbox.requests().len(), 1);
}
