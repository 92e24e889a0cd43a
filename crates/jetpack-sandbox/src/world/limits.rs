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
