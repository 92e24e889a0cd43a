use serde_json::{Map, Value};

use crate::retry::Repeat;
use crate::{Call, Credentials, Error, Secret, decode};

/// A key to be made below the calling one, as for a reseller (partner-api.md §9).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewPartnerKey {
    /// Its label.
    pub name: String,
    /// How many Personal plans it may have at once.
    pub allowed_personal_plans: Option<u32>,
    /// How many Premium plans it may have at once.
    pub allowed_premium_plans: Option<u32>,
    /// How many Professional plans it may have at once.
    pub allowed_professional_plans: Option<u32>,
    /// Free text.
    pub notes: Option<String>,
}

/// A key that was made. The secret is shown by no later call: it must be stored at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerKey {
    /// WordPress.com's number for it.
    pub id: String,
    /// Its label.
    pub name: String,
    /// Its limit of Personal plans.
    pub allowed_personal_plans: Option<u32>,
    /// Its limit of Premium plans.
    pub allowed_premium_plans: Option<u32>,
    /// Its limit of Professional plans.
    pub allowed_professional_plans: Option<u32>,
    /// Free text.
    pub notes: Option<String>,
    /// Its id and secret, to be used like any other.
    pub credentials: Credentials,
}

impl Call<'_> {
    /// Makes a key: `POST /rest/v1.3/jpphp/partner-keys/new`.
    ///
    /// Never asked again after a lost answer: there is no way to see which keys exist, and a key
    /// whose secret was lost would go on existing.
    pub async fn new_partner_key(&mut self, key: &NewPartnerKey) -> Result<PartnerKey, Error> {
        let text = |limit: Option<u32>| limit.map_or_else(String::new, |limit| limit.to_string());
        let personal = text(key.allowed_personal_plans);
        let premium = text(key.allowed_premium_plans);
        let professional = text(key.allowed_professional_plans);
        let mut form = vec![
            ("name", key.name.as_str()),
            ("allowed_personal_plans", &personal),
            ("allowed_premium_plans", &premium),
            ("allowed_professional_plans", &professional),
        ];
        // No limit is blank: what is was not given.
        form.retain(|(name, value)| *name == "name" || !value.is_empty());
        if let Some(notes) = &key.notes {
            form.push(("notes", notes));
        }
        let answer = self
            .post(Repeat::Unsafe, "rest/v1.3/jpphp/partner-keys/new", &form)
            .await?;
        let made = read(&answer).ok_or_else(|| Error::Malformed("it is not a partner key".into()))?;
        self.hide(&made.credentials.client_secret);
        Ok(made)
    }
}

/// The numbers arrive as numbers or as strings, in one answer (partner-api.md §9).
fn read(answer: &Map<String, Value>) -> Option<PartnerKey> {
    let limit = |name: &str| decode::text(answer, name)?.parse().ok();
    Some(PartnerKey {
        id: decode::text(answer, "id").unwrap_or_default(),
        name: decode::text(answer, "name").unwrap_or_default(),
        allowed_personal_plans: limit("allowed_personal_plans"),
        allowed_premium_plans: limit("allowed_premium_plans"),
        allowed_professional_plans: limit("allowed_professional_plans"),
        notes: decode::text(answer, "notes"),
        credentials: Credentials {
            client_id: decode::text(answer, "client_id")?,
            client_secret: Secret::new(decode::text(answer, "client_secret")?),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_documented_mixture_of_types_is_read() {
        let answer = json!({
            "id": 10, "name": "MyKey", "allowed_personal_plans": "0", "allowed_premium_plans": "100",
            "allowed_professional_plans": 5, "notes": null, "client_id": "12345", "client_secret": "s",
        });
        let key = read(answer.as_object().unwrap()).unwrap();

        assert_eq!(
            (key.id.as_str(), key.credentials.client_id.as_str()),
            ("10", "12345")
        );
        assert_eq!(
            (key.allowed_personal_plans, key.allowed_professional_plans),
            (Some(0), Some(5))
        );
        assert_eq!(key.notes, None);
    }

    #[test]
    fn an_answer_without_a_secret_is_no_key() {
        assert_eq!(read(json!({"client_id": "1"}).as_object().unwrap()), None);
    }
}
