//! Activations as the report lists them (partner-api.md §10).

use super::{Activation, Site, World};

/// An activation together with its site, as billed by one key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reported<'a> {
    pub(crate) site: &'a Site,
    pub(crate) activation: &'a Activation,
    pub(crate) activated_on: u32,
}

impl World {
    /// Whether a key has this `KEY_ID`.
    pub(crate) fn has_key(&self, key_id: u64) -> bool {
        self.keys.values().any(|key| key.id == key_id)
    }

    /// All of a key's that was ever active, oldest first. What only was pending is no activation.
    pub(crate) fn reported(&self, key_id: u64) -> Vec<Reported<'_>> {
        let is_of_key = |activation: &Activation| {
            self.keys
                .get(&activation.partner)
                .is_some_and(|key| key.id == key_id)
        };
        let mut reported: Vec<_> = self
            .sites
            .values()
            .flat_map(|site| site.activations.iter().map(move |activation| (site, activation)))
            .filter(|(_, activation)| is_of_key(activation))
            .filter_map(|(site, activation)| {
                let activated_on = activation.activated_on?;
                Some(Reported {
                    site,
                    activation,
                    activated_on,
                })
            })
            .collect();
        reported.sort_unstable_by_key(|one| one.activation.id);
        reported
    }
}
