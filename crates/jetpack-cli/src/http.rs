//! Plain requests to any address, for the checks that the API's own client has no call for.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use jetpack_partner::Trust;

/// A client that follows no redirect: where one leads is what the checks want to know.
pub(crate) fn client(trust: &Trust, timeout: Duration, proxied: bool) -> Result<reqwest::Client> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut builder = reqwest::Client::builder()
        .timeout(timeout)
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("jetpack-partner/", env!("CARGO_PKG_VERSION")));
    if !proxied {
        builder = builder.no_proxy();
    }
    builder = match trust {
        Trust::System => {
            // An error says that it is installed already.
            let _ = rustls::crypto::CryptoProvider::install_default((*provider).clone());
            builder
        }
        Trust::Only { store, .. } => {
            let config = rustls::ClientConfig::builder_with_provider(provider)
                .with_safe_default_protocol_versions()
                .context("TLS cannot be set up")?
                .with_root_certificates(Arc::clone(store))
                .with_no_client_auth();
            builder.tls_backend_preconfigured(config)
        }
    };
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
