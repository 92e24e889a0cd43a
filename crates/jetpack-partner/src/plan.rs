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

impl Plan {
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
