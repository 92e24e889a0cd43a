use jetpack_partner::{Call, Exchange, Redactor, ReportCall};
use serde::Serialize;

use crate::plain::basic;

/// Characters of a report's answer.
const LONGEST: usize = 2_000;

/// What `logModuleCall` gets: all requests and answers of a call, already free of secrets, and the secrets' values in every
/// encoding for WHMCS's own masking.
#[derive(Default, PartialEq, Eq, Serialize)]
pub struct ModuleLog {
    /// All requests; empty when none was made.
    pub request: String,
    /// All answers, in the same order.
    pub response: String,
    /// The values to mask. For `logModuleCall` alone.
    pub secrets: Vec<String>,
}

impl ModuleLog {
    pub(crate) fn add(&mut self, call: &Call<'_>) {
        self.add_exchanges(call.exchanges(), call.redactor());
    }

    /// Of long answers the beginning: a report of all plans would fill WHMCS's log.
    pub(crate) fn add_report(&mut self, call: &ReportCall<'_>) {
        let mut exchanges = call.exchanges().to_vec();
        for exchange in &mut exchanges {
            let long = exchange.response.char_indices().nth(LONGEST).map(|(at, _)| at);
            if let Some(at) = long {
                exchange.response.truncate(at);
                exchange.response.push_str(" [...]");
            }
        }
        self.add_exchanges(&exchanges, call.redactor());
    }

    fn add_exchanges(&mut self, exchanges: &[Exchange], redactor: &Redactor) {
        for exchange in exchanges {
            for (text, part) in [
                (&mut self.request, &exchange.request),
                (&mut self.response, &exchange.response),
            ] {
                if !text.is_empty() {
                    text.push_str("\n\n");
                }
                text.push_str(&basic(part));
            }
        }
        let forms = redactor.forms();
        self.secrets
            .extend(forms.iter().map(|secret| secret.expose().to_owned()));
    }
}

impl std::fmt::Debug for ModuleLog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\n{}", self.request, self.response)
    }
}
