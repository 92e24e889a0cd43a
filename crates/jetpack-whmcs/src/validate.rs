use jetpack_partner::{Deadline, Error, Verified};
use serde::{Deserialize, Serialize};

use crate::act::has_blanks;
use crate::order::addon_credentials;
use crate::{Clients, ModuleLog, Params, Settings, sentences};

/// The question `validate`: whether the credentials in the addon module's settings work.
#[derive(Debug, Deserialize)]
pub struct Validate {
    #[serde(default)]
    settings: Params,
}

/// Its answer.
#[derive(Debug, Serialize)]
pub struct Validation {
    /// Whether they work.
    pub ok: bool,
    /// What the admin reads.
    pub sentence: String,
    /// What was asked and answered.
    pub log: ModuleLog,
}

impl Validation {
    /// It ended before any request.
    pub(crate) fn impossible(sentence: String) -> Self {
        Self {
            ok: false,
            sentence,
            log: ModuleLog::default(),
        }
    }
}

impl Validate {
    /// Asks for a token, and for what more the API offers.
    pub async fn run(self, settings: &Settings, clients: &Clients) -> Validation {
        let credentials = match addon_credentials(&self.settings) {
            Ok(credentials) => credentials,
            Err(mistake) => return Validation::impossible(sentences::mistake(&mistake)),
        };
        let client = match clients.client(settings, &credentials) {
            Ok(client) => client,
            Err(error) => return Validation::impossible(sentences::defect(&error.to_string())),
        };
        let mut call = client.call(Deadline::after(settings.deadline));
        let (ok, sentence) = match call.verify().await {
            Ok(Verified::Key) => (true, sentences::key_verified()),
            Ok(Verified::TokenOnly) => (true, sentences::token_only()),
            Err(error) => {
                let refused = matches!(error, Error::Credentials(_));
                let blank = refused && has_blanks(credentials.client_secret.expose());
                let hint = if blank { sentences::blank_in_secret() } else { "" };
                (false, format!("{}{hint}", sentences::validation_failed(&error)))
            }
        };
        let mut log = ModuleLog::default();
        log.add(&call);
        Validation { ok, sentence, log }
    }
}
