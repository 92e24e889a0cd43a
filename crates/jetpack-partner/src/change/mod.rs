//! One plan in the place of another, decided without any I/O.

mod changed;
mod ours;

use std::mem;

use crate::ask::unasked;
use crate::{
    ApiError, Ask, Call, Cancelled, Ensure, Error, Heard, Plan, ProductStatus, ProvisionRequest, Provisioned,
    SiteStatus, Step, UpgradePaths,
};

pub use changed::Changed;
use ours::Ours;

/// Makes a site have one plan in the place of another, and loses none on the way.
///
/// The wanted plan is provisioned first, which also raises a lower one in place. Only when the API
/// says that it would be a downgrade (partner-api.md §1), and the wanted plan is certainly one that
/// can be had, is the current plan cancelled; if the wanted one is refused even then, the old one is
/// provisioned again.
///
/// Every step follows from the site's status, so doing it again after a crash ends in the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    wanted: Plan,
    from: Option<Plan>,
    /// The plan that was cancelled for it before.
    cancelled: Option<Plan>,
    awaited: Awaited,
}

/// What is to be heard next.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Awaited {
    /// The status, before anything else.
    Look,
    /// What leads to a plan.
    Plan { ensure: Ensure, aim: Aim },
    /// Whether the site may have the wanted plan, of which we do not know that it is lower.
    Paths { old: Plan, refusal: ApiError },
    /// The cancellation of the plan that stands in the way.
    Cancel { old: Plan },
    /// The cancellation of a plan that was to be replaced and does not go by itself.
    ClearAway { provisioned: Provisioned, old: Plan },
    /// Nothing: it has ended.
    Nothing,
}

/// What a plan is provisioned for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Aim {
    /// The wanted one, beside or over what the site has.
    InPlace(Ours),
    /// The wanted one, now that the old one is cancelled.
    Down { old: Plan },
    /// The old one, back again.
    Back { old: Plan, refusal: ApiError },
}

impl Change {
    /// `from` names the plan to be replaced, which may be of any kind. Without it, it is the one that
    /// cannot stand beside the wanted plan, and others are left alone.
    pub fn new(wanted: Plan, from: Option<Plan>) -> Self {
        Self {
            wanted,
            from,
            cancelled: None,
            awaited: Awaited::Look,
        }
    }

    /// Goes on with a change that has cancelled this plan and did not come to its end, as after a crash: should the wanted
    /// plan be refused, it is provisioned again. To be known later, a caller has to note an [`Ask::Cancel`] before it asks.
    pub fn having_cancelled(self, plan: Option<Plan>) -> Self {
        Self {
            cancelled: plan,
            ..self
        }
    }

    /// What to ask first.
    pub fn begin(&self) -> Ask {
        Ask::Status
    }

    /// What follows from the answer to what it asked last.
    pub fn hear(&mut self, heard: Heard) -> Step<Changed> {
        match (mem::replace(&mut self.awaited, Awaited::Nothing), heard) {
            (Awaited::Look, Heard::Status(status)) => self.looked(status),
            (Awaited::Plan { mut ensure, aim }, heard) => match ensure.hear(heard) {
                Step::Ask(ask) => self.ask(ask, Awaited::Plan { ensure, aim }),
                Step::End(result) => self.ended(result, aim),
            },
            (Awaited::Paths { old, refusal }, Heard::UpgradePaths(paths)) => {
                self.learnt_paths(paths, old, refusal)
            }
            (Awaited::Cancel { old }, Heard::Cancel(result)) => match result {
                Ok(_) => self.provision(self.wanted.clone(), Aim::Down { old }),
                Err(error) => Step::End(Err(error)),
            },
            (Awaited::ClearAway { provisioned, old }, Heard::Cancel(result)) => {
                cleared_away(result, provisioned, old)
            }
            (_, heard) => unasked(&heard),
        }
    }

    fn looked(&mut self, status: Result<SiteStatus, Error>) -> Step<Changed> {
        let (found, ours) = match status {
            Ok(status) => (
                status.our_product(&self.wanted).map(ProductStatus::standing),
                Ours::seen(&status, &self.wanted, self.from.as_ref()),
            ),
            Err(Error::Refused(said)) if said.is_unknown_site() => (None, Ours::default()),
            // Refused to tell is not refused to change.
            Err(Error::Refused(said)) => return Step::End(Err(Error::Unavailable(said))),
            Err(error) => return Step::End(Err(error)),
        };
        match (found, ours.to_clear_away.clone()) {
            (Some(plan), Some(old)) => self.clear_away(Provisioned::found(plan), old),
            (Some(plan), None) => end(Changed::AlreadyThere(plan)),
            (None, _) => {
                // With another plan in its way it is a change like any other: someone has seen to the site since.
                let gone = self.cancelled.take().filter(|_| ours.old.is_empty());
                let aim = gone.map_or(Aim::InPlace(ours), |old| Aim::Down { old });
                self.provision(self.wanted.clone(), aim)
            }
        }
    }

