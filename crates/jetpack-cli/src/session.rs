//! From settings to a client of the API.

use std::env;
use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use jetpack_partner::{ApiUrl, Deadline, Trust};

use crate::exit::usage;

/// Official clients wait this long for an answer (partner-api.md §1).
pub(crate) const TIMEOUT: Duration = Duration::from_secs(60);

/// Where the API is, whose certificates are believed, and how long an answer may take.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    pub(crate) api: ApiUrl,
    pub(crate) trust: Trust,
    pub(crate) timeout: Duration,
}

impl Session {
    /// Settings from the command line, else from the environment, else the public API.
    pub(crate) fn new(api: Option<&str>, ca_file: Option<&Path>, timeout: Option<f64>) -> Result<Self> {
        let timeout = match timeout {
            Some(seconds) => Duration::try_from_secs_f64(seconds)
                .ok()
                .filter(|timeout| !timeout.is_zero())
                .ok_or_else(|| usage("the timeout must be a number of seconds above zero"))?,
            None => TIMEOUT,
        };
        let ca_file = match ca_file {
            Some(file) => Some(file.to_owned()),
            None => variable("JETPACK_PARTNER_CA_FILE").map(Into::into),
        };
        let trust = match ca_file {
            Some(file) => Trust::from_ca_file(&file).map_err(|reason| {
                usage(format!("the CA file {} cannot be used: {reason}", file.display()))
            })?,
            None => Trust::System,
        };
        Ok(Self {
            api: api_url(api)?,
            trust,
            timeout,
        })
    }

    /// The moment by which a call that begins now must have ended.
    pub(crate) fn deadline(&self) -> Deadline {
        Deadline::after(self.timeout)
    }
}

/// The scripts take a bare host from `JETPACK_START_API_HOST` (partner-api.md §1); our own variable
/// says more, so it goes first.
fn api_url(given: Option<&str>) -> Result<ApiUrl> {
    let parse = |text: &str, source: &str| -> Result<ApiUrl> {
        text.parse().map_err(|reason| {
            usage(format!(
                "{source} is not an address the secret may be sent to: {reason}"
            ))
        })
    };
    if let Some(text) = given {
        return parse(text, "--api-url");
    }
    if let Some(text) = variable("JETPACK_PARTNER_API_URL") {
        return parse(&text, "JETPACK_PARTNER_API_URL");
    }
    match variable("JETPACK_START_API_HOST") {
        Some(host) => parse(&format!("https://{host}"), "JETPACK_START_API_HOST"),
        None => Ok(ApiUrl::default()),
    }
}

/// An environment variable that holds something.
pub(crate) fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
