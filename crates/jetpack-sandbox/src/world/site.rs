//! A site WordPress.com has heard of, and what was provisioned on it.

use super::{Activation, Address, Character, PlanState};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Site {
    /// Counts sites in the order they were first provisioned.
    pub(crate) number: u64,
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
            number: 0,
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

    /// Ends pending activations, each on a day worked out from the one it would lapse on.
    pub(super) fn lapse(&mut self, on: impl Fn(u32) -> u32, which: impl Fn(&Activation) -> bool) -> usize {
        let mut lapsed = 0;
        for activation in &mut self.activations {
            if let Some(day) = activation.lapses_on.filter(|_| which(activation)) {
                activation.end(PlanState::Lapsed, on(day));
                lapsed += 1;
            }
        }
        lapsed
    }

    /// Connects the site; what is pending attaches by itself then (§4.4).
    pub(crate) fn connect(&mut self, today: u32) {
        self.connected = true;
        for activation in &mut self.activations {
            if activation.state == PlanState::Pending {
                activation.activate(today);
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
