//! From a path to the call it stands for.

use crate::endpoint::Operation;
use crate::wire::percent;

/// A path of the API: what it asks for, and of which site or key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) operation: Operation,
    /// `{site}`, percent-decoded; empty where the path names none.
    pub(crate) site: String,
    /// `{partner}` and `{key}` of a report; empty elsewhere (partner-api.md §10).
    pub(crate) partner: String,
    pub(crate) key: String,
    /// Version 1.3 of status, which is deprecated and has another form (§6.1).
    pub(crate) deprecated: bool,
}

impl Route {
    /// Finds the call a path stands for. `None` is a 404 (§3).
    pub(crate) fn of(path: &str) -> Option<Self> {
        use Operation::{
            Activations, Cancel, Errors, Ftp, Keys, Provision, Site, Ssh, Status, Token, Upgrades, Verify,
        };

        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let (operation, site) = match segments[..] {
            ["oauth2", "token"] => (Token, ""),
            ["rest", "v1.1", "sites", site] => (Site, site),
            ["rest", "v1.4", "jpphp", site, "status"] => (Status, site),
            ["rest", "v1.3", "jpphp", ref rest @ ..] => match *rest {
                ["partner-keys", "verify"] => (Verify, ""),
                ["partner-keys", "new"] => (Keys, ""),
                ["provision"] => (Provision, ""),
                ["errors"] => (Errors, ""),
                [site, "partner-cancel"] => (Cancel, site),
                [site, "status"] => (Status, site),
                [site, "upgrade-paths"] => (Upgrades, site),
                [blog, "ssh-credentials"] => (Ssh, blog),
                [blog, "ftp-credentials"] => (Ftp, blog),
                _ => return None,
            },
            [
                "wpcom",
                "v2",
                "jetpack-partners",
                partner,
                "key",
                key,
                "activations",
            ] => {
                return Some(Self {
                    partner: percent::decode(partner, false)?,
                    key: percent::decode(key, false)?,
                    ..Self::new(Activations)
                });
            }
            _ => return None,
        };
        Some(Self {
            site: percent::decode(site, false)?,
            deprecated: operation == Status && segments[1] == "v1.3",
            ..Self::new(operation)
        })
    }

    fn new(operation: Operation) -> Self {
        Self {
            operation,
            site: String::new(),
            partner: String::new(),
            key: String::new(),
            deprecated: false,
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
        assert!(Route::of("/rest/v1.3/jpphp/a.test/status").unwrap().deprecated);
    }

    #[test]
    fn a_report_names_partner_and_key() {
        let route = Route::of("/wpcom/v2/jetpack-partners/1/key/10/activations").unwrap();
        assert_eq!((route.partner.as_str(), route.key.as_str()), ("1", "10"));
        assert_eq!(route.operation, Operation::Activations);
    }

    #[test]
    fn a_path_with_anything_more_or_less_is_unknown() {
        assert_eq!(Route::of("/oauth2/token/"), None);
        assert_eq!(Route::of("/rest/v1.2/jpphp/provision"), None);
        assert_eq!(Route::of("/rest/v1.3/jpphp/a.test/demo/partner-cancel"), None);
        assert_eq!(Route::of("/wpcom/v2/jetpack-partners/1/key/10"), None);
    }
}
