use jetpack_partner::{Error, Provision};
use jetpack_sandbox::{Fault, Operation, Sandbox};

use crate::{client, client_with, deadline, personal};

#[tokio::test]
async fn a_token_and_a_connection_serve_many_calls() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);

    for site in [
        "https://connected1.example.test",
        "https://connected2.example.test",
    ] {
        client.call(deadline()).provision(&personal(site)).await.unwrap();
    }

    let requests = sandbox.requests();
    assert_eq!(requests.len(), 3, "one token, two provisions");
    assert!(
        requests
            .iter()
            .all(|request| request.connection == requests[0].connection)
    );
}

#[tokio::test]
async fn a_token_that_was_revoked_is_replaced_once_and_silently() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    call.provision(&personal("https://connected1.example.test"))
        .await
        .unwrap();
    sandbox.revoke_tokens();

    let provisioned = call
        .provision(&personal("https://connected2.example.test"))
        .await
        .unwrap();

    assert!(matches!(provisioned.plan, Provision::Active(_)));
    assert_eq!(sandbox.requests_to(Operation::Token).len(), 2);
}

#[tokio::test]
async fn a_token_that_is_refused_twice_is_a_matter_of_credentials() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    sandbox.fault(Fault::status(401).on(Operation::Provision).forever());

    let refused = client
        .call(deadline())
        .provision(&personal("https://connected.example.test"))
        .await;

    assert!(matches!(refused, Err(Error::Credentials(_))), "{refused:?}");
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 2);
}

#[tokio::test]
async fn a_wrong_secret_is_refused_in_the_words_of_oauth() {
    let sandbox = Sandbox::start().await;
    let client = client_with(&sandbox, &jetpack_partner::Trust::System, "wrong");

    let refused = client
        .call(deadline())
        .provision(&personal("https://connected.example.test"))
        .await;

    assert!(matches!(refused, Err(Error::Credentials(error)) if error.code == "invalid_client"));
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 0);
}

#[tokio::test]
async fn a_lost_token_means_that_nothing_was_sent() {
    for fault in [
        Fault::reset(),
        Fault::html(502),
        Fault::empty(200),
        Fault::body(200, "null"),
        Fault::truncated(),
    ] {
        let sandbox = Sandbox::start().await;
        let client = client(&sandbox);
        sandbox.fault(fault.clone().on(Operation::Token).forever());

        let failed = client
            .call(deadline())
            .provision(&personal("https://connected.example.test"))
            .await;

        let error = failed.unwrap_err();
        assert!(!error.may_have_happened(), "{fault:?}: {error:?}");
        assert_eq!(sandbox.requests_to(Operation::Provision).len(), 0);
    }
}
