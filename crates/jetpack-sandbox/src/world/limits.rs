//! How many live activations a key has, and how many it may have (partner-api.md §4.5, §9).

use super::{Product, Site, World};

impl World {
    /// Keeps the count of live activations in step with a site that is written or replaced.
    pub(super) fn count_live(&mut self, site: &Site, is_added: bool) {
        for activation in site.live() {
            let key = (activation.partner.clone(), activation.product.slug);
            let known = self.live.get(&key).copied().unwrap_or_default();
            let count = if is_added {
                known + 1
            } else {
                known.saturating_sub(1)
            };
            self.live.insert_mut(key, count);
        }
    }

    /// Whether one more activation of the product is too many for the key.
    pub(super) fn is_exhausted(&self, partner: &str, product: Product) -> bool {
        let limit = self
            .keys
            .get(partner)
            .and_then(|key| key.limits.get(product.slug));
        limit.is_some_and(|limit| self.live_count(partner, product.slug) >= *limit)
    }

    pub(crate) fn live_count(&self, partner: &str, slug: &'static str) -> u64 {
        let count = self.live.get(&(partner.to_owned(), slug));
        count.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use crate::world::{Address, Order, ProvisionRefusal, Selection};

    use super::*;

    fn provision(world: &mut World, host: &str, plan: &str) -> Result<(), ProvisionRefusal> {
        let address = Address::parse(&format!("https://{host}.test")).unwrap();
        let order = Order::new(address, Product::find(plan));
        world.provision("p", order).map(drop)
    }

    fn world() -> World {
        let mut world = World::new(&[("p".to_owned(), "s".to_owned())]);
        assert!(world.set_limit("p", "premium", Some(1)));
        world
    }

    #[test]
    fn pending_counts_renewal_does_not_and_cancelling_makes_room() {
        let mut world = world();
        provision(&mut world, "a", "premium").unwrap();
        provision(&mut world, "a", "premium").unwrap();
        assert_eq!(
            provision(&mut world, "b", "premium"),
            Err(ProvisionRefusal::LimitReached("premium"))
        );
        provision(&mut world, "b", "personal").unwrap();

        world.cancel("p", "a.test", Selection::Bundle).unwrap();
        assert_eq!(world.live_count("p", "premium"), 0);
        provision(&mut world, "b", "premium").unwrap();
        assert_eq!(world.live_count("p", "personal"), 0, "it was replaced");
    }

    #[test]
    fn a_lapsed_activation_makes_room() {
        let mut world = world();
        provision(&mut world, "a", "premium").unwrap();
        world.advance(14);
        provision(&mut world, "b", "premium").unwrap();
    }
}
