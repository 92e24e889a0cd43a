use jetpack_partner::{Ask, Ensure, Error, Heard, Plan, Provision, Provisioned, SiteUrl, Step};

use crate::claim::{Claim, Decision, Intent};
use crate::verdict::{Next, Verdict};
use crate::{Action, Mistake, Moment, Standing, Wanted, sentences};

/// A plan that waits is provisioned once more, on the site, with the plan and the key that the row has: the documented way to
/// a new address and a new term (partner-api.md §4.8).
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    let sentence = match &claim.row.standing {
        Standing::Pending { .. } => match claim.row.wanted {
            Wanted::Gone => Some(sentences::no_link_for_what_ends("Terminate")),
            Wanted::Suspended => Some(sentences::no_link_for_what_ends("Suspend")),
            // There is room for the answers about one plan.
            Wanted::Live | Wanted::New | Wanted::Again | Wanted::Nothing
                if claim.row.plan_before.is_some() =>
            {
                let until = claim.row.doubt_until;
                Some(sentences::own_doubt(until, claim.found.now))
            }
            Wanted::Live | Wanted::New | Wanted::Again | Wanted::Nothing
                if claim.order.local_user.is_none() =>
            {
                Some(sentences::mistake(&Mistake::NoLocalUser))
            }
            Wanted::Live | Wanted::New | Wanted::Again | Wanted::Nothing => claim.taken(),
        },
        Standing::Active => Some(sentences::no_link_for_active()),
        Standing::Unknown => Some(sentences::no_link_for_unknown()),
        Standing::Suspended { .. } => Some(sentences::no_link_for_suspended()),
        Standing::Absent
        | Standing::None
        | Standing::Refused
        | Standing::Cancelled { .. }
        | Standing::Orphaned { .. } => Some(sentences::no_link_without_plan()),
    };
    if let Some(sentence) = sentence {
        return claim.refuse(sentence);
    }
    if claim.row.wanted == Wanted::Nothing {
        claim.row.wanted = Wanted::Live;
    }
    // What it sends is a Create's, and so is what an interruption leaves.
    claim.row.under_way = Some(Action::Create);
    claim.go()
}

/// Gets a waiting plan a new address. Whatever comes of it, what waited before still does, unless an answer says otherwise.
#[derive(Debug, Clone)]
pub struct Renew {
    site: SiteUrl,
    plan: Plan,
    before: Standing,
    now: Moment,
    ensure: Ensure,
}

impl Renew {
    pub(super) fn new(intent: &Intent, site: SiteUrl, plan: Plan) -> Self {
        Self {
            site,
            ensure: Ensure::without_a_look(Some(plan.clone())),
            plan,
            before: intent.row.standing.clone(),
            now: intent.now,
        }
    }

    pub(crate) fn begin(&self) -> Ask {
        self.ensure.begin()
    }

    pub(crate) fn hear(&mut self, heard: Heard) -> Next {
        match self.ensure.hear(heard) {
            Step::Ask(ask) => Next::Ask(ask),
            Step::End(result) => Next::End(self.ended(result)),
        }
    }

    fn ended(&self, result: Result<Provisioned, Error>) -> Verdict {
        let provision = match result {
            Ok(provisioned) => provisioned.plan,
            Err(error) => {
                let sentence = sentences::renewal_failed(&self.site, &error);
                return Verdict::failed(self.before.clone(), sentence);
            }
        };
        let standing = match provision {
            // A status told so: it gives no address, and does not say whose term runs.
            Provision::FoundPending => {
                let sentence = sentences::no_new_link(&self.site);
                return Verdict::failed(self.before.clone(), sentence).learnt(true);
            }
            Provision::Active(_) | Provision::AwaitingAuthorization(_) | Provision::AwaitingSite => {
                Standing::after(&provision, self.now)
            }
        };
        let details = sentences::details(&self.site, &standing);
        let activity = match standing.next_url() {
            Some(_) => sentences::renewed(&self.site, &self.plan),
            None if matches!(provision, Provision::AwaitingAuthorization(_)) => {
                sentences::unusable_next_url(&self.site, &self.plan)
            }
            None => sentences::provisioned(&self.site, &self.plan, &standing),
        };
        Verdict::done(standing, details, activity)
    }
}
