//! Keys that are made through the API, and the limits of keys.

use jetpack_sandbox::CLIENT_ID;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Bench, Reply};

const NEW: &str = "/rest/v1.3/jpphp/partner-keys/new";

#[tokio::test]
async fn a_new_key_has_the_documented_mix_of_numbers_and_text() {
    let bench = Bench::new().await;
    let form = [("name", "My%sKey"), ("allowed_premium_plans", "100")];
    let mut reply = bench.post(NEW, &form).await;
    assert_eq!(reply.status, 200);
    assert!(reply.json["id"].is_u64());
    assert!(
        reply.json["client_id"]
            .as_str()
            .is_some_and(|id| id.parse::<u64>().is_ok())
    );
    assert!(
        reply.json["client_secret"]
            .as_str()
            .is_some_and(|secret| secret.len() == 64)
    );
    for name in ["id", "client_id", "client_secret"] {
        reply.json[name] = Value::Null;
    }
    assert_eq!(
        reply.json,
        json!({
            "id": null,
            "name": "My%sKey",
            "allowed_personal_plans": "0",
            "allowed_premium_plans": "100",
            "allowed_professional_plans": "0",
            "notes": null,
            "client_id": null,
            "client_secret": null,
        })
    );
}

#[tokio::test]
async fn the_unencoded_percent_sign_of_the_documents_sample_is_read_as_it_stands() {
    let bench = Bench::new().await;
    let request = bench
        .request(Method::POST, NEW)
        .header("content-type", "application/x-www-form-urlencoded")
        .body("name=My%sKey&allowed_premium_plans=100");
    let reply = Reply::of(request.send().await.unwrap()).await;
    assert_eq!((reply.status, &reply.json["name"]), (200, &json!("My%sKey")));
}

#[tokio::test]
async fn the_new_pair_works_within_its_quota_and_makes_no_keys_itself() {
    let mut bench = Bench::new().await;
    let form = [
        ("name", "shop"),
        ("allowed_premium_plans", "1"),
        ("notes", "by hand"),
    ];
    let key = bench.post(NEW, &form).await.json;
    assert_eq!(key["notes"], "by hand");
    let text = |name: &str| key[name].as_str().unwrap().to_owned();
    bench.token = bench.token_of(&text("client_id"), &text("client_secret")).await;

    assert_eq!(bench.provision("https://one.test", "premium").await.status, 200);
    let over = bench.provision("https://two.test", "premium").await;
    assert_eq!(over.error(), (400, "activation_limit_reached"));
    assert_eq!(
        over.json["message"],
        "This key has reached its activation limit for product premium"
    );
    let none = bench.provision("https://two.test", "personal").await;
    assert_eq!(none.error(), (400, "activation_limit_reached"));
    assert_eq!(
        bench.provision("https://two.test", "jetpack-scan").await.status,
        200
    );

    let refused = bench.post(NEW, &[("name", "grandchild")]).await;
    assert_eq!(refused.error(), (403, "unauthorized"));
    let made = bench.sandbox.state();
    let made = made.keys.iter().find(|key| key.name == "shop").unwrap();
    assert_eq!(made.created_by.as_deref(), Some(CLIENT_ID));
}

#[tokio::test]
async fn a_new_key_needs_a_name_and_whole_numbers() {
    let bench = Bench::new().await;
    for form in [
        &[("allowed_premium_plans", "1")][..],
        &[("name", "")],
        &[("name", "x"), ("allowed_premium_plans", "many")],
        &[("name", "x"), ("allowed_premium_plans", "-1")],
        &[("name", "x"), ("allowed_free_plans", "1")],
    ] {
        assert_eq!(
            bench.post(NEW, form).await.error(),
            (400, "sandbox_strict"),
            "{form:?}"
        );
    }
    assert_eq!(bench.sandbox.state().keys.len(), 1);
}

#[tokio::test]
async fn a_limit_counts_live_activations_pending_ones_too() {
    let bench = Bench::new().await;
    let key = json!({ "client_id": CLIENT_ID, "limits": { "premium": 2 } });
    assert_eq!(bench.control(Method::POST, "keys", &key).await.status, 200);

    assert_eq!(
        bench.provision("https://pending.test", "premium").await.status,
        200
    );
    assert_eq!(
        bench.provision("https://connected.test", "premium").await.status,
        200
    );
    assert_eq!(
        bench.provision("https://pending.test", "premium").await.status,
        200,
        "a renewal is not another one"
    );
    let over = bench.provision("https://third.test", "premium").await;
    assert_eq!(over.error(), (400, "activation_limit_reached"));
    assert_eq!(bench.sandbox.state().keys[0].live["premium"], 2);
    assert_eq!(bench.sandbox.state().site("third.test"), None);

    // What is cancelled, replaced or lapsed makes room.
    bench.cancel("connected.test", &[]).await;
    assert_eq!(bench.provision("https://third.test", "premium").await.status, 200);
    bench.provision("https://third.test", "professional").await;
    assert_eq!(
        bench.provision("https://fourth.test", "premium").await.status,
        200
    );
    bench.sandbox.advance_days(14);
    assert_eq!(bench.provision("https://fifth.test", "premium").await.status, 200);
    assert!(!bench.sandbox.limit_key(CLIENT_ID, "gold", Some(3)));
    assert!(!bench.sandbox.limit_key("nobody", "premium", Some(3)));
}

#[tokio::test]
async fn a_limit_for_an_unknown_product_changes_nothing() {
    let bench = Bench::new().await;
    let key = json!({ "client_id": "new", "client_secret": "s", "limits": { "gold": 2 } });
    assert_eq!(bench.control(Method::POST, "keys", &key).await.status, 400);
    assert_eq!(bench.sandbox.state().keys.len(), 1);
}
