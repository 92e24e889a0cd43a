//! What both scripts have in common: the key and the API.

use std::path::Path;

use jetpack_partner::{Credentials, Secret};

use super::flags::Key;
use super::usage::Usage;
use crate::partner::Partner;
use crate::secret_input;
use crate::session::{Session, variable};

/// Why nothing can be asked.
#[derive(Debug)]
pub(crate) enum Unusable {
    /// A mistake in the flags, told as the scripts tell one.
    Flags(Usage),
    /// Something in the environment or a file, told as a failure is.
    Settings(String),
}

impl From<Usage> for Unusable {
    fn from(usage: Usage) -> Self {
        Self::Flags(usage)
    }
}

/// A client from flags and environment.
pub(crate) fn partner(key: &Key) -> Result<Partner, Unusable> {
    let given = key
        .partner_id
        .get()
        .cloned()
        .or_else(|| variable("JETPACK_PARTNER_ID"));
    let client_id = given.ok_or_else(|| missing("--partner_id", "JETPACK_PARTNER_ID"))?;
    let client_secret = match (
        key.partner_secret.get().map(String::as_str),
        key.partner_secret_file.get(),
    ) {
        (Some("-"), _) => secret_input::line_from(Path::new("-")).map(Some),
        (Some(value), _) => Ok(Some(Secret::new(value.to_owned()))),
        (None, Some(path)) => secret_input::line_from(Path::new(path)).map(Some),
        (None, None) => Ok(variable("JETPACK_PARTNER_SECRET").map(Secret::new)),
    };
    let client_secret = client_secret
        .map_err(|error| Unusable::Settings(format!("the partner secret: {error:#}")))?
        .ok_or_else(|| missing("--partner_secret", "JETPACK_PARTNER_SECRET"))?;
    let partner = || {
        let credentials = Credentials {
            client_id,
            client_secret: secret_input::long_enough(client_secret, "the partner secret")?,
        };
        let session = Session::new(None, None, key.timeout.get().copied())?;
        Partner::new(
            session,
            credentials,
            variable("JETPACK_PARTNER_TOKEN_FILE").as_deref().map(Path::new),
        )
    };
    partner().map_err(|error: anyhow::Error| Unusable::Settings(format!("{error:#}")))
}

fn missing(flag: &str, variable: &str) -> Unusable {
    Unusable::Flags(Usage(format!(
        "{flag} is missing; give {flag}=... or set the environment variable {variable}"
    )))
}
