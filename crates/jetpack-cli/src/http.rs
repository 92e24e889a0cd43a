//! Plain requests to any address, for the checks that the API's own client has no call for.

use std::time::Duration;

use anyhow::{Context, Result};
use jetpack_partner::Trust;

/// A client that follows no redirect: where one leads is what the checks want to know.
pub(crate) fn client(trust: &Trust, timeout: Duration, proxied: bool) -> Result<reqwest::Client> {
    let mut builder = reqwest::Client::builder()
        .timeout(timeout)
        .redirect(reqwest::redirect::Policy::none())
        .tls_backend_preconfigured(trust.tls_config()?)
        .user_agent(concat!("jetpack-partner/", env!("CARGO_PKG_VERSION")));
    if !proxied {
        builder = builder.no_proxy();
    }
    builder.build().context("TLS cannot be set up")
}

/// The innermost cause, which says most; the outer ones repeat the address.
pub(crate) fn reason(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
