use jetpack_partner::{InvalidPlan, InvalidSiteUrl};

use crate::KeySource;

/// A mistake in the set-up or in the order. It is found before any request is made; someone has
/// to correct a field in WHMCS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mistake {
    /// WHMCS named no service; the module was not called by WHMCS.
    NoService,
    /// WHMCS's model and its `addonId` speak of different things.
    Contradiction,
    /// Neither the product nor the addon has the partner id and secret.
    NoCredentials,
    /// Only one of partner id and secret is set.
    HalfCredentials {
        /// Where.
        of: KeySource,
        /// `id` or `secret`.
        missing: &'static str,
    },
    /// The partner id is longer than the ledger can keep.
    PartnerId,
    /// An id of WHMCS's is none that the ledger could keep.
    Number {
        /// Its name in `$params`.
        key: &'static str,
        /// What it holds.
        given: String,
    },
    /// Scaling quantities: several of one service, which has one site.
    Quantity(u64),
    /// The field `Site URL` is missing or empty.
    NoSite,
    /// The field `Site URL` holds no address that WordPress.com could reach.
    Site {
        /// What it holds.
        given: String,
        /// What is wrong with it.
        reason: InvalidSiteUrl,
    },
    /// The field `Local User` is missing or empty.
    NoLocalUser,
    /// The addon's setting `orphan_days` is no number of days.
    OrphanDays(String),
    /// Neither the product's option `Plan` nor the field `Plan` is set.
    NoPlan,
    /// The plan's slug has an impossible form.
    Plan {
        /// What was given.
        given: String,
        /// What is wrong with it.
        reason: InvalidPlan,
    },
}
