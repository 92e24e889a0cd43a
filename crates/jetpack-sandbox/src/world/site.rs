//! A site WordPress.com has heard of, and what was provisioned on it.

use serde::{Deserialize, Serialize};

use super::{Address, Character, Product};

/// The life of one provisioned product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PlanState {
    /// Waits for the site to be connected; not billed (partner-api.md §4.4).
    Pending,
    /// Applied, billed.
    Active,
    /// Cancelled by its partner, or replaced by a higher plan of its family.
    Cancelled,
    /// Was pending for 14 days and is gone (§4.4).
    Lapsed,
}

/// One product on one site, provisioned by one partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Activation {
    pub(crate) product: Product,
    pub(crate) state: PlanState,
    /// The client id of the key that provisioned it; no other may cancel it (§5.4).
    pub(crate) partner: String,
    /// The day a pending activation ends.
    pub(crate) lapses_on: Option<u32>,
}

impl Activation {
    pub(crate) fn is_live(&self) -> bool {
        matches!(self.state, PlanState::Pending | PlanState::Active)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Site {
    pub(crate) address: Address,
    /// WordPress.com knows a blog only once it has spoken with the site.
    pub(crate) blog_id: Option<u64>,
    pub(crate) connected: bool,
    pub(crate) resolves: bool,
    pub(crate) backup_credentials: bool,
    /// Oldest first; ended ones are kept, as the history of the site.
    pub(crate) activations: Vec<Activation>,
    /// Provision calls that succeeded, renewals included.
    pub(crate) provisions: u64,
    /// Cancel calls that cancelled something.
    pub(crate) cancels: u64,
}

impl Site {
    pub(crate) fn new(address: Address, character: Character) -> Self {
        Self {
            address,
            blog_id: None,
            connected: character == Character::Connected,
            resolves: character != Character::Unresolved,
            backup_credentials: false,
            activations: Vec::new(),
            provisions: 0,
            cancels: 0,
        }
    }

    pub(crate) fn live(&self) -> impl Iterator<Item = &Activation> {
        self.activations.iter().filter(|activation| activation.is_live())
    }

    pub(crate) fn is_pending(&self) -> bool {
        self.live()
            .any(|activation| activation.state == PlanState::Pending)
    }

    /// A pending activation attaches by itself when its site connects (§4.4).
    pub(crate) fn activate_pending(&mut self) {
        for activation in &mut self.activations {
            if activation.state == PlanState::Pending {
                activation.state = PlanState::Active;
                activation.lapses_on = None;
            }
        }
    }

    /// The single sign-on link of case A (§4.4).
    pub(crate) fn sign_on_url(&self) -> String {
        let site = &self.address.url;
        let admin = format!("{site}/wp-admin/");
        let target: String = url::form_urlencoded::byte_serialize(admin.as_bytes()).collect();
        format!("{site}/wp-login.php?action=jetpack-sso&redirect_to={target}")
    }
}
