//! The client against the sandbox, over real sockets.

#![allow(clippy::unwrap_used, reason = "a helper of tests fails as loudly as a test")]

mod answers;
mod change;
mod chaos;
mod endpoints;
mod ensure;
mod faults;
mod idle;
mod machines;
mod properties;
mod secrets;
mod tls;
mod tokens;

use std::time::Duration;

use jetpack_partner::{
    Client, Credentials, Deadline, ProvisionRequest, Proxy, Secret, SiteRef, SiteUrl, Trust,
};
use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Sandbox};

/// A client of the sandbox, with the sandbox's own key.
fn client(sandbox: &Sandbox) -> Client {
    client_with(sandbox, &Trust::System, CLIENT_SECRET)
}

fn client_with(sandbox: &Sandbox, trust: &Trust, secret: &str) -> Client {
    let credentials = Credentials {
        client_id: CLIENT_ID.to_owned(),
        client_secret: Secret::new(secret.to_owned()),
    };
    Client::new(sandbox.url().parse().unwrap(), trust, &Proxy::None, credentials).unwrap()
}

/// Far more than a call to the sandbox needs.
fn deadline() -> Deadline {
    Deadline::after(Duration::from_secs(10))
}

fn personal(site: &str) -> ProvisionRequest {
    ProvisionRequest::new(
        site.parse().unwrap(),
        "admin".to_owned(),
        Some("personal".parse().unwrap()),
    )
}

/// A site as the API's paths name it.
fn site_ref(site: &str) -> SiteRef {
    SiteRef::from(&site.parse::<SiteUrl>().unwrap())
}
