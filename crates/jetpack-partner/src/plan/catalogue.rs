//! The products that the documentation names (partner-api.md §4.2): the one list of them.

/// Products of one family exclude each other: a site has one of them at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// The plans that hold several things, which a cancellation may leave unnamed.
    Bundle,
    /// Backups.
    Backup,
    /// Malware scanning.
    Scan,
    /// Spam protection.
    AntiSpam,
    /// Video hosting.
    VideoPress,
}

/// One documented product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Product {
    /// How the API names it.
    pub slug: &'static str,
    /// How people name it.
    pub name: &'static str,
    /// What it cannot stand beside.
    pub family: Family,
    /// Its place in the family. Up is a provision, down is not possible in place (§1).
    pub rank: u8,
    /// The slugs of the products of other families that it holds.
    pub contains: &'static [&'static str],
    /// Whether it is one of the four that a shop is set up with.
    pub offered_first: bool,
}

const CATALOGUE: [Product; 10] = [
    first("free", "Jetpack Free", 0),
    first("personal", "Jetpack Personal", 1),
    first("premium", "Jetpack Premium", 2),
    first("professional", "Jetpack Professional", 3),
    other("jetpack-backup-daily", "Jetpack Backup Daily", Family::Backup, 0),
    other(
        "jetpack-backup-realtime",
        "Jetpack Backup Real-time",
        Family::Backup,
        1,
    ),
    other("jetpack-scan", "Jetpack Scan", Family::Scan, 0),
    other("jetpack-anti-spam", "Jetpack Anti-spam", Family::AntiSpam, 0),
    Product {
        contains: &[
            "jetpack-backup-daily",
            "jetpack-backup-realtime",
            "jetpack-scan",
            "jetpack-anti-spam",
            "jetpack-videopress",
        ],
        ..other("complete", "Jetpack Complete", Family::Bundle, 4)
    },
    other("jetpack-videopress", "Jetpack VideoPress", Family::VideoPress, 0),
];

/// All documented products. A partner may have others, of which nothing is known here.
pub fn catalogue() -> &'static [Product] {
    &CATALOGUE
}

const fn first(slug: &'static str, name: &'static str, rank: u8) -> Product {
    Product {
        offered_first: true,
        ..other(slug, name, Family::Bundle, rank)
    }
}

const fn other(slug: &'static str, name: &'static str, family: Family, rank: u8) -> Product {
    Product {
        slug,
        name,
        family,
        rank,
        contains: &[],
        offered_first: false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_slug_and_every_rank_of_a_family_is_there_once() {
        let slugs: HashSet<_> = catalogue().iter().map(|product| product.slug).collect();
        let ranks: HashSet<_> = catalogue()
            .iter()
            .map(|product| (product.family, product.rank))
            .collect();
        assert_eq!((slugs.len(), ranks.len()), (catalogue().len(), catalogue().len()));
    }

    #[test]
    fn what_is_contained_is_in_the_catalogue_and_of_another_family() {
        for product in catalogue() {
            for slug in product.contains {
                let held = catalogue().iter().find(|held| held.slug == *slug).unwrap();
                assert_ne!(held.family, product.family, "{slug}");
            }
        }
    }

    #[test]
    fn a_shop_is_set_up_with_the_four_plans_of_the_first_module() {
        let first: Vec<_> = catalogue()
            .iter()
            .filter(|product| product.offered_first)
            .map(|product| product.slug)
            .collect();
        assert_eq!(first, ["free", "personal", "premium", "professional"]);
    }
}
