//! Token, verify, cancel, status: the ordinary course.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET};
use reqwest::Method;
use serde_json::json;

use crate::support::{Bench, PROVISION, Reply, order, token_form};

#[tokio::test]
async fn a_token_has_the_documented_form() {
    let bench = Bench::new().await;
    let mut reply = bench.ask_token(&token_form(CLIENT_ID, CLIENT_SECRET)).await;
    assert_eq!(reply.status, 200);

    let token = reply.json["access_token"].take();
    let text = token.as_str().unwrap();
    assert!(
        "$(#%&@^!*)".chars().all(|hostile| text.contains(hostile)),
        "{text}"
    );
    assert_eq!(
        reply.json,
        json!({
            "access_token": null,
            "token_type": "bearer",
            "blog_id": 0,
            "blog_url": 0,
            "scope": "jetpack-partner",
        })
    );
}

#[tokio::test]
async fn verify_takes_a_good_bearer_and_nothing_else() {
    let bench = Bench::new().await;
    let path = "/rest/v1.3/jpphp/partner-keys/verify";
    let reply = Reply::of(bench.request(Method::POST, path).send().await.unwrap()).await;
    assert_eq!((reply.status, &reply.json["success"]), (200, &json!(true)));
    assert_eq!(
        bench.post(path, &[("x", "1")]).await.error(),
        (400, "sandbox_strict")
    );
}

#[tokio::test]
async fn all_three_encodings_of_a_body_mean_the_same() {
    let bench = Bench::new().await;
    let multipart = reqwest::multipart::Form::new()
        .text("siteurl", "https://connected1.test")
        .text("local_user", "zoë & co +")
        .text("plan", "premium");
    let request = bench.request(Method::POST, PROVISION).multipart(multipart);
    assert_eq!(Reply::of(request.send().await.unwrap()).await.status, 200);

    let json = json!({
        "siteurl": "https://connected2.test",
        "local_user": "zoë & co +",
        "plan": "premium",
        "force_register": true,
        "ssh_port": 22,
        "ssh_user": "u",
        "ssh_pass": "p",
    });
    let request = bench.request(Method::POST, PROVISION).json(&json);
    assert_eq!(Reply::of(request.send().await.unwrap()).await.status, 200);

    let mut form = order("https://connected3.test", "premium");
    form[1].1 = "zoë & co +";
    assert_eq!(bench.post(PROVISION, &form).await.status, 200);

    let arrived = bench.sandbox.requests_to(jetpack_sandbox::Operation::Provision);
    assert_eq!(arrived.len(), 3);
    assert!(
        arrived
            .iter()
            .all(|request| request.field("local_user") == Some("zoë & co +"))
    );
}

#[tokio::test]
async fn the_odd_header_of_the_documented_curl_call_is_understood() {
    let bench = Bench::new().await;
    let mut body = String::new();
    for (name, value) in order("https://connected.test", "premium") {
        let head = format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n");
        body.push_str(&format!("{head}{value}\r\n"));
    }
    body.push_str("--b--\r\n");
    let request = bench.request(Method::POST, PROVISION);
    let request = request
        .header("content-type", "multipart/form-data;; boundary=b")
        .body(body);
    assert_eq!(Reply::of(request.send().await.unwrap()).await.status, 200);
}

#[tokio::test]
async fn cancel_says_whether_there_was_anything_to_cancel() {
    let bench = Bench::new().await;
    let unknown = bench.cancel("shop.test", &[]).await;
    assert_eq!((unknown.status, unknown.text.as_str()), (404, ""));

    bench.provision("https://shop.test/demo", "premium").await;
    assert_eq!(
        bench.cancel("shop.test::demo", &[]).await.json,
        json!({ "success": true })
    );
    assert_eq!(
        bench.cancel("shop.test::demo", &[]).await.json,
        json!({ "success": false })
    );
    assert_eq!(bench.plans("shop.test::demo"), ["premium Cancelled"]);
    assert_eq!(bench.sandbox.state().sites[0].cancels, 1);
}

