//! Where something may be provisioned, and for whom.

use std::time::SystemTime;

use anyhow::{Context as _, Result};
use jetpack_partner::{Plan, SiteUrl};

/// A site, and what to say of it.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// How findings name it.
    pub(super) what: &'static str,
    pub(super) site: SiteUrl,
    pub(super) user: String,
    pub(super) plan: Plan,
    /// Whether everything that this key has there was provisioned here, so that all of it may be cancelled.
    pub(super) is_ours_alone: bool,
    /// Whether the API knew no such site before, which it also says to a test key of every site.
    pub(super) was_unknown: bool,
    /// Whether a plan can become active there, and be billed.
    pub(super) may_be_billed: bool,
}

/// Names below `example.com`, which belongs to nobody who could set up a site there (RFC 2606), each new in each run: a plan for one of them
/// waits for ever, so it is never billed (partner-api.md §1).
#[derive(Debug)]
pub(super) struct Names(String);

impl Names {
    pub(super) fn new() -> Self {
        let now = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
        Self(format!("{:x}", now.as_millis()))
    }

    /// What is new in this run.
    pub(super) fn nonce(&self) -> &str {
        &self.0
    }

    /// A host that does not resolve.
    pub(super) fn host(&self, tag: &str) -> String {
        format!("unresolved-{}{tag}.example.com", self.0)
    }

    /// The same as a place.
    pub(super) fn place(&self, address: &str, plan: &Plan) -> Result<Place> {
        let site = format!("https://{address}").parse();
        Ok(Place {
            what: "a name that does not resolve",
            site: site.with_context(|| format!("{address} is no site's address"))?,
            user: "admin".to_owned(),
            plan: plan.clone(),
            is_ours_alone: true,
            was_unknown: true,
            may_be_billed: false,
        })
    }
}

/// The path of one of a site's calls.
pub(super) fn path(version: &str, site: &str, call: &str) -> String {
    format!("rest/v{version}/jpphp/{site}/{call}")
}
