use jetpack_partner::{Ask, Ensure, Error, Heard, Plan, Provision, Provisioned, SiteStatus, SiteUrl, Step};

use crate::claim::{Claim, Decision, Intent};
use crate::verdict::{Next, Verdict};
use crate::{Action, Moment, Row, Standing, Wanted, sentences};

/// A service whose plan may be live is acted on as the ledger has it, and only if the order still says the same
/// (architecture.md §4, promise 7).
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    let (Some(site), Some(plan)) = (claim.order.site.clone(), claim.order.plan.clone()) else {
        return claim.refuse(sentences::defect("the order has no site or no plan"));
    };
    let is_frozen = claim.row.standing.may_be_live() || claim.row.standing.is_suspended();
    if is_frozen {
        if let Some(sentence) = differs(&claim.row, &claim.order.partner_id, &site, &plan) {
            return claim.refuse(sentence);
        }
    } else if let Err(sentence) = claim.retarget(site, plan) {
        return claim.refuse(sentence);
    }
    if let Some(sentence) = claim.taken() {
        return claim.refuse_and_record(sentence);
    }
    claim.row.want(Wanted::New);
    claim.row.under_way = Some(Action::Create);
    claim.go()
}

/// What the order names now that is not what may be live, as a sentence. `success` would tell staff that what was ordered
/// exists.
fn differs(row: &Row, partner_id: &str, site: &SiteUrl, plan: &Plan) -> Option<String> {
    let (Some(live_site), Some(live_plan)) = (&row.site, &row.plan) else {
        return Some(sentences::defect("the ledger's row has no site or no plan"));
    };
    // Another key can neither see nor cancel what this one would add. What was begun, and WHMCS has not heard of, the row's own key
    // finishes: plans that exist stay with theirs.
    if !row.partner_id.is_empty() && row.partner_id != partner_id && !row.wanted.is_unheard() {
        return Some(sentences::another_key(&row.partner_id));
    }
    let same = row.is_on(site) && live_plan.is_same_as(plan);
    (!same).then(|| sentences::other_than_live(live_site, live_plan, site, plan))
}

/// Whether what kept the plan from being asked for passes by itself. What may have happened is looked at instead.
fn passes(error: &Error) -> bool {
    match error {
        Error::NotSent(_) | Error::Throttled { .. } => true,
        Error::NoToken(error) => !matches!(
            **error,
            Error::Credentials(_) | Error::Untrusted(_) | Error::Defect(_)
        ),
        _ => false,
    }
}

/// Makes the plan exist, once: looks first where an earlier request of the service's own may have caused it.
#[derive(Debug, Clone)]
pub struct Create {
    site: SiteUrl,
    partner_id: String,
    plan: Plan,
    /// A plan that the service asked for before, while it is not certain that it is gone.
    plan_before: Option<Plan>,
    before: Standing,
    /// How the service stands if what is asked certainly had no effect.
    untouched: Standing,
    now: Moment,
    /// Whether something of its own may be there unseen: then only a status tells how it stands.
    in_doubt: bool,
    /// `None` while the first look is awaited.
    ensure: Option<Ensure>,
}

impl Create {
    pub(super) fn new(intent: &Intent, site: SiteUrl, plan: Plan) -> Self {
        let row = &intent.row;
        let looks = row.is_open(intent.now);
        let ensure = (!looks).then(|| Ensure::new(Some(plan.clone()), false));
        Self {
            site,
            partner_id: row.partner_id.clone(),
            plan,
            plan_before: row.plan_before.clone(),
            before: row.standing.clone(),
            untouched: row.standing.clone(),
            now: intent.now,
            in_doubt: looks,
            ensure,
        }
    }

    pub(crate) fn begin(&self) -> Ask {
        match &self.ensure {
            Some(ensure) => ensure.begin(),
            None => Ask::Status,
        }
    }

