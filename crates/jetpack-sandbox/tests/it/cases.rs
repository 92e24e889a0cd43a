//! What the name of a site chooses, and what repeated calls do.

use serde_json::json;

use crate::support::{Bench, PROVISION, order};

#[tokio::test]
async fn a_connected_site_gets_its_plan_at_once_and_a_sign_on_link() {
    let bench = Bench::new().await;
    let reply = bench
        .provision("https://connected1.example.test/blog", "premium")
        .await;

    assert_eq!(
        reply.json,
        json!({
            "success": true,
            "auth_required": false,
            "next_url": "https://connected1.example.test/blog/wp-login.php?action=jetpack-sso\
                         &redirect_to=https%3A%2F%2Fconnected1.example.test%2Fblog%2Fwp-admin%2F",
        })
    );
    assert!(
        reply.text.contains(r"https:\/\/connected1"),
        "slashes are escaped"
    );
    assert_eq!(bench.plans("connected1.example.test::blog"), ["premium Active"]);
}

#[tokio::test]
async fn an_ordinary_site_stays_pending_until_its_owner_follows_the_link() {
    let bench = Bench::new().await;
    let reply = bench.provision("https://shop.example.test", "personal").await;

    assert_eq!(reply.json["success"], true);
    assert_eq!(reply.json["auth_required"], true);
    let link = reply.json["next_url"].as_str().unwrap();
    let authorize = format!("{}/jetpack.authorize/1/?", bench.sandbox.url());
    assert!(link.starts_with(&authorize), "{link}");
    assert_eq!(bench.plans("shop.example.test"), ["personal Pending"]);
}

#[tokio::test]
async fn an_unresolved_name_is_pending_without_a_link_and_has_no_blog() {
    let bench = Bench::new().await;
    let reply = bench.provision("https://unresolved-3.test", "premium").await;

    let expected = json!({ "success": true, "auth_required": true, "next_url": "" });
    assert_eq!(reply.json, expected);
    assert_eq!(
        bench.status("unresolved-3.test").await.error(),
        (403, "invalid_blog")
    );

    assert!(bench.sandbox.resolve("unresolved-3.test"));
    let status = bench.status("unresolved-3.test").await;
    assert_eq!(status.json["products"][0]["is_pending"], true);
    let again = bench.provision("https://unresolved-3.test", "premium").await;
    assert_ne!(again.json["next_url"], "", "the site can be reached now");
    assert_eq!(bench.plans("unresolved-3.test"), ["premium Pending"]);
}

#[tokio::test]
async fn sites_without_jetpack_or_without_the_user_are_refused() {
    let bench = Bench::new().await;

    let reply = bench.provision("https://nojetpack.test", "premium").await;
    assert_eq!(reply.error(), (400, "method_not_found"));
    assert_eq!(
        reply.json["message"],
        "remoteRegister method not found on remote site."
    );

    let reply = bench.provision("https://nouser7.test", "premium").await;
    assert_eq!(reply.error(), (400, "local_user_missing"));
    assert_eq!(bench.sandbox.state().sites, []);
}

#[tokio::test]
async fn a_stale_site_wants_force_register() {
    let bench = Bench::new().await;
    let reply = bench.provision("https://stale.test", "premium").await;
    assert_eq!(reply.error(), (400, "method_not_found"));
    assert!(
        reply.json["message"]
            .as_str()
            .unwrap()
            .starts_with("remoteProvision")
    );

    let mut form = order("https://stale.test", "premium").to_vec();
    form.push(("force_register", "1"));
    let reply = bench.post(PROVISION, &form).await;
    assert_eq!(reply.json["auth_required"], false);
    assert_eq!(bench.plans("stale.test"), ["premium Active"]);
}

