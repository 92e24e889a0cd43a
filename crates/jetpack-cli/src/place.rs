//! Places as people name them on the command line: sites, and files.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use jetpack_partner::{BlogId, InvalidSiteUrl, SiteRef, SiteUrl};

/// An address or a blog id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// The site's address.
    Site(SiteUrl),
    /// WordPress.com's number for it.
    Blog(BlogId),
}

impl Place {
    /// The form in which the API takes it in a path.
    pub(crate) fn reference(&self) -> SiteRef {
        match self {
            Self::Site(site) => site.into(),
            Self::Blog(blog) => (*blog).into(),
        }
    }
}

impl FromStr for Place {
    type Err = InvalidSiteUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().parse() {
            Ok(blog) => Ok(Self::Blog(BlogId(blog))),
            Err(_) => text.parse().map(Self::Site),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Site(site) => site.fmt(f),
            Self::Blog(blog) => write!(f, "blog {blog}"),
        }
    }
}

/// The folder a file is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
