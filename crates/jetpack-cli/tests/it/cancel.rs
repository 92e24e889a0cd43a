//! `partner-cancel.sh`, flag by flag.

use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::support::{run, script};

const SITE: &str = "--url=http://example.com/demo";

fn provision(sandbox: &Sandbox, plan: &str) {
    let ran = script(
        sandbox,
        "provision",
        &["--user=1", SITE, &format!("--plan={plan}")],
    );
    assert_eq!(ran.code, Some(0), "{ran:?}");
}

#[test]
fn the_documented_example_cancels_and_says_success() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "premium");
    let ran = script(&sandbox, "cancel", &[SITE, "--allow-root"]);

    assert_eq!(
        (ran.code, ran.out.as_str()),
        (Some(0), "{\"success\":true}\n"),
        "{ran:?}"
    );
    assert_eq!(ran.err, "");
    let path = &sandbox.requests_to(Operation::Cancel)[0].path;
    assert_eq!(path, "/rest/v1.3/jpphp/example.com::demo/partner-cancel");
}

#[test]
fn nothing_to_cancel_is_no_failure() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "premium");
    script(&sandbox, "cancel", &[SITE]);
    for flags in [&[SITE][..], &[SITE, "--cancel-all"]] {
        let ran = script(&sandbox, "cancel", flags);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{ran:?}");
        assert_eq!(ran.json()["success"], false);
    }
}

#[test]
fn what_could_not_all_be_cancelled_is_a_failure() {
    let sandbox = Sandbox::start_blocking();
    let body = r#"{"success":false,"activations":[{"id":1}],"pending_activations":[]}"#;
    sandbox.fault(Fault::body(200, body).on(Operation::Cancel));
    let ran = script(&sandbox, "cancel", &[SITE, "--cancel-all"]);
    assert_eq!((ran.code, ran.out), (Some(1), format!("{body}\n")));
}

#[test]
fn an_unknown_site_has_the_documented_form() {
    let sandbox = Sandbox::start_blocking();
    let ran = script(&sandbox, "cancel", &["-u=https://never.example.test"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.json()["error_code"], "site_not_registered");
}

#[test]
fn a_product_is_cancelled_by_name_and_the_tracking_id_is_in_the_query() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "jetpack-scan");
    let flags = [SITE, "--plan=jetpack-scan", "--partner-tracking-id=a b"];
    let ran = script(&sandbox, "cancel", &flags);

    assert_eq!(ran.code, Some(0), "{ran:?}");
    let request = sandbox.requests_to(Operation::Cancel).remove(0);
    assert_eq!(
        request.query,
        [("partner_tracking_id".to_owned(), "a b".to_owned())]
    );
}

#[test]
fn everything_goes_with_cancel_all() {
    let sandbox = Sandbox::start_blocking();
    provision(&sandbox, "premium");
    provision(&sandbox, "jetpack-scan");
    let ran = script(&sandbox, "cancel", &[SITE, "--cancel-all"]);

    assert_eq!(ran.code, Some(0), "{ran:?}");
    let status = run(&sandbox, &["status", "example.com/demo", "--json"]);
    assert_eq!(status.json()["products"].as_array().unwrap().len(), 0);
}

#[test]
fn without_an_address_it_says_why_one_is_needed() {
    let sandbox = Sandbox::start_blocking();
    let ran = script(&sandbox, "cancel", &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("--url is missing"), "{ran:?}");
    let ran = script(&sandbox, "cancel", &[SITE, "--user=1"]);
    assert!(ran.err.contains("unknown flag --user"), "{ran:?}");
    let ran = script(&sandbox, "cancel", &["-h"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("partner-cancel.sh"));
}
