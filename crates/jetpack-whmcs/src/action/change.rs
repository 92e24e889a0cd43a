use jetpack_partner::{Ask, Change as Replacing, Changed, Error, Heard, Plan, Provision, SiteUrl, Step};

use crate::claim::{Claim, Decision, Intent};
use crate::verdict::{Next, Verdict};
use crate::{Action, Mistake, Moment, Standing, Wanted, sentences};

/// Another plan of the same family for the same site. WHMCS asks for this also when only configurable options were changed:
/// then the plan is the same, and nothing is sent.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    let Some(plan) = claim.order.plan.clone() else {
        let obstacle = claim.order.obstacle.clone().unwrap_or_default();
        return claim.refuse(sentences::cannot_change(&obstacle));
    };
    let (Some(site), Some(old)) = (claim.row.site.clone(), claim.row.plan.clone()) else {
        return claim.refuse(sentences::no_plan_to_change());
    };
    let elsewhere = claim.order.site.as_ref().filter(|site| !claim.row.is_on(site));
    if let Some(ordered) = elsewhere {
        let sentence = sentences::other_than_live(&site, &old, ordered, &plan);
        return claim.refuse(sentence);
    }
    let is_same = old.is_same_as(&plan);
    if !is_same && !old.may_become(&plan) {
        return claim.refuse(sentences::another_family(&old, &plan));
    }
    match &claim.row.standing {
        Standing::Active | Standing::Pending { .. } if is_same => {
            // Should another one have been sold before, that is settled.
            claim.row.missing = None;
            let details = claim.details();
            return claim.settle(sentences::same_plan(&site, &old), details);
        }
        Standing::Active | Standing::Pending { .. } => {}
        Standing::Suspended { .. } => {
            claim.row.plan = Some(plan.clone());
            return match claim.taken() {
                Some(sentence) => claim.refuse(sentence),
                None => claim.settle(sentences::changed_while_suspended(&site, &plan), None),
            };
        }
        Standing::Unknown => {
            let sentence = sentences::own_doubt(claim.row.doubt_until, claim.found.now);
            return claim.refuse(sentence);
        }
        Standing::Absent
        | Standing::None
        | Standing::Refused
        | Standing::Cancelled { .. }
        | Standing::Orphaned { .. } => return claim.refuse(sentences::no_plan_to_change()),
    }
    if claim.row.plan_before.is_some() {
        // There is room for one plan beside the wanted one.
        let sentence = sentences::own_doubt(claim.row.doubt_until, claim.found.now);
        return claim.refuse(sentence);
    }
    if claim.order.local_user.is_none() {
        return claim.refuse(sentences::mistake(&Mistake::NoLocalUser));
    }
    claim.row.plan_before = Some(old);
    claim.row.plan = Some(plan);
    if let Some(sentence) = claim.taken() {
        return claim.refuse(sentence);
    }
    claim.row.wanted = Wanted::Live;
    claim.row.under_way = Some(Action::Change);
    claim.go()
}

/// Replaces the plan: in place where the API allows it, else by cancelling and provisioning. The row has both plans from before
/// the first request on, so whatever happens in between can be seen, and finished or undone.
#[derive(Debug, Clone)]
pub struct Change {
    site: SiteUrl,
    partner_id: String,
    wanted: Plan,
    old: Plan,
    before: Standing,
    now: Moment,
    replacing: Replacing,
    /// Whether anything with an effect was asked.
    acted: bool,
}

impl Change {
    pub(super) fn new(intent: &Intent, site: SiteUrl, wanted: Plan) -> Self {
        let row = &intent.row;
        let old = row.plan_before.clone().unwrap_or_else(|| wanted.clone());
        Self {
            site,
            partner_id: row.partner_id.clone(),
            replacing: Replacing::new(wanted.clone(), Some(old.clone())),
            wanted,
            old,
            before: row.standing.clone(),
            now: intent.now,
            acted: false,
        }
    }

    pub(crate) fn begin(&self) -> Ask {
        self.replacing.begin()
    }

    pub(crate) fn hear(&mut self, heard: Heard) -> Next {
        match self.replacing.hear(heard) {
            Step::Ask(ask) => {
                self.acted |= matches!(ask, Ask::Provision(_) | Ask::Cancel(_));
                Next::Ask(ask)
            }
            Step::End(Ok(changed)) => Next::End(self.changed(&changed)),
            Step::End(Err(error)) => Next::End(self.failed(&error)),
        }
    }

    fn changed(&self, changed: &Changed) -> Verdict {
        match changed {
            Changed::AlreadyThere(plan) => self.done(plan),
            Changed::Provisioned { provisioned, .. } => self.done(&provisioned.plan),
            // The wanted one is there; of the old one that could not be cancelled the row keeps track.
            Changed::OldKept {
                provisioned, because, ..
            } => Verdict::failed(
                Standing::after(&provisioned.plan, self.now),
                sentences::old_plan_kept(&self.site, &self.old, &self.wanted, because),
            ),
            Changed::Ambiguous(_) => self.kept(sentences::ambiguous(&self.site, &self.wanted)),
            Changed::Restored {
                provisioned, refusal, ..
            } => {
                let standing = Standing::after(&provisioned.plan, self.now);
                let sentence =
                    sentences::restored(&self.site, &self.partner_id, &self.old, &self.wanted, refusal);
                Verdict::failed(standing, sentence)
                    .learnt(true)
                    .of(self.old.clone())
            }
            Changed::LostOld { refusal, .. } => {
                let sentence = sentences::lost_plan(&self.site, &self.old, &self.wanted, refusal);
                Verdict::failed(Standing::Unknown, sentence).of(self.old.clone())
            }
            Changed::Unfinished { because, .. } => Verdict::failed(
                Standing::Unknown,
                sentences::half_changed(&self.site, &self.old, &self.wanted, because),
            ),
        }
    }

    fn done(&self, plan: &Provision) -> Verdict {
        let seen = Standing::after(plan, self.now);
        // A waiting plan that was found keeps its address and its term.
        let standing = match (plan, &self.before) {
            (Provision::FoundPending, Standing::Pending { .. }) => self.before.clone(),
            _ => seen,
        };
        let details = sentences::details(&self.site, &standing);
        Verdict::done(
            standing,
            details,
            sentences::changed(&self.site, &self.old, &self.wanted),
        )
    }

    /// Nothing was changed: the old plan is the service's as before.
    fn kept(&self, sentence: String) -> Verdict {
        Verdict::failed(self.before.clone(), sentence)
            .learnt(true)
            .of(self.old.clone())
    }

    fn failed(&self, error: &Error) -> Verdict {
        if !self.acted {
            let sentence = sentences::look_failed(&self.site, error);
            return Verdict::failed(self.before.clone(), sentence).of(self.old.clone());
        }
        let sentence = sentences::change_failed(&self.site, &self.partner_id, &self.old, &self.wanted, error);
        if error.may_have_happened() {
            return Verdict::failed(Standing::Unknown, sentence);
        }
        Verdict::failed(self.before.clone(), sentence).of(self.old.clone())
    }
}
