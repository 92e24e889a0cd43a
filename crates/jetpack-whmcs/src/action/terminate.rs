use std::mem;

use jetpack_partner::{Ask, Cancelled, Error, Heard, Plan, SiteStatus, SiteUrl};

use crate::claim::{Claim, Decision, Intent};
use crate::verdict::{Next, Verdict};
use crate::{Action, Moment, Standing, Wanted, sentences};

/// The ledger says what is cancelled. Only a service of which it has no record is taken by the order's fields.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    claim.row.want(Wanted::Gone);
    if claim.row.standing == Standing::Absent {
        return claim_by_order(claim);
    }
    if let Standing::Suspended { until } = claim.row.standing {
        claim.row.standing = Standing::Cancelled { until };
        if claim.row.doubt_until.is_some() {
            claim.row.under_way = Some(Action::Terminate);
            return claim.go();
        }
    }
    // What was seen gone once may be back.
    if claim.row.standing.may_be_live() || claim.row.missing.is_some() {
        claim.row.under_way = Some(Action::Terminate);
        return claim.go();
    }
    // Said again, in case an earlier call could not write it.
    let details = claim.details();
    claim.settle(sentences::nothing_to_cancel(), details)
}

fn claim_by_order(mut claim: Claim<'_>) -> Decision {
    let order = claim.order;
    match (&order.site, &order.plan) {
        (Some(site), Some(plan)) => {
            claim.row.site = Some(site.clone());
            claim.row.plan = Some(plan.clone());
            claim.row.partner_id.clone_from(&order.partner_id);
            // Were the site another service's, that one's plan would be hit.
            if let Some(sentence) = claim.taken() {
                return claim.refuse(sentence);
            }
            // Without any trace it only looks, and a look leaves nothing half done.
            claim.row.under_way = order.has_details.then_some(Action::Terminate);
            claim.go()
        }
        // No record, no trace, and nothing that names a plan: there never was one.
        _ if !order.has_details => claim.settle(sentences::nothing_to_cancel(), None),
        _ => {
            let obstacle = order.obstacle.clone().unwrap_or_default();
            claim.refuse(sentences::no_record(&obstacle))
        }
    }
}

/// Cancels every plan that was asked for and may live: for good, or while the service is suspended.
#[derive(Debug, Clone)]
pub struct Terminate {
    site: SiteUrl,
    /// What is left to be cancelled, the present one first; never empty.
    plans: Vec<Plan>,
    partner_id: String,
    before: Standing,
    now: Moment,
    /// Whether anything that could come to live unseen would have lapsed by now.
    outlasted: bool,
    /// Whether the service keeps its site.
    suspends: bool,
    awaited: Awaited,
}

#[derive(Debug, Clone, PartialEq)]
enum Awaited {
    /// Whether there is anything to suspend, where that is not known.
    LookBefore,
    /// Whether a service without any record has a plan at all.
    FirstLook,
    /// The cancellation.
    Cancel,
    /// Whether the plan is there, after an answer that left it open.
    ClearUp(Error),
    Nothing,
}

impl Terminate {
    pub(super) fn new(intent: &Intent, site: SiteUrl) -> Self {
        let row = &intent.row;
        let recorded = row.standing != Standing::Absent || intent.order.has_details;
        let suspends = intent.order.action == Action::Suspend;
        Self {
            site,
            plans: row.plans().cloned().collect(),
            partner_id: row.partner_id.clone(),
            before: row.standing.clone(),
            now: intent.now,
            outlasted: row.standing == Standing::Unknown && row.has_outlasted_waiting(intent.now),
            suspends,
            awaited: match recorded {
                true if suspends && row.standing == Standing::Unknown => Awaited::LookBefore,
                true => Awaited::Cancel,
                false => Awaited::FirstLook,
            },
        }
    }

    pub(crate) fn begin(&self) -> Ask {
        match self.awaited {
            Awaited::FirstLook | Awaited::LookBefore => Ask::Status,
            Awaited::Cancel | Awaited::ClearUp(_) | Awaited::Nothing => Ask::Cancel(self.plan().clone()),
        }
    }

    pub(crate) fn hear(&mut self, heard: Heard) -> Next {
        match (mem::replace(&mut self.awaited, Awaited::Nothing), heard) {
            (Awaited::FirstLook, Heard::Status(status)) => Next::End(self.looked(status)),
            (Awaited::LookBefore, Heard::Status(status)) => self.looked_before(&status),
            (Awaited::Cancel, Heard::Cancel(result)) => self.answered(result),
            (Awaited::ClearUp(lost), Heard::Status(status)) => self.cleared_up(&status, &lost),
            _ => Next::End(Verdict::failed(
                Standing::Unknown,
                sentences::defect("an answer that nobody asked for"),
            )),
        }
    }

