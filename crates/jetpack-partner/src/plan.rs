use std::fmt;
use std::str::FromStr;

/// The slug by which the API names a plan or product.
///
/// The API owns the list (partner-api.md §4.2), so any slug is passed on; only its form is
/// checked. Slugs are lower case: WHMCS's drop-downs say `Personal`, the API wants `personal`.
///
/// ```
/// use jetpack_partner::Plan;
///
/// assert_eq!("Personal".parse::<Plan>()?.as_str(), "personal");
/// assert!("two words".parse::<Plan>().is_err());
/// # Ok::<(), jetpack_partner::InvalidPlan>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan(String);

/// The slugs that the documentation names (partner-api.md §4.2). There are others: a partner may
/// have products of its own.
const KNOWN: [&str; 10] = [
    "free",
    "personal",
    "premium",
    "professional",
    "jetpack-backup-daily",
    "jetpack-backup-realtime",
    "jetpack-scan",
    "jetpack-anti-spam",
    "complete",
    "jetpack-videopress",
];

impl Plan {
    /// Whether it is one of the documented slugs. One that is not is not wrong: the API decides.
    pub fn is_known(&self) -> bool {
        KNOWN.contains(&self.0.as_str())
    }

    /// The documented slugs, for lists to choose from.
    pub fn known() -> impl Iterator<Item = &'static str> {
        KNOWN.into_iter()
    }

    /// The slug as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Plan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text cannot be a plan's slug.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPlan {
    /// There is no text.
    #[error("it is empty")]
    Empty,
    /// Slugs consist of letters, digits, hyphens and underscores.
    #[error("it may hold only letters, digits, hyphens and underscores")]
    Form,
}

impl FromStr for Plan {
    type Err = InvalidPlan;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let slug = text.trim().to_ascii_lowercase();
        let legal = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        match slug.as_str() {
            "" => Err(InvalidPlan::Empty),
            slug if !slug.chars().all(legal) => Err(InvalidPlan::Form),
            _ => Ok(Self(slug)),
        }
    }
}
