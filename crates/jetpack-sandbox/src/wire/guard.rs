//! Keeps web pages of others off the control plane and the buttons.
//!
//! A page in a developer's browser can send requests to localhost, and with a name that is made to
//! resolve to 127.0.0.1 it can read the answers too (DNS rebinding). The sandbox's own paths answer
//! only who calls them by their own address, and no page but the sandbox's.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName};
use axum::middleware::Next;
use axum::response::Response;
use url::{Host, Url};

use super::connection::Connection;
use crate::control;
use crate::shared::Shared;

/// What everybody may call this machine by.
const LOOPBACK: [IpAddr; 2] = [IpAddr::V4(Ipv4Addr::LOCALHOST), IpAddr::V6(Ipv6Addr::LOCALHOST)];

/// Answers 403 to a call of a sandbox's own path that does not come from its own address.
pub(crate) async fn check(
    State(shared): State<Arc<Shared>>,
    Extension(connection): Extension<Connection>,
    request: Request,
    next: Next,
) -> Response {
    let own = Own {
        scheme: if shared.settings.tls { "https" } else { "http" },
        port: connection.local.port(),
        // Those differ where all addresses are listened on.
        addresses: [connection.local.ip(), shared.settings.listen.ip()],
    };
    match own.problem(request.headers()) {
        None => next.run(request).await,
        Some(problem) => control::forbid(problem),
    }
}

/// What a sandbox is called by.
struct Own {
    scheme: &'static str,
    port: u16,
    addresses: [IpAddr; 2],
}

impl Own {
    fn problem(&self, headers: &HeaderMap) -> Option<String> {
        let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
        let host = text(HOST).unwrap_or_default();
        if !self.is_named_by(&format!("{}://{host}", self.scheme)) {
            return Some(format!(
                "The Host \"{host}\" is not this sandbox: call it {}://localhost:{}.",
                self.scheme, self.port
            ));
        }
        let origin = text(ORIGIN)?;
        let is_foreign = !self.is_named_by(origin);
        is_foreign.then(|| format!("A page of \"{origin}\" may not use this sandbox."))
    }

    fn is_named_by(&self, address: &str) -> bool {
        let Ok(url) = Url::parse(address) else {
            return false;
        };
        let is_mine = |ip: IpAddr| LOOPBACK.contains(&ip) || self.addresses.contains(&ip);
        let is_here = match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(ip)) => is_mine(ip.into()),
            Some(Host::Ipv6(ip)) => is_mine(ip.into()),
            None => false,
        };
        is_here && url.scheme() == self.scheme && url.port_or_known_default() == Some(self.port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_names_with_its_own_port_are_its_own() {
        let addresses = ["10.0.0.7".parse().unwrap(), "0.0.0.0".parse().unwrap()];
        let own = Own {
            scheme: "http",
            port: 8095,
            addresses,
        };
        for (address, expected) in [
            ("http://localhost:8095", true),
            ("http://127.0.0.1:8095", true),
            ("http://[::1]:8095", true),
            ("http://10.0.0.7:8095", true),
            ("http://0.0.0.0:8095", true),
            ("http://LOCALHOST:8095", true),
            ("http://localhost:8096", false),
            ("http://localhost", false),
            ("https://localhost:8095", false),
            ("http://10.0.0.8:8095", false),
            ("http://evil.test:8095", false),
            ("http://localhost.evil.test:8095", false),
            ("http://", false),
            ("null", false),
        ] {
            assert_eq!(own.is_named_by(address), expected, "{address}");
        }
        let own = Own {
            scheme: "https",
            port: 443,
            addresses,
        };
        assert!(own.is_named_by("https://localhost"), "a browser leaves 443 out");
    }
}
