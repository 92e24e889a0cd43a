//! The reports, which have a token and manners of their own.

use jetpack_sandbox::{Settings, USER_TOKEN};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Bench, Reply};

const KEY: &str = "/1/key/10";

fn slugs_of(reply: &Reply, field: &str) -> Vec<Value> {
    let rows = reply.json["activations"].as_array().unwrap();
    rows.iter().map(|row| row[field].clone()).collect()
}

#[tokio::test]
async fn the_user_token_is_good_for_reports_only_and_a_partner_token_for_the_rest_only() {
    let mut bench = Bench::new().await;
    assert_eq!(bench.report("").await.status, 200);

    let reply = bench.get("/wpcom/v2/jetpack-partners").await;
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
    assert_eq!(bench.get("/wpcom/v2/jetpack-partners").await.status, 401);

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
    assert_eq!(bench.report("").await.status, 401);
    let body = json!({ "token": USER_TOKEN });
    bench.control(Method::POST, "user-token", &body).await;
    assert_eq!(bench.report("").await.status, 200);
    bench.sandbox.set_user_token("third");
    assert_eq!(bench.report("").await.status, 401);
}

#[tokio::test]
async fn the_root_lists_the_keys_and_is_403_without_any() {
    let bench = Bench::new().await;
    bench.sandbox.put_key("second", "s");
    let root = bench.report("").await.json;
    assert_eq!(root[0]["id"], 1);
    assert_eq!(root[0]["keys"][1]["name"], "second");
    assert!(!root.to_string().contains("secret"));

    let sandbox = jetpack_sandbox::Sandbox::open(&Settings {
        keys: Vec::new(),
        ..Settings::default()
    })
    .unwrap();
    let url = format!("{}/wpcom/v2/jetpack-partners", sandbox.url());
    let request = bench.client.get(url).bearer_auth(USER_TOKEN);
    assert_eq!(request.send().await.unwrap().status(), 403);
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
    for (key, total) in [("?key_id=11", 1), ("", 2)] {
        let summary = bench.report(&format!("/activations{key}")).await.json;
        assert_eq!(summary[0]["total"], total);
    }
}

#[tokio::test]
async fn the_summary_counts_by_day_month_and_year() {
    let bench = Bench::new().await;
    bench.provision("https://connected1.test", "premium").await;
    bench.sandbox.advance_days(31);
    bench.provision("https://connected2.test", "premium").await;
    bench.cancel("connected1.test", &[]).await;

    assert_eq!(
        bench.report("/activations").await.json,
        json!([
            { "date": "2026-01", "new": 1, "total": 1 },
            { "date": "2026-02", "new": 1, "total": 1 },
        ])
    );
    let years = bench.report("/activations?scale=year").await.json;
    assert_eq!(years, json!([{ "date": "2026", "new": 2, "total": 1 }]));
    let days = bench.report("/activations?scale=day").await.json;
    assert_eq!(days.as_array().map(Vec::len), Some(32));
    assert_eq!(days[30], json!({ "date": "2026-01-31", "new": 0, "total": 1 }));
}

#[tokio::test]
async fn invoices_bill_what_was_active_and_not_what_was_pending() {
    let bench = Bench::new().await;
    bench.provision("https://connected1.test", "premium").await;
    bench.provision("https://pending.test", "personal").await;
    bench.sandbox.advance_days(40);
    bench.cancel("connected1.test", &[]).await;
    bench.provision("https://connected2.test", "jetpack-scan").await;
    bench.cancel("connected2.test", &[("plan", "jetpack-scan")]).await;
    bench.sandbox.advance_days(30);

    let past = bench.report(&format!("{KEY}/stripe/invoices")).await.json;
    let months: Vec<_> = past
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["period_start"])
        .collect();
    assert_eq!(months, ["2026-02-01", "2026-01-01"]);
    assert_eq!(past[0]["total"], 200);
    assert_eq!(
        past[1]["lines"],
        json!([{ "description": "premium", "quantity": 1, "amount": 100 }])
    );
    let upcoming = bench.report(&format!("{KEY}/stripe/upcoming-invoice")).await.json;
    assert_eq!(upcoming["period_start"], "2026-03-01");
    assert_eq!(upcoming["total"], 0);
}

#[tokio::test]
async fn errors_have_the_shape_of_wp_rest() {
    let bench = Bench::new().await;
    for (path, status, code) in [
        ("/nothing", 404, "rest_no_route"),
        ("/2/key/10/activations", 404, "sandbox_unknown_key"),
        ("/1/key/99/stripe/invoices", 404, "sandbox_unknown_key"),
        ("/1/key/10/activations?page=0", 400, "rest_invalid_param"),
        ("/1/key/10/activations?per_page=101", 400, "rest_invalid_param"),
        (
            "/1/key/10/activations?activated_after=soon",
            400,
            "rest_invalid_param",
        ),
        ("/1/key/10/activations?colour=red", 400, "rest_invalid_param"),
        ("/activations?scale=week", 400, "rest_invalid_param"),
        ("/activations?scale=day&scale=day", 400, "rest_invalid_param"),
        ("?http_envelope=1", 400, "rest_invalid_param"),
    ] {
        let reply = bench.report(path).await;
        assert_eq!(
            (reply.status, &reply.json["code"]),
            (status, &json!(code)),
            "{path}"
        );
        assert_eq!(reply.json["data"]["status"], status, "{path}");
    }
    let posted = bench
        .request(Method::POST, "/wpcom/v2/jetpack-partners")
        .send()
        .await;
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
