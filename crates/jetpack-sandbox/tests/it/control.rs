//! The control plane over HTTP, as PHP tests use it.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Bench, PROVISION, Reply, order};

async fn post(bench: &Bench, path: &str, body: Value) -> Reply {
    bench.control(Method::POST, path, &body).await
}

#[tokio::test]
async fn the_state_lists_sites_and_products() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test/demo", "premium").await;
    assert_eq!(
        bench.get("/_sandbox/state").await.json,
        json!({
            "day": 0,
            "keys": [{
                "client_id": CLIENT_ID,
                "disabled": false,
                "tokens": 1,
                "id": 10,
                "name": CLIENT_ID,
                "created_by": null,
                "auto_connect": false,
                "limits": {},
                "live": { "premium": 1 },
            }],
            "sites": [{
                "site": "shop.test::demo",
                "url": "https://shop.test/demo",
                "blog_id": 7_000_001,
                "connected": false,
                "resolves": true,
                "backup_credentials": false,
                "provisions": 1,
                "cancels": 0,
                "products": [{
                    "slug": "premium",
                    "state": "pending",
                    "partner": CLIENT_ID,
                    "lapses_on_day": 14,
                }],
            }],
            "sites_total": 1,
            "requests": {
                "total": 2,
                "kept": 2,
                "faults": 0,
                "by_operation": { "token": 1, "provision": 1 },
            },
            "page": 1,
            "pages": 1,
        })
    );
}

#[tokio::test]
async fn requests_show_what_arrived_but_not_the_bearer() {
    let bench = Bench::new().await;
    let secret = "a+b&c=%2B d\"'é";
    bench.sandbox.put_key(CLIENT_ID, secret);
    bench.token_of(CLIENT_ID, secret).await;
    let path = format!("{PROVISION}?partner_tracking_id=4%202");
    bench
        .post(&path, &order("https://connected.test", "premium"))
        .await;

    let requests = bench.get("/_sandbox/requests").await;
    assert_eq!(requests.json[1]["form"][3], json!(["client_secret", secret]));
    let provision = &requests.json[2];
    assert_eq!(provision["n"], 3);
    assert_eq!(provision["operation"], "provision");
    assert_eq!(provision["method"], "POST");
    assert_eq!(provision["path"], PROVISION);
    assert_eq!(provision["query"], json!([["partner_tracking_id", "4 2"]]));
    assert_eq!(provision["form"][0], json!(["siteurl", "https://connected.test"]));
    assert_eq!(provision["headers"]["authorization"], "(hidden)");
    assert_eq!(provision["status"], 200);
    assert_eq!(provision["fault"], Value::Null);
    assert_eq!(provision["committed"], true);
    assert!(!requests.text.contains(&bench.token));
}

#[tokio::test]
async fn connections_are_counted_so_that_reuse_can_be_seen() {
    let bench = Bench::new().await;
    bench.status("a.test").await;
    let numbers: Vec<u64> = bench
        .sandbox
        .requests()
        .iter()
        .map(|one| one.connection)
        .collect();
    assert_eq!(numbers, [1, 1]);
}

#[tokio::test]
async fn faults_come_as_one_or_as_a_list_and_nonsense_is_refused() {
    let bench = Bench::new().await;
    let one = json!({ "on": "status", "kind": "status", "status": 503, "skip": 1 });
    assert_eq!(post(&bench, "faults", one).await.status, 200);
    let two = json!([{ "kind": "empty" }, { "kind": "body", "body": "\"x\"", "times": null }]);
    assert_eq!(post(&bench, "faults", two).await.status, 200);
    assert_eq!(
        bench.get("/_sandbox/faults").await.json.as_array().map(Vec::len),
        Some(3)
    );

    assert_eq!(bench.status("a.test").await.status, 403, "skipped");
    assert_eq!(bench.status("a.test").await.status, 503);
    assert_eq!(bench.status("a.test").await.text, "");
    assert_eq!(bench.status("a.test").await.text, "\"x\"");
    bench
        .request(Method::DELETE, "/_sandbox/faults")
        .send()
        .await
        .unwrap();
    assert_eq!(bench.status("a.test").await.status, 403);

    for nonsense in [
        json!({ "kind": "explode" }),
        json!({ "kind": "reset", "ms": 1 }),
        json!([1]),
    ] {
        let reply = post(&bench, "faults", nonsense).await;
        assert_eq!(reply.status, 400);
        assert!(reply.json["error"].is_string());
    }
}

