//! What the machines `Ensure` and `Change` ask and hear, and how it is asked.

use std::time::Duration;

use crate::{Call, Cancelled, Error, Plan, ProvisionRequest, Provisioned, SiteRef, SiteStatus, UpgradePaths};

/// Less than this is no use to ask the status after a lost answer.
const TIME_FOR_STATUS: Duration = Duration::from_secs(1);

/// What to ask about one site.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The site's status.
    Status,
    /// The status, to clear up what became of a request whose answer was lost: only while time and
    /// quota allow it.
    ClearUp,
    /// The provision of a plan, or the registration without one.
    Provision(Option<Plan>),
    /// The cancellation of a plan.
    Cancel(Plan),
    /// What the site may be upgraded to.
    UpgradePaths,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// To [`Ask::Status`] and [`Ask::ClearUp`].
    Status(Result<SiteStatus, Error>),
    /// To [`Ask::Provision`].
    Provision(Result<Provisioned, Error>),
    /// To [`Ask::Cancel`].
    Cancel(Result<Cancelled, Error>),
    /// To [`Ask::UpgradePaths`].
    UpgradePaths(Result<UpgradePaths, Error>),
}

/// What follows from what was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<T> {
    /// This is to be asked next.
    Ask(Ask),
    /// Nothing more is to be asked.
    End(Result<T, Error>),
}

impl Call<'_> {
    /// Asks one thing of a machine's about the request's site. A provision may name another plan than
    /// the request does, and is made anew with `force_register` when the API asks for that.
    pub async fn ask_about(&mut self, ask: &Ask, request: &ProvisionRequest) -> Heard {
        let site = SiteRef::from(&request.site);
        match ask {
            Ask::Status => Heard::Status(self.status(&site).await),
            Ask::ClearUp => Heard::Status(self.status_if_affordable(&site).await),
            Ask::Provision(plan) if *plan == request.plan => {
                Heard::Provision(self.provision_registered(request).await)
            }
            Ask::Provision(plan) => {
                let request = ProvisionRequest {
                    plan: plan.clone(),
                    ..request.clone()
                };
                Heard::Provision(self.provision_registered(&request).await)
            }
            Ask::Cancel(plan) => {
                let tracking = request.partner_tracking_id.as_deref();
                Heard::Cancel(self.cancel_tracked(&site, Some(plan), tracking).await)
            }
            Ask::UpgradePaths => Heard::UpgradePaths(self.upgrade_paths(&site).await),
        }
    }

    /// The site's status, to clear up what became of a lost request. Against a dead API it would only
    /// double the requests, so it is paid for as a repetition is.
    ///
    /// # Errors
    ///
    /// [`Error::NotSent`] also when there is too little time or quota left to ask.
    pub async fn status_if_affordable(&mut self, site: &SiteRef) -> Result<SiteStatus, Error> {
        let has_time = self.attempt.deadline.remaining() >= TIME_FOR_STATUS;
        if has_time && self.client.transport.quota.spend() {
            return self.status(site).await;
        }
        Err(Error::NotSent(
            "too little time or quota was left to ask the status".into(),
        ))
    }

    /// Asks what a machine says until it comes to its end.
    pub(crate) async fn follow<T>(
        &mut self,
        request: &ProvisionRequest,
        first: Ask,
        mut hear: impl FnMut(Heard) -> Step<T>,
    ) -> Result<T, Error> {
        let mut ask = first;
        loop {
            match hear(self.ask_about(&ask, request).await) {
                Step::Ask(next) => ask = next,
                Step::End(result) => return result,
            }
        }
    }
}

/// The end of a machine that was told what it had not asked.
pub(crate) fn unasked<T>(heard: &Heard) -> Step<T> {
    let what = match heard {
        Heard::Status(_) => "a status",
        Heard::Provision(_) => "a provision",
        Heard::Cancel(_) => "a cancellation",
        Heard::UpgradePaths(_) => "upgrade paths",
    };
    Step::End(Err(Error::Defect(format!(
        "{what} was heard that nobody had asked for"
    ))))
}
