//! Every documented refusal, by the name of a site or by the documented way.

use jetpack_sandbox::{Fault, Operation, USER_TOKEN};
use reqwest::Method;
use serde_json::json;

use crate::support::{Bench, PROVISION, Reply, order};

/// Name, status, code, beginning of the text.
#[rustfmt::skip] // A table.
const PROVISION_REFUSALS: [(&str, u16, &str, &str); 23] = [
    ("siteinaccessible", 400, "site_inaccessible", "We couldn't contact your site"),
    ("couldnotloadproductclass", 400, "could_not_load_product_class", "Could not load a product class"),
    ("erroraccesstoken", 500, "error_access_token", "Failed to create access token"),
    ("failedregistrationunknownblog", 400, "failed_registration_unknown_blog", "Remote site returned an invalid site ID"),
    ("activationlimitreached", 400, "activation_limit_reached", "This key has reached its activation limit for product premium"),
    ("alreadyprovisioned", 400, "already_provisioned", "You already have this plan from this partner."),
    ("plandowngradedisallowed", 400, "plan_downgrade_disallowed", "Can not automatically downgrade plans. Contact support."),
    ("invalidplan", 400, "invalid_plan", "premium is not a valid plan"),
    ("partnerkeydisabled", 400, "partner_key_disabled", "This key is disabled."),
    ("invalidscope", 403, "invalid_scope", "This token is not authorized to provision partner sites"),
    ("localusermissing", 400, "local_user_missing", "Jetpack: [local_user_missing]"),
    ("nouser", 400, "local_user_missing", "Jetpack: [local_user_missing]"),
    ("userunknown", 404, "user_unknown", "Jetpack: [user_unknown]"),
    ("invaliduser", 400, "invalid_user", "Jetpack: [invalid_user]"),
    ("inputerror", 400, "input_error", "Jetpack: [input_error]"),
    ("noncemissing", 400, "nonce_missing", "Jetpack: [nonce_missing]"),
    ("invalidnonce", 400, "invalid_nonce", "Jetpack: [invalid_nonce]"),
    ("registrationerror", 400, "registration_error", "Jetpack: [registration_error]"),
    ("alreadyregistered", 400, "already_registered", "Jetpack: [already_registered]"),
    ("alreadyconnected", 400, "already_connected", "Jetpack: [already_connected]"),
    ("tokenfetchfailed", 400, "token_fetch_failed", "Jetpack: [token_fetch_failed]"),
    ("missingparameter", 400, "missing_parameter", "Jetpack: [missing_parameter]"),
    ("verifysecretsmissing", 400, "verify_secrets_missing", "Jetpack: [verify_secrets_missing]"),
];

#[tokio::test]
async fn the_name_of_a_site_chooses_any_documented_refusal_of_provision() {
    let bench = Bench::new().await;
    for (name, status, code, text) in PROVISION_REFUSALS {
        for host in [format!("{name}.test"), format!("{name}-7.example.test")] {
            let reply = bench.provision(&format!("https://{host}/a"), "premium").await;
            assert_eq!(reply.error(), (status, code), "{host}");
            let said = reply.json["message"].as_str().unwrap();
            assert!(said.starts_with(text), "{said}");
        }
    }
    assert_eq!(bench.sandbox.state().sites, []);
}

#[tokio::test]
async fn a_fault_of_the_site_is_a_number() {
    let bench = Bench::new().await;
    let reply = bench.provision("https://numeric.test", "premium").await;
    assert_eq!((reply.status, &reply.json["error"]), (400, &json!(-10520)));
    assert!(reply.json["message"].as_str().unwrap().starts_with("Jetpack: ["));
}

#[tokio::test]
async fn force_register_mends_an_unknown_blog() {
    let bench = Bench::new().await;
    let mut form = order("https://failedregistrationunknownblog.test", "premium").to_vec();
    form.push(("force_register", "1"));
    assert_eq!(bench.post(PROVISION, &form).await.json["auth_required"], true);
}

