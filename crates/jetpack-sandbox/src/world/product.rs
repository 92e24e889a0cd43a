//! The products of partner-api.md §4.2 and how they relate.

/// Products of one family exclude each other: a site holds at most one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Family {
    /// The bundles, which a cancel call may leave unnamed (§5.2).
    Plan,
    Backup,
    Scan,
    AntiSpam,
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
}

const PRODUCTS: [Product; 10] = [
    product("free", Family::Plan, 0),
    product("personal", Family::Plan, 1),
    product("premium", Family::Plan, 2),
    product("professional", Family::Plan, 3),
    product("jetpack-backup-daily", Family::Backup, 0),
    product("jetpack-backup-realtime", Family::Backup, 1),
    product("jetpack-scan", Family::Scan, 0),
    product("jetpack-anti-spam", Family::AntiSpam, 0),
    product("complete", Family::Complete, 0),
    product("jetpack-videopress", Family::VideoPress, 0),
];

const fn product(slug: &'static str, family: Family, rank: u8) -> Product {
    Product { slug, family, rank }
}

impl Product {
    /// Finds a product by its exact slug; upper case is another, unknown slug.
    pub(crate) fn find(slug: &str) -> Option<Self> {
        PRODUCTS.into_iter().find(|product| product.slug == slug)
    }
}
