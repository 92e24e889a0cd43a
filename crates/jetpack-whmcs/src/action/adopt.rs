use jetpack_partner::{Ask, Error, Heard, Plan, SiteStatus, SiteUrl};

use crate::claim::{Claim, Decision, Intent};
use crate::verdict::{Next, Seen, Verdict};
use crate::{Moment, Standing, Wanted, sentences};

/// Only what this service does not have yet can be taken over, and only what no other service here has; a plan whose service
/// was deleted may be.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    let (Some(site), Some(plan)) = (claim.order.site.clone(), claim.order.plan.clone()) else {
        return claim.refuse(sentences::defect("the order has no site or no plan"));
    };
    if claim.row.standing.may_be_live() || claim.row.standing.is_suspended() {
        return claim.refuse(sentences::nothing_to_adopt());
    }
    if let Err(sentence) = claim.retarget(site, plan) {
        return claim.refuse(sentence);
    }
    claim.orphan = claim.orphan();
    match &claim.orphan {
        // A row has room for one plan beside its own.
        Some(orphan)
            if orphan.doubt_until.is_some()
                && orphan.beside(&claim.row).chain(&claim.row.plan_before).count() > 1 =>
        {
            let sentence = sentences::own_doubt(orphan.doubt_until, claim.found.now);
            claim.refuse(sentence)
        }
        Some(_) => claim.go(),
        None => match claim.taken() {
            Some(sentence) => claim.refuse(sentence),
            None => claim.go(),
        },
    }
}

/// Looks whether the site has the ordered plan from our key.
#[derive(Debug, Clone)]
pub struct Adopt {
    site: SiteUrl,
    plan: Plan,
    plan_before: Option<Plan>,
    before: Standing,
    now: Moment,
}

impl Adopt {
    pub(super) fn new(intent: &Intent, site: SiteUrl, plan: Plan) -> Self {
        Self {
            site,
            plan,
            plan_before: intent.row.plan_before.clone(),
            before: intent.row.standing.clone(),
            now: intent.now,
        }
    }

    pub(crate) fn begin(&self) -> Ask {
        Ask::Status
    }

    pub(crate) fn hear(&mut self, heard: Heard) -> Next {
        let Heard::Status(status) = heard else {
            return Next::End(self.not(sentences::defect("an answer that nobody asked for"), false));
        };
        Next::End(self.looked(&status))
    }

    fn looked(&self, status: &Result<SiteStatus, Error>) -> Verdict {
        let status = match status {
            Ok(status) => status,
            Err(Error::Refused(said)) if said.is_unknown_site() => {
                return self
                    .not(sentences::not_there_to_adopt(&self.site, &self.plan), true)
                    .having_seen(Seen::Nothing);
            }
            Err(error) => return self.not(sentences::look_failed(&self.site, error), false),
        };
        let earlier = self.plan_before.as_ref();
        if let Some(came) = Verdict::came_late(&self.site, earlier, &self.before, status, self.now) {
            return came;
        }
        if let Some(product) = status.our_product(&self.plan) {
            let standing = self.before.seen(product, self.now);
            let details = sentences::details(&self.site, &standing);
            return Verdict::done(standing, details, sentences::adopted(&self.site, &self.plan))
                .wanting(Wanted::Live)
                .having_seen(Seen::Ours);
        }
        let ours = status.products.iter().find(|product| product.is_ours);
        let (site, plan) = (&self.site, &self.plan);
        let (seen, sentence) = match (ours, status.anothers_product(plan)) {
            (Some(other), _) => (
                Seen::Another,
                sentences::another_plan_to_adopt(site, plan, &other.slug),
            ),
            (None, Some(_)) => (Seen::Foreign, sentences::anothers_plan(site, plan)),
            (None, None) => (Seen::Nothing, sentences::not_there_to_adopt(site, plan)),
        };
        self.not(sentence, true).having_seen(seen)
    }

    fn not(&self, sentence: String, learnt: bool) -> Verdict {
        Verdict::failed(self.before.clone(), sentence).learnt(learnt)
    }
}