#[tokio::test]
async fn keys_are_added_changed_and_disabled() {
    let mut bench = Bench::new().await;
    let key = json!({ "client_id": "second", "client_secret": "s2" });
    assert_eq!(post(&bench, "keys", key).await.status, 200);
    bench.token = bench.token_of("second", "s2").await;
    assert_eq!(bench.status("a.test").await.error(), (403, "invalid_blog"));

    post(&bench, "keys", json!({ "client_id": "second", "disabled": true })).await;
    assert_eq!(
        bench.status("a.test").await.error(),
        (400, "partner_key_disabled")
    );
    post(&bench, "keys", json!({ "client_id": "second" })).await;
    assert_eq!(bench.status("a.test").await.error(), (403, "invalid_blog"));
    bench.token_of("second", "s2").await;
    let without_secret = post(&bench, "keys", json!({ "client_id": "third" })).await;
    assert_eq!(without_secret.status, 400);
}

#[tokio::test]
async fn revoke_makes_a_client_fetch_a_new_token() {
    let mut bench = Bench::new().await;
    assert_eq!(
        post(&bench, "tokens/revoke", json!({})).await.json,
        json!({ "revoked": 1 })
    );
    assert_eq!(bench.status("a.test").await.error(), (401, "invalid_token"));
    bench.token = bench.token_of(CLIENT_ID, CLIENT_SECRET).await;
    assert_eq!(bench.status("a.test").await.error(), (403, "invalid_blog"));
}

#[tokio::test]
async fn sites_connect_and_resolve_by_their_identifier() {
    let bench = Bench::new().await;
    bench.provision("https://unresolved.test/x", "premium").await;
    assert_eq!(
        post(&bench, "sites/unresolved.test::x/resolve", json!({}))
            .await
            .status,
        200
    );
    assert_eq!(bench.plans("unresolved.test::x"), ["premium Pending"]);
    assert_eq!(
        post(&bench, "sites/unresolved.test::x/connect", json!({}))
            .await
            .status,
        200
    );
    assert_eq!(bench.plans("unresolved.test::x"), ["premium Active"]);
    assert_eq!(
        post(&bench, "sites/other.test/connect", json!({})).await.status,
        404
    );
}

#[tokio::test]
async fn the_clock_moves_when_told_to() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test", "premium").await;
    let reply = post(&bench, "clock", json!({ "advance_days": 14 })).await;
    assert_eq!(reply.json, json!({ "day": 14 }));
    assert_eq!(bench.plans("shop.test"), ["premium Lapsed"]);
    assert_eq!(bench.status("shop.test").await.json["products"], json!([]));
}

#[tokio::test]
async fn reset_goes_back_to_the_beginning() {
    let bench = Bench::new().await;
    bench.provision("https://connected.test", "premium").await;
    bench.sandbox.put_key("second", "s2");
    bench.sandbox.fault(jetpack_sandbox::Fault::reset());

    assert_eq!(post(&bench, "reset", json!({})).await.status, 200);
    let state = bench.sandbox.state();
    assert_eq!(
        (state.sites.len(), state.keys.len(), state.keys[0].tokens),
        (0, 1, 0)
    );
    assert_eq!(bench.sandbox.requests(), []);
    assert_eq!(bench.status("a.test").await.error(), (401, "invalid_token"));
}
