//! What came of one line.

use jetpack_partner::{AccessStored, Error, Provision, Provisioned};

use crate::bulk::memory::states::State;
use crate::output::plain;

/// Asking again would provision again, only to see the address.
const LOST_ADDRESS: &str =
    "the answer with the address was lost; \"Set Up Jetpack\" in wp-admin leads to the same place";

/// What came of one line, for the journal, the results and the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// What the journal keeps.
    pub(crate) state: State,
    /// One word: `active`, `pending`, `cancelled`, ..., or the class of the error.
    pub(crate) word: &'static str,
    /// The API's code, if it said one.
    pub(crate) code: String,
    /// A sentence, if there is more to say.
    pub(crate) message: String,
    /// Where the owner has to go.
    pub(crate) next_url: String,
    /// Whether the sentence has to be in the summary, where it is seen.
    pub(crate) look: bool,
}

impl Outcome {
    pub(crate) fn done(word: &'static str) -> Self {
        Self {
            state: State::Done,
            word,
            code: String::new(),
            message: String::new(),
            next_url: String::new(),
            look: false,
        }
    }

    /// A refusal of our own.
    pub(crate) fn refused(word: &'static str, message: String) -> Self {
        Self {
            state: State::Refused,
            message,
            ..Self::done(word)
        }
    }

    pub(crate) fn failed(error: &Error) -> Self {
        let state = match error {
            Error::Refused(_) | Error::Defect(_) => State::Refused,
            error if error.may_have_happened() => State::Doubtful,
            _ => State::Open,
        };
        Self {
            state,
            code: error
                .api_error()
                .map(|said| plain(&said.code))
                .unwrap_or_default(),
            message: plain(&error.to_string()),
            ..Self::done(error.class())
        }
    }

    pub(crate) fn provisioned(provisioned: &Provisioned, has_plan: bool) -> Self {
        let (word, next_url) = match &provisioned.plan {
            Provision::Active(url) => (if has_plan { "active" } else { "registered" }, url.clone()),
            Provision::AwaitingAuthorization(url) => ("pending", Some(url.clone())),
            Provision::AwaitingSite => ("waiting_for_site", None),
            Provision::FoundPending => ("pending", None),
        };
        let lost = (provisioned.plan == Provision::FoundPending).then(|| LOST_ADDRESS.to_owned());
        let warnings = [("SSH", &provisioned.ssh), ("FTP", &provisioned.ftp)]
            .into_iter()
            .filter_map(|(name, stored)| match stored {
                Some(AccessStored::No(reason)) => {
                    Some(format!("{name} access not stored: {}", plain(reason)))
                }
                _ => None,
            });
        let messages: Vec<String> = lost.into_iter().chain(warnings).collect();
        Self {
            next_url: plain(&next_url.unwrap_or_default()),
            message: messages.join("; "),
            ..Self::done(word)
        }
    }

    /// What the status says of a plan that is there already.
    pub(crate) fn found(plan: &Provision) -> Self {
        match plan {
            Provision::FoundPending => Self::done("pending").saying(LOST_ADDRESS.to_owned()),
            _ => Self::done("active"),
        }
    }

    /// With this sentence instead of its own.
    pub(crate) fn saying(self, message: String) -> Self {
        Self { message, ..self }
    }

    /// With this sentence, which someone has to read.
    pub(crate) fn with_warning(self, message: String) -> Self {
        Self {
            look: true,
            ..self.saying(message)
        }
    }

    /// With this sentence after its own.
    pub(crate) fn and(self, more: String) -> Self {
        match self.message.as_str() {
            "" => self.saying(more),
            message => {
                let both = format!("{message}; {more}");
                self.saying(both)
            }
        }
    }

    pub(crate) fn succeeded(&self) -> bool {
        self.state == State::Done
    }
}
