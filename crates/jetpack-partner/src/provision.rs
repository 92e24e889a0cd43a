use reqwest::Method;

use crate::retry::Repeat;
use crate::send::Request;
use crate::{Call, Ensure, Error, ProvisionRequest, Provisioned};

impl Call<'_> {
    /// Provisions a plan: `POST /rest/v1.3/jpphp/provision`.
    ///
    /// When the API asks for it, the site is registered anew, once: always asking for that would
    /// cost a round trip and hide faults (partner-api.md §4.6, §17 trap 25). When an answer is
    /// lost, the site's status is looked at first, and what is missing is asked for once more (§4.8).
    /// What is there already is looked up, and is a success.
    ///
    /// # Errors
    ///
    /// One that [may have happened](Error::may_have_happened) only when the status could not tell,
    /// or there was no time to ask it.
    pub async fn provision(&mut self, request: &ProvisionRequest) -> Result<Provisioned, Error> {
        let mut ensure = Ensure::without_a_look(request.plan.clone());
        self.follow(request, ensure.begin(), |heard| ensure.hear(heard))
            .await
    }

    /// The same with nothing decided on the way: no registration that was not asked for and no look
    /// at the status, so that [`Call::last_answer`] is the API's answer to this very request. For
    /// callers that pass it on.
    pub async fn provision_as_asked(&mut self, request: &ProvisionRequest) -> Result<Provisioned, Error> {
        self.provision_once(request, false).await
    }

    /// The same with the new registration that the API may ask for, and with no look at the status: one
    /// step of [`Ensure`].
    pub async fn provision_registered(&mut self, request: &ProvisionRequest) -> Result<Provisioned, Error> {
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
            .form(&form)
            .with_effect();
        let answer = self.ask(Repeat::Unsafe, &request).await?;
        let provisioned = Provisioned::read(&answer, &self.attempt.redactor)
            .inspect_err(|error| self.attempt.remember(error))?;
        provisioned.access_token.iter().for_each(|token| self.hide(token));
        Ok(provisioned)
    }
}
