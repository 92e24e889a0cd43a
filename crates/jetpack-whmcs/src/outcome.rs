use jetpack_partner::{Call, Secret};

use crate::{Row, Standing};

/// What has to be done in WHMCS after a module call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// `success`, or a sentence for staff that begins with the prefix.
    pub result: String,
    /// How the service stands now.
    pub standing: Standing,
    /// The new text of `jetpack_provisioning_details`; `None` leaves it as it is.
    pub details: Option<String>,
    /// An entry for the activity log. A failure has none: WHMCS logs the returned sentence itself
    /// (whmcs-contract.md §1.4).
    pub activity: Option<String>,
    /// What was asked and answered.
    pub log: ModuleLog,
}

impl Outcome {
    /// Nothing was asked and nothing changes; `sentence` tells staff why.
    pub fn unchanged(row: &Row, sentence: String) -> Self {
        Self {
            result: sentence,
            standing: row.cautious_standing(),
            details: None,
            activity: None,
            log: ModuleLog::default(),
        }
    }

    /// The same for a row that cannot be read: nothing is known, so nothing is released.
    pub fn unsettled(sentence: String) -> Self {
        Self {
            result: sentence,
            standing: Standing::Unknown,
            details: None,
            activity: None,
            log: ModuleLog::default(),
        }
    }
}

/// What `logModuleCall` gets. Already free of secrets; the values are for WHMCS's own masking too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ModuleLog {
    /// All requests of the call.
    pub request: String,
    /// All answers, in the same order.
    pub response: String,
    /// The secrets' values in every encoding.
    pub secrets: Vec<Secret>,
}

impl ModuleLog {
    pub(crate) fn of(call: &Call<'_>) -> Self {
        let join = |texts: Vec<&str>| texts.join("\n\n");
        Self {
            request: join(
                call.exchanges()
                    .iter()
                    .map(|exchange| exchange.request.as_str())
                    .collect(),
            ),
            response: join(
                call.exchanges()
                    .iter()
                    .map(|exchange| exchange.response.as_str())
                    .collect(),
            ),
            secrets: call.redactor().forms().to_vec(),
        }
    }
}

/// An outcome before the log of its requests is added.
pub(crate) struct Verdict {
    pub(crate) result: Result<String, String>,
    pub(crate) standing: Standing,
    pub(crate) details: Option<String>,
}

impl Verdict {
    /// The call did what WHMCS asked; `activity` says it in the activity log.
    pub(crate) fn done(standing: Standing, details: Option<String>, activity: String) -> Self {
        Self {
            result: Ok(activity),
            standing,
            details,
        }
    }

    /// The call did not; `sentence` tells staff why and what to do.
    pub(crate) fn failed(standing: Standing, sentence: String) -> Self {
        Self {
            result: Err(sentence),
            standing,
            details: None,
        }
    }

    pub(crate) fn into_outcome(self, call: &Call<'_>) -> Outcome {
        let (result, activity) = match self.result {
            Ok(activity) => ("success".to_owned(), Some(activity)),
            Err(sentence) => (sentence, None),
        };
        Outcome {
            result,
            standing: self.standing,
            details: self.details,
            activity,
            log: ModuleLog::of(call),
        }
    }
}
