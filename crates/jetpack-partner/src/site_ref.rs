use std::fmt;

use crate::{SiteIdentifier, SiteUrl};

/// WordPress.com's number for a site. The provisioning answers do not tell it; the site lookup
/// does (partner-api.md §8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BlogId(pub u64);

impl fmt::Display for BlogId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// How a site is named inside an API path: by its address or by its number (partner-api.md §5.1,
/// CONFLICT 11).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SiteRef {
    /// Host and path.
    Site(SiteIdentifier),
    /// The number, which stays when the site moves.
    Blog(BlogId),
}

impl fmt::Display for SiteRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site(site) => site.fmt(f),
            Self::Blog(blog) => blog.fmt(f),
        }
    }
}

impl From<&SiteUrl> for SiteRef {
    fn from(site: &SiteUrl) -> Self {
        Self::Site(site.identifier())
    }
}

impl From<SiteIdentifier> for SiteRef {
    fn from(site: SiteIdentifier) -> Self {
        Self::Site(site)
    }
}

impl From<BlogId> for SiteRef {
    fn from(blog: BlogId) -> Self {
        Self::Blog(blog)
    }
}
