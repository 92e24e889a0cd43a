//! Activations as the reports list them (partner-api.md §10).

use super::{Activation, Site, World};

/// An activation together with its site and the id of its key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reported<'a> {
    pub(crate) site: &'a Site,
    pub(crate) activation: &'a Activation,
    pub(crate) key_id: u64,
    pub(crate) activated_on: u32,
}

/// A key as the partner root lists it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReportedKey<'a> {
    pub(crate) id: u64,
    pub(crate) name: &'a str,
    pub(crate) is_disabled: bool,
}

impl World {
    /// All keys, by their id.
    pub(crate) fn reported_keys(&self) -> Vec<ReportedKey<'_>> {
        let keys = self.keys.values().map(|key| ReportedKey {
            id: key.id,
            name: &key.name,
            is_disabled: key.disabled,
        });
        let mut keys: Vec<_> = keys.collect();
        keys.sort_unstable_by_key(|key| key.id);
        keys
    }

    /// Everything that was ever active, oldest first. What only was pending is no activation.
    pub(crate) fn reported(&self, key_id: Option<u64>) -> Vec<Reported<'_>> {
        let of_site = |site: &'_ Site| site.activations.len();
        let most = self.sites.values().map(of_site).sum();
        let mut reported = Vec::with_capacity(most);
        for site in self.sites.values() {
            for activation in &site.activations {
                let key = self.keys.get(&activation.partner).map(|key| key.id);
                let (Some(activated_on), Some(owner)) = (activation.activated_on, key) else {
                    continue;
                };
                if key_id.is_none_or(|wanted| wanted == owner) {
                    reported.push(Reported {
                        site,
                        activation,
                        key_id: owner,
                        activated_on,
                    });
                }
            }
        }
        reported.sort_unstable_by_key(|one| one.activation.id);
        reported
    }
}
