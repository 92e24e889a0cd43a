//! "Look at the status first, then do only what is missing", decided without any I/O.

use std::mem;

use crate::ask::unasked;
use crate::{Ask, Call, Error, Heard, Plan, Provision, ProvisionRequest, Provisioned, SiteStatus, Step};

/// Makes a site have a plan, once, whatever becomes of the answers (partner-api.md §4.8).
///
/// It says what to ask, is told what was heard, and says what follows. Without a plan it makes the
/// site be registered.
///
/// ```
/// use jetpack_partner::{Ask, Ensure};
///
/// let plan = Some("personal".parse()?);
/// assert_eq!(Ensure::new(plan.clone(), true).begin(), Ask::Status);
/// assert_eq!(Ensure::new(plan.clone(), false).begin(), Ask::Provision(plan));
/// # Ok::<(), jetpack_partner::InvalidPlan>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ensure {
    plan: Option<Plan>,
    /// Whether an earlier request of the caller's own may have caused what is there.
    may_be_there: bool,
    awaited: Awaited,
}

/// What is to be heard next.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Awaited {
    /// The status, before anything else.
    FirstLook,
    /// The answer to the provision.
    Provision,
    /// The status, after the provision's answer was lost.
    ClearUp { lost: Error },
    /// The answer to the second provision, which is the last; and the first loss, where the status
    /// could not tell whether the first provision had its effect.
    LastProvision { lost: Option<Error> },
    /// The status, after the API said that the plan is there already.
    LookUp,
    /// Nothing: it has ended.
    Nothing,
}

impl Ensure {
    /// `may_be_there`: an earlier request of the caller's own may have caused the plan. So it is looked
    /// for first, and "you already have this plan" is looked up instead of being a refusal.
    pub fn new(plan: Option<Plan>, may_be_there: bool) -> Self {
        Self {
            plan,
            may_be_there,
            awaited: match may_be_there {
                true => Awaited::FirstLook,
                false => Awaited::Provision,
            },
        }
    }

    /// Looks for nothing first, and takes a plan that is there already for its own.
    pub fn without_a_look(plan: Option<Plan>) -> Self {
        Self {
            plan,
            may_be_there: true,
            awaited: Awaited::Provision,
        }
    }

    /// What to ask first.
    pub fn begin(&self) -> Ask {
        match self.awaited {
            Awaited::FirstLook => Ask::Status,
            _ => Ask::Provision(self.plan.clone()),
        }
    }

    /// What follows from the answer to what it asked last.
    pub fn hear(&mut self, heard: Heard) -> Step<Provisioned> {
        match (mem::replace(&mut self.awaited, Awaited::Nothing), heard) {
            (Awaited::FirstLook, Heard::Status(status)) => self.looked(status),
            (Awaited::Provision, Heard::Provision(result)) => self.provisioned(result),
            (Awaited::ClearUp { lost }, Heard::Status(status)) => self.cleared_up(status, lost),
            (Awaited::LastProvision { lost }, Heard::Provision(result)) => {
                self.provisioned_last(result, lost)
            }
            (Awaited::LookUp, Heard::Status(status)) => self.looked_up(status),
            (_, heard) => unasked(&heard),
        }
    }

    fn looked(&mut self, status: Result<SiteStatus, Error>) -> Step<Provisioned> {
        match status {
            // Without a plan a provision only registers the site, and it is known.
            Ok(_) if self.plan.is_none() => found(Provision::Active(None)),
            Ok(status) => match self.find(&status) {
                Some(plan) => found(plan),
                None => self.provision(Awaited::Provision),
            },
            Err(Error::Refused(said)) if said.is_unknown_site() => self.provision(Awaited::Provision),
            // Refused to tell is not refused to provision: what may be there stays in doubt.
            Err(Error::Refused(said)) => Step::End(Err(Error::Unavailable(said))),
            Err(error) => Step::End(Err(error)),
        }
    }

    fn provisioned(&mut self, result: Result<Provisioned, Error>) -> Step<Provisioned> {
        match result {
            Err(Error::Refused(said)) if said.says_already_there() && self.may_be_there => {
                self.ask(Awaited::LookUp, Ask::Status)
            }
            Err(lost) if lost.may_have_happened() => self.ask(Awaited::ClearUp { lost }, Ask::ClearUp),
            result => Step::End(result),
        }
    }

    fn cleared_up(&mut self, status: Result<SiteStatus, Error>, lost: Error) -> Step<Provisioned> {
        match status {
            Ok(status) => match self.find(&status) {
                Some(plan) => found(plan),
                None => self.provision(Awaited::LastProvision { lost: None }),
            },
            Err(Error::Refused(said)) if said.is_unknown_site() => {
                self.provision(Awaited::LastProvision { lost: Some(lost) })
            }
            Err(_) => Step::End(Err(lost)),
        }
    }

    fn provisioned_last(
        &mut self,
        result: Result<Provisioned, Error>,
        lost: Option<Error>,
    ) -> Step<Provisioned> {
        match (result, lost) {
            // The first one had its effect after all, only late.
            (Err(Error::Refused(said)), _) if said.says_already_there() => {
                self.ask(Awaited::LookUp, Ask::Status)
            }
            (result @ (Ok(_) | Err(Error::Refused(_))), _) | (result, None) => Step::End(result),
            // The status could not tell, so the first request may have had its effect.
            (Err(_), Some(lost)) => Step::End(Err(lost)),
        }
    }

    /// The API has the plan already and does not say how it stands. Pending is not active, so it is
    /// not guessed.
    fn looked_up(&self, status: Result<SiteStatus, Error>) -> Step<Provisioned> {
        match status.ok().and_then(|status| self.find(&status)) {
            Some(plan) => found(plan),
            None => Step::End(Err(Error::UnknownOutcome(
                "it says that the plan is there already, and the site's status does not show how it stands"
                    .into(),
            ))),
        }
    }

    fn find(&self, status: &SiteStatus) -> Option<Provision> {
        let product = status.our_product(self.plan.as_ref()?)?;
        Some(product.standing())
    }

    fn provision(&mut self, awaited: Awaited) -> Step<Provisioned> {
        let ask = Ask::Provision(self.plan.clone());
        self.ask(awaited, ask)
    }

    fn ask(&mut self, awaited: Awaited, ask: Ask) -> Step<Provisioned> {
        self.awaited = awaited;
        Step::Ask(ask)
    }
}

fn found(plan: Provision) -> Step<Provisioned> {
    Step::End(Ok(Provisioned::found(plan)))
}

impl Call<'_> {
    /// Makes the request's site have its plan. With `may_be_there` it is looked for first, because an
    /// earlier request of the caller's own may have caused it; without, a plan that is there already
    /// is a refusal that [says so](crate::ApiError::says_already_there).
    ///
    /// # Errors
    ///
    /// As [`Call::provision`]; and [`Error::Unavailable`] when the status is refused.
    pub async fn ensure(
        &mut self,
        request: &ProvisionRequest,
        may_be_there: bool,
    ) -> Result<Provisioned, Error> {
        let mut ensure = Ensure::new(request.plan.clone(), may_be_there);
        self.follow(request, ensure.begin(), |heard| ensure.hear(heard))
            .await
    }
}
