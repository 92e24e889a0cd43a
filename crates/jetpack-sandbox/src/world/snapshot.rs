//! The state of the sandbox as tests and people see it.

use serde::{Deserialize, Serialize};

use super::{PlanState, World};

/// Everything the sandbox knows, without its secrets: `GET /_sandbox/state`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Days that were let pass since the start.
    pub day: u32,
    /// Every partner key.
    pub keys: Vec<KeySnapshot>,
    /// Every site a call succeeded for.
    pub sites: Vec<SiteSnapshot>,
}

/// A partner key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeySnapshot {
    /// The partner's id.
    pub client_id: String,
    /// Whether REST calls with its tokens answer `partner_key_disabled`.
    pub disabled: bool,
    /// Tokens that are still good.
    pub tokens: usize,
}

/// A site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteSnapshot {
    /// `host::path`, as in a URL path (partner-api.md §5.1).
    pub site: String,
    /// The site's address as it was first provisioned, without a slash at the end.
    pub url: String,
    /// None while WordPress.com has not reached the site.
    pub blog_id: Option<u64>,
    /// Whether the owner has connected it.
    pub connected: bool,
    /// Whether its name resolves.
    pub resolves: bool,
    /// Whether SSH or FTP credentials were stored.
    pub backup_credentials: bool,
    /// Provision calls that succeeded, renewals included.
    pub provisions: u64,
    /// Cancel calls that cancelled something.
    pub cancels: u64,
    /// Oldest first; ended ones stay in the list.
    pub products: Vec<ProductSnapshot>,
}

/// One product on a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductSnapshot {
    /// The plan or product.
    pub slug: String,
    /// Where in its life it is.
    pub state: PlanState,
    /// The client id that provisioned it.
    pub partner: String,
    /// The day a pending one ends.
    pub lapses_on_day: Option<u32>,
}

impl Snapshot {
    /// Finds a site by its `host::path`.
    #[must_use]
    pub fn site(&self, identifier: &str) -> Option<&SiteSnapshot> {
        self.sites.iter().find(|site| site.site == identifier)
    }
}

impl World {
    pub(crate) fn snapshot(&self) -> Snapshot {
        let keys = self.keys.iter().map(|(client_id, key)| KeySnapshot {
            client_id: client_id.clone(),
            disabled: key.disabled,
            tokens: self.tokens.values().filter(|owner| *owner == client_id).count(),
        });
        let sites = self.sites.values().map(|site| SiteSnapshot {
            site: site.address.identifier.clone(),
            url: site.address.url.clone(),
            blog_id: site.blog_id,
            connected: site.connected,
            resolves: site.resolves,
            backup_credentials: site.backup_credentials,
            provisions: site.provisions,
            cancels: site.cancels,
            products: site
                .activations
                .iter()
                .map(|activation| ProductSnapshot {
                    slug: activation.product.slug.to_owned(),
                    state: activation.state,
                    partner: activation.partner.clone(),
                    lapses_on_day: activation.lapses_on,
                })
                .collect(),
        });
        Snapshot {
            day: self.today,
            keys: keys.collect(),
            sites: sites.collect(),
        }
    }
}
