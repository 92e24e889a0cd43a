use std::time::Duration;

use reqwest::Method;

use crate::retry::Repeat;
use crate::send::Request;
use crate::{ApiError, Call, Error, Provision, ProvisionRequest, Provisioned};

/// Less than this is no use to ask the status after a lost answer.
const TIME_FOR_STATUS: Duration = Duration::from_secs(1);

impl Call<'_> {
    /// Provisions a plan: `POST /rest/v1.3/jpphp/provision`.
    ///
    /// When the API asks for it, the site is registered anew, once: always asking for that would
    /// cost a round trip and hide faults (partner-api.md §4.6, §17 trap 25). When an answer is
    /// lost, the site's status is looked at first, and what is missing is asked for once more (§4.8).
    ///
    /// # Errors
    ///
    /// One that [may have happened](Error::may_have_happened) only when the status could not tell,
    /// or there was no time to ask it.
    pub async fn provision(&mut self, request: &ProvisionRequest) -> Result<Provisioned, Error> {
        match self.provision_registered(request).await {
            Err(Error::Refused(error)) if says_already_there(&error) => self.look_up(request).await,
            Err(error) if error.may_have_happened() => self.clear_up(request, error).await,
            result => result,
        }
    }

    /// The same with nothing decided on the way: no registration that was not asked for and no look
    /// at the status, so that [`Call::last_answer`] is the API's answer to this very request. For
    /// callers that pass it on.
    pub async fn provision_as_asked(&mut self, request: &ProvisionRequest) -> Result<Provisioned, Error> {
        self.provision_once(request, false).await
    }

    async fn provision_registered(&mut self, request: &ProvisionRequest) -> Result<Provisioned, Error> {
        match self.provision_once(request, false).await {
            Err(Error::Refused(error)) if !request.force_register && error.asks_for_force_register() => {
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
        request.ssh.iter().for_each(|ssh| self.hide(ssh.secret()));
        let ftp_password = request.ftp.iter().filter_map(|ftp| ftp.password.as_ref());
        ftp_password.for_each(|password| self.hide(password));
        let fields = request.fields(force_register);
        let form: Vec<_> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let tracking: Vec<_> = request
            .partner_tracking_id
            .iter()
            .map(|id| ("partner_tracking_id", id.as_str()))
            .collect();
        let request = Request::new(Method::POST, "rest/v1.3/jpphp/provision")
            .query(&tracking)
            .form(&form);
        let answer = self.ask(Repeat::Unsafe, &request).await?;
        let provisioned = Provisioned::read(&answer)?;
        provisioned.access_token.iter().for_each(|token| self.hide(token));
        Ok(provisioned)
    }

    /// An answer was lost or not understood: what does the site have?
    async fn clear_up(&mut self, request: &ProvisionRequest, lost: Error) -> Result<Provisioned, Error> {
        if self.attempt.deadline.remaining() < TIME_FOR_STATUS || !self.client.transport.quota.spend() {
            return Err(lost);
        }
        match self.find(request).await {
            Ok(Some(plan)) => Ok(Provisioned::found(plan)),
            Ok(None) => self.provision_registered(request).await,
            Err(Error::Refused(error)) if error.is_unknown_site() => {
                match self.provision_registered(request).await {
                    // The status could not tell, so the first request may have had its effect.
                    Ok(provisioned) => Ok(provisioned),
                    Err(Error::Refused(error)) => Err(Error::Refused(error)),
                    Err(_) => Err(lost),
                }
            }
            Err(_) => Err(lost),
        }
    }

    /// The API has the plan already and does not say how it stands. Pending is not active, so it is
    /// not guessed.
    async fn look_up(&mut self, request: &ProvisionRequest) -> Result<Provisioned, Error> {
        match self.find(request).await {
            Ok(Some(plan)) => Ok(Provisioned::found(plan)),
            Ok(None) | Err(_) => Err(Error::UnknownOutcome(
                "it says that the plan is there already, and the site's status does not show how it stands"
                    .into(),
            )),
        }
    }

    async fn find(&mut self, request: &ProvisionRequest) -> Result<Option<Provision>, Error> {
        let status = self.status(&(&request.site).into()).await?;
        let product = request.plan.as_ref().and_then(|plan| status.our_product(plan));
        Ok(product.map(|product| match product.is_pending {
            true => Provision::FoundPending,
            false => Provision::Active(None),
        }))
    }
}

/// The sentence is known, its code is not (partner-api.md §4.5, §20 question 3).
fn says_already_there(error: &ApiError) -> bool {
    error.message.contains("already have this plan")
}
