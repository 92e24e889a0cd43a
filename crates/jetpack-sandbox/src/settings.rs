//! How a sandbox is set up.

use std::net::{Ipv4Addr, SocketAddr};

/// The partner id that a sandbox knows unless told otherwise.
pub const CLIENT_ID: &str = "sandbox-partner";

/// The secret that belongs to [`CLIENT_ID`].
pub const CLIENT_SECRET: &str = "sandbox-secret";

/// What can be chosen when a sandbox starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where to listen; loopback addresses only. Port 0 is any free port.
    pub listen: SocketAddr,
    /// Serve https, with a certificate of a throw-away authority.
    pub tls: bool,
    /// Partner keys: client id, client secret.
    pub keys: Vec<(String, String)>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            tls: false,
            keys: vec![(CLIENT_ID.to_owned(), CLIENT_SECRET.to_owned())],
        }
    }
}
