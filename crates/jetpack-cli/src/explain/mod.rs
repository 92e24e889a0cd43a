//! What a person can do about a failure. The library says what happened; this says what is next.

mod codes;

use jetpack_partner::{ApiError, Error};

pub(crate) use codes::documented;

use crate::exit::Exit;

/// What a command is for: the same failure leaves other doubts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// It changes something on a site.
    Change,
    /// It only asks.
    Read,
    /// It asks with a user's token.
    Report,
    /// It makes a key, whose secret is told once.
    NewKey,
}

impl Purpose {
    /// The next step after an error of such a command.
    pub(crate) fn next_step(self, error: &Error) -> &'static str {
        let is_lost = matches!(
            error,
            Error::UnknownOutcome(_) | Error::Unavailable(_) | Error::Malformed(_)
        );
        let is_refused = error
            .api_error()
            .is_some_and(|said| matches!(said.status, 401 | 403))
            || matches!(error, Error::Credentials(_));
        match (self, error) {
            (Self::Read | Self::Report, _) if is_lost => {
                "Nothing was changed. Try again later; \"jetpack-partner doctor\" checks network and credentials."
            }
            (Self::NewKey, _) if is_lost => {
                "A key may exist whose secret is lost: ask Automattic whether it does, and to revoke it, before you make another."
            }
            (Self::Report, _) if is_refused => {
                "Check JETPACK_PARTNER_USER_TOKEN: it must hold a valid token of a WordPress.com user who belongs to the partner account (scope \"global\")."
            }
            _ => next_step(error),
        }
    }

    /// The exit code after an error of such a command.
    pub(crate) fn exit(self, error: &anyhow::Error) -> Exit {
        let lost = error.downcast_ref().is_some_and(Error::may_have_happened);
        match self {
            // To try again would make another key.
            Self::NewKey if lost => Exit::Failed,
            _ => Exit::of_any(error),
        }
    }
}

/// The next step after an error, as a sentence.
pub(crate) fn next_step(error: &Error) -> &'static str {
    match error {
        Error::NotSent(_) => {
            "Nothing was sent. Check the network, the name server and the proxy (\"jetpack-partner doctor\"), then try again."
        }
        Error::Untrusted(_) => {
            "Nothing was sent. Check the CA store, the clock and JETPACK_PARTNER_CA_FILE (\"jetpack-partner doctor\")."
        }
        Error::NoToken(inner) if matches!(**inner, Error::NotSent(_) | Error::Untrusted(_)) => {
            next_step(inner)
        }
        Error::NoToken(_) => "Nothing was sent. Try again later.",
        Error::UnknownOutcome(_) => {
            "It may or may not have happened: look with \"jetpack-partner status SITE\" before trying again."
        }
        Error::Credentials(said) => documented(&said.code).map_or(codes::CHECK_KEY, |known| known.remedy),
        Error::Throttled { .. } => "Nothing was done. Wait a while, then try again.",
        Error::Unavailable(_) | Error::Malformed(_) => {
            "Look with \"jetpack-partner status SITE\" whether it happened, then try again later."
        }
        Error::Refused(said) => refused(said),
        _ => "This looks like a mistake in this program: please report it.",
    }
}

/// What helps after a refusal.
fn refused(said: &ApiError) -> &'static str {
    match documented(&said.code) {
        _ if said.asks_for_force_register() => {
            "WordPress.com holds a connection that the site lost: provision again with force_register."
        }
        Some(known) => known.remedy,
        None if said.is_unknown_site() => documented("invalid_blog").map_or("", |known| known.remedy),
        None => "The API documents no such code; what stands beside it says most.",
    }
}