    /// Whoever bought what is there, it was not this service: it must not be ended by it unasked.
    fn looked(&self, status: Result<SiteStatus, Error>) -> Verdict {
        match status {
            Ok(status) if status.our_product(self.plan()).is_some() => {
                let sentence = sentences::not_ours_to_end(&self.site, self.plan());
                Verdict::failed(self.before.clone(), sentence).learnt(true)
            }
            // It may be of the key that this service's product had before.
            Ok(status) if status.anothers_product(self.plan()).is_some() => {
                let sentence = sentences::anothers_to_end(&self.site, self.plan());
                Verdict::failed(self.before.clone(), sentence).learnt(true)
            }
            Err(error) if !is_unknown_site(&error) => self.failed(self.before.clone(), &error),
            Ok(_) | Err(_) => Verdict::done(self.before.clone(), None, sentences::nothing_to_cancel()),
        }
    }

    /// What is certainly not there need not be cancelled. What cannot be seen is: repeating a cancellation does no harm.
    fn looked_before(&mut self, status: &Result<SiteStatus, Error>) -> Next {
        match status {
            Ok(status) if self.plans.iter().all(|plan| status.our_product(plan).is_none()) => {
                Next::End(self.ended(self.already_gone()))
            }
            Err(error) if !is_unknown_site(error) => Next::End(Verdict::failed(
                self.before.clone(),
                sentences::look_failed(&self.site, error),
            )),
            Ok(_) | Err(_) => {
                self.awaited = Awaited::Cancel;
                Next::Ask(Ask::Cancel(self.plan().clone()))
            }
        }
    }

    fn answered(&mut self, result: Result<Cancelled, Error>) -> Next {
        match result {
            Ok(Cancelled::Done) if self.suspends => self.gone(sentences::suspended(&self.site, self.plan())),
            Ok(Cancelled::Done) => self.gone(sentences::cancelled(&self.site, self.plan())),
            Ok(Cancelled::NothingThere) => self.gone(self.already_gone()),
            Err(error) if leaves_doubt(&error) => {
                self.awaited = Awaited::ClearUp(error);
                Next::Ask(Ask::Status)
            }
            Err(error) => Next::End(self.failed(self.before.clone(), &error)),
        }
    }

    fn cleared_up(&mut self, status: &Result<SiteStatus, Error>, lost: &Error) -> Next {
        match self.is_there(status) {
            Some(false) => self.gone(self.already_gone()),
            there => {
                // Neither the cancellation nor the status was heard: it may be gone, or not.
                let unheard = there.is_none() && lost.may_have_happened();
                let standing = if unheard {
                    Standing::Unknown
                } else {
                    self.before.clone()
                };
                Next::End(self.failed(standing, lost))
            }
        }
    }

    /// Whether our plan is on the site; `None` when that cannot be learnt.
    ///
    /// A 404 without a word says that the route or the site is unknown, and an edge server in trouble sends one too. It
    /// is believed only of a site that WordPress.com has never reached, or where what it could not have reached would have
    /// lapsed: of any other, a plan that lives on would be taken for gone.
    fn is_there(&self, status: &Result<SiteStatus, Error>) -> Option<bool> {
        let never_reached = self.outlasted || matches!(self.before, Standing::Pending { next_url: None, .. });
        match status {
            Ok(status) if status.our_product(self.plan()).is_some() => Some(true),
            // Perhaps it is ours of before the key was changed: this key cannot tell.
            Ok(status) if status.anothers_product(self.plan()).is_some() => None,
            Ok(_) => Some(false),
            Err(Error::Refused(error)) if error.code == "invalid_blog" => Some(false),
            Err(Error::Refused(error)) if never_reached && error.is_unknown_site() => Some(false),
            Err(_) => None,
        }
    }

    /// This plan is gone: the next one, or the end.
    fn gone(&mut self, activity: String) -> Next {
        if self.plans.len() > 1 {
            self.plans.remove(0);
            self.awaited = Awaited::Cancel;
            return Next::Ask(Ask::Cancel(self.plan().clone()));
        }
        Next::End(self.ended(activity))
    }

    fn ended(&self, activity: String) -> Verdict {
        let standing = match self.suspends {
            true => self.before.suspended(self.now),
            false => self.before.cancelled(self.now),
        };
        let details = sentences::details(&self.site, &standing);
        Verdict::done(standing, details, activity)
    }

    fn plan(&self) -> &Plan {
        &self.plans[0]
    }

    fn button(&self) -> &'static str {
        if self.suspends { "Suspend" } else { "Terminate" }
    }

    fn already_gone(&self) -> String {
        sentences::already_gone(&self.site, self.plan(), &self.before)
    }

    fn failed(&self, standing: Standing, error: &Error) -> Verdict {
        Verdict::failed(
            standing,
            sentences::cancel_failed(&self.site, &self.partner_id, self.button(), error),
        )
    }
}

fn is_unknown_site(error: &Error) -> bool {
    matches!(error, Error::Refused(said) if said.is_unknown_site())
}

/// Whether the plan may be gone although the API did not say so (partner-api.md §5.3).
fn leaves_doubt(error: &Error) -> bool {
    match error {
        Error::Refused(error) => error.is_unknown_site() || error.code == "not_jps_plan",
        error => error.may_have_happened(),
    }
}
