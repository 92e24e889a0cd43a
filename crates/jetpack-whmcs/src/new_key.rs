use jetpack_partner::{Call, Deadline, Error, NewPartnerKey, PartnerKey};
use serde::Deserialize;

use crate::validate::{Made, addon_client};
use crate::{Clients, Params, Settings, Validation, sentences};

/// The question `new_key`: a partner key below the addon's, with limits of its own (partner-api.md §9). It is asked once and never
/// again: nothing tells which keys there are, and one whose answer was lost goes on existing.
///
/// Given are the addon's `partner_id` and `partner_secret`, the key's `name` and `notes`, and its limits `personal`, `premium` and
/// `professional`.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct NewKey(Params);

impl NewKey {
    /// Asks for it.
    pub(crate) async fn run(self, settings: &Settings, clients: &Clients) -> Validation {
        let client = match addon_client(&self.0, settings, clients) {
            Ok(client) => client,
            Err(sentence) => return Validation::impossible(sentence),
        };
        let mut call = client.call(Deadline::after(settings.deadline));
        let made = call.new_partner_key(&self.wanted()).await;
        answer(made, &call)
    }

    #[inline(never)]
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

#[inline(never)]
fn answer(made: Result<PartnerKey, Error>, call: &Call<'_>) -> Validation {
    let mut answer = Validation::impossible(String::new());
    answer.log.add(call);
    match made {
        Ok(key) => {
            let secret = key.credentials.client_secret.expose().to_owned();
            answer.key = Made(vec![key.credentials.client_id, secret, key.id]);
            answer.ok = true;
        }
        Err(error) => {
            answer.may_exist = error.may_have_happened();
            answer.sentence = sentences::no_new_key(&error);
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use serde_json::json;

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
