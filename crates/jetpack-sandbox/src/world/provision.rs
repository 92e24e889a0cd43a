//! Provisioning, in the order of events of partner-api.md §4.7.

use super::{Activation, Address, Character, PENDING_DAYS, PlanState, Product, Site, World};

/// A provision call after its parameters were checked.
#[derive(Debug)]
pub(crate) struct Order {
    pub(crate) address: Address,
    /// `None` registers the site without a paid plan (§4.1).
    pub(crate) product: Option<Product>,
    pub(crate) force_register: bool,
    pub(crate) force_connect: bool,
    /// Connects this user, if the key may do that.
    pub(crate) wpcom_user_id: Option<u64>,
    /// Whether SSH or FTP credentials came along and were saved.
    pub(crate) backup_credentials: bool,
}

/// The documented ways to succeed (§4.4).
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Provisioned {
    /// Case A: the site is connected, the plan is active.
    Applied {
        sign_on_url: String,
        /// A user token, where the call connected a user (§4.3).
        access_token: Option<String>,
    },
    /// Case B: pending until the owner follows the link.
    AwaitsOwner { blog_id: u64, nonce: String },
    /// Case C: pending, and there is no site yet to give a link.
    AwaitsName,
}

/// The ways to be refused (§4.5).
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ProvisionRefusal {
    RegisterNotFound,
    ProvisionNotFound,
    AlreadyProvisioned,
    Downgrade,
    /// The key has as many of this product as it may have.
    LimitReached(&'static str),
    /// No source says what happens then.
    AnotherPartner,
}

impl World {
    pub(crate) fn provision(&mut self, partner: &str, order: Order) -> Result<Provisioned, ProvisionRefusal> {
        let character = Character::of_label(&order.address.label);
        let mut site = match self.sites.get(&order.address.identifier) {
            Some(known) => known.clone(),
            None => Site::new(order.address.clone(), character),
        };

        let was_connected = site.connected;
        if !site.connected && site.resolves {
            reach(&mut site, character, &order, self.today)?;
        }
        // An existing connection of the user is only made anew by force (§4.1).
        let connects_user = site.resolves
            && order.wpcom_user_id.is_some()
            && self.may_auto_connect(partner)
            && (!was_connected || order.force_connect);
        if connects_user {
            site.connect(self.today);
        }
        if let Some(product) = order.product {
            self.check(&site, partner, product)?;
            self.apply(&mut site, partner, product, order.wpcom_user_id);
        }

        site.provisions += 1;
        site.backup_credentials |= order.backup_credentials;
        self.revision += 1;
        if !site.resolves {
            self.store(site);
            return Ok(Provisioned::AwaitsName);
        }

        let blog_id = self.reached(&mut site);
        let provisioned = if site.connected {
            Provisioned::Applied {
                sign_on_url: site.sign_on_url(),
                access_token: connects_user.then(|| self.random_token()),
            }
        } else {
            let slug = order.product.map(|product| product.slug);
            let nonce = self.invite(&site.address.identifier, slug);
            Provisioned::AwaitsOwner { blog_id, nonce }
        };
        self.store(site);
        Ok(provisioned)
    }

    /// Renews a pending activation of the product, or replaces what it contains by a new one.
    fn apply(&mut self, site: &mut Site, partner: &str, product: Product, wpcom_user_id: Option<u64>) {
        let today = self.today;
        let lapses_on = (!site.connected).then(|| today.saturating_add(PENDING_DAYS));
        let mut overlapping = site.activations.iter_mut().filter(|one| one.is_live());

        if let Some(pending) = overlapping.find(|one| one.product == product) {
            // Only a site that is not connected has one, so it stays pending.
            pending.lapses_on = lapses_on;
            return;
        }
        for live in &mut site.activations {
            if live.is_live() && product.contains(live.product) {
                live.end(PlanState::Cancelled, today);
            }
        }
        site.activations.push(Activation {
            id: self.next_activation_id,
            product,
            state: lapses_on.map_or(PlanState::Active, |_| PlanState::Pending),
            partner: partner.to_owned(),
            wpcom_user_id,
            created_on: today,
            activated_on: site.connected.then_some(today),
            ended_on: None,
            lapses_on,
        });
        self.next_activation_id += 1;
    }
}

/// What WordPress.com meets when it calls a site that is not connected (§4.6).
fn reach(site: &mut Site, character: Character, order: &Order, today: u32) -> Result<(), ProvisionRefusal> {
    match character {
        Character::NoJetpack => Err(ProvisionRefusal::RegisterNotFound),
        Character::Stale if !order.force_register => Err(ProvisionRefusal::ProvisionNotFound),
        Character::Stale => {
            site.connect(today);
            Ok(())
        }
        // Taken for http; the site redirects to https and the POST body is lost.
        _ if order.address.without_scheme => Err(ProvisionRefusal::RegisterNotFound),
        _ => Ok(()),
    }
}
