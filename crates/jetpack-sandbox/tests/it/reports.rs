//! The report, which has a token and manners of its own.

use jetpack_sandbox::{Settings, USER_TOKEN};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Bench, Reply};

const KEY: &str = "/1/key/10";
const ACTIVATIONS: &str = "/wpcom/v2/jetpack-partners/1/key/10/activations";

fn slugs_of(reply: &Reply, field: &str) -> Vec<Value> {
    let rows = reply.json["activations"].as_array().unwrap();
    rows.iter().map(|row| row[field].clone()).collect()
}

#[tokio::test]
async fn the_user_token_is_good_for_reports_only_and_a_partner_token_for_the_rest_only() {
    let mut bench = Bench::new().await;
    assert_eq!(bench.report(&format!("{KEY}/activations")).await.status, 200);

    let reply = bench.get(ACTIVATIONS).await;
    assert_eq!(reply.status, 403);
    assert_eq!(
        reply.json,
        json!({
            "code": "rest_forbidden",
            "message": "Sorry, you are not allowed to do that.",
            "data": { "status": 403 },
        })
    );
    bench.token = "nobody".to_owned();
    assert_eq!(bench.get(ACTIVATIONS).await.status, 401);

    bench.token = USER_TOKEN.to_owned();
    assert_eq!(bench.status("a.test").await.error(), (403, "invalid_scope"));
}

#[tokio::test]
async fn the_user_token_is_a_setting_and_can_be_changed() {
    let bench = Bench::with(Settings {
        user_token: "first".to_owned(),
        ..Settings::default()
    })
    .await;
    assert_eq!(bench.report(&format!("{KEY}/activations")).await.status, 401);
    let body = json!({ "token": USER_TOKEN });
    bench.control(Method::POST, "user-token", &body).await;
    assert_eq!(bench.report(&format!("{KEY}/activations")).await.status, 200);
    bench.sandbox.set_user_token("third");
    assert_eq!(bench.report(&format!("{KEY}/activations")).await.status, 401);
}

#[tokio::test]
async fn an_activation_has_every_documented_field_and_the_dates_of_the_sandbox() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test", "premium").await;
    assert_eq!(bench.report(&format!("{KEY}/activations")).await.json["total"], 0);

    bench.sandbox.advance_days(2);
    bench.sandbox.connect("shop.test");
    bench.sandbox.advance_days(30);
    bench.cancel("shop.test", &[]).await;
    assert_eq!(
        bench.report(&format!("{KEY}/activations")).await.json,
        json!({
            "total": 1,
            "activations": [{
                "id": 1,
                "jetpack_partner_key_id": 10,
                "wpcom_blog_id": 7_000_001,
                "wpcom_user_id": null,
                "external_user_id": null,
                "product_id": 2000,
                "created_on": "2026-01-01 00:00:00",
                "activated_on": "2026-01-03 00:00:00",
                "cancelled_on": "2026-02-02 00:00:00",
                "disputed_on": null,
                "site_registered": "2026-01-01 00:00:00",
                "site_url": "https://shop.test",
                "site_name": "shop.test",
                "site_icon": null,
                "current_product_id": 2000,
            }],
        })
    );
}

#[tokio::test]
async fn activations_come_in_pages_and_are_filtered_by_plan_and_date() {
    let bench = Bench::new().await;
    for site in 0..25 {
        let plan = if site % 5 == 0 { "personal" } else { "premium" };
        bench
            .provision(&format!("https://connected{site}.test"), plan)
            .await;
        bench.sandbox.advance_days(1);
    }
    let path = |query: &str| format!("{KEY}/activations?{query}");
    let first = bench.report(&format!("{KEY}/activations")).await;
    assert_eq!(
        (slugs_of(&first, "id").len(), &first.json["total"]),
        (20, &json!(25))
    );
    let third = bench.report(&path("page=3&per_page=10")).await;
    assert_eq!(slugs_of(&third, "id"), [21, 22, 23, 24, 25].map(Value::from));
    let beyond = bench.report(&path("page=9")).await;
    assert_eq!(
        (slugs_of(&beyond, "id").len(), &beyond.json["total"]),
        (0, &json!(25))
    );

    let personal = bench.report(&path("plans[]=personal")).await;
    assert_eq!(personal.json["total"], 5);
    let both = bench
        .report(&path("plans%5B%5D=personal&plans%5B%5D=premium"))
        .await;
    assert_eq!(both.json["total"], 25);
    let some = bench
        .report(&path(
            "activated_after=2026-01-02&activated_before=2026-01-05T00:00:00",
        ))
        .await;
    assert_eq!(slugs_of(&some, "id"), [3, 4].map(Value::from));
}

#[tokio::test]
async fn a_report_of_one_key_does_not_show_another_keys_activations() {
    let mut bench = Bench::new().await;
    bench.provision("https://connected1.test", "premium").await;
    bench.sandbox.put_key("second", "s");
    bench.token = bench.token_of("second", "s").await;
    bench.provision("https://connected2.test", "premium").await;

    let second = bench.report("/1/key/11/activations").await;
    assert_eq!(slugs_of(&second, "site_name"), ["connected2.test"]);
}

#[tokio::test]
async fn errors_have_the_shape_of_wp_rest() {
    let bench = Bench::new().await;
    for (path, status, code) in [
        ("/nothing", 404, "rest_no_route"),
        ("/2/key/10/activations", 404, "sandbox_unknown_key"),
        ("/1/key/99/activations", 404, "sandbox_unknown_key"),
        ("/1/key/10/activations?page=0", 400, "rest_invalid_param"),
        ("/1/key/10/activations?per_page=101", 400, "rest_invalid_param"),
        (
            "/1/key/10/activations?activated_after=soon",
            400,
            "rest_invalid_param",
        ),
        ("/1/key/10/activations?colour=red", 400, "rest_invalid_param"),
        ("/1/key/10/activations?page=1&page=1", 400, "rest_invalid_param"),
        ("/1/key/10/activations?http_envelope=1", 400, "rest_invalid_param"),
        // The reports whose form no source documents are no part of the sandbox.
        ("", 404, "rest_no_route"),
        ("/activations", 404, "rest_no_route"),
        ("/1/key/10/stripe/invoices", 404, "rest_no_route"),
    ] {
        let reply = bench.report(path).await;
        assert_eq!(
            (reply.status, &reply.json["code"]),
            (status, &json!(code)),
            "{path}"
        );
        assert_eq!(reply.json["data"]["status"], status, "{path}");
    }
    let posted = bench.request(Method::POST, ACTIVATIONS).send().await;
    assert_eq!(posted.unwrap().status(), 404);
}

#[tokio::test]
async fn the_envelope_of_wp_rest_is_another_one() {
    let bench = Bench::new().await;
    let reply = bench.report("/nothing?_envelope").await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.json["status"], 404);
    assert_eq!(reply.json["body"]["code"], "rest_no_route");
    assert!(reply.json["headers"].is_object());
}
