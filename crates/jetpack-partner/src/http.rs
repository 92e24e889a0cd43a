//! The one builder of HTTP clients, and what their errors say.

use std::time::Duration;

use reqwest::redirect;

use crate::{Error, Proxy, Trust};

/// Long enough for a slow handshake across an ocean, short enough to leave most of a deadline.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How long an idle connection is trusted. It must be less than the server's own limit, or a
/// request is put on a connection that is being closed and its outcome is unknown
/// (php-extension.md §2b). The API's limit is not known; common servers close after 15 s or more.
const IDLE_CONNECTION: Duration = Duration::from_secs(10);

/// A client that follows no redirect and repeats nothing. It has no time limit of its own: each
/// request gets one.
///
/// # Errors
///
/// [`Error::Defect`] when TLS cannot be set up at all, as without any CA store.
pub fn client(trust: &Trust, proxy: &Proxy) -> Result<reqwest::Client, Error> {
    let defect = |error: reqwest::Error| Error::Defect(error.to_string());
    let builder = reqwest::Client::builder()
        .tls_backend_preconfigured(trust.tls_config()?)
        .connect_timeout(CONNECT_TIMEOUT)
        .pool_idle_timeout(IDLE_CONNECTION)
        // A redirect would carry the secret or the bearer to another address.
        .redirect(redirect::Policy::none())
        // What may be asked again is decided in one place, and that is `retry`.
        .retry(reqwest::retry::never())
        .user_agent(concat!("jetpack-partner/", env!("CARGO_PKG_VERSION")));
    proxy.of(builder).map_err(defect)?.build().map_err(defect)
}

/// The innermost cause, which says most; the outer ones repeat the address.
pub fn reason(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
