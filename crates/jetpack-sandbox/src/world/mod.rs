//! What WordPress.com knows: keys, tokens, sites, activations. No HTTP in here.

mod address;
mod cancel;
mod character;
mod invitation;
mod keys;
mod product;
mod provision;
mod site;
mod snapshot;

use std::collections::BTreeMap;

pub(crate) use address::Address;
pub(crate) use cancel::{CancelRefusal, Selection};
pub(crate) use character::Character;
pub(crate) use invitation::Invitation;
pub(crate) use keys::{BearerRefusal, CredentialRefusal};
pub(crate) use product::{Family, Product};
pub(crate) use provision::{Order, ProvisionRefusal, Provisioned};
pub(crate) use site::{Activation, Site};

pub use site::PlanState;
pub use snapshot::{KeySnapshot, ProductSnapshot, SiteSnapshot, Snapshot};

use keys::Key;

/// "Two weeks": how long an activation stays pending (partner-api.md §4.4).
pub(crate) const PENDING_DAYS: u32 = 14;

/// Blog ids start high enough not to be mistaken for a count of something.
const FIRST_BLOG_ID: u64 = 7_000_001;

/// The whole state of the imitated side.
#[derive(Debug, Clone)]
pub(crate) struct World {
    keys: BTreeMap<String, Key>,
    /// Client ids by access token.
    tokens: BTreeMap<String, String>,
    sites: BTreeMap<String, Site>,
    invitations: BTreeMap<String, Invitation>,
    next_blog_id: u64,
    /// Moves only when told to, so that a slow test cannot outlive an activation.
    today: u32,
    /// Grows with every change, which tells whether a call had an effect.
    pub(crate) revision: u64,
}

impl World {
    /// A world that knows these keys (client id, secret) and nothing else.
    pub(crate) fn new(keys: &[(String, String)]) -> Self {
        let mut world = Self {
            keys: BTreeMap::new(),
            tokens: BTreeMap::new(),
            sites: BTreeMap::new(),
            invitations: BTreeMap::new(),
            next_blog_id: FIRST_BLOG_ID,
            today: 0,
            revision: 0,
        };
        for (client_id, secret) in keys {
            world.put_key(client_id, Some(secret), false);
        }
        world
    }

    /// Finds a site by its identifier or its blog id (§5.1).
    pub(crate) fn site(&self, name: &str) -> Option<&Site> {
        // No host is all digits.
        match name.parse::<u64>() {
            Ok(id) => self.sites.values().find(|site| site.blog_id == Some(id)),
            Err(_) => self.sites.get(name),
        }
    }

    fn identifier_of(&self, name: &str) -> Option<String> {
        self.site(name).map(|site| site.address.identifier.clone())
    }

    /// Connects a site, as its owner would. False when nobody has heard of it.
    pub(crate) fn connect(&mut self, name: &str) -> bool {
        if !self.resolve(name) {
            return false;
        }
        let Some(identifier) = self.identifier_of(name) else {
            return false;
        };
        if let Some(site) = self.sites.get_mut(&identifier) {
            site.connected = true;
            site.activate_pending();
        }
        true
    }

    /// Lets a site's name resolve, so that a blog exists. False when nobody has heard of it.
    pub(crate) fn resolve(&mut self, name: &str) -> bool {
        let Some(identifier) = self.identifier_of(name) else {
            return false;
        };
        let Some(site) = self.sites.get_mut(&identifier) else {
            return false;
        };
        self.revision += 1;
        site.resolves = true;
        if site.blog_id.is_none() {
            site.blog_id = Some(self.next_blog_id);
            self.next_blog_id += 1;
        }
        true
    }

    pub(crate) fn today(&self) -> u32 {
        self.today
    }

    /// Lets days pass; activations that were pending for too long end.
    pub(crate) fn advance(&mut self, days: u32) {
        self.revision += 1;
        self.today = self.today.saturating_add(days);
        for activation in self.sites.values_mut().flat_map(|site| &mut site.activations) {
            if activation.lapses_on.is_some_and(|day| day <= self.today) {
                activation.state = PlanState::Lapsed;
                activation.lapses_on = None;
            }
        }
    }
}
