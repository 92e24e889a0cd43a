//! The calls of the Partner API that the sandbox answers.

use axum::http::Method;
use serde::{Deserialize, Serialize};

/// One call of the Partner API, by the short name the control plane uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// `GET /rest/v1.3/jpphp/errors` (§4.5).
    Errors,
    /// `GET /rest/v1.3/jpphp/{site}/upgrade-paths` (§7).
    Upgrades,
    /// `POST /rest/v1.3/jpphp/{blog_id}/ssh-credentials` (§8).
    Ssh,
    /// `POST /rest/v1.3/jpphp/{blog_id}/ftp-credentials` (§8).
    Ftp,
    /// `POST /rest/v1.3/jpphp/partner-keys/new` (§9).
    Keys,
    /// `GET /rest/v1.1/sites/{domain}` (§12).
    Site,
    /// `GET /wpcom/v2/jetpack-partners/{partner}/key/{key}/activations` (§10).
    Activations,
}

impl Operation {
    /// The name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Verify => "verify",
            Self::Provision => "provision",
            Self::Cancel => "cancel",
            Self::Status => "status",
            Self::Errors => "errors",
            Self::Upgrades => "upgrades",
            Self::Ssh => "ssh",
            Self::Ftp => "ftp",
            Self::Keys => "keys",
            Self::Site => "site",
            Self::Activations => "activations",
        }
    }

    /// The one method a call takes; any other is a 405 (§3).
    pub(crate) fn method(self) -> Method {
        match self {
            Self::Status | Self::Errors | Self::Upgrades | Self::Site | Self::Activations => Method::GET,
            _ => Method::POST,
        }
    }
}
