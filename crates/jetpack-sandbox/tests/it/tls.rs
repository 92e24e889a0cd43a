//! The sandbox over https.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Fault, Sandbox};
use reqwest::{Certificate, Client};

use crate::support::token_form;

#[tokio::test]
async fn a_client_that_trusts_the_authority_gets_an_answer_and_another_does_not() {
    rustls::crypto::ring::default_provider().install_default().ok();
    let sandbox = Sandbox::start_tls().await;
    let ca = Certificate::from_pem(sandbox.ca_pem().unwrap().as_bytes()).unwrap();
    let trusting = Client::builder().tls_certs_only([ca]).build().unwrap();

    let port = sandbox.address().port();
    for host in ["127.0.0.1", "localhost"] {
        let url = format!("https://{host}:{port}/oauth2/token");
        let form = token_form(CLIENT_ID, CLIENT_SECRET);
        let response = trusting.post(url).form(&form).send().await.unwrap();
        assert_eq!(response.status(), 200);
    }

    let stranger = Sandbox::start_tls().await;
    assert!(stranger.url().starts_with("https://"));
    assert!(trusting.get(stranger.url()).send().await.is_err());
}

#[tokio::test]
async fn faults_strike_beneath_tls_as_well() {
    rustls::crypto::ring::default_provider().install_default().ok();
    let sandbox = Sandbox::start_tls().await;
    let ca = Certificate::from_pem(sandbox.ca_pem().unwrap().as_bytes()).unwrap();
    let client = Client::builder()
        .tls_certs_only([ca])
        .retry(reqwest::retry::never())
        .build()
        .unwrap();

    sandbox.faults([Fault::reset(), Fault::truncated(), Fault::stall(10)]);
    let url = format!("{}/rest/v1.4/jpphp/a.test/status", sandbox.url());
    assert!(client.get(&url).send().await.is_err());
    let half = client.get(&url).send().await.unwrap();
    assert!(half.text().await.is_err());
    assert!(client.get(&url).send().await.is_err());
    assert_eq!(client.get(&url).send().await.unwrap().status(), 403);
}
