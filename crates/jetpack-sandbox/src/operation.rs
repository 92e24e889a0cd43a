//! The calls of the Partner API that the sandbox answers.

use axum::http::Method;
use serde::{Deserialize, Serialize};

/// One call of the Partner API, by the short name the control plane uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Operation {
    /// `POST /oauth2/token` (partner-api.md §2.1).
    Token,
    /// `POST /rest/v1.3/jpphp/partner-keys/verify` (§2.5).
    Verify,
    /// `POST /rest/v1.3/jpphp/provision` (§4).
    Provision,
    /// `POST /rest/v1.3/jpphp/{site}/partner-cancel` (§5).
    Cancel,
    /// `GET /rest/v1.4/jpphp/{site}/status`, or v1.3 (§6).
    Status,
}

/// A path of the API: what it asks for, and of which site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) operation: Operation,
    /// `{site}`, percent-decoded; empty where the path names none.
    pub(crate) site: String,
    /// Version 1.3 of status, which is deprecated and has another form (§6.1).
    pub(crate) deprecated: bool,
}

impl Route {
    /// Finds the call a path stands for. `None` is a 404 (§3).
    pub(crate) fn of(path: &str) -> Option<Self> {
        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let (operation, site, deprecated) = match segments[..] {
            ["oauth2", "token"] => (Operation::Token, "", false),
            ["rest", "v1.3", "jpphp", "partner-keys", "verify"] => (Operation::Verify, "", false),
            ["rest", "v1.3", "jpphp", "provision"] => (Operation::Provision, "", false),
            ["rest", "v1.3", "jpphp", site, "partner-cancel"] => (Operation::Cancel, site, false),
            ["rest", "v1.4", "jpphp", site, "status"] => (Operation::Status, site, false),
            ["rest", "v1.3", "jpphp", site, "status"] => (Operation::Status, site, true),
            _ => return None,
        };
        let site = crate::percent::decode(site, false)?;
        Some(Self {
            operation,
            site,
            deprecated,
        })
    }

    /// The one method the path takes; any other is a 405 (§3).
    pub(crate) fn method(&self) -> Method {
        match self.operation {
            Operation::Status => Method::GET,
            _ => Method::POST,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_in_the_path_is_percent_decoded() {
        let route = Route::of("/rest/v1.4/jpphp/example.com%3A%3Ademo/status").unwrap();
        assert_eq!(route.site, "example.com::demo");
        assert!(!route.deprecated);
    }

    #[test]
    fn a_path_with_anything_more_or_less_is_unknown() {
        assert_eq!(Route::of("/oauth2/token/"), None);
        assert_eq!(Route::of("/rest/v1.2/jpphp/provision"), None);
        assert_eq!(Route::of("/rest/v1.3/jpphp/a.test/demo/partner-cancel"), None);
    }
}
