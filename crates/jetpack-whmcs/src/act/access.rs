use jetpack_partner::{AccessStored, Call, Error, Secret, SiteUrl, SshAccess, SshProof};
use serde::{Deserialize, Deserializer};

use crate::claim::Intent;
use crate::params::decoded;
use crate::verdict::Verdict;
use crate::{Standing, plain, sentences};

/// The hosting account's own access, as PHP read it from WHMCS at the moment of the call. It travels beside the intent as
/// the keys do, and is kept nowhere.
#[derive(Debug, Clone, Deserialize)]
pub struct Access {
    #[serde(default, deserialize_with = "plain::text")]
    user: String,
    #[serde(deserialize_with = "secret")]
    password: Secret,
    #[serde(default, deserialize_with = "plain::text")]
    host: String,
}

fn secret<'de, D: Deserializer<'de>>(from: D) -> Result<Secret, D::Error> {
    plain::text(from).map(|text| Secret::new(decoded(&text)))
}

impl Access {
    fn ssh(&self) -> Option<SshAccess> {
        let user = decoded(&self.user).trim().to_owned();
        let host = decoded(&self.host).trim().to_owned();
        let is_whole = !user.is_empty() && !self.password.expose().is_empty() && !host.is_empty();
        is_whole.then(|| SshAccess {
            user,
            proof: SshProof::Password(self.password.clone()),
            host: Some(host),
            port: None,
        })
    }
}

/// What is to be handed over in one call.
pub(super) enum Handover {
    /// Nothing.
    Unwanted,
    /// An access that WHMCS does not have.
    Missing,
    /// This.
    Of(SshAccess),
}

impl Handover {
    /// Only for the site that the fields name now: it is by that one's domain that the account was found.
    pub(super) fn of(intent: &Intent, access: Option<&Access>) -> Self {
        if !intent.order.hands_access_over() {
            return Self::Unwanted;
        }
        let is_the_same = intent
            .order
            .site
            .as_ref()
            .is_some_and(|site| intent.row.is_on(site));
        let ssh = access.filter(|_| is_the_same).and_then(Access::ssh);
        ssh.map_or(Self::Missing, Self::Of)
    }

    /// What a provision takes along.
    pub(super) fn ssh(&self) -> Option<SshAccess> {
        match self {
            Self::Of(ssh) => Some(ssh.clone()),
            Self::Unwanted | Self::Missing => None,
        }
    }

    /// What became of it, to be said behind the sentence of a call that went well. `carried` is what the answer to a
    /// provision says of it; where none was needed, a site that is connected gets it by itself.
    pub(super) async fn after(
        &self,
        call: &mut Call<'_>,
        site: &SiteUrl,
        standing: &Standing,
        carried: Option<Option<AccessStored>>,
    ) -> String {
        match (self, carried) {
            (Self::Unwanted, _) => String::new(),
            (Self::Missing, _) => sentences::no_hosting_account().to_owned(),
            (Self::Of(_), Some(stored)) => sentences::access(stored.as_ref()),
            (Self::Of(ssh), None) if *standing == Standing::Active => match store(call, site, ssh).await {
                Ok(stored) => sentences::access(Some(&stored)),
                Err(error) => sentences::access_failed(&error),
            },
            (Self::Of(_), None) => String::new(),
        }
    }

    /// The action that does nothing else; and whether the key was refused.
    pub(super) async fn alone(
        &self,
        call: &mut Call<'_>,
        intent: &Intent,
        site: &SiteUrl,
    ) -> (Verdict, bool) {
        let row = &intent.row;
        let mut key_is_refused = false;
        let why = match self {
            Self::Unwanted | Self::Missing => sentences::no_hosting_account().to_owned(),
            Self::Of(ssh) => match store(call, site, ssh).await {
                Ok(AccessStored::Yes) => {
                    let activity = sentences::access_renewed(site);
                    // Nothing was learnt of the plan.
                    return (
                        Verdict::done(row.standing.clone(), None, activity).learnt(false),
                        false,
                    );
                }
                Ok(stored) => sentences::access(Some(&stored)),
                Err(error) => {
                    key_is_refused = matches!(error, Error::Credentials(_));
                    sentences::access_failed(&error)
                }
            },
        };
        let sentence = sentences::access_not_renewed(site, &why);
        (Verdict::untouched(row, sentence), key_is_refused)
    }
}

/// By the endpoint for sites that are there already, which wants the site's number (partner-api.md §8). A plan that is
/// active cannot be provisioned again (§4.5), so the access cannot go that way.
async fn store(call: &mut Call<'_>, site: &SiteUrl, ssh: &SshAccess) -> Result<AccessStored, Error> {
    let known = call.look_up_site(&site.identifier()).await?;
    Ok(match call.set_ssh_access(known.blog_id, ssh).await? {
        true => AccessStored::Yes,
        false => AccessStored::No(String::new()),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn access(given: Value) -> Access {
        serde_json::from_value(given).unwrap()
    }

    #[test]
    fn a_dump_does_not_show_the_password() {
        let given = access(json!({"user": "u", "password": "canary", "host": "h"}));
        assert!(!format!("{given:?} {:?}", given.ssh()).contains("canary"));
    }

    #[test]
    fn what_is_not_whole_is_no_access_and_entities_are_decoded_once() {
        assert_eq!(
            access(json!({"user": "u", "password": "", "host": "h"})).ssh(),
            None
        );
        assert_eq!(
            access(json!({"user": " ", "password": "p", "host": "h"})).ssh(),
            None
        );
        let ssh = access(json!({"user": "u", "password": " a&amp;b", "host": "h"})).ssh();
        assert_eq!(
            ssh.unwrap().proof,
            SshProof::Password(Secret::new(" a&b".to_owned()))
        );
    }
}
