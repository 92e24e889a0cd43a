use jetpack_partner::Secret;
use sha2::{Digest, Sha256};

use crate::{Params, sentences};

/// What the report takes: whose it is, and which keys' (partner-api.md §10).
#[derive(Debug)]
pub(super) struct Accounts {
    /// Of a WordPress.com user who belongs to the partner account.
    pub(super) token: Secret,
    /// The partner's number.
    pub(super) partner: u64,
    /// For each key the partner id and the number; never empty.
    pub(super) keys: Vec<(String, u64)>,
}

impl Accounts {
    /// Reads the addon module's settings. The error is a sentence.
    pub(super) fn read(settings: &Params) -> Result<Self, String> {
        let typed = |name: &str| settings.typed(name).unwrap_or_default().trim().to_owned();
        let (token, partner, numbers) = (typed("user_token"), typed("partner_number"), typed("key_numbers"));
        if token.is_empty() || partner.is_empty() || numbers.is_empty() {
            return Err(sentences::no_report());
        }
        Ok(Self {
            token: Secret::new(token),
            partner: partner.parse().map_err(|_| sentences::partner_number())?,
            keys: keys(&numbers, &typed("partner_id")).ok_or_else(sentences::key_numbers)?,
        })
    }

    /// What tells this report from that of other accounts, keys or plans. The token is not in it: another one may be for the same.
    pub(super) fn known_by(&self, plans: &[String]) -> String {
        let all = format!("{} {:?} {plans:?}", self.partner, self.keys);
        let hash = Sha256::digest(all);
        hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }
}

/// One number is that of the addon's own key; several name theirs.
fn keys(numbers: &str, own: &str) -> Option<Vec<(String, u64)>> {
    let parts = numbers.split([',', ';', '\n']).map(str::trim);
    let mut keys: Vec<(String, u64)> = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let (id, number) = part.rsplit_once(':').unwrap_or((own, part));
        let (id, number) = (id.trim(), number.trim().parse().ok()?);
        let is_new = keys
            .iter()
            .all(|(known, known_number)| known != id && *known_number != number);
        if id.is_empty() || !is_new {
            return None;
        }
        keys.push((id.to_owned(), number));
    }
    (!keys.is_empty()).then_some(keys)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn one_number_is_the_addons_keys_and_several_name_theirs() {
        let own = |numbers: &str| keys(numbers, "p");
        assert_eq!(own("7"), Some(vec![("p".into(), 7)]));
        let two = vec![("p".into(), 7), ("q".into(), 8)];
        assert_eq!(own("7, q : 8"), Some(two.clone()));
        assert_eq!(own("p:7;q:8;"), Some(two));
        assert_eq!(keys("7", ""), None);
        for wrong in [
            "", ",", "seven", "q:", ":7:", "7, 8", "q:7, q:8", "q:7, r:7", "-7",
        ] {
            assert_eq!(own(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_missing_or_wrong_is_said_and_the_token_is_in_no_dump() {
        let read = |token: &str, partner: &str, numbers: &str| {
            let settings = json!({"user_token": token, "partner_number": partner, "key_numbers": numbers, "partner_id": "p"});
            Accounts::read(&settings.into())
        };
        assert!(read("", "1", "7").unwrap_err().contains("needs the fields"));
        assert!(read("canary", "one", "7").unwrap_err().contains("Partner Number"));
        assert!(read("canary", "1", "x").unwrap_err().contains("Key Numbers"));
        let (same, other) = (read("b", "1", "7").unwrap(), read("b", "1", "8").unwrap());
        let read = read(" canary ", "1", "7").unwrap();
        assert_eq!((read.token.expose(), read.partner), ("canary", 1));
        let known_by = |accounts: &Accounts, plan: &str| accounts.known_by(&[plan.to_owned()]);
        assert_eq!(known_by(&read, "personal"), known_by(&same, "personal"));
        assert_ne!(known_by(&read, "personal"), known_by(&other, "personal"));
        assert_ne!(known_by(&read, "personal"), known_by(&read, "premium"));
        assert!(!format!("{read:?}").contains("canary"));
    }
}
