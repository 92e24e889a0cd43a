use std::time::Duration;

use crate::ApiError;

/// Why an operation gave no result.
///
/// The variant says what the caller can do about it. No variant holds a secret: what the API said
/// went through a [`Redactor`](crate::Redactor) first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Nothing was sent: name or connection failed. The call had no effect; ask again later.
    #[error("the partner API could not be reached: {0}")]
    NotSent(String),
    /// Nothing was sent, because the API's certificate is not believed. Someone has to look at the
    /// CA store, the clock, or who answers there.
    #[error("the partner API's certificate was not accepted: {0}")]
    Untrusted(String),
    /// No access token was given, so the call itself was not sent. The reason is inside; ask again
    /// later.
    #[error("no access token was given: {0}")]
    NoToken(Box<Error>),
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

    /// The class in one word, for summaries and for scripts.
    pub fn class(&self) -> &'static str {
        match self {
            Self::NotSent(_) => "not_sent",
            Self::Untrusted(_) => "untrusted",
            Self::NoToken(error) => error.class(),
            Self::UnknownOutcome(_) => "unknown_outcome",
            Self::Credentials(_) => "credentials",
            Self::Refused(_) => "refused",
            Self::Throttled { .. } => "throttled",
            Self::Unavailable(_) => "unavailable",
            Self::Malformed(_) => "malformed",
            Self::Defect(_) => "defect",
        }
    }

    /// What the API said, when it said anything.
    pub fn api_error(&self) -> Option<&ApiError> {
        match self {
            Self::Credentials(error) | Self::Refused(error) | Self::Unavailable(error) => Some(error),
            Self::Throttled { error, .. } => Some(error),
            Self::NoToken(error) => error.api_error(),
            _ => None,
        }
    }
}
