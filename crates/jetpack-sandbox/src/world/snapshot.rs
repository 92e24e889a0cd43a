//! The state of the sandbox as tests and people see it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{PlanState, Site, World};
use crate::wire::record::RequestTotals;

/// Everything the sandbox knows, without its secrets: `GET /_sandbox/state`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Days that were let pass since the start.
    pub day: u32,
    /// Every partner key.
    pub keys: Vec<KeySnapshot>,
    /// Every site a call succeeded for, by name; or one page of them, newest first.
    pub sites: Vec<SiteSnapshot>,
    /// How many sites there are in all.
    pub sites_total: usize,
    /// How many requests there were.
    pub requests: RequestTotals,
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
    /// `KEY_ID` of the report (partner-api.md §10).
    pub id: u64,
    /// Its label; the client id unless it was made through the API (§9).
    pub name: String,
    /// The client id of the key that made it through the API.
    pub created_by: Option<String>,
    /// Whether `wpcom_user_id` connects a user (§4.1).
    pub auto_connect: bool,
    /// Live activations allowed, by slug; what is not listed is not limited.
    pub limits: BTreeMap<String, u64>,
    /// Live activations, by slug.
    pub live: BTreeMap<String, u64>,
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
    /// Everything, sites by name. What was asked is not the world's to know.
    pub(crate) fn snapshot(&self) -> Snapshot {
        self.snapshot_of(self.sites.values())
    }

    /// The same with some of the sites.
    pub(crate) fn snapshot_of<'a>(&self, sites: impl Iterator<Item = &'a Site>) -> Snapshot {
        Snapshot {
            day: self.today,
            keys: self.key_snapshots(),
            sites: sites.map(Site::snapshot).collect(),
            sites_total: self.site_count(),
            requests: RequestTotals::default(),
        }
    }

    fn key_snapshots(&self) -> Vec<KeySnapshot> {
        let mut tokens: BTreeMap<&str, usize> = BTreeMap::new();
        for owner in self.tokens.values() {
            *tokens.entry(owner).or_default() += 1;
        }
        let live = |client_id: &str| {
            let of_key = self.live.iter().filter(|((owner, _), _)| owner == client_id);
            let counted = of_key.filter(|(_, count)| **count > 0);
            counted
                .map(|((_, slug), count)| ((*slug).to_owned(), *count))
                .collect()
        };
        let keys = self.keys.iter().map(|(client_id, key)| KeySnapshot {
            client_id: client_id.clone(),
            disabled: key.disabled,
            tokens: tokens.get(client_id.as_str()).copied().unwrap_or_default(),
            id: key.id,
            name: key.name.clone(),
            created_by: key.created_by.clone(),
            auto_connect: key.auto_connect,
            limits: key.limits.clone(),
            live: live(client_id),
        });
        keys.collect()
    }
}

impl Site {
    fn snapshot(&self) -> SiteSnapshot {
        let products = self.activations.iter().map(|activation| ProductSnapshot {
            slug: activation.product.slug.to_owned(),
            state: activation.state,
            partner: activation.partner.clone(),
            lapses_on_day: activation.lapses_on,
        });
        SiteSnapshot {
            site: self.address.identifier.clone(),
            url: self.address.url.clone(),
            blog_id: self.blog_id,
            connected: self.connected,
            resolves: self.resolves,
            backup_credentials: self.backup_credentials,
            provisions: self.provisions,
            cancels: self.cancels,
            products: products.collect(),
        }
    }
}
