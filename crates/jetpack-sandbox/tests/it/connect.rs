//! Connecting a user with `wpcom_user_id`.

use jetpack_sandbox::CLIENT_ID;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Bench, PROVISION, Reply, order};

async fn provision(bench: &Bench, siteurl: &str, extra: &[(&str, &str)]) -> Reply {
    let mut form = order(siteurl, "premium").to_vec();
    form.push(("wpcom_user_id", "42"));
    form.extend_from_slice(extra);
    bench.post(PROVISION, &form).await
}

#[tokio::test]
async fn a_key_that_may_connects_the_user_and_gets_a_user_token() {
    let bench = Bench::new().await;
    assert!(bench.sandbox.set_auto_connect(CLIENT_ID, true));
    let reply = provision(&bench, "https://shop.test", &[]).await;
    assert_eq!(reply.json["auth_required"], false);
    assert!(
        reply.json["access_token"]
            .as_str()
            .is_some_and(|token| token.len() == 64)
    );
    assert_eq!(bench.plans("shop.test"), ["premium Active"]);

    let plain = bench.provision("https://other.test", "premium").await;
    assert_eq!(plain.json["auth_required"], true);
    assert_eq!(plain.json.get("access_token"), None);
}

#[tokio::test]
async fn a_key_that_may_not_gets_the_ordinary_answer() {
    let bench = Bench::new().await;
    let reply = provision(&bench, "https://shop.test", &[]).await;
    assert_eq!(reply.json["auth_required"], true);
    assert_eq!(reply.json.get("access_token"), None);
}

#[tokio::test]
async fn a_user_that_is_connected_is_connected_again_by_force_only() {
    let bench = Bench::new().await;
    let key = json!({ "client_id": CLIENT_ID, "auto_connect": true });
    assert_eq!(bench.control(Method::POST, "keys", &key).await.status, 200);
    assert!(bench.sandbox.state().keys[0].auto_connect);

    let reply = provision(&bench, "https://connected1.test", &[]).await;
    assert_eq!(reply.json.get("access_token"), None);
    let reply = provision(&bench, "https://connected2.test", &[("force_connect", "1")]).await;
    assert!(reply.json["access_token"].is_string());
}

#[tokio::test]
async fn a_site_whose_name_does_not_resolve_connects_nobody() {
    let bench = Bench::new().await;
    bench.sandbox.set_auto_connect(CLIENT_ID, true);
    let reply = provision(&bench, "https://unresolved.test", &[]).await;
    assert_eq!(reply.json["next_url"], "");
    assert_eq!(
        reply.json.get("access_token").unwrap_or(&Value::Null),
        &Value::Null
    );
}
