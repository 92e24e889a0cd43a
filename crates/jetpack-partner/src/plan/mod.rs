mod catalogue;

use std::fmt;
use std::str::FromStr;

pub use catalogue::{Family, Product, catalogue};

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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Plan(String);

impl Plan {
    /// Whether it is one of the documented slugs. One that is not is not wrong: the API decides.
    pub fn is_known(&self) -> bool {
        Self::known().any(|slug| slug == self.0)
    }

    /// The documented slugs, for lists to choose from.
    pub fn known() -> impl Iterator<Item = &'static str> {
        catalogue().iter().map(|product| product.slug)
    }

    /// What is known of it, in whatever spelling its slug is.
    pub fn product(&self) -> Option<&'static Product> {
        let slug = comparable(&self.0);
        catalogue()
            .iter()
            .find(|product| comparable(product.slug) == slug)
    }

    /// Whether both slugs name one plan, each in any spelling.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.is_spelled(&other.0)
    }

    /// Whether a slug of the API's is one of this plan's spellings.
    pub(crate) fn is_spelled(&self, slug: &str) -> bool {
        comparable(&self.0) == comparable(slug)
    }

    /// Whether it holds a product of another family, so that nobody needs both.
    pub fn contains(&self, other: &Self) -> bool {
        let mut held = self.product().into_iter().flat_map(|product| product.contains);
        held.any(|slug| other.is_spelled(slug))
    }

    /// Whether a site cannot have both: they are the same, of one family, or one holds the other.
    /// Of a slug that is not known nothing but the first can be told.
    ///
    /// ```
    /// use jetpack_partner::Plan;
    ///
    /// let [personal, backup, complete] =
    ///     ["personal", "jetpack-backup-daily", "complete"].map(|slug| slug.parse::<Plan>().unwrap());
    /// assert!(!personal.overlaps(&backup));
    /// assert!(complete.overlaps(&personal) && complete.overlaps(&backup));
    /// ```
    pub fn overlaps(&self, other: &Self) -> bool {
        self.is_same_as(other)
            || self.is_of_the_family_of(other)
            || self.contains(other)
            || other.contains(self)
    }

    /// Whether it is certainly less than the other, which therefore cannot become it in place
    /// (partner-api.md §1): both are known, and it is lower in the family or contained.
    pub fn is_lower_than(&self, other: &Self) -> bool {
        let is_below = match (self.product(), other.product()) {
            (Some(this), Some(that)) => this.family == that.family && this.rank < that.rank,
            _ => false,
        };
        is_below || other.contains(self)
    }

    /// Whether one plan is known to take the other's place: both are of one family.
    pub fn may_become(&self, other: &Self) -> bool {
        self.is_of_the_family_of(other)
    }

    fn is_of_the_family_of(&self, other: &Self) -> bool {
        let family = |plan: &Self| plan.product().map(|product| product.family);
        family(self).is_some() && family(self) == family(other)
    }

    /// The slug as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Slugs are spelled with hyphens or underscores, with or without `jetpack` in front, depending on
/// the part of the API (partner-api.md §4.2, §17 trap 24).
fn comparable(slug: &str) -> String {
    let slug = slug.to_ascii_lowercase().replace('_', "-");
    slug.strip_prefix("jetpack-").unwrap_or(&slug).to_owned()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(slug: &str) -> Plan {
        slug.parse().unwrap()
    }

    #[test]
    fn a_plan_is_the_same_in_every_spelling() {
        for (one, other) in [
            ("jetpack-backup-daily", "jetpack_backup_daily"),
            ("jetpack-scan", "scan"),
            ("complete", "Jetpack_Complete"),
            ("own_bundle", "own-bundle"),
        ] {
            assert!(plan(one).is_same_as(&plan(other)), "{one} {other}");
        }
        assert!(!plan("premium").is_same_as(&plan("premum")));
        assert_eq!(plan("jetpack_complete").product().unwrap().slug, "complete");
    }

    #[test]
    fn two_bundles_exclude_each_other_and_a_bundle_and_a_product_do_not() {
        for (one, other, overlap) in [
            ("personal", "personal", true),
            ("personal", "premium", true),
            ("free", "complete", true),
            ("personal", "jetpack-backup-daily", false),
            ("premium", "jetpack-backup-realtime", false),
            ("jetpack-backup-daily", "jetpack_backup_realtime", true),
            ("jetpack-scan", "jetpack-anti-spam", false),
            ("complete", "jetpack-videopress", true),
            ("own-bundle", "own_bundle", true),
            ("own-bundle", "premium", false),
            ("own-bundle", "another-bundle", false),
        ] {
            assert_eq!(plan(one).overlaps(&plan(other)), overlap, "{one} {other}");
            assert_eq!(plan(other).overlaps(&plan(one)), overlap, "{other} {one}");
        }
    }

    #[test]
    fn only_what_is_known_to_be_less_is_lower() {
        for (one, other, lower) in [
            ("personal", "premium", true),
            ("premium", "personal", false),
            ("premium", "premium", false),
            ("professional", "complete", true),
            ("jetpack-backup-realtime", "complete", true),
            ("complete", "jetpack-scan", false),
            ("jetpack-scan", "premium", false),
            ("premum", "premium", false),
            ("personal", "own-bundle", false),
        ] {
            assert_eq!(plan(one).is_lower_than(&plan(other)), lower, "{one} {other}");
        }
    }
}
