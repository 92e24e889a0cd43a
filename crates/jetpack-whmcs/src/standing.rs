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

    /// Reads the word and the two columns that belong to a pending plan; `None` for a word of another release, or for a
    /// pending plan without its term.
    pub fn parse(word: &str, next_url: Option<String>, until: Option<Moment>) -> Option<Self> {
        Some(match word {
            "" => Self::Absent,
            "none" => Self::None,
            "active" => Self::Active,
            "pending" => Self::Pending {
                next_url: next_url.filter(|url| !url.is_empty()),
                until: until?,
            },
            "refused" => Self::Refused,
            "unknown" => Self::Unknown,
            "cancelled" => Self::Cancelled,
            _ => return None,
        })
    }

    /// Whether a plan may exist on the site, so that the site is taken and stays as it was.
    pub fn may_be_live(&self) -> bool {
        match self {
            Self::Active | Self::Pending { .. } | Self::Unknown => true,
            Self::Absent | Self::None | Self::Refused | Self::Cancelled => false,
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standing_is_read_as_it_was_written() {
        let pending = Standing::Pending {
            next_url: Some("https://example.com/1".into()),
            until: 7,
        };
        for standing in [
            Standing::Absent,
            Standing::None,
            Standing::Active,
            pending,
            Standing::Refused,
            Standing::Unknown,
            Standing::Cancelled,
        ] {
            let url = Some("https://example.com/1".to_owned());
            assert_eq!(Standing::parse(standing.as_str(), url, Some(7)), Some(standing));
        }
    }

    #[test]
    fn a_word_of_another_release_and_a_pending_plan_without_its_term_are_not_guessed() {
        assert_eq!(Standing::parse("hibernating", None, None), None);
        assert_eq!(Standing::parse("pending", None, None), None);
    }
}