#[tokio::test]
async fn cancel_is_refused_by_name_or_by_blog_id_and_the_plan_stays() {
    let bench = Bench::new().await;
    for (name, status, code, text) in [
        (
            "invalidinput",
            400,
            "invalid_input",
            "Unable to delete subscription".to_owned(),
        ),
        (
            "notjpsplan",
            400,
            "not_jps_plan",
            "The plan for this site was not provisioned by Jetpack Start".to_owned(),
        ),
        (
            "invalidblog",
            403,
            "invalid_blog",
            "The blog ID invalidblog.test is invalid".to_owned(),
        ),
        (
            "incorrectpartnerkey",
            403,
            "incorrect_partner_key",
            "Subscriptions can only be cancelled by the oAuth client that created them".to_owned(),
        ),
    ] {
        let host = format!("{name}.test");
        let unknown = bench.cancel(&host, &[]).await;
        assert_eq!(unknown.error(), (status, code), "{name}");
        assert_eq!(unknown.json["message"], text);

        assert_eq!(
            bench
                .provision(&format!("https://{host}"), "premium")
                .await
                .status,
            200
        );
        let blog = bench.sandbox.state().site(&host).unwrap().blog_id.unwrap();
        let refused = bench.cancel(&blog.to_string(), &[("cancel-all", "1")]).await;
        assert_eq!(refused.error(), (status, code), "{name}");
        assert_eq!(bench.plans(&host), ["premium Pending"]);
    }
}

#[tokio::test]
async fn status_and_upgrade_paths_are_refused_by_name() {
    let bench = Bench::new().await;
    for (site, status, code) in [
        ("invalidblog.test", 403, "invalid_blog"),
        ("invalidscope.test", 403, "invalid_scope"),
        ("partnerkeydisabled.test::a", 400, "partner_key_disabled"),
    ] {
        assert_eq!(bench.status(site).await.error(), (status, code), "{site}");
        let old = bench.get(&format!("/rest/v1.3/jpphp/{site}/status")).await;
        assert_eq!(old.error(), (status, code), "{site}");
    }
    let paths = bench.get("/rest/v1.3/jpphp/invalidblog.test/upgrade-paths").await;
    assert_eq!(paths.error(), (403, "invalid_blog"));
}

#[tokio::test]
async fn a_token_without_the_scope_is_that_of_a_user() {
    let mut bench = Bench::new().await;
    bench.token = USER_TOKEN.to_owned();
    for path in ["a.test/partner-cancel", "provision", "partner-keys/verify"] {
        let reply = bench.post(&format!("/rest/v1.3/jpphp/{path}"), &[]).await;
        assert_eq!(reply.error(), (403, "invalid_scope"), "{path}");
    }
}

#[tokio::test]
async fn errors_come_under_the_names_of_the_documents_tables_when_told_to() {
    let bench = Bench::new().await;
    let switch = async |on: bool| {
        let body = json!({ "on": on });
        bench.control(Method::POST, "error-code-keys", &body).await
    };
    assert_eq!(switch(true).await.json, json!({ "ok": true }));
    let refused = bench.status("a.test").await;
    let expected = json!({ "error_code": "invalid_blog", "error_message": "The blog ID a.test is invalid" });
    assert_eq!((refused.status, refused.json), (403, expected));
    let enveloped = bench.get("/rest/v1.4/jpphp/a.test/status?http_envelope=1").await;
    assert_eq!(enveloped.json["body"]["error_code"], "invalid_blog");
    let numeric = bench.provision("https://numeric.test", "premium").await;
    assert_eq!(numeric.json["error_code"], -10520);
    let wrong = bench.get(PROVISION).await;
    let expected = json!({ "error_code": "not_allowed", "error_message": "Method not allowed" });
    assert_eq!((wrong.status, wrong.json), (405, expected));
    bench.sandbox.fault(Fault::status(429).on(Operation::Status));
    let throttled = bench.status("a.test").await;
    assert_eq!(throttled.json["error_code"], "too_many_requests");

    // OAuth's errors and the report's have a form of their own, and successes have no error.
    let oauth = bench.ask_token(&[]).await;
    assert_eq!(oauth.json["error"], "invalid_request");
    assert!(oauth.json["error_description"].is_string());
    assert_eq!(bench.report("").await.json["code"], "rest_no_route");
    assert_eq!(
        bench.provision("https://a.test", "premium").await.json["success"],
        true
    );

    switch(false).await;
    assert_eq!(bench.status("b.test").await.error(), (403, "invalid_blog"));
    bench.sandbox.set_error_code_keys(true);
    bench.sandbox.reset();
    bench.ask_token(&[]).await;
    let bare = Reply::of(
        bench
            .client
            .post(format!("{}{PROVISION}", bench.sandbox.url()))
            .send()
            .await
            .unwrap(),
    )
    .await;
    assert_eq!(bare.error(), (403, "authorization_required"), "as at the start");
}
