use jetpack_partner::{InvalidPlan, InvalidSiteUrl};

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
    /// The product has only one of partner id and secret.
    HalfCredentials,
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
