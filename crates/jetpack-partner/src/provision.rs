use serde_json::{Map, Value};

use crate::{ApiError, Call, Error, Plan, SiteUrl, decode};

/// What to provision, and for whom (partner-api.md §4.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvisionRequest {
    /// The site's core-files address.
    pub site: SiteUrl,
    /// A login, e-mail address or id of a user that already exists on the site.
    pub local_user: String,
    /// The plan.
    pub plan: Plan,
}

/// The success cases of a provision (partner-api.md §4.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provisioned {
    /// The plan is applied and billed; nobody has to do anything.
    Active,
    /// The owner must open this address, or press "Set Up Jetpack" in wp-admin, within 14 days.
    AwaitingAuthorization(String),
    /// The site could not be reached yet. The plan waits 14 days for "Set Up Jetpack" in wp-admin.
    AwaitingSite,
    /// The API says that this partner already has the plan there; the status says which state.
    AlreadyThere,
}

impl Call<'_> {
    /// Provisions a plan: `POST /rest/v1.3/jpphp/provision`.
    ///
    /// When the API asks for it, the site is registered anew, once: always asking for that would
    /// cost a round trip and hide faults (partner-api.md §4.6, §17 trap 25).
    pub async fn provision(&mut self, request: &ProvisionRequest) -> Result<Provisioned, Error> {
        match self.provision_once(request, false).await {
            Err(Error::Refused(error)) if error.asks_for_force_register() => {
                self.provision_once(request, true).await
            }
            result => result,
        }
    }

    async fn provision_once(
        &mut self,
        request: &ProvisionRequest,
        force_register: bool,
    ) -> Result<Provisioned, Error> {
        let site = request.site.to_string();
        let mut form = vec![
            ("siteurl", site.as_str()),
            ("local_user", request.local_user.as_str()),
            ("plan", request.plan.as_str()),
        ];
        if force_register {
            // `1`, never `true`: the plugin's code casts to an integer (CONFLICT 17).
            form.push(("force_register", "1"));
        }
        match self.post("rest/v1.3/jpphp/provision", &form).await {
            Ok(answer) => read(&answer),
            Err(Error::Refused(error)) if says_already_there(&error) => Ok(Provisioned::AlreadyThere),
            Err(error) => Err(error),
        }
    }
}

/// The sentence is known, its code is not (partner-api.md §4.5, §20 question 3).
fn says_already_there(error: &ApiError) -> bool {
    error.message.contains("already have this plan")
}

fn read(answer: &Map<String, Value>) -> Result<Provisioned, Error> {
    match decode::flag(answer, "success") {
        Some(true) => {}
        Some(false) => return Err(Error::Refused(ApiError::bare(200))),
        None => return Err(Error::Malformed("it does not say whether it succeeded".into())),
    }
    // Without `auth_required` the plan is not known to be applied, and pending is not done.
    let active = decode::flag(answer, "auth_required") == Some(false);
    Ok(match decode::text(answer, "next_url") {
        _ if active => Provisioned::Active,
        Some(next_url) => Provisioned::AwaitingAuthorization(next_url),
        None => Provisioned::AwaitingSite,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(answer: Value) -> Result<Provisioned, Error> {
        super::read(answer.as_object().unwrap())
    }

    #[test]
    fn the_three_success_cases_are_told_apart() {
        let url = "https://jetpack.wordpress.com/jetpack.authorize/1/";
        for (answer, expected) in [
            (
                json!({"success": true, "auth_required": false, "next_url": url}),
                Provisioned::Active,
            ),
            (json!({"success": 1, "auth_required": "0"}), Provisioned::Active),
            (
                json!({"success": true, "auth_required": true, "next_url": url}),
                Provisioned::AwaitingAuthorization(url.to_owned()),
            ),
            (
                json!({"success": "1", "auth_required": true, "next_url": ""}),
                Provisioned::AwaitingSite,
            ),
            (json!({"success": true}), Provisioned::AwaitingSite),
        ] {
            assert_eq!(read(answer.clone()), Ok(expected), "{answer}");
        }
    }

    #[test]
    fn success_false_is_a_refusal_and_no_success_is_no_answer() {
        assert!(matches!(read(json!({"success": false})), Err(Error::Refused(_))));
        assert!(matches!(read(json!({"next_url": ""})), Err(Error::Malformed(_))));
    }
}
