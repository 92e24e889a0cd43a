use jetpack_partner::{Deadline, NewPartnerKey};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::order::addon_credentials;
use crate::{Clients, ModuleLog, Params, Settings, sentences};

/// The question `new_key`: a partner key below the addon's, with limits of its own (partner-api.md §9). It is asked once and never
/// again: nothing tells which keys there are, and one whose answer was lost goes on existing.
///
/// Given are the addon's `partner_id` and `partner_secret`, the key's `name` and `notes`, and its limits `personal`, `premium` and
/// `professional`.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct NewKey(Params);

impl NewKey {
    /// Asks for it. The answer has the `key` with its secret, which is told by no later one; or else why not, and whether there may be
    /// a key of which nobody has the secret.
    pub(crate) async fn run(self, settings: &Settings, clients: &Clients) -> Value {
        let mut log = ModuleLog::default();
        let asked = match addon_credentials(&self.0) {
            Ok(credentials) => match clients.client(settings, &credentials) {
                Ok(client) => {
                    let mut call = client.call(Deadline::after(settings.deadline));
                    let made = call.new_partner_key(&self.wanted()).await;
                    log.add(&call);
                    made.map_err(|error| (error.may_have_happened(), sentences::no_new_key(&error)))
                }
                Err(error) => Err((false, sentences::no_new_key(&error))),
            },
            Err(mistake) => Err((false, sentences::correction(&mistake))),
        };
        match asked {
            // Its limits are those that WordPress.com says; where it says none, those that were asked for.
            Ok(key) => json!({"log": log, "may_exist": false, "sentence": "", "key": {
                "partner_id": key.credentials.client_id,
                "secret": key.credentials.client_secret.expose(),
                "number": key.id,
                "personal": key.allowed_personal_plans.or(self.limit("personal")),
                "premium": key.allowed_premium_plans.or(self.limit("premium")),
                "professional": key.allowed_professional_plans.or(self.limit("professional")),
            }}),
            Err((may_exist, sentence)) => {
                json!({"log": log, "may_exist": may_exist, "sentence": sentence, "key": null})
            }
        }
    }

    fn wanted(&self) -> NewPartnerKey {
        NewPartnerKey {
            name: self.0.text("name").unwrap_or_default(),
            allowed_personal_plans: self.limit("personal"),
            allowed_premium_plans: self.limit("premium"),
            allowed_professional_plans: self.limit("professional"),
            notes: self.0.text("notes").filter(|notes| !notes.is_empty()),
        }
    }

    /// What is not said is none.
    fn limit(&self, name: &'static str) -> Option<u32> {
        let number = self.0.number(name).unwrap_or_default();
        u32::try_from(number).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_sent_as_they_are_and_what_is_blank_is_none() {
        let given = json!({"name": "Shop", "notes": "", "personal": "5", "premium": 7, "professional": null});
        let wanted = NewKey(given.into()).wanted();
        let limits = (
            wanted.allowed_personal_plans,
            wanted.allowed_premium_plans,
            wanted.allowed_professional_plans,
        );
        assert_eq!(limits, (Some(5), Some(7), Some(0)));
        assert_eq!((wanted.name.as_str(), wanted.notes), ("Shop", None));
    }
}
