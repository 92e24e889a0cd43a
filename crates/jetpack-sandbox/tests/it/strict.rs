//! What is refused.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET};
use reqwest::Method;

use crate::support::{Bench, PROVISION, Reply, order, token_form};

#[tokio::test]
async fn unknown_old_and_misplaced_parameters_are_refused() {
    let bench = Bench::new().await;
    for name in [
        "wpcom_user_email",
        "partner_tracking_id",
        "partner-tracking-id",
        "calypso_env",
        "colour",
    ] {
        let mut form = order("https://connected.test", "premium").to_vec();
        form.push((name, "1"));
        let reply = bench.post(PROVISION, &form).await;
        assert_eq!(reply.error(), (400, "sandbox_strict"), "{name}");
        let said = reply.json["message"].as_str().unwrap_or_default();
        assert!(said.contains(&format!("`{name}`")), "{said}");
    }

    let form = order("https://connected.test", "premium");
    for query in [
        "?plan=premium",
        "?partner-tracking-id=1",
        "?partner_tracking_id=",
        "?x",
    ] {
        let reply = bench.post(&format!("{PROVISION}{query}"), &form).await;
        assert_eq!(reply.error(), (400, "sandbox_strict"), "{query}");
    }
    let tracked = format!("{PROVISION}?partner_tracking_id=42");
    assert_eq!(bench.post(&tracked, &form).await.status, 200);
}

#[tokio::test]
async fn a_parameter_given_twice_is_refused_and_an_old_name_is_no_second_one() {
    let bench = Bench::new().await;
    for (name, value) in [("plan", "premium"), ("local_username", "admin")] {
        let mut form = order("https://connected.test", "premium").to_vec();
        form.push((name, value));
        let reply = bench.post(PROVISION, &form).await;
        assert_eq!(reply.error(), (400, "sandbox_strict"), "{name}");
    }
    let old = [("siteurl", "https://connected.test"), ("local_username", "admin")];
    assert_eq!(
        bench.post(PROVISION, &old).await.status,
        200,
        "the documents' own sample"
    );
}

#[tokio::test]
async fn missing_required_parameters_have_their_documented_errors() {
    let bench = Bench::new().await;
    let reply = bench.post(PROVISION, &[("local_user", "admin")]).await;
    assert_eq!(reply.error(), (400, "invalid_siteurl"));
    assert_eq!(
        reply.json["message"],
        "The required \"siteurl\" argument is missing."
    );

    let local = bench.provision("http://localhost", "premium").await;
    assert_eq!(
        local.error(),
        (400, "invalid_siteurl"),
        "the internet cannot reach it"
    );

    let reply = bench
        .post(PROVISION, &[("siteurl", "https://a.test"), ("local_user", "")])
        .await;
    assert_eq!(reply.error(), (400, "invalid_local_user"));
    assert_eq!(
        reply.json["message"],
        "The required \"local_user\" argument is missing."
    );
}

#[tokio::test]
async fn plans_are_exact_slugs() {
    let bench = Bench::new().await;
    for slug in ["Premium", "gold", "jetpack_scan"] {
        let reply = bench.provision("https://connected.test", slug).await;
        assert_eq!(reply.error(), (400, "invalid_plan"), "{slug}");
        assert_eq!(reply.json["message"], format!("{slug} is not a valid plan"));
        assert_eq!(
            bench.cancel("a.test", &[("plan", slug)]).await.error(),
            (400, "invalid_plan")
        );
    }
    let reply = bench.provision("https://connected.test", "").await;
    assert_eq!(reply.error(), (400, "sandbox_strict"));
}

#[tokio::test]
async fn values_of_the_wrong_type_and_half_credentials_are_refused() {
    let bench = Bench::new().await;
    for extra in [
        &[("force_register", "yes")][..],
        &[("force_connect", "")],
        &[("onboarding", "on")],
        &[("wpcom_user_id", "me")],
        &[("ssh_user", "u")],
        &[("ssh_pass", "p")],
        &[("ssh_user", "u"), ("ssh_pass", "")],
        &[("ssh_user", "u"), ("ssh_pass", "p"), ("ssh_port", "70000")],
        &[("ftp_port", "21")],
    ] {
        let mut form = order("https://connected.test", "premium").to_vec();
        form.extend_from_slice(extra);
        let reply = bench.post(PROVISION, &form).await;
        assert_eq!(reply.error(), (400, "sandbox_strict"), "{extra:?}");
        let said = reply.json["message"].as_str().unwrap_or_default();
        let is_sentence = said.starts_with("The sandbox refuses: ") && said.ends_with('.');
        let (protocol, _) = extra[0].0.split_once('_').unwrap_or_default();
        assert!(is_sentence && said.contains(protocol), "{said}");
    }
    assert_eq!(bench.sandbox.state().sites, []);
}

