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
async fn a_call_may_leave_it_to_others_to_get_a_new_token_as_long_as_nothing_was_done() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    // Without a token there is none that others could replace.
    let mut call = client.call(deadline()).without_renewal();
    call.provision(&personal("https://connected1.example.test"))
        .await
        .unwrap();
    assert!(!call.token_is_refused());
    let old = client.token_in_use().unwrap();
    sandbox.revoke_tokens();

    let mut call = client.call(deadline()).without_renewal();
    let refused = call.provision(&personal("https://connected2.example.test")).await;
    assert!(matches!(refused, Err(Error::Credentials(_))) && call.token_is_refused());
    assert_eq!(sandbox.requests_to(Operation::Token).len(), 1);

    // What was refused is not taken back from those who have not heard of it.
    client.offer_token(old);
    assert!(client.token_in_use().is_none());
    // Nor does anybody else get one of his own meanwhile.
    let asked = sandbox.requests().len();
    let mut call = client.call(deadline()).without_renewal();
    let refused = call.provision(&personal("https://connected2.example.test")).await;
    assert!(matches!(refused, Err(Error::Credentials(_))) && call.token_is_refused());
    assert_eq!(sandbox.requests().len(), asked);
    let mut call = client.call(deadline());
    call.provision(&personal("https://connected2.example.test"))
        .await
        .unwrap();
    // Once it has been answered, a call goes on by itself.
    let mut call = client.call(deadline()).without_renewal();
    call.provision(&personal("https://connected3.example.test"))
        .await
        .unwrap();
    sandbox.revoke_tokens();
    call.provision(&personal("https://connected4.example.test"))
        .await
        .unwrap();
    assert!(!call.token_is_refused());
    assert_eq!(sandbox.requests_to(Operation::Token).len(), 3);
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
