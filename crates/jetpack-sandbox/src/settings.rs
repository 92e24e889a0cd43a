//! How a sandbox is set up.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

/// The partner id that a sandbox knows unless told otherwise.
pub const CLIENT_ID: &str = "sandbox-partner";

/// The secret that belongs to [`CLIENT_ID`].
pub const CLIENT_SECRET: &str = "sandbox-secret";

/// The bearer of the report, which no partner key is good for (partner-api.md §10).
pub const USER_TOKEN: &str = "sandbox-user-token";

/// What can be chosen when a sandbox starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Where to listen. Port 0 is any free port.
    pub listen: SocketAddr,
    /// Also listen on an address that others can reach. For network namespaces that a test made.
    pub beyond_loopback: bool,
    /// Serve https, with a certificate of a throw-away authority.
    pub tls: bool,
    /// Partner keys: client id, client secret.
    pub keys: Vec<(String, String)>,
    /// The bearer of the report.
    pub user_token: String,
    /// Makes blog ids, tokens and links the same in every run; chance decides without.
    pub seed: Option<u64>,
    /// Errors say `error_code` and `error_message` instead of `error` and `message`
    /// (partner-api.md §3, conflict 2).
    pub error_code_keys: bool,
    /// How many requests are remembered.
    pub record: usize,
    /// How long a connection may be idle, or take to send the head of a request.
    pub keep_alive: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            beyond_loopback: false,
            tls: false,
            keys: vec![(CLIENT_ID.to_owned(), CLIENT_SECRET.to_owned())],
            user_token: USER_TOKEN.to_owned(),
            seed: None,
            error_code_keys: false,
            // Enough for any test, and some ten megabytes in a bulk run.
            record: 10_000,
            // What WordPress.com does is not known; servers of its kind wait about so long.
            keep_alive: Duration::from_secs(15),
        }
    }
}
