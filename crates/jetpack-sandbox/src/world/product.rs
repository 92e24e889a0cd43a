//! The products of partner-api.md §4.2 and how they relate.

/// Products of one family exclude each other: a site holds at most one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// The bundles, which a cancel call may leave unnamed (§5.2).
    Plan,
    Backup,
    Scan,
    AntiSpam,
    /// Holds everything the others hold.
    Complete,
    VideoPress,
}

/// A product the API sells to partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Product {
    pub(crate) slug: &'static str,
    pub(crate) family: Family,
    /// Within the family; going down is refused (§4.5).
    pub(crate) rank: u8,
    /// `product_id` of the report (§10). No source of ours lists the numbers.
    pub(crate) id: u32,
}

const PRODUCTS: [Product; 10] = [
    product("free", Family::Plan, 0, 2002),
    product("personal", Family::Plan, 1, 2005),
    product("premium", Family::Plan, 2, 2000),
    product("professional", Family::Plan, 3, 2001),
    product("jetpack-backup-daily", Family::Backup, 0, 2100),
    product("jetpack-backup-realtime", Family::Backup, 1, 2102),
    product("jetpack-scan", Family::Scan, 0, 2106),
    product("jetpack-anti-spam", Family::AntiSpam, 0, 2110),
    product("complete", Family::Complete, 0, 2014),
    product("jetpack-videopress", Family::VideoPress, 0, 2116),
];

const fn product(slug: &'static str, family: Family, rank: u8, id: u32) -> Product {
    Product {
        slug,
        family,
        rank,
        id,
    }
}

impl Product {
    /// Finds a product by its exact slug; upper case is another, unknown slug.
    pub(crate) fn find(slug: &str) -> Option<Self> {
        PRODUCTS.into_iter().find(|product| product.slug == slug)
    }

    /// Whether this product holds all of the other one (§4.2, family relations).
    pub(crate) fn contains(self, other: Self) -> bool {
        match (self.family, other.family) {
            (mine, others) if mine == others => self.rank >= other.rank,
            (Family::Complete, _) => true,
            _ => false,
        }
    }

    /// Whether a site cannot hold both.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.contains(other) || other.contains(self)
    }
}
