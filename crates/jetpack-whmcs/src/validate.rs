use jetpack_partner::{Call, Credentials, Verified};

use crate::outcome::ModuleLog;
use crate::{Mistake, Params, order, sentences};

/// What checking the addon's credentials showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validation {
    /// Whether they work.
    pub ok: bool,
    /// What the admin reads, without the log's prefix.
    pub sentence: String,
    /// What was asked and answered.
    pub log: ModuleLog,
}

impl Validation {
    /// The credentials in the addon module's settings.
    pub fn credentials(addon_settings: &impl Params) -> Result<Credentials, Mistake> {
        order::addon_credentials(addon_settings)
    }

    /// A check that ended before any request.
    pub fn impossible(sentence: String) -> Self {
        Self {
            ok: false,
            sentence,
            log: ModuleLog::default(),
        }
    }
}

/// Checks the credentials with the API.
pub async fn validate(call: &mut Call<'_>) -> Validation {
    let (ok, sentence) = match call.verify().await {
        Ok(Verified::Key) => (true, sentences::key_verified()),
        Ok(Verified::TokenOnly) => (true, sentences::token_only()),
        Err(error) => (false, sentences::validation_failed(&error)),
    };
    Validation {
        ok,
        sentence,
        log: ModuleLog::of(call),
    }
}
