//! The links that lead an owner to the page where the site is connected.

use super::World;

/// What one authorise link stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Invitation {
    /// The identifier of the site.
    pub(crate) site: String,
    /// The slug that was asked for, if any.
    pub(crate) plan: Option<&'static str>,
}

impl World {
    /// Makes a link for a site. Earlier links of the site stay good: which of
    /// them the owner was mailed is not ours to know.
    pub(super) fn invite(&mut self, site: &str, plan: Option<&'static str>) -> String {
        let nonce: String = (0..32).map(|_| self.rng.alphanumeric()).collect();
        self.invitations.insert_mut(
            nonce.clone(),
            Invitation {
                site: site.to_owned(),
                plan,
            },
        );
        nonce
    }

    pub(crate) fn invitation(&self, nonce: &str) -> Option<&Invitation> {
        self.invitations.get(nonce)
    }
}
