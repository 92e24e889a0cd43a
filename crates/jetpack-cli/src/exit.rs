//! Exit codes of the commands for people, which scripts can tell apart. The drop-ins have 0 and 1 alone.

use std::fmt;
use std::process::ExitCode;

use jetpack_partner::Error;

/// How a command ended that did not do everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Some of it failed, or it was refused.
    Failed = 1,
    /// The command or its file is wrong; nothing was sent.
    Usage = 2,
    /// The partner id, secret or token is refused.
    Credentials = 3,
    /// The API could not be reached or asks to wait: worth trying again.
    Unreachable = 4,
    /// Ctrl-C, or another signal, ended it.
    Interrupted = 130,
}

impl Exit {
    /// What an error of the API's amounts to.
    pub(crate) fn of(error: &Error) -> Self {
        match error {
            Error::Credentials(_) => Self::Credentials,
            Error::NotSent(_)
            | Error::NoToken(_)
            | Error::UnknownOutcome(_)
            | Error::Throttled { .. }
            | Error::Unavailable(_)
            | Error::Malformed(_) => Self::Unreachable,
            _ => Self::Failed,
        }
    }

    /// What any error amounts to.
    pub(crate) fn of_any(error: &anyhow::Error) -> Self {
        match (error.downcast_ref::<Usage>(), error.downcast_ref::<Error>()) {
            (Some(_), _) => Self::Usage,
            (None, Some(error)) => Self::of(error),
            (None, None) => Self::Failed,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A mistake in how the command was called.
#[derive(Debug)]
struct Usage(String);

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Usage {}

/// An error that says what is wrong with the call.
pub(crate) fn usage(text: impl Into<String>) -> anyhow::Error {
    Usage(text.into()).into()
}
