//! Cancelling (partner-api.md §5.3, §5.4).

use super::{Family, PlanState, Product, World};

/// Which products of a site a call means (§5.2).
#[derive(Debug, Clone, Copy)]
pub(crate) enum Selection {
    /// No `plan`: the bundle, never a stand-alone product.
    Bundle,
    /// `plan`.
    One(Product),
    /// `cancel-all`.
    All,
}

impl Selection {
    fn means(self, product: Product) -> bool {
        match self {
            Self::Bundle => product.family == Family::Plan,
            Self::One(named) => named == product,
            Self::All => true,
        }
    }
}

/// The slugs that a call ended; both lists empty is `success: false`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Cancelled {
    pub(crate) pending: Vec<&'static str>,
    pub(crate) active: Vec<&'static str>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CancelRefusal {
    UnknownSite,
    /// Only another key's products are there.
    AnotherPartner,
}

impl World {
    /// Cancels what the partner provisioned. The site stays connected (§5.4).
    pub(crate) fn cancel(
        &mut self,
        partner: &str,
        name: &str,
        selection: Selection,
    ) -> Result<Cancelled, CancelRefusal> {
        let mut site = self.site(name).cloned().ok_or(CancelRefusal::UnknownSite)?;

        let mut cancelled = Cancelled::default();
        let mut others = false;
        for live in &mut site.activations {
            if !live.is_live() || !selection.means(live.product) {
                continue;
            }
            if live.partner != partner {
                others = true;
                continue;
            }
            match live.state {
                PlanState::Pending => cancelled.pending.push(live.product.slug),
                _ => cancelled.active.push(live.product.slug),
            }
            live.end(PlanState::Cancelled, self.today);
        }

        if cancelled != Cancelled::default() {
            site.cancels += 1;
            self.revision += 1;
            self.store(site);
        } else if others {
            return Err(CancelRefusal::AnotherPartner);
        }
        Ok(cancelled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{Address, Order};

    fn world_with(plans: &[&str]) -> World {
        let mut world = World::new(&[]);
        for plan in plans {
            let address = Address::parse("https://connected.test").unwrap();
            let order = Order::new(address, Product::find(plan));
            world.provision("p", order).unwrap();
        }
        world
    }

    #[test]
    fn without_a_plan_a_standalone_product_is_not_hit() {
        let mut world = world_with(&["jetpack-scan"]);
        let nothing = world.cancel("p", "connected.test", Selection::Bundle);
        assert_eq!(nothing, Ok(Cancelled::default()));

        let scan = Selection::One(Product::find("jetpack-scan").unwrap());
        let cancelled = world.cancel("p", "connected.test", scan).unwrap();
        assert_eq!(cancelled.active, ["jetpack-scan"]);
    }

    #[test]
    fn cancelling_twice_finds_nothing_the_second_time() {
        let mut world = world_with(&["premium"]);
        world.cancel("p", "connected.test", Selection::Bundle).unwrap();
        let again = world.cancel("p", "connected.test", Selection::Bundle);
        assert_eq!(again, Ok(Cancelled::default()));
        assert_eq!(world.site("connected.test").unwrap().cancels, 1);
    }

    #[test]
    fn another_key_cannot_cancel_and_a_blog_id_names_the_site_as_well() {
        let mut world = world_with(&["premium", "jetpack-scan"]);
        let refused = world.cancel("q", "connected.test", Selection::All);
        assert_eq!(refused, Err(CancelRefusal::AnotherPartner));

        let id = world.site("connected.test").unwrap().blog_id.unwrap().to_string();
        let cancelled = world.cancel("p", &id, Selection::All).unwrap();
        assert_eq!(cancelled.active, ["premium", "jetpack-scan"]);
    }

    #[test]
    fn a_site_nobody_has_heard_of_is_unknown() {
        let refused = World::new(&[]).cancel("p", "a.test", Selection::All);
        assert_eq!(refused, Err(CancelRefusal::UnknownSite));
    }
}
