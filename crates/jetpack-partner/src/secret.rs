use std::fmt;

use zeroize::Zeroizing;

/// A value that must not be seen: it has no `Display`, its `Debug` says nothing, and its memory is
/// wiped when it is dropped.
///
/// ```
/// let secret = jetpack_partner::Secret::new("s3cret".to_owned());
/// assert_eq!(format!("{secret:?}"), "Secret([redacted])");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the value in.
    pub fn new(value: String) -> Self {
        Self(Zeroizing::new(value))
    }

    /// Gives the value out. Every use of this is a place to look at when a secret leaked.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret([redacted])")
    }
}