    pub(crate) fn hear(&mut self, heard: Heard) -> Next {
        let step = match (&mut self.ensure, heard) {
            (Some(ensure), heard) => ensure.hear(heard),
            (None, Heard::Status(status)) => return self.looked(status),
            (None, _) => Step::End(Err(Error::Defect("an answer that nobody asked for".into()))),
        };
        match step {
            Step::Ask(ask) => Next::Ask(ask),
            Step::End(result) => Next::End(self.ended(result)),
        }
    }

    fn looked(&mut self, status: Result<SiteStatus, Error>) -> Next {
        let earlier = self.plan_before.as_ref();
        if let Ok(status) = &status
            && let Some(came) = Verdict::came_late(&self.site, earlier, &self.before, status, self.now)
        {
            return Next::End(came);
        }
        match status {
            Ok(status) => match status.our_product(&self.plan) {
                Some(product) => Next::End(self.settled(self.before.seen(product, self.now), true)),
                // The plan was removed elsewhere, or lapsed, or never came to be.
                None => {
                    self.in_doubt = false;
                    if self.before.may_be_live() {
                        self.untouched = Standing::None;
                    }
                    self.provision()
                }
            },
            Err(error) => self.unheard(&error),
        }
    }

    /// The status cannot tell (a test key, a name that does not resolve yet, an outage): the ledger can, while what it knows
    /// is not out of date.
    fn unheard(&mut self, error: &Error) -> Next {
        let believed = match &self.before {
            Standing::Active => true,
            Standing::Pending { until, .. } => self.now < *until,
            Standing::Absent
            | Standing::None
            | Standing::Refused
            | Standing::Unknown
            | Standing::Cancelled { .. }
            | Standing::Suspended { .. }
            | Standing::Orphaned { .. } => false,
        };
        match error {
            _ if believed => Next::End(self.settled(self.before.clone(), false)),
            Error::Refused(said) if said.is_unknown_site() => self.provision(),
            error => Next::End(Verdict::failed(
                self.before.clone(),
                sentences::still_unknown(&self.site, error),
            )),
        }
    }

    /// The plan is not seen, and an answer "already there" would be about a request of the service's own.
    fn provision(&mut self) -> Next {
        let ensure = self
            .ensure
            .insert(Ensure::without_a_look(Some(self.plan.clone())));
        Next::Ask(ensure.begin())
    }

    fn ended(&self, result: Result<Provisioned, Error>) -> Verdict {
        let provision = match result {
            Ok(provisioned) => provisioned.plan,
            Err(error) => return self.failed(&error),
        };
        let standing = Standing::after(&provision, self.now);
        let unusable =
            matches!(provision, Provision::AwaitingAuthorization(_)) && standing.next_url().is_none();
        if unusable {
            let details = sentences::details(&self.site, &standing);
            let activity = sentences::unusable_next_url(&self.site, &self.plan);
            return Verdict::done(standing, details, activity);
        }
        self.settled(standing, true)
    }

    /// Unknown, refused, or as if nothing had been asked.
    fn failed(&self, error: &Error) -> Verdict {
        let absent = self.untouched == Standing::Absent;
        let standing = match error {
            error if error.may_have_happened() => Standing::Unknown,
            // The plan may be the first module's, or another's: the service is as unrecorded as before.
            Error::Refused(said) if said.says_already_there() && absent => Standing::Absent,
            Error::Refused(_) => Standing::Refused,
            // The key was refused, not the plan: a service of the first module may still have one.
            Error::Credentials(_) if !absent => Standing::Refused,
            _ => self.untouched.clone(),
        };
        let answered = matches!(error, Error::Refused(_)) && !self.in_doubt;
        Verdict::failed(
            standing,
            sentences::provision_failed(&self.site, &self.partner_id, error),
        )
        .learnt(answered)
        .passing(passes(error))
    }

    fn settled(&self, standing: Standing, learnt: bool) -> Verdict {
        let activity = sentences::provisioned(&self.site, &self.plan, &standing);
        let details = sentences::details(&self.site, &standing);
        Verdict::done(standing, details, activity).learnt(learnt)
    }
}