#[tokio::test]
async fn a_standalone_product_is_cancelled_by_its_name_and_by_blog_id() {
    let bench = Bench::new().await;
    bench.provision("https://connected.test", "jetpack-scan").await;
    let id = bench.sandbox.state().sites[0].blog_id.unwrap().to_string();

    assert_eq!(bench.cancel(&id, &[]).await.json["success"], false);
    let reply = bench.cancel(&id, &[("plan", "jetpack-scan")]).await;
    assert_eq!(reply.json["success"], true);
}

#[tokio::test]
async fn cancel_all_lists_what_it_ended() {
    let bench = Bench::new().await;
    bench.provision("https://connected.test", "premium").await;
    bench.provision("https://connected.test", "jetpack-scan").await;
    let reply = bench.cancel("connected.test", &[("cancel-all", "1")]).await;
    assert_eq!(
        reply.json,
        json!({
            "success": true,
            "pending_activations": [],
            "activations": ["premium", "jetpack-scan"],
        })
    );
}

#[tokio::test]
async fn only_the_key_that_provisioned_can_cancel_and_the_site_stays_connected() {
    let mut bench = Bench::new().await;
    bench.provision("https://connected.test", "premium").await;
    bench.sandbox.put_key("other", "s");

    let mine = std::mem::take(&mut bench.token);
    bench.token = bench.token_of("other", "s").await;
    let refused = bench.cancel("connected.test", &[]).await;
    assert_eq!(refused.error(), (403, "incorrect_partner_key"));
    let refused = bench.cancel("connected.test", &[("cancel-all", "1")]).await;
    assert_eq!(refused.error(), (403, "incorrect_partner_key"));
    let status = bench.status("connected.test").await;
    assert_eq!(
        status.json["products"][0]["is_provisioned_by_calling_partner"],
        false
    );

    bench.token = mine;
    assert_eq!(bench.cancel("connected.test", &[]).await.json["success"], true);
    let status = bench.status("connected.test").await.json;
    assert_eq!(
        status,
        json!({
            "blog": { "is_connected": true, "has_backups_credentials": false },
            "products": [],
        })
    );
}

#[tokio::test]
async fn status_has_both_documented_forms() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test", "premium").await;
    bench.provision("https://shop.test", "jetpack-scan").await;

    assert_eq!(
        bench.status("shop.test").await.json,
        json!({
            "blog": { "is_connected": false, "has_backups_credentials": false },
            "products": [
                {
                    "slug": "premium",
                    "is_provisioned_by_partner": true,
                    "is_provisioned_by_calling_partner": true,
                    "is_pending": true,
                },
                {
                    "slug": "jetpack-scan",
                    "is_provisioned_by_partner": true,
                    "is_provisioned_by_calling_partner": true,
                    "is_pending": true,
                },
            ],
        })
    );

    bench.sandbox.connect("shop.test");
    assert_eq!(
        bench.get("/rest/v1.3/jpphp/shop.test/status").await.json,
        json!({
            "plan": "premium",
            "is_partner_plan": true,
            "is_provisioned_by_calling_partner": true,
            "is_connected": true,
            "has_pending_plan": false,
            "has_backups_credentials": false,
            "products": [{
                "product": "jetpack-scan",
                "is_partner_product": true,
                "has_pending_product": false,
                "is_provisioned_by_calling_partner": true,
            }],
        })
    );
}

#[tokio::test]
async fn an_envelope_turns_a_refusal_into_a_200() {
    let bench = Bench::new().await;
    let reply = bench.get("/rest/v1.4/jpphp/no.test/status?http_envelope=1").await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.json["code"], 403);
    assert_eq!(reply.json["body"]["error"], "invalid_blog");
    let bare = bench.get("/rest/v1.1/sites/no.test?http_envelope=1").await;
    assert_eq!(
        (bare.status, bare.text.as_str()),
        (404, ""),
        "what is empty is not wrapped"
    );
}
