use std::rc::Rc;

use jetpack_partner::{Client, Deadline, Error, Timing, Verified};
use serde::{Deserialize, Serialize};

use crate::act::has_blanks;
use crate::order::addon_credentials;
use crate::{Clients, ModuleLog, Params, Settings, sentences};

/// Certificates and signatures begin to fail with clocks further off, in seconds.
const CLOCK_LIMIT: u64 = 60;

/// The question `validate`: whether the credentials in the addon module's settings work.
#[derive(Debug, Deserialize)]
pub struct Validate {
    #[serde(default)]
    settings: Params,
}

/// Its answer, and that of [`NewKey`](crate::NewKey), which is asked with the same credentials.
#[derive(Debug, Serialize)]
pub struct Validation {
    /// Whether they work.
    pub ok: bool,
    /// What the admin reads.
    pub sentence: String,
    /// What was refused: `settings` before any request, `token`, or `key`, the check of the key with a token.
    pub step: Option<&'static str>,
    /// How WordPress.com could be reached, if it answered at all.
    pub reached: Option<Reached>,
    /// What was asked and answered.
    pub log: ModuleLog,
    /// A key that was made.
    pub key: Made,
    /// Whether there may be a key of which nobody has the secret.
    pub may_exist: bool,
}

/// A key's partner id, its secret, and WordPress.com's number for it; nothing where none was made. No later answer tells the secret.
#[derive(Default, Serialize)]
#[serde(transparent)]
pub struct Made(pub Vec<String>);

impl std::fmt::Debug for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Made({:?}, [redacted])", self.0.first())
    }
}

/// How the API answered last.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Reached {
    /// How long the answer took.
    pub milliseconds: u64,
    /// How many seconds the clock here is ahead of the API's.
    pub clock_ahead: Option<i64>,
    /// Whether that is so much that certificates and signatures fail.
    pub clock_is_wrong: bool,
}

impl From<Timing> for Reached {
    fn from(timing: Timing) -> Self {
        Self {
            milliseconds: u64::try_from(timing.took.as_millis()).unwrap_or(u64::MAX),
            clock_ahead: timing.clock_ahead,
            clock_is_wrong: timing
                .clock_ahead
                .is_some_and(|seconds| seconds.unsigned_abs() > CLOCK_LIMIT),
        }
    }
}

impl Validation {
    /// It ended before any request.
    pub(crate) fn impossible(sentence: String) -> Self {
        Self {
            ok: false,
            sentence,
            step: Some("settings"),
            reached: None,
            log: ModuleLog::default(),
            key: Made::default(),
            may_exist: false,
        }
    }
}

impl Validate {
    /// Asks for a token, and for what more the API offers.
    pub async fn run(self, settings: &Settings, clients: &Clients) -> Validation {
        let client = match addon_client(&self.settings, settings, clients) {
            Ok(client) => client,
            Err(sentence) => return Validation::impossible(sentence),
        };
        let mut call = client.call(Deadline::after(settings.deadline));
        let (failed, sentence) = match call.verify().await {
            Ok(Verified::Key) => (None, sentences::key_verified()),
            Ok(Verified::TokenOnly) => (None, sentences::token_only()),
            Err(error) => {
                let refused = matches!(error, Error::Credentials(_));
                let secret = self.settings.typed("partner_secret").unwrap_or_default();
                let blank = refused && has_blanks(&secret);
                let hint = if blank { sentences::blank_in_secret() } else { "" };
                let sentence = format!("{}{hint}", sentences::validation_failed(&error));
                (Some(error), sentence)
            }
        };
        let mut log = ModuleLog::default();
        log.add(&call);
        Validation {
            ok: failed.is_none(),
            sentence,
            step: failed
                .as_ref()
                .filter(|error| matches!(error, Error::Credentials(_) | Error::Refused(_)))
                .map(|_| refused_step(&client)),
            // Of an answer before the one that did not come nobody wants to know.
            reached: call
                .last_timing()
                .filter(|_| failed.as_ref().is_none_or(|error| error.api_error().is_some()))
                .map(Reached::from),
            log,
            key: Made::default(),
            may_exist: false,
        }
    }
}

/// The client with the addon's key, which is among its settings.
///
/// # Errors
///
/// Why there is none, for staff: nothing can be asked.
#[inline(never)]
pub(crate) fn addon_client(
    given: &Params,
    settings: &Settings,
    clients: &Clients,
) -> Result<Rc<Client>, String> {
    let credentials = addon_credentials(given).map_err(|mistake| sentences::mistake(&mistake))?;
    let client = clients.client(settings, &credentials);
    client.map_err(|error| sentences::defect(&error.to_string()))
}

/// Without a token it did not come to the key.
fn refused_step(client: &Client) -> &'static str {
    match client.token_in_use() {
        Some(_) => "key",
        None => "token",
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_clock_that_is_a_minute_off_is_wrong() {
        let is_wrong = |clock_ahead| {
            let took = Duration::ZERO;
            Reached::from(Timing { took, clock_ahead }).clock_is_wrong
        };
        assert!(is_wrong(Some(61)) && is_wrong(Some(-61)));
        assert!(!is_wrong(Some(60)) && !is_wrong(Some(-60)) && !is_wrong(None));
    }
}
