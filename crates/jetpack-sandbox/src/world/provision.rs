//! Provisioning, in the order of events of partner-api.md §4.7.

use super::{Activation, Address, Character, PENDING_DAYS, PlanState, Product, Site, World};

/// A provision call after its parameters were checked.
#[derive(Debug)]
pub(crate) struct Order {
    pub(crate) address: Address,
    /// `None` registers the site without a paid plan (§4.1).
    pub(crate) product: Option<Product>,
    pub(crate) force_register: bool,
    /// Whether SSH or FTP credentials came along and were saved.
    pub(crate) backup_credentials: bool,
}

/// The documented ways to succeed (§4.4).
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Provisioned {
    /// Case A: the site is connected, the plan is active.
    Applied { sign_on_url: String },
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
    NoLocalUser,
    AlreadyProvisioned,
    Downgrade,
    /// No source says what happens then.
    AnotherPartner,
}

impl World {
    pub(crate) fn provision(&mut self, partner: &str, order: Order) -> Result<Provisioned, ProvisionRefusal> {
        let identifier = order.address.identifier.clone();
        let character = Character::of_label(&order.address.label);
        let mut site = match self.sites.get(&identifier) {
            Some(known) => known.clone(),
            None => Site::new(order.address.clone(), character),
        };

        if !site.connected && site.resolves {
            reach(&mut site, character, &order)?;
        }
        if let Some(product) = order.product {
            check(&site, partner, product)?;
            apply(&mut site, partner, product, self.today);
        }

        site.provisions += 1;
        site.backup_credentials |= order.backup_credentials;
        self.revision += 1;
        self.sites.insert(identifier.clone(), site.clone());
        if !site.resolves {
            return Ok(Provisioned::AwaitsName);
        }

        self.resolve(&identifier);
        if site.connected {
            return Ok(Provisioned::Applied {
                sign_on_url: site.sign_on_url(),
            });
        }
        let blog_id = self
            .sites
            .get(&identifier)
            .and_then(|site| site.blog_id)
            .unwrap_or_default();
        let nonce = self.invite(&identifier, order.product.map(|product| product.slug));
        Ok(Provisioned::AwaitsOwner { blog_id, nonce })
    }
}

/// What WordPress.com meets when it calls a site that is not connected (§4.6).
fn reach(site: &mut Site, character: Character, order: &Order) -> Result<(), ProvisionRefusal> {
    match character {
        Character::NoJetpack => Err(ProvisionRefusal::RegisterNotFound),
        Character::NoUser => Err(ProvisionRefusal::NoLocalUser),
        Character::Stale if !order.force_register => Err(ProvisionRefusal::ProvisionNotFound),
        Character::Stale => {
            site.connected = true;
            Ok(())
        }
        // Taken for http; the site redirects to https and the POST body is lost.
        _ if order.address.without_scheme => Err(ProvisionRefusal::RegisterNotFound),
        _ => Ok(()),
    }
}

fn check(site: &Site, partner: &str, product: Product) -> Result<(), ProvisionRefusal> {
    let same_family = site.live().find(|live| live.product.family == product.family);
    let Some(live) = same_family else {
        return Ok(());
    };
    if live.partner != partner {
        return Err(ProvisionRefusal::AnotherPartner);
    }
    if live.product.rank > product.rank {
        return Err(ProvisionRefusal::Downgrade);
    }
    if live.product == product && live.state == PlanState::Active {
        return Err(ProvisionRefusal::AlreadyProvisioned);
    }
    Ok(())
}

/// Renews a pending activation of the product, or replaces what the family has by a new one.
fn apply(site: &mut Site, partner: &str, product: Product, today: u32) {
    let (state, lapses_on) = if site.connected {
        (PlanState::Active, None)
    } else {
        (PlanState::Pending, Some(today.saturating_add(PENDING_DAYS)))
    };

    for live in &mut site.activations {
        if !live.is_live() || live.product.family != product.family {
            continue;
        }
        if live.product == product {
            live.state = state;
            live.lapses_on = lapses_on;
            return;
        }
        live.state = PlanState::Cancelled;
        live.lapses_on = None;
    }
    site.activations.push(Activation {
        product,
        state,
        partner: partner.to_owned(),
        lapses_on,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(siteurl: &str, plan: &str) -> Order {
        Order {
            address: Address::parse(siteurl).unwrap(),
            product: Product::find(plan),
            force_register: false,
            backup_credentials: false,
        }
    }

    fn states(world: &World, site: &str) -> Vec<(&'static str, PlanState)> {
        let site = world.site(site).unwrap();
        site.activations
            .iter()
            .map(|live| (live.product.slug, live.state))
            .collect()
    }

    #[test]
    fn provisioning_a_pending_site_again_renews_its_one_activation() {
        let mut world = World::new(&[]);
        world.provision("p", order("https://a.test", "premium")).unwrap();
        world.advance(13);
        world.provision("p", order("https://a.test", "premium")).unwrap();
        world.advance(13);
        assert_eq!(states(&world, "a.test"), [("premium", PlanState::Pending)]);
        world.advance(1);
        assert_eq!(states(&world, "a.test"), [("premium", PlanState::Lapsed)]);
    }

    #[test]
    fn a_lapsed_activation_does_not_attach_when_the_site_connects() {
        let mut world = World::new(&[]);
        world.provision("p", order("https://a.test", "premium")).unwrap();
        world.advance(PENDING_DAYS);
        assert!(world.connect("a.test"));
        assert_eq!(states(&world, "a.test"), [("premium", PlanState::Lapsed)]);
    }

    #[test]
    fn going_up_replaces_the_plan_and_going_down_is_refused() {
        let mut world = World::new(&[]);
        let site = "https://connected.test";
        world.provision("p", order(site, "personal")).unwrap();
        world.provision("p", order(site, "premium")).unwrap();
        assert_eq!(
            states(&world, "connected.test"),
            [("personal", PlanState::Cancelled), ("premium", PlanState::Active)]
        );
        assert_eq!(
            world.provision("p", order(site, "personal")),
            Err(ProvisionRefusal::Downgrade)
        );
    }

    #[test]
    fn products_of_different_families_live_side_by_side() {
        let mut world = World::new(&[]);
        let site = "https://connected.test";
        world.provision("p", order(site, "premium")).unwrap();
        world.provision("p", order(site, "jetpack-scan")).unwrap();
        assert_eq!(world.site("connected.test").unwrap().live().count(), 2);
    }

    #[test]
    fn an_active_plan_is_not_provisioned_twice_nor_by_another_partner() {
        let mut world = World::new(&[]);
        let site = "https://connected.test";
        world.provision("p", order(site, "premium")).unwrap();
        assert_eq!(
            world.provision("p", order(site, "premium")),
            Err(ProvisionRefusal::AlreadyProvisioned)
        );
        assert_eq!(
            world.provision("q", order(site, "premium")),
            Err(ProvisionRefusal::AnotherPartner)
        );
        assert_eq!(world.site("connected.test").unwrap().provisions, 1);
    }

    #[test]
    fn a_refused_call_leaves_no_trace() {
        let mut world = World::new(&[]);
        let refusal = world.provision("p", order("https://nojetpack.test", "premium"));
        assert_eq!(refusal, Err(ProvisionRefusal::RegisterNotFound));
        assert!(world.site("nojetpack.test").is_none());
        assert_eq!(world.revision, 0);
    }
}
