//! What may be provisioned beside, over or under what a site has (partner-api.md §4.2, §7).

use super::{PlanState, Product, ProvisionRefusal, Site, World};

/// The families of the documented sample, in its order (§7). What only some
/// partners have, and `free`, is not part of it.
const PATHS: [(&str, &[&str]); 4] = [
    (
        "jetpack-backup",
        &["jetpack-backup-daily", "jetpack-backup-realtime"],
    ),
    ("jetpack-plans", &["personal", "premium", "professional"]),
    ("jetpack-scan", &["jetpack-scan"]),
    ("jetpack-anti-spam", &["jetpack-anti-spam"]),
];

impl World {
    /// Says why a product cannot be provisioned on a site now.
    pub(super) fn check(&self, site: &Site, partner: &str, product: Product) -> Result<(), ProvisionRefusal> {
        let mut is_renewal = false;
        for live in site.live().filter(|live| live.product.overlaps(product)) {
            if live.partner != partner {
                return Err(ProvisionRefusal::AnotherPartner);
            }
            if live.product == product {
                if live.state == PlanState::Active {
                    return Err(ProvisionRefusal::AlreadyProvisioned);
                }
                is_renewal = true;
            } else if live.product.contains(product) {
                return Err(ProvisionRefusal::Downgrade);
            }
        }
        if !is_renewal && self.is_exhausted(partner, product) {
            return Err(ProvisionRefusal::LimitReached(product.slug));
        }
        Ok(())
    }

    /// Families and what of them may be provisioned now; those with nothing left are left out.
    pub(crate) fn upgrade_paths(&self, site: &Site, partner: &str) -> Vec<(&'static str, Vec<&'static str>)> {
        let is_open = |slug: &&&'static str| {
            Product::find(slug).is_some_and(|product| {
                let has_it = site.live().any(|live| live.product == product);
                !has_it && self.check(site, partner, product).is_ok()
            })
        };
        PATHS
            .into_iter()
            .map(|(family, slugs)| (family, slugs.iter().filter(is_open).copied().collect()))
            .filter(|(_, slugs): &(_, Vec<_>)| !slugs.is_empty())
            .collect()
    }
}
