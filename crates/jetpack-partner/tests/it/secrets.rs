use jetpack_partner::{MASK, Trust};
use jetpack_sandbox::{CLIENT_ID, Fault, Operation, Sandbox};

use crate::{client_with, deadline, personal};

const HOSTILE: &str = r#"a&b+c%20d"e' f/<g>\h;é="#;

#[tokio::test]
async fn a_hostile_secret_arrives_intact_and_is_seen_nowhere_else() {
    let sandbox = Sandbox::start().await;
    sandbox.put_key(CLIENT_ID, HOSTILE);
    let client = client_with(&sandbox, &Trust::System, HOSTILE);
    let mut call = client.call(deadline());

    call.provision(&personal("https://shop.example.test"))
        .await
        .unwrap();

    assert_eq!(
        sandbox.requests_to(Operation::Token)[0].field("client_secret"),
        Some(HOSTILE)
    );
    let token = call.token().await.unwrap();
    let seen = format!("{:?} {:?} {client:?} {call:?}", call.exchanges(), call.redactor());
    for form in call.redactor().forms() {
        assert!(!seen.contains(form.expose()), "{} in {seen}", form.expose());
    }
    assert!(!seen.contains(token.expose()));
    assert!(seen.contains(MASK));
}

#[tokio::test]
async fn the_owners_address_is_logged_without_its_query() {
    let sandbox = Sandbox::start().await;
    let client = client_with(&sandbox, &Trust::System, jetpack_sandbox::CLIENT_SECRET);
    let mut call = client.call(deadline());

    let provisioned = call
        .provision(&personal("https://shop.example.test"))
        .await
        .unwrap();

    let jetpack_partner::Provision::AwaitingAuthorization(url) = provisioned.plan else {
        panic!("{provisioned:?}");
    };
    let (address, query) = url.split_once('?').unwrap();
    let logged = &call.exchanges().last().unwrap().response;
    assert!(logged.contains(address) && !logged.contains(query), "{logged}");
}

#[tokio::test]
async fn an_api_that_repeats_the_secret_does_not_get_it_into_an_error_or_a_log() {
    let sandbox = Sandbox::start().await;
    sandbox.put_key(CLIENT_ID, HOSTILE);
    let client = client_with(&sandbox, &Trust::System, HOSTILE);
    let mut call = client.call(deadline());
    for body in [
        serde_json::json!({"error": "invalid_client", "error_description": format!("bad {HOSTILE}")})
            .to_string(),
        format!("<html>{HOSTILE}</html>"),
        format!("{{\"access_token\":\"half-of-a-token {HOSTILE}"),
    ] {
        sandbox.fault(Fault::body(400, body).on(Operation::Token));
        let error = call
            .provision(&personal("https://shop.example.test"))
            .await
            .unwrap_err();

        let seen = format!("{error} {error:?} {:?}", call.exchanges());
        assert!(
            !seen.contains(HOSTILE) && !seen.contains("half-of-a-token"),
            "{seen}"
        );
    }
}
