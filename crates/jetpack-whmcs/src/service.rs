use std::fmt;

use serde::{Deserialize, Serialize};

use crate::plain;

/// What a plan is attached to in WHMCS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Service {
    /// A service, a product addon of one, or what is left of either.
    #[serde(rename = "service_type")]
    pub kind: ServiceType,
    /// `tblhosting.id` or `tblhostingaddons.id`; of an orphan the ledger's own number.
    #[serde(rename = "service_id", deserialize_with = "plain::number")]
    pub id: u64,
}

impl Service {
    /// The service or addon that a text begins with, as it is written below; such as what an orphan was.
    pub(crate) fn named_first(text: &str) -> Option<Self> {
        let (kind, rest) = [
            (ServiceType::Service, "service #"),
            (ServiceType::Addon, "product addon #"),
        ]
        .into_iter()
        .find_map(|(kind, name)| Some((kind, text.strip_prefix(name)?)))?;
        let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
        let id = digits.parse().ok()?;
        Some(Self { kind, id })
    }
}

/// The kinds of things that have a row in the ledger (whmcs-contract.md §1.9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ServiceType {
    /// A row of `tblhosting`.
    Service,
    /// A row of `tblhostingaddons`.
    Addon,
    /// WHMCS has deleted the service or addon.
    Orphan,
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            ServiceType::Service => "service",
            ServiceType::Addon => "product addon",
            ServiceType::Orphan => "orphaned plan",
        };
        write!(f, "{kind} #{}", self.id)
    }
}
