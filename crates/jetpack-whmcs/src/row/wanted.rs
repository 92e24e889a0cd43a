use serde::{Deserialize, Serialize};

/// What WHMCS wants of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Wanted {
    /// It has said nothing yet.
    #[default]
    #[serde(rename = "")]
    Nothing,
    /// A plan.
    #[serde(rename = "live")]
    Live,
    /// A plan: it has asked for one, and is not known to have heard that it is there.
    #[serde(rename = "new")]
    New,
    /// The same after a suspension.
    #[serde(rename = "again")]
    Again,
    /// None.
    #[serde(rename = "gone")]
    Gone,
    /// None for now, and the site stays the service's.
    #[serde(rename = "suspended")]
    Suspended,
}

impl Wanted {
    /// Whether it is a plan.
    pub fn is_live(self) -> bool {
        match self {
            Self::Live | Self::New | Self::Again => true,
            Self::Nothing | Self::Gone | Self::Suspended => false,
        }
    }

    /// Whether it is one of which WHMCS is not known to have heard.
    pub(crate) fn is_unheard(self) -> bool {
        match self {
            Self::New | Self::Again => true,
            Self::Nothing | Self::Live | Self::Gone | Self::Suspended => false,
        }
    }

    /// Whether a plan that is there may stay: WHMCS wants it, or has never said.
    pub(crate) fn allows_live(self) -> bool {
        self.is_live() || self == Self::Nothing
    }
}
