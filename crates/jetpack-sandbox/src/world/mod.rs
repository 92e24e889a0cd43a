//! What WordPress.com knows: keys, tokens, sites, activations. No HTTP in here.

mod activation;
mod address;
mod calendar;
mod cancel;
mod character;
mod credentials;
mod invitation;
mod keys;
mod limits;
mod overlap;
mod product;
mod provision;
mod report;
mod reseller;
mod site;
mod sites;
mod snapshot;
mod tokens;

use fastrand::Rng;
use rpds::RedBlackTreeMapSync;

pub(crate) use activation::Activation;
pub(crate) use address::Address;
pub(crate) use calendar::date;
pub(crate) use cancel::{CancelRefusal, Selection};
pub(crate) use character::{Character, label_of, word_of};
pub(crate) use invitation::Invitation;
pub(crate) use keys::KeyChange;
pub(crate) use product::{Family, Product};
pub(crate) use provision::{Order, ProvisionRefusal, Provisioned};
pub(crate) use report::Reported;
pub(crate) use reseller::Quotas;
pub(crate) use site::Site;
pub(crate) use tokens::{BearerRefusal, CredentialRefusal};

pub use activation::PlanState;
pub use snapshot::{KeySnapshot, ProductSnapshot, SiteSnapshot, Snapshot};

use keys::Key;

/// "Two weeks": how long an activation stays pending (partner-api.md §4.4).
pub(crate) const PENDING_DAYS: u32 = 14;

/// Blog ids start high enough not to be mistaken for a count of something.
const FIRST_BLOG_ID: u64 = 7_000_001;

/// A hundred years.
const LAST_DAY: u32 = 36_500;

/// A map whose copy costs nothing: a call that must not take effect is worked
/// out on a copy of the whole world, and the world may hold 100,000 sites.
type Map<K, V> = RedBlackTreeMapSync<K, V>;

/// The whole state of the imitated side.
#[derive(Debug, Clone)]
pub(crate) struct World {
    keys: Map<String, Key>,
    /// Client ids by access token.
    tokens: Map<String, String>,
    /// Sites by identifier; written by `store` only, which keeps the maps below in step.
    sites: Map<String, Site>,
    /// Identifiers by blog id.
    blogs: Map<u64, String>,
    /// Identifiers by the number of the site.
    by_age: Map<u64, String>,
    /// Live activations by client id and slug.
    live: Map<(String, &'static str), u64>,
    invitations: Map<String, Invitation>,
    /// The bearer of the report (§10).
    user_token: String,
    next_key_id: u64,
    next_blog_id: u64,
    next_activation_id: u64,
    /// Moves only when told to, so that a slow test cannot outlive an activation.
    today: u32,
    /// Grows with every change, which tells whether a call had an effect.
    pub(crate) revision: u64,
    rng: Rng,
}

impl World {
    /// A world that knows these keys (client id, secret) and nothing else.
    pub(crate) fn new(keys: &[(String, String)]) -> Self {
        let mut world = Self {
            keys: Map::new_sync(),
            tokens: Map::new_sync(),
            sites: Map::new_sync(),
            blogs: Map::new_sync(),
            by_age: Map::new_sync(),
            live: Map::new_sync(),
            invitations: Map::new_sync(),
            user_token: String::new(),
            next_key_id: keys::FIRST_ID,
            next_blog_id: FIRST_BLOG_ID,
            next_activation_id: 1,
            today: 0,
            revision: 0,
            rng: Rng::new(),
        };
        for (client_id, secret) in keys {
            world.put_key(client_id, Some(secret), false);
        }
        world
    }

    /// Makes blog ids, tokens, links and new keys follow a seed, so that a run can be repeated.
    pub(crate) fn seed(&mut self, seed: u64) {
        self.rng = Rng::with_seed(seed);
        self.next_blog_id = FIRST_BLOG_ID + self.rng.u64(..1_000_000);
    }

    pub(crate) fn set_user_token(&mut self, token: &str) {
        self.revision += 1;
        token.clone_into(&mut self.user_token);
    }

    pub(crate) fn today(&self) -> u32 {
        self.today
    }

    /// Lets days pass; activations that were pending for too long end.
    pub(crate) fn advance(&mut self, days: u32) {
        self.revision += 1;
        self.today = self.today.saturating_add(days).min(LAST_DAY);
        let today = self.today;
        let is_over = |activation: &Activation| activation.lapses_on.is_some_and(|day| day <= today);
        let hit = self
            .sites
            .values()
            .filter(|site| site.activations.iter().any(is_over));
        for mut site in hit.cloned().collect::<Vec<_>>() {
            // The day it was over, not the day the clock was looked at.
            site.lapse(|day| day.min(today), is_over);
            self.store(site);
        }
    }

    /// Ends what is pending on one site now and says how much that was. `None` when nobody has
    /// heard of it.
    pub(crate) fn lapse(&mut self, name: &str) -> Option<usize> {
        let mut site = self.site(name)?.clone();
        let today = self.today;
        let lapsed = site.lapse(|_| today, |_| true);
        self.revision += 1;
        self.store(site);
        Some(lapsed)
    }
}
