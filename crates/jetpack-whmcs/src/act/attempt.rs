use jetpack_partner::{AccessStored, Call, Deadline, Error, Heard, ProvisionRequest};

use super::Act;
use super::access::Handover;
use super::keys::Key;
use crate::action::Machine;
use crate::verdict::{Next, Verdict};
use crate::{Action, Clients, ModuleLog, Settings, sentences};

/// What came of it with one key.
pub(super) struct Attempt {
    pub(super) verdict: Verdict,
    /// Whether a request may still take effect.
    pub(super) left_open: bool,
    /// Whether the key was refused before anything could have an effect.
    pub(super) key_is_refused: bool,
    /// Whether it was left to others to get a token.
    pub(super) token_is_refused: bool,
    /// A token that the key did not come with.
    pub(super) new_token: Option<String>,
}

impl Act {
    pub(super) async fn attempt(
        &self,
        key: &Key,
        handover: &Handover,
        settings: &Settings,
        clients: &Clients,
        log: &mut ModuleLog,
    ) -> Attempt {
        let intent = &self.intent;
        let ended = |verdict| Attempt {
            verdict,
            left_open: false,
            key_is_refused: false,
            token_is_refused: false,
            new_token: None,
        };
        let machine = intent.order.action.machine(intent);
        let alone = intent.order.action == Action::Access;
        let site = intent.row.site.clone().filter(|_| machine.is_some() || alone);
        let Some(site) = site else {
            let sentence = sentences::defect("the ledger's row has no site or no plan");
            return ended(Verdict::untouched(&intent.row, sentence));
        };
        let client = match clients.client(settings, &key.credentials()) {
            Ok(client) => client,
            Err(error) => {
                return ended(Verdict::untouched(
                    &intent.row,
                    sentences::defect(&error.to_string()),
                ));
            }
        };
        if let Some(token) = key.token() {
            client.offer_token(token);
        }
        let mut call = client.call(Deadline::at(intent.order.deadline));
        if self.leaves_token {
            call = call.without_renewal();
        }
        let (mut verdict, key_is_refused) = match machine {
            Some(mut machine) => {
                let user = intent.order.local_user.clone().unwrap_or_default();
                let request = ProvisionRequest {
                    ssh: handover.ssh(),
                    onboarding: intent.order.connecting.onboarding,
                    force_connect: intent.order.connecting.force_connect,
                    ..ProvisionRequest::new(site, user, intent.row.plan.clone())
                };
                let (mut verdict, key_is_refused, carried) = follow(&mut machine, &mut call, &request).await;
                if let Ok(activity) = &mut verdict.result {
                    let said = handover.after(&mut call, &request.site, &verdict.standing, carried);
                    activity.push_str(&said.await);
                }
                (verdict, key_is_refused)
            }
            None => handover.alone(&mut call, intent, &site).await,
        };
        log.add(&call);
        if let (Err(sentence), true) = (&mut verdict.result, key_is_refused && key.has_blanks()) {
            sentence.push_str(sentences::blank_in_secret());
        }
        Attempt {
            verdict,
            left_open: call.has_open_attempt(),
            token_is_refused: call.token_is_refused(),
            key_is_refused: key_is_refused && !call.has_open_attempt(),
            new_token: client
                .token_in_use()
                // Under the row's id, by which the next process will look for it.
                .filter(|token| {
                    key.partner_id() == intent.row.partner_id && key.token().as_ref() != Some(token)
                })
                .map(|token| token.expose().to_owned()),
        }
    }
}

/// How it ended, whether the key was refused, and what the last provision that went well said of the access, if one did.
async fn follow(
    machine: &mut Machine,
    call: &mut Call<'_>,
    request: &ProvisionRequest,
) -> (Verdict, bool, Option<Option<AccessStored>>) {
    let mut ask = machine.begin();
    let mut carried = None;
    loop {
        let heard = call.ask_about(&ask, request).await;
        let key_is_refused = refuses_the_key(&heard);
        if let Heard::Provision(Ok(provisioned)) = &heard {
            carried = Some(provisioned.ssh.clone());
        }
        match machine.hear(heard) {
            Next::Ask(next) => ask = next,
            Next::End(verdict) => return (verdict, key_is_refused, carried),
        }
    }
}

fn refuses_the_key(heard: &Heard) -> bool {
    let error = match heard {
        Heard::Status(result) => result.as_ref().err(),
        Heard::Provision(result) => result.as_ref().err(),
        Heard::Cancel(result) => result.as_ref().err(),
        Heard::UpgradePaths(result) => result.as_ref().err(),
    };
    matches!(error, Some(Error::Credentials(_)))
}
