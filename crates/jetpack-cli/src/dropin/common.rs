//! What both scripts have in common: the key, the API, the checks of single values.

use std::path::Path;

use jetpack_partner::{Client, Credentials, Secret};

use super::flags::Field;
use super::parse::{Given, Usage};
use crate::secret_input;
use crate::session::{Session, variable};
use crate::truth::truth;

/// Settings and a client from flags and environment.
pub(crate) fn client(given: &Given) -> Result<(Session, Client), Usage> {
    let client_id = given
        .get(Field::PartnerId)
        .map(str::to_owned)
        .or_else(|| variable("JETPACK_PARTNER_ID"))
        .ok_or_else(|| missing("--partner_id", "JETPACK_PARTNER_ID"))?;
    let credentials = Credentials {
        client_id,
        client_secret: partner_secret(given)?,
    };
    let timeout = given.get(Field::Timeout).map(|text| {
        text.parse::<f64>()
            .map_err(|_| Usage("--timeout must be a number of seconds".to_owned()))
    });
    let usage = |error: anyhow::Error| Usage(format!("{error:#}"));
    let session = Session::new(None, None, timeout.transpose()?).map_err(usage)?;
    let client = session.client(credentials).map_err(usage)?;
    Ok((session, client))
}

fn partner_secret(given: &Given) -> Result<Secret, Usage> {
    match (given.get(Field::PartnerSecret), given.get(Field::SecretFile)) {
        (Some("-"), _) => secret("--partner_secret", Path::new("-")),
        (Some(value), _) => Ok(Secret::new(value.to_owned())),
        (None, Some(path)) => secret("--partner-secret-file", Path::new(path)),
        (None, None) => variable("JETPACK_PARTNER_SECRET")
            .map(Secret::new)
            .ok_or_else(|| missing("--partner_secret", "JETPACK_PARTNER_SECRET")),
    }
}

fn secret(flag: &str, path: &Path) -> Result<Secret, Usage> {
    secret_input::line_from(path).map_err(|error| Usage(format!("{flag}: {error:#}")))
}

fn missing(flag: &str, variable: &str) -> Usage {
    Usage(format!(
        "{flag} is missing; give {flag}=... or set the environment variable {variable}"
    ))
}

/// Parses a flag's value; the reason names the flag.
pub(crate) fn parsed<T>(given: &Given, field: Field, flag: &str) -> Result<Option<T>, Usage>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    given
        .get(field)
        .map(|text| text.parse().map_err(|error| Usage(format!("{flag}: {error}"))))
        .transpose()
}

/// A switch with a value.
pub(crate) fn switched(given: &Given, field: Field, flag: &str) -> Result<bool, Usage> {
    truth(given.get(field).unwrap_or_default()).ok_or_else(|| Usage(format!("{flag} must be 1 or 0")))
}