#[tokio::test]
async fn an_address_without_a_scheme_loses_the_call_on_the_redirect_to_https() {
    let bench = Bench::new().await;
    let reply = bench.provision("shop.example.test", "premium").await;
    assert_eq!(reply.error(), (400, "method_not_found"));
    assert_eq!(
        bench
            .provision("http://shop.example.test", "premium")
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn provisioning_again_renews_what_is_pending_and_refuses_what_is_active() {
    let bench = Bench::new().await;
    for _ in 0..2 {
        assert_eq!(bench.provision("https://shop.test", "premium").await.status, 200);
    }
    assert_eq!(bench.plans("shop.test"), ["premium Pending"]);

    assert!(bench.sandbox.connect("shop.test"));
    let reply = bench.provision("https://shop.test", "premium").await;
    assert_eq!(reply.status, 400);
    assert_eq!(
        reply.json["message"],
        "You already have this plan from this partner."
    );
    assert_eq!(bench.plans("shop.test"), ["premium Active"]);
}

#[tokio::test]
async fn a_renewal_begins_the_fourteen_days_anew_and_what_has_lapsed_does_not_come_back() {
    let bench = Bench::new().await;
    let site = "https://shop.test";
    bench.provision(site, "premium").await;
    bench.sandbox.advance_days(13);
    bench.provision(site, "premium").await;
    bench.sandbox.advance_days(13);
    assert_eq!(bench.plans("shop.test"), ["premium Pending"]);
    bench.sandbox.advance_days(1);
    assert!(bench.sandbox.connect("shop.test"));
    assert_eq!(bench.plans("shop.test"), ["premium Lapsed"]);
}

#[tokio::test]
async fn what_another_key_has_provisioned_is_in_the_way() {
    let mut bench = Bench::new().await;
    bench.provision("https://connected.test", "premium").await;
    bench.sandbox.put_key("other", "s");
    bench.token = bench.token_of("other", "s").await;
    let refused = bench.provision("https://connected.test", "premium").await;
    assert_eq!(refused.error(), (400, "sandbox_another_partner"));
    assert_eq!(bench.sandbox.state().sites[0].provisions, 1);
    let beside = bench.provision("https://connected.test", "jetpack-scan").await;
    assert_eq!(beside.status, 200);
}

#[tokio::test]
async fn a_downgrade_is_refused_and_an_upgrade_replaces() {
    let bench = Bench::new().await;
    bench.provision("https://connected.test", "premium").await;
    let reply = bench.provision("https://connected.test", "personal").await;
    assert_eq!(reply.error(), (400, "plan_downgrade_disallowed"));

    assert_eq!(
        bench
            .provision("https://connected.test", "professional")
            .await
            .status,
        200
    );
    assert_eq!(
        bench.plans("connected.test"),
        ["premium Cancelled", "professional Active"]
    );
}

#[tokio::test]
async fn without_a_plan_the_site_is_registered_and_nothing_is_pending() {
    let bench = Bench::new().await;
    let form = [("siteurl", "https://shop.test"), ("local_user", "admin")];
    assert_eq!(bench.post(PROVISION, &form).await.json["auth_required"], true);
    assert_eq!(bench.plans("shop.test"), [""; 0]);
    assert_eq!(bench.status("shop.test").await.status, 200);
}

#[tokio::test]
async fn backup_credentials_are_reported_only_when_sent() {
    let bench = Bench::new().await;
    let mut form = order("https://connected.test", "premium").to_vec();
    form.extend([
        ("ssh_user", "u"),
        ("ssh_pass", "p"),
        ("ftp_user", "u"),
        ("ftp_pass", "wrong"),
    ]);
    let reply = bench.post(PROVISION, &form).await;

    assert_eq!(reply.json["ssh_set"], true);
    assert_eq!(reply.json["ssh_error"], "");
    assert_eq!(reply.json["ftp_set"], false);
    assert_ne!(reply.json["ftp_error"], "");
    let status = bench.status("connected.test").await;
    assert_eq!(status.json["blog"]["has_backups_credentials"], true);

    let plain = bench.provision("https://connected2.test", "premium").await;
    assert_eq!(plain.json.get("ssh_set"), None);
}
