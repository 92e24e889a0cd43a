use std::fmt;

/// A site as one segment of an API path: no scheme, and `::` where the address has `/`
/// (partner-api.md §5.1). Two addresses of one site that differ in the scheme have the same one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SiteIdentifier(pub(super) String);

impl SiteIdentifier {
    /// The identifier, already percent-encoded.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SiteIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
