use serde_json::{Map, Value};

use crate::api_error::for_people;
use crate::{ApiError, Error, Redactor, Secret, decode};

/// What a provision led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provisioned {
    /// How the plan stands.
    pub plan: Provision,
    /// Whether the SSH access was stored, when one was sent.
    pub ssh: Option<AccessStored>,
    /// Whether the FTP access was stored, when one was sent.
    pub ftp: Option<AccessStored>,
    /// A *user* token for `wp jetpack authorize_user`, with `wpcom_user_id` only
    /// (partner-api.md §4.3).
    pub access_token: Option<Secret>,
}

/// The success cases of a provision (partner-api.md §4.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provision {
    /// The plan is applied and billed; nobody has to do anything. The address, if any, leads into
    /// the site.
    Active(Option<String>),
    /// The owner must open this address, or press "Set Up Jetpack" in wp-admin, within 14 days.
    AwaitingAuthorization(String),
    /// The site could not be reached yet. The plan waits 14 days for "Set Up Jetpack" in wp-admin.
    AwaitingSite,
    /// The plan waits for the owner, as the site's status shows. The address for that was in an
    /// answer that was lost; "Set Up Jetpack" in wp-admin leads to the same place.
    FoundPending,
}

/// What became of access for backups. A failure here does not undo the provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessStored {
    /// It is stored.
    Yes,
    /// It is not, for this reason in the API's words; free of secrets, and fit for people.
    No(String),
}

impl Provisioned {
    /// What the site's status shows, when no answer of the provision's own is at hand.
    pub(crate) fn found(plan: Provision) -> Self {
        Self {
            plan,
            ssh: None,
            ftp: None,
            access_token: None,
        }
    }

    pub(crate) fn read(answer: &Map<String, Value>, redactor: &Redactor) -> Result<Self, Error> {
        match decode::flag(answer, "success") {
            Some(true) => {}
            Some(false) => return Err(Error::Refused(ApiError::bare(200))),
            None => return Err(Error::Malformed("it does not say whether it succeeded".into())),
        }
        let next_url = decode::text(answer, "next_url");
        // Without `auth_required` the plan is not known to be applied, and pending is not done.
        let active = decode::flag(answer, "auth_required") == Some(false);
        Ok(Self {
            plan: match next_url {
                next_url if active => Provision::Active(next_url),
                Some(next_url) => Provision::AwaitingAuthorization(next_url),
                None => Provision::AwaitingSite,
            },
            ssh: stored(answer, "ssh_set", "ssh_error", redactor),
            ftp: stored(answer, "ftp_set", "ftp_error", redactor),
            access_token: decode::text(answer, "access_token").map(Secret::new),
        })
    }
}

fn stored(answer: &Map<String, Value>, set: &str, error: &str, redactor: &Redactor) -> Option<AccessStored> {
    Some(match decode::flag(answer, set)? {
        true => AccessStored::Yes,
        false => {
            let reason = decode::text(answer, error).unwrap_or_default();
            AccessStored::No(for_people(&redactor.by_value(&reason)))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(answer: &Value) -> Result<Provisioned, Error> {
        let redactor = Redactor::new([&Secret::new("pa&ss".to_owned())]);
        Provisioned::read(answer.as_object().unwrap(), &redactor)
    }

    #[test]
    fn the_three_success_cases_are_told_apart() {
        let url = "https://jetpack.wordpress.com/jetpack.authorize/1/";
        for (answer, expected) in [
            (
                json!({"success": true, "auth_required": false, "next_url": url}),
                Provision::Active(Some(url.to_owned())),
            ),
            (
                json!({"success": 1, "auth_required": "0"}),
                Provision::Active(None),
            ),
            (
                json!({"success": true, "auth_required": true, "next_url": url}),
                Provision::AwaitingAuthorization(url.to_owned()),
            ),
            (
                json!({"success": "1", "auth_required": true, "next_url": ""}),
                Provision::AwaitingSite,
            ),
            (json!({"success": true}), Provision::AwaitingSite),
        ] {
            assert_eq!(read(&answer).unwrap().plan, expected, "{answer}");
        }
    }

    #[test]
    fn success_false_is_a_refusal_and_no_success_is_no_answer() {
        assert!(matches!(read(&json!({"success": false})), Err(Error::Refused(_))));
        assert!(matches!(read(&json!({"next_url": ""})), Err(Error::Malformed(_))));
    }

    #[test]
    fn access_that_was_not_stored_is_told_with_its_reason() {
        let answer = json!({"success": true, "ssh_set": false, "ssh_error": "<b>wrong</b> password pa&amp;ss", "ftp_set": "1"});
        let provisioned = read(&answer).unwrap();

        assert_eq!(
            provisioned.ssh,
            Some(AccessStored::No("wrong password [hidden]".to_owned()))
        );
        assert_eq!(provisioned.ftp, Some(AccessStored::Yes));
    }
}
