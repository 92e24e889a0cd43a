use jetpack_partner::{ProductStatus, Provision};

use crate::{Moment, next_url};

/// How long a pending activation waits for its site (partner-api.md §4.4).
pub(crate) const PENDING_SECONDS: i64 = 14 * 24 * 60 * 60;

/// How a service stands with WordPress.com when no call is under way (architecture.md §4).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Standing {
    /// This module has never acted on the service.
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
    Cancelled {
        /// It was pending: whether a cancellation clears that is not known (partner-api.md §20), so the site is watched
        /// until the pending activation would have lapsed.
        until: Option<Moment>,
    },
    /// The service is suspended and its plan was cancelled for that; the site stays this service's.
    Suspended {
        /// As for a cancelled one.
        until: Option<Moment>,
    },
    /// WHMCS deleted the service; its plan is still on the books.
    Orphaned {
        /// When the plan lapses, if it was pending.
        until: Option<Moment>,
    },
}

impl Standing {
    /// The word the ledger stores.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Absent => "",
            Self::None => "none",
            Self::Active => "active",
            Self::Pending { .. } => "pending",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Cancelled { .. } => "cancelled",
            Self::Suspended { .. } => "suspended",
            Self::Orphaned { .. } => "orphaned",
        }
    }

    /// Reads the word and the two columns that belong to it; `None` for a word of another release, or a pending plan
    /// without its term.
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
            "cancelled" => Self::Cancelled { until },
            "suspended" => Self::Suspended { until },
            "orphaned" => Self::Orphaned { until },
            _ => return None,
        })
    }

    /// Whether a plan may exist on the site. It is then acted on as the ledger has it, whatever the order says now.
    pub fn may_be_live(&self) -> bool {
        match self {
            Self::Active | Self::Pending { .. } | Self::Unknown | Self::Orphaned { .. } => true,
            Self::Absent | Self::None | Self::Refused | Self::Cancelled { .. } | Self::Suspended { .. } => {
                false
            }
        }
    }

    /// Whether the site is taken, so that no other service may have an overlapping plan there. A plan that was cancelled
    /// while it waited leaves the site free: another client may order for it at once.
    pub fn holds_site(&self) -> bool {
        match self {
            Self::Active
            | Self::Pending { .. }
            | Self::Unknown
            | Self::Suspended { .. }
            | Self::Orphaned { .. } => true,
            Self::Absent | Self::None | Self::Refused | Self::Cancelled { .. } => false,
        }
    }

    /// Whether what was cancelled while it waited may still attach (architecture.md §4, rule 8).
    pub fn may_attach(&self, now: Moment) -> bool {
        match self {
            Self::Cancelled { until } | Self::Suspended { until } => until.is_some_and(|until| now < until),
            Self::Absent
            | Self::None
            | Self::Active
            | Self::Pending { .. }
            | Self::Refused
            | Self::Unknown
            | Self::Orphaned { .. } => false,
        }
    }

    /// Whether the plan was cancelled because the service is suspended.
    pub fn is_suspended(&self) -> bool {
        match self {
            Self::Suspended { .. } => true,
            Self::Absent
            | Self::None
            | Self::Active
            | Self::Pending { .. }
            | Self::Refused
            | Self::Unknown
            | Self::Cancelled { .. }
            | Self::Orphaned { .. } => false,
        }
    }

    /// Whether a service has its plan, applied or waiting, as far as is known.
    pub(crate) fn is_there(&self) -> bool {
        match self {
            Self::Active | Self::Pending { .. } => true,
            Self::Absent
            | Self::None
            | Self::Refused
            | Self::Unknown
            | Self::Cancelled { .. }
            | Self::Suspended { .. }
            | Self::Orphaned { .. } => false,
        }
    }

    /// Whether the plan waits for its owner to connect.
    pub fn is_pending(&self) -> bool {
        match self {
            Self::Pending { .. } => true,
            Self::Absent
            | Self::None
            | Self::Active
            | Self::Refused
            | Self::Unknown
            | Self::Cancelled { .. }
            | Self::Suspended { .. }
            | Self::Orphaned { .. } => false,
        }
    }

    /// Where the owner connects the site.
    pub fn next_url(&self) -> Option<&str> {
        match self {
            Self::Pending { next_url, .. } => next_url.as_deref(),
            Self::Absent
            | Self::None
            | Self::Active
            | Self::Refused
            | Self::Unknown
            | Self::Cancelled { .. }
            | Self::Suspended { .. }
            | Self::Orphaned { .. } => None,
        }
    }

    /// When what waits lapses.
    pub fn until(&self) -> Option<Moment> {
        match self {
            Self::Pending { until, .. } => Some(*until),
            Self::Cancelled { until } | Self::Suspended { until } | Self::Orphaned { until } => *until,
            Self::Absent | Self::None | Self::Active | Self::Refused | Self::Unknown => None,
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
    pub(crate) fn seen(&self, product: &ProductStatus, now: Moment) -> Self {
        if !product.is_pending {
            return Self::Active;
        }
        match self {
            Self::Pending { .. } => self.clone(),
            // The address came with an answer that was lost; wp-admin leads to the same place.
            Self::Absent
            | Self::None
            | Self::Active
            | Self::Refused
            | Self::Unknown
            | Self::Cancelled { .. }
            | Self::Suspended { .. }
            | Self::Orphaned { .. } => Self::Pending {
                next_url: None,
                until: self.until().unwrap_or(now + PENDING_SECONDS),
            },
        }
    }

    /// What is left once the plan is cancelled, or is known to be gone.
    pub(crate) fn cancelled(&self, now: Moment) -> Self {
        Self::Cancelled {
            until: self.may_wait_until(now),
        }
    }

    /// The same, where the service keeps its site.
    pub(crate) fn suspended(&self, now: Moment) -> Self {
        Self::Suspended {
            until: self.may_wait_until(now),
        }
    }

    /// Until when a plan that was cancelled may still attach. Of one that was never seen it is not known whether it waited.
    fn may_wait_until(&self, now: Moment) -> Option<Moment> {
        match self {
            Self::Pending { until, .. } => Some(*until),
            Self::Absent | Self::Unknown => Some(now + PENDING_SECONDS),
            Self::Orphaned { until } | Self::Cancelled { until } | Self::Suspended { until } => *until,
            Self::None | Self::Active | Self::Refused => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> [Standing; 9] {
        [
            Standing::Absent,
            Standing::None,
            Standing::Active,
            Standing::Pending {
                next_url: Some("https://example.com/1".into()),
                until: 7,
            },
            Standing::Refused,
            Standing::Unknown,
            Standing::Cancelled { until: Some(7) },
            Standing::Suspended { until: Some(8) },
            Standing::Orphaned { until: None },
        ]
    }

    #[test]
    fn every_standing_is_read_as_it_was_written() {
        for standing in all() {
            let next_url = standing.next_url().map(str::to_owned);
            assert_eq!(
                Standing::parse(standing.word(), next_url, standing.until()),
                Some(standing)
            );
        }
    }

    #[test]
    fn a_word_of_another_release_and_a_pending_plan_without_its_term_are_not_guessed() {
        assert_eq!(Standing::parse("hibernating", None, None), None);
        assert_eq!(Standing::parse("pending", None, None), None);
    }

    #[test]
    fn what_may_be_live_holds_its_site_and_a_cancelled_plan_may_still_attach_without_holding_it() {
        for standing in all() {
            assert!(!standing.may_be_live() || standing.holds_site(), "{standing:?}");
        }
        let cancelled = Standing::Cancelled { until: Some(7) };
        assert!(cancelled.may_attach(6) && !cancelled.may_attach(7));
        assert!(!cancelled.holds_site() && !cancelled.may_be_live());
        let suspended = Standing::Suspended { until: None };
        assert!(suspended.holds_site() && !suspended.may_be_live());
    }
}
