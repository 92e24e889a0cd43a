use jetpack_partner::{Cancelled, Error, Plan, Provision, SiteRef, Verified};
use jetpack_sandbox::{Operation, Sandbox};

use crate::{client, deadline, personal};

#[tokio::test]
async fn the_three_success_cases_are_told_apart() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());

    let active = call
        .provision(&personal("https://connected.example.test"))
        .await
        .unwrap();
    let waits = call
        .provision(&personal("https://shop.example.test"))
        .await
        .unwrap();
    let unresolved = call
        .provision(&personal("https://unresolved.example.test"))
        .await
        .unwrap();

    assert!(matches!(active.plan, Provision::Active(Some(_))));
    assert!(matches!(waits.plan, Provision::AwaitingAuthorization(url) if url.starts_with(sandbox.url())));
    assert_eq!(unresolved.plan, Provision::AwaitingSite);
}

#[tokio::test]
async fn a_site_that_lost_its_tokens_is_registered_anew_once() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());

    let provisioned = call
        .provision(&personal("https://stale.example.test"))
        .await
        .unwrap();

    assert!(matches!(provisioned.plan, Provision::Active(_)));
    let provisions = sandbox.requests_to(Operation::Provision);
    assert_eq!(provisions.len(), 2);
    assert_eq!(provisions[0].field("force_register"), None);
    assert_eq!(provisions[1].field("force_register"), Some("1"));
}

#[tokio::test]
async fn a_site_without_jetpack_is_refused_in_the_apis_own_words_and_not_asked_twice() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);

    let refused = client
        .call(deadline())
        .provision(&personal("https://nojetpack.example.test"))
        .await;

    assert!(matches!(refused, Err(Error::Refused(error)) if error.code == "method_not_found"));
    assert_eq!(sandbox.requests_to(Operation::Provision).len(), 1);
}

#[tokio::test]
async fn siteurl_keeps_its_scheme_and_cancel_names_the_site_by_colons() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    let request = personal("http://connected.example.test/demo/wp/");

    call.provision(&request).await.unwrap();
    let site = SiteRef::from(&request.site);
    let cancelled = call.cancel(&site, request.plan.as_ref()).await;
    let again = call.cancel(&site, request.plan.as_ref()).await;

    assert_eq!(
        (cancelled, again),
        (Ok(Cancelled::Done), Ok(Cancelled::NothingThere))
    );
    let provision = &sandbox.requests_to(Operation::Provision)[0];
    assert_eq!(
        provision.field("siteurl"),
        Some("http://connected.example.test/demo/wp")
    );
    let cancel = &sandbox.requests_to(Operation::Cancel)[0];
    assert_eq!(
        cancel.path,
        "/rest/v1.3/jpphp/connected.example.test::demo::wp/partner-cancel"
    );
    assert_eq!(cancel.field("plan"), Some("personal"));
}

#[tokio::test]
async fn a_plan_that_is_there_already_is_found_as_it_stands() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    let request = personal("https://connected.example.test");

    call.provision(&request).await.unwrap();

    assert_eq!(
        call.provision(&request).await.unwrap().plan,
        Provision::Active(None)
    );
}

#[tokio::test]
async fn the_status_shows_what_waits_and_what_is_active() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());
    let request = personal("https://shop.example.test");
    let site = SiteRef::from(&request.site);
    let plan: Plan = "personal".parse().unwrap();

    let before = call.status(&site).await;
    call.provision(&request).await.unwrap();
    let waiting = call.status(&site).await.unwrap();
    sandbox.connect(&site.to_string());
    let active = call.status(&site).await.unwrap();

    assert!(matches!(before, Err(Error::Refused(error)) if error.is_unknown_site()));
    assert!(waiting.our_product(&plan).unwrap().is_pending);
    assert!(!active.our_product(&plan).unwrap().is_pending);
    assert!(active.is_connected);
}

#[tokio::test]
async fn a_key_is_verified_and_a_missing_verification_is_no_failure() {
    let sandbox = Sandbox::start().await;
    let client = client(&sandbox);
    let mut call = client.call(deadline());

    assert_eq!(call.verify().await, Ok(Verified::Key));
    sandbox.fault(jetpack_sandbox::Fault::empty(404).on(Operation::Verify));
    assert_eq!(call.verify().await, Ok(Verified::TokenOnly));
}
