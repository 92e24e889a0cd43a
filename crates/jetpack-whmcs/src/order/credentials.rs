use jetpack_partner::{Credentials, Secret};

use super::KeySource;
use crate::{Mistake, Params};

/// Characters that the ledger keeps of a partner id; real ones have a few digits.
const LONGEST_PARTNER_ID: usize = 100;

/// Id and secret in the product's Module Settings.
const OF_PRODUCT: [&str; 2] = ["configoption1", "configoption2"];

/// Which of the keys is meant, by its partner id: the product's own comes before the addon's. An id without a secret is that of a
/// key whose secret the module keeps, never completed from the addon's settings; whether it is kept is seen when it is needed.
pub(super) fn partner_id(params: &Params, settings: &Params) -> (KeySource, Result<String, Mistake>) {
    let (source, key) = match read_credentials(params, KeySource::Product, OF_PRODUCT) {
        Err(Mistake::NoCredentials) => (KeySource::Addon, addon_credentials(settings)),
        own => (KeySource::Product, own),
    };
    match key {
        Ok(key) => (source, Ok(key.client_id)),
        Err(Mistake::HalfCredentials {
            of: KeySource::Product,
            missing: "secret",
        }) => {
            let id = params.typed(OF_PRODUCT[0]).unwrap_or_default();
            (KeySource::Kept, Ok(id.trim().to_owned()))
        }
        Err(mistake) => (KeySource::None, Err(mistake)),
    }
}

/// Reads the key from the addon module's settings `partner_id` and `partner_secret`.
pub(crate) fn addon_credentials(settings: &Params) -> Result<Credentials, Mistake> {
    read_credentials(settings, KeySource::Addon, ["partner_id", "partner_secret"])
}

/// The secret is taken as it is; only an id never has spaces around it on purpose.
fn read_credentials(params: &Params, of: KeySource, [id, secret]: [&str; 2]) -> Result<Credentials, Mistake> {
    let half = |missing| Err(Mistake::HalfCredentials { of, missing });
    let id = params.typed(id).unwrap_or_default().trim().to_owned();
    let secret = Secret::new(params.typed(secret).unwrap_or_default());
    match (id.is_empty(), secret.expose().trim().is_empty()) {
        (true, true) => Err(Mistake::NoCredentials),
        (true, false) => half("id"),
        _ if id.chars().count() > LONGEST_PARTNER_ID => Err(Mistake::PartnerId),
        (false, true) => half("secret"),
        (false, false) => Ok(Credentials {
            client_id: id,
            client_secret: secret,
        }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_secret_is_decoded_once_and_kept_with_its_spaces() {
        let key =
            addon_credentials(&json!({"partner_id": " p ", "partner_secret": " s&amp;e+c "}).into()).unwrap();
        assert_eq!(
            (key.client_id.as_str(), key.client_secret.expose()),
            ("p", " s&e+c ")
        );
    }

    #[test]
    fn a_partner_id_that_the_ledger_would_cut_is_refused() {
        let id = |length| {
            addon_credentials(&json!({"partner_id": "é".repeat(length), "partner_secret": "s"}).into())
        };
        assert!(id(100).is_ok());
        assert_eq!(id(101).unwrap_err(), Mistake::PartnerId);
    }

    #[test]
    fn half_of_the_addons_key_is_a_mistake() {
        let half = addon_credentials(&json!({"partner_secret": "s"}).into());
        let (of, missing) = (KeySource::Addon, "id");
        assert_eq!(half.unwrap_err(), Mistake::HalfCredentials { of, missing });
    }
}