#[tokio::test]
async fn a_token_request_names_what_is_wrong_in_error_description() {
    let bench = Bench::new().await;
    let good = token_form(CLIENT_ID, CLIENT_SECRET);
    for (position, value, code) in [
        (0, "password", "invalid_request"),
        (1, "global", "invalid_request"),
        (2, "nobody", "invalid_client"),
        (3, "guess", "invalid_client"),
        (3, "", "invalid_request"),
    ] {
        let mut form = good;
        form[position].1 = value;
        let reply = bench.ask_token(&form).await;
        assert_eq!(reply.error(), (400, code), "{form:?}");
        assert!(reply.json["error_description"].is_string());
        assert_eq!(reply.json.get("message"), None);
    }

    let mut form = good.to_vec();
    form.push(("username", "x"));
    assert_eq!(bench.ask_token(&form).await.error(), (400, "invalid_request"));
    let url = format!("{}/oauth2/token", bench.sandbox.url());
    let json = bench
        .client
        .post(url)
        .json(&serde_json::json!({ "client_id": "x" }));
    assert_eq!(
        Reply::of(json.send().await.unwrap()).await.error(),
        (400, "invalid_request")
    );
}

#[tokio::test]
async fn the_bearer_is_required_and_has_to_be_known() {
    let mut bench = Bench::new().await;
    let url = format!("{}{PROVISION}", bench.sandbox.url());
    let bare = bench
        .client
        .post(url)
        .form(&order("https://connected.test", "premium"));
    let reply = Reply::of(bare.send().await.unwrap()).await;
    assert_eq!(reply.error(), (403, "authorization_required"));

    bench.token.push('x');
    let reply = bench.provision("https://connected.test", "premium").await;
    assert_eq!(reply.error(), (401, "invalid_token"));
}

#[tokio::test]
async fn revoked_tokens_and_disabled_keys_are_told_apart() {
    let mut bench = Bench::new().await;
    assert_eq!(bench.sandbox.revoke_tokens(), 1);
    assert_eq!(bench.status("a.test").await.error(), (401, "invalid_token"));

    bench.token = bench.token_of(CLIENT_ID, CLIENT_SECRET).await;
    assert!(bench.sandbox.disable_key(CLIENT_ID));
    assert_eq!(
        bench.status("a.test").await.error(),
        (400, "partner_key_disabled")
    );
}

#[tokio::test]
async fn a_wrong_method_is_told_the_right_one() {
    let bench = Bench::new().await;
    let response = bench.request(Method::GET, PROVISION).send().await.unwrap();
    assert_eq!(response.headers()["allow"], "POST");
    let reply = Reply::of(response).await;
    assert_eq!(reply.error(), (405, "not_allowed"));
    assert_eq!(reply.json["error_message"], "Method not allowed");

    let response = bench
        .request(Method::POST, "/rest/v1.4/jpphp/a.test/status")
        .send()
        .await;
    assert_eq!(response.unwrap().headers()["allow"], "GET");
}

#[tokio::test]
async fn an_unknown_path_is_an_empty_plain_404() {
    let bench = Bench::new().await;
    let response = bench
        .request(Method::POST, "/rest/v1.2/jpphp/product-keys")
        .send()
        .await;
    let response = response.unwrap();
    assert_eq!(response.headers()["content-type"], "text/plain");
    let reply = Reply::of(response).await;
    assert_eq!((reply.status, reply.text.as_str()), (404, ""));
}

#[tokio::test]
async fn bodies_that_cannot_be_read_are_refused() {
    let bench = Bench::new().await;
    for (content_type, body) in [
        (Some("application/x-www-form-urlencoded"), "siteurl=100%"),
        (Some("multipart/form-data;"), "--x\r\n"),
        (Some("text/plain"), "siteurl=https://a.test"),
        (Some("application/json"), r#"{"plan":"premium","plan":"premium"}"#),
        (None, "siteurl=https://a.test"),
    ] {
        let mut request = bench.request(Method::POST, PROVISION).body(body);
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        let reply = Reply::of(request.send().await.unwrap()).await;
        assert_eq!(reply.error(), (400, "sandbox_strict"), "{content_type:?}");
    }
}

#[tokio::test]
async fn naming_a_plan_and_everything_at_once_is_refused() {
    let bench = Bench::new().await;
    let reply = bench
        .cancel("a.test", &[("plan", "premium"), ("cancel-all", "1")])
        .await;
    assert_eq!(reply.error(), (400, "sandbox_strict"));
}
