//! From a path to the call it stands for.

use crate::endpoint::Operation;
use crate::wire::percent;

/// The one partner behind the user token (partner-api.md §10).
const PARTNER_ID: &str = "1";

/// A path of the API: what it asks for, and of which site or key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) operation: Operation,
    /// `{site}`, or `{key}` of the report, percent-decoded; empty where the path names none.
    pub(crate) name: String,
    /// Version 1.3 of status, which is deprecated and has another form (§6.1).
    pub(crate) deprecated: bool,
}

impl Route {
    /// Finds the call a path stands for. `None` is a 404 (§3).
    pub(crate) fn of(path: &str) -> Option<Self> {
        use Operation::{
            Activations, Cancel, Errors, Ftp, Keys, Provision, Site, Ssh, Status, Token, Upgrades, Verify,
        };

        let (space, rest) = path.trim_start_matches('/').split_once('/')?;
        let (version, rest) = rest.split_once('/').unwrap_or((rest, ""));
        let segments: Vec<&str> = rest.split('/').collect();
        let (operation, name) = match (space, version, &segments[..]) {
            ("oauth2", "token", [""]) if !path.ends_with('/') => (Token, ""),
            ("rest", "v1.1", ["sites", site]) => (Site, *site),
            ("rest", "v1.4", ["jpphp", site, "status"]) => (Status, *site),
            ("rest", "v1.3", ["jpphp", "partner-keys", "verify"]) => (Verify, ""),
            ("rest", "v1.3", ["jpphp", "partner-keys", "new"]) => (Keys, ""),
            ("rest", "v1.3", ["jpphp", "provision"]) => (Provision, ""),
            ("rest", "v1.3", ["jpphp", "errors"]) => (Errors, ""),
            ("rest", "v1.3", ["jpphp", site, "partner-cancel"]) => (Cancel, *site),
            ("rest", "v1.3", ["jpphp", site, "status"]) => (Status, *site),
            ("rest", "v1.3", ["jpphp", site, "upgrade-paths"]) => (Upgrades, *site),
            ("rest", "v1.3", ["jpphp", blog, "ssh-credentials"]) => (Ssh, *blog),
            ("rest", "v1.3", ["jpphp", blog, "ftp-credentials"]) => (Ftp, *blog),
            ("wpcom", "v2", ["jetpack-partners", PARTNER_ID, "key", key, "activations"]) => {
                (Activations, *key)
            }
            // Another partner has no key that is known.
            ("wpcom", "v2", ["jetpack-partners", _, "key", _, "activations"]) => (Activations, ""),
            _ => return None,
        };
        Some(Self {
            operation,
            name: percent::decode(name, false)?,
            deprecated: operation == Status && version == "v1.3",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_in_the_path_is_percent_decoded() {
        let route = Route::of("/rest/v1.4/jpphp/example.com%3A%3Ademo/status").unwrap();
        assert_eq!(route.name, "example.com::demo");
        assert!(!route.deprecated);
        assert!(Route::of("/rest/v1.3/jpphp/a.test/status").unwrap().deprecated);
    }

    #[test]
    fn a_report_names_a_key_of_the_one_partner() {
        let route = Route::of("/wpcom/v2/jetpack-partners/1/key/10/activations").unwrap();
        assert_eq!(
            (route.operation, route.name.as_str()),
            (Operation::Activations, "10")
        );
        let route = Route::of("/wpcom/v2/jetpack-partners/2/key/10/activations").unwrap();
        assert_eq!(route.name, "");
    }

    #[test]
    fn a_path_with_anything_more_or_less_is_unknown() {
        assert_eq!(Route::of("/oauth2/token/"), None);
        assert_eq!(Route::of("/rest/v1.2/jpphp/provision"), None);
        assert_eq!(Route::of("/rest/v1.3/jpphp/a.test/demo/partner-cancel"), None);
        assert_eq!(Route::of("/wpcom/v2/jetpack-partners/1/key/10"), None);
    }
}