    fn ended(&mut self, result: Result<Provisioned, Error>, aim: Aim) -> Step<Changed> {
        match aim {
            Aim::InPlace(ours) => self.ended_in_place(result, ours),
            Aim::Down { old } => self.ended_down(result, old),
            Aim::Back { old, refusal } => end(match result {
                Ok(provisioned) => Changed::Restored {
                    old,
                    provisioned,
                    refusal,
                },
                Err(because) => Changed::LostOld {
                    old,
                    refusal,
                    because,
                },
            }),
        }
    }

    fn ended_in_place(&mut self, result: Result<Provisioned, Error>, ours: Ours) -> Step<Changed> {
        match (result, ours.to_clear_away) {
            (Ok(provisioned), Some(old)) => self.clear_away(provisioned, old),
            (Ok(provisioned), None) => end(Changed::Provisioned {
                provisioned,
                cancelled: None,
                beside: if ours.old.is_empty() {
                    ours.beside
                } else {
                    Vec::new()
                },
            }),
            (Err(Error::Refused(said)), _) if said.forbids_a_downgrade() => self.go_down(ours.old, said),
            (Err(error), _) => Step::End(Err(error)),
        }
    }

    /// The only way down is to cancel first, and only for a plan that is certain to be one.
    fn go_down(&mut self, old: Vec<Plan>, refusal: ApiError) -> Step<Changed> {
        let is_above = |old: &&Plan| self.wanted.is_lower_than(old);
        let above: Vec<Plan> = old.iter().filter(is_above).cloned().collect();
        match (above.as_slice(), old.as_slice()) {
            ([one], _) => self.cancel(one.clone()),
            ([], [one]) => {
                let old = one.clone();
                self.ask(Ask::UpgradePaths, Awaited::Paths { old, refusal })
            }
            ([], _) => Step::End(Err(Error::Refused(refusal))),
            _ => end(Changed::Ambiguous(above)),
        }
    }

    fn learnt_paths(
        &mut self,
        paths: Result<UpgradePaths, Error>,
        old: Plan,
        refusal: ApiError,
    ) -> Step<Changed> {
        let is_wanted = |plan: &Plan| plan.is_same_as(&self.wanted);
        match paths {
            Ok(paths) if paths.values().flatten().any(is_wanted) => self.cancel(old),
            _ => Step::End(Err(Error::Refused(refusal))),
        }
    }

    fn cancel(&mut self, old: Plan) -> Step<Changed> {
        self.ask(Ask::Cancel(old.clone()), Awaited::Cancel { old })
    }

    fn ended_down(&mut self, result: Result<Provisioned, Error>, old: Plan) -> Step<Changed> {
        match result {
            Ok(provisioned) => end(Changed::Provisioned {
                provisioned,
                cancelled: Some(old),
                beside: Vec::new(),
            }),
            Err(Error::Refused(refusal)) => self.provision(old.clone(), Aim::Back { old, refusal }),
            // It may be there: the old one over it would undo the change.
            Err(because) => end(Changed::Unfinished { old, because }),
        }
    }

    fn clear_away(&mut self, provisioned: Provisioned, old: Plan) -> Step<Changed> {
        self.ask(Ask::Cancel(old.clone()), Awaited::ClearAway { provisioned, old })
    }

    fn provision(&mut self, plan: Plan, aim: Aim) -> Step<Changed> {
        let ensure = Ensure::without_a_look(Some(plan));
        self.ask(ensure.begin(), Awaited::Plan { ensure, aim })
    }

    fn ask(&mut self, ask: Ask, awaited: Awaited) -> Step<Changed> {
        self.awaited = awaited;
        Step::Ask(ask)
    }
}

fn cleared_away(result: Result<Cancelled, Error>, provisioned: Provisioned, old: Plan) -> Step<Changed> {
    end(match result {
        Ok(_) => Changed::Provisioned {
            provisioned,
            cancelled: Some(old),
            beside: Vec::new(),
        },
        Err(because) => Changed::OldKept {
            provisioned,
            old,
            because,
        },
    })
}

fn end(changed: Changed) -> Step<Changed> {
    Step::End(Ok(changed))
}

impl Call<'_> {
    /// Makes the request's site have the request's plan in the place of another: of `from`, or of the
    /// one that cannot stand beside it ([`Change`]).
    ///
    /// # Errors
    ///
    /// When nothing was cancelled, or when that is not known; what comes after is a [`Changed`].
    pub async fn change(
        &mut self,
        request: &ProvisionRequest,
        from: Option<&Plan>,
    ) -> Result<Changed, Error> {
        let Some(wanted) = request.plan.clone() else {
            return Err(Error::Defect("a change without a plan".into()));
        };
        let mut change = Change::new(wanted, from.cloned());
        self.follow(request, change.begin(), |heard| change.hear(heard))
            .await
    }
}
