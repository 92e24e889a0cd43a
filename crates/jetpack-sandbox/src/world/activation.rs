//! One product on one site, and the days that mattered to it.

use serde::{Deserialize, Serialize};

use super::Product;

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
    /// Counts over the whole sandbox, so that reports have an order (§10).
    pub(crate) id: u64,
    pub(crate) product: Product,
    pub(crate) state: PlanState,
    /// The client id of the key that provisioned it; no other may cancel it (§5.4).
    pub(crate) partner: String,
    /// `wpcom_user_id` of the provision call (§4.1).
    pub(crate) wpcom_user_id: Option<u64>,
    pub(crate) created_on: u32,
    /// The day billing began; none while pending.
    pub(crate) activated_on: Option<u32>,
    /// The day it was cancelled, replaced or lapsed.
    pub(crate) ended_on: Option<u32>,
    /// The day a pending activation ends.
    pub(crate) lapses_on: Option<u32>,
}

impl Activation {
    pub(crate) fn is_live(&self) -> bool {
        matches!(self.state, PlanState::Pending | PlanState::Active)
    }

    pub(crate) fn activate(&mut self, today: u32) {
        self.state = PlanState::Active;
        self.activated_on.get_or_insert(today);
        self.lapses_on = None;
    }

    /// Ends it, as cancelled or lapsed.
    pub(crate) fn end(&mut self, state: PlanState, today: u32) {
        self.state = state;
        self.ended_on = Some(today);
        self.lapses_on = None;
    }
}
