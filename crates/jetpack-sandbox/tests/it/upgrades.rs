//! What may be provisioned next, and what overlaps.

use jetpack_sandbox::CLIENT_ID;
use serde_json::{Value, json};

use crate::support::Bench;

async fn paths(bench: &Bench, site: &str) -> Value {
    bench
        .get(&format!("/rest/v1.3/jpphp/{site}/upgrade-paths"))
        .await
        .json
}

#[tokio::test]
async fn a_site_without_a_plan_has_the_documented_four_families() {
    let bench = Bench::new().await;
    bench
        .post(
            crate::support::PROVISION,
            &[("siteurl", "https://shop.test"), ("local_user", "admin")],
        )
        .await;
    assert_eq!(
        paths(&bench, "shop.test").await,
        json!({
            "jetpack-backup": ["jetpack-backup-daily", "jetpack-backup-realtime"],
            "jetpack-plans": ["personal", "premium", "professional"],
            "jetpack-scan": ["jetpack-scan"],
            "jetpack-anti-spam": ["jetpack-anti-spam"],
        })
    );
}

#[tokio::test]
async fn what_is_offered_can_be_provisioned_and_what_is_not_cannot() {
    let bench = Bench::new().await;
    let site = "https://connected.test";
    for plan in ["premium", "jetpack-backup-daily", "jetpack-scan"] {
        bench.provision(site, plan).await;
    }
    let offered = paths(&bench, "connected.test").await;
    assert_eq!(
        offered,
        json!({
            "jetpack-backup": ["jetpack-backup-realtime"],
            "jetpack-plans": ["professional"],
            "jetpack-anti-spam": ["jetpack-anti-spam"],
        })
    );
    for refused in ["personal", "premium", "jetpack-scan"] {
        assert_eq!(bench.provision(site, refused).await.status, 400, "{refused}");
    }
    for slug in offered.as_object().unwrap().values().map(|slugs| &slugs[0]) {
        let reply = bench.provision(site, slug.as_str().unwrap()).await;
        assert_eq!(reply.status, 200, "{slug}");
    }
    assert_eq!(
        paths(&bench, "connected.test").await,
        json!([]),
        "as PHP would say it"
    );
}

#[tokio::test]
async fn what_is_pending_is_no_upgrade_although_it_can_be_renewed() {
    let bench = Bench::new().await;
    bench.provision("https://shop.test", "premium").await;
    let offered = paths(&bench, "shop.test").await;
    assert_eq!(offered["jetpack-plans"], json!(["professional"]));
    assert_eq!(bench.provision("https://shop.test", "premium").await.status, 200);
}

#[tokio::test]
async fn a_limit_of_the_key_closes_a_path() {
    let bench = Bench::new().await;
    bench.provision("https://connected.test", "jetpack-scan").await;
    bench.sandbox.limit_key(CLIENT_ID, "premium", Some(0));
    let offered = paths(&bench, "connected.test").await;
    assert_eq!(offered["jetpack-plans"], json!(["personal", "professional"]));
}

#[tokio::test]
async fn a_site_without_a_blog_has_no_paths() {
    let bench = Bench::new().await;
    let reply = bench.get("/rest/v1.3/jpphp/shop.test/upgrade-paths").await;
    assert_eq!(reply.error(), (403, "invalid_blog"));
    assert_eq!(reply.json["message"], "The blog ID shop.test is invalid");
}

#[tokio::test]
async fn complete_replaces_what_it_contains_and_its_parts_are_refused() {
    let bench = Bench::new().await;
    let site = "https://connected.test";
    bench.provision(site, "premium").await;
    bench.provision(site, "jetpack-backup-daily").await;
    assert_eq!(bench.provision(site, "complete").await.status, 200);
    assert_eq!(
        bench.plans("connected.test"),
        [
            "premium Cancelled",
            "jetpack-backup-daily Cancelled",
            "complete Active"
        ]
    );
    for part in ["jetpack-scan", "professional"] {
        let reply = bench.provision(site, part).await;
        assert_eq!(reply.error(), (400, "plan_downgrade_disallowed"), "{part}");
    }
    bench.cancel("connected.test", &[("plan", "complete")]).await;
    assert_eq!(bench.provision(site, "jetpack-scan").await.status, 200);
}
