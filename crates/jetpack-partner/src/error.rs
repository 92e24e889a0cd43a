use std::time::Duration;

use crate::ApiError;

/// Why an operation gave no result.
///
/// The variant says what the caller can do about it. No variant holds a secret: what the API said
/// went through a [`Redactor`](crate::Redactor) first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nothing was sent: name, connection or TLS failed. The call had no effect; ask again later.
    #[error("the partner API could not be reached: {0}")]
    NotSent(String),
    /// The request left and no whole answer came. It may or may not have taken effect: look at
    /// the site's status before asking again.
    #[error("the partner API gave no answer: {0}")]
    UnknownOutcome(String),
    /// The client id or secret, or the key's rights, were refused. Someone has to correct them.
    #[error("the partner credentials were refused: {0}")]
    Credentials(ApiError),
    /// The API understood the call and said no. Someone has to change something.
    #[error("the partner API refused the request: {0}")]
    Refused(ApiError),
    /// Too many requests (429). Nothing was done; ask again after the time given, if any.
    #[error("the partner API asks to wait: {error}")]
    Throttled {
        /// The API's own words.
        error: ApiError,
        /// The time to wait, from `Retry-After`.
        retry_after: Option<Duration>,
    },
    /// The API itself failed (5xx). An effect is possible; ask the status, then again.
    #[error("the partner API failed: {0}")]
    Unavailable(ApiError),
    /// An answer arrived that has none of the documented forms. An effect is possible.
    #[error("the partner API sent an answer that could not be understood: {0}")]
    Malformed(String),
    /// The request could not even be built. This is a mistake in this program.
    #[error("the request could not be built: {0}")]
    Defect(String),
}

impl Error {
    /// Whether the request may have taken effect although no success was seen.
    pub fn may_have_happened(&self) -> bool {
        matches!(
            self,
            Self::UnknownOutcome(_) | Self::Unavailable(_) | Self::Malformed(_)
        )
    }
}
