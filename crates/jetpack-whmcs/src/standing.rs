use jetpack_partner::{ProductStatus, Provision};

use crate::{Moment, next_url};

/// How long a pending activation waits for its site (partner-api.md §4.4).
const PENDING_SECONDS: i64 = 14 * 24 * 60 * 60;

/// How a service stands with WordPress.com when no call is under way (architecture.md §4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The ledger has no row: this module has never acted on the service.
    Absent,
    /// Nothing is provisioned.
    None,
    /// The plan is applied and billed.
    Active,
    /// The plan waits for the owner to connect. Not billed.
    Pending {
        /// Where the owner connects, when the API gave an address.
        next_url: Option<String>,
        /// When the pending activation lapses.
        until: Moment,
    },
    /// The API or a check said no; someone must change something.
    Refused,
    /// A request was made and its outcome is not known.
    Unknown,
    /// The plan was cancelled.
    Cancelled,
}

impl Standing {
    /// The word the ledger stores.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Absent => "",
            Self::None => "none",
            Self::Active => "active",
            Self::Pending { .. } => "pending",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether a plan may exist on the site, so that the site is taken and stays as it was.
    pub fn may_be_live(&self) -> bool {
        matches!(self, Self::Active | Self::Pending { .. } | Self::Unknown)
    }

    /// What a successful provision leads to.
    pub(crate) fn after(provision: &Provision, now: Moment) -> Self {
        let next_url = match provision {
            Provision::Active(_) => return Self::Active,
            Provision::AwaitingAuthorization(url) => next_url::displayable(url),
            Provision::AwaitingSite | Provision::FoundPending => None,
        };
        Self::Pending {
            next_url,
            until: now + PENDING_SECONDS,
        }
    }

    /// How a service stands whose product the status shows, given how it stood before.
    pub(crate) fn seen(self, product: &ProductStatus, now: Moment) -> Self {
        match (product.is_pending, self) {
            (false, _) => Self::Active,
            (true, pending @ Self::Pending { .. }) => pending,
            // The address came with an answer that was lost; wp-admin leads to the same place.
            (true, _) => Self::Pending {
                next_url: None,
                until: now + PENDING_SECONDS,
            },
        }
    }
}
