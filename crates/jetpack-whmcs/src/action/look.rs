use jetpack_partner::{Ask, Error, Heard, Plan, ProductStatus, SiteStatus, SiteUrl};

use crate::claim::{Claim, Decision, Intent};
use crate::verdict::{Next, Verdict};
use crate::{Moment, Row, Service, Standing, Wanted, sentences};

/// Seconds until it is seen whether the site is still another service's.
const DAY: Moment = 24 * 60 * 60;

/// A service of which nothing can live has nothing to be looked at.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    // What was cancelled while it waited is looked at when its term is over.
    let has_waited = matches!(
        claim.row.standing,
        Standing::Cancelled { until: Some(_) } | Standing::Suspended { until: Some(_) }
    );
    let is_open = claim.row.is_open(claim.found.now) || claim.row.is_compared() || has_waited;
    if claim.order.only_looks() && !is_open {
        return finish(claim);
    }
    // What a row that holds no site would see there is another service's.
    if !claim.row.standing.may_be_live()
        && let Some(sentence) = claim.taken()
    {
        if claim.order.only_looks() && claim.row.is_compared() {
            claim.row.next_look_at = Some(claim.found.now + DAY);
            return claim.settle_quietly();
        }
        if claim.order.only_looks() && claim.row.doubt_until.is_none() {
            return finish(claim);
        }
        return claim.refuse(sentence);
    }
    if is_open && claim.row.site.is_some() && claim.row.plan.is_some() {
        return claim.go();
    }
    let details = claim.details();
    claim.settle(sentences::nothing_to_look_at(), details)
}

/// It was due for nothing but to tell its owner, as somebody has died who was to, or for something that is settled by now.
fn finish(mut claim: Claim<'_>) -> Decision {
    let was_told = !claim.row.details_due;
    claim.row.details_due = false;
    if was_told || claim.row.attempts == 0 {
        claim.row.next_look_at = None;
    }
    match claim.details().filter(|_| !was_told) {
        Some(details) => claim.settle(sentences::told_late(), Some(details)),
        None => claim.settle_quietly(),
    }
}

fn is_certain(row: &Row) -> bool {
    let is_one = matches!(row.standing, Standing::Active | Standing::Orphaned { .. }) || row.is_compared();
    is_one && row.doubt_until.is_none() && row.plan_before.is_none()
}

/// Learns what the site has of the plans that the service asked for.
#[derive(Debug, Clone)]
pub struct Look {
    site: SiteUrl,
    plans: Vec<Plan>,
    before: Standing,
    wanted: Wanted,
    now: Moment,
    /// Whether anything that could come to live unseen would have lapsed by now.
    outlasted: bool,
    /// Whether one plan should be there, by all that is known.
    is_certain: bool,
    /// Whether it is wanted, too, so that it is worth telling if it is not there.
    compares: bool,
    service: Service,
    repairs: bool,
}

impl Look {
    pub(super) fn new(intent: &Intent, site: SiteUrl) -> Self {
        let row = &intent.row;
        Self {
            site,
            plans: row.missing.iter().chain(row.plans()).cloned().collect(),
            before: row.standing.clone(),
            wanted: row.wanted,
            now: intent.now,
            outlasted: row.has_outlasted_waiting(intent.now),
            is_certain: is_certain(row),
            compares: is_certain(row) && row.wanted.allows_live() && row.ended.is_none(),
            service: row.service,
            repairs: intent.order.repairs,
        }
    }

    pub(crate) fn begin(&self) -> Ask {
        Ask::Status
    }

    pub(crate) fn hear(&mut self, heard: Heard) -> Next {
        let Heard::Status(status) = heard else {
            let sentence = sentences::defect("an answer that nobody asked for");
            return Next::End(Verdict::failed(self.before.clone(), sentence));
        };
        Next::End(match status {
            Ok(status) => self.looked(&status),
            Err(error) => self.unheard(&error),
        })
    }

    fn looked(&self, status: &SiteStatus) -> Verdict {
        let seen = |plan: &Plan| Some((plan.clone(), status.our_product(plan)?.clone()));
        let Some((plan, product)) = self.plans.iter().find_map(seen) else {
            return self.replaced(status).unwrap_or_else(|| self.gone());
        };
        let standing = self.seen(&product);
        let details = sentences::details(&self.site, &standing);
        let activity = sentences::seen(&self.site, &plan, &self.before, &standing, self.wanted);
        Verdict::done(standing, details, activity).of(plan)
    }

    fn seen(&self, product: &ProductStatus) -> Standing {
        let seen = self.before.seen(product, self.now);
        match &self.before {
            // WHMCS has no service for it: that stays true whatever the site shows.
            Standing::Orphaned { .. } => Standing::Orphaned { until: seen.until() },
            Standing::Absent
            | Standing::None
            | Standing::Active
            | Standing::Pending { .. }
            | Standing::Refused
            | Standing::Unknown
            | Standing::Cancelled { .. }
            | Standing::Suspended { .. } => seen,
        }
    }

    /// Another plan of the family is there from our key: somebody has changed it elsewhere.
    fn replaced(&self, status: &SiteStatus) -> Option<Verdict> {
        let sold = self.plans.first().filter(|_| self.is_certain)?;
        let mut ours = status.products.iter().filter(|product| product.is_ours);
        let (plan, product) = ours.find_map(|product| {
            let plan: Plan = product.slug.parse().ok()?;
            sold.may_become(&plan).then_some((plan, product))
        })?;
        let standing = self.seen(product);
        let details = sentences::details(&self.site, &standing);
        let sentence = sentences::replaced(self.service, &self.site, sold, &plan, self.repairs);
        Some(
            Verdict::done(standing, details, sentence)
                .of(plan)
                .alerting(self.compares),
        )
    }

    fn gone(&self) -> Verdict {
        let standing = match &self.before {
            Standing::Cancelled { .. } | Standing::Suspended { .. } => self.before.clone(),
            Standing::Orphaned { .. } => self.before.cancelled(self.now),
            Standing::Absent
            | Standing::None
            | Standing::Active
            | Standing::Pending { .. }
            | Standing::Refused
            | Standing::Unknown => match self.wanted {
                Wanted::Gone => self.before.cancelled(self.now),
                // The site stays the service's.
                Wanted::Suspended | Wanted::Again => self.before.suspended(self.now),
                Wanted::Live | Wanted::New | Wanted::Nothing => Standing::None,
            },
        };
        let is_missing = self.compares && self.before == Standing::Active;
        let details = match is_missing {
            true => Some(sentences::details_of_missing(&self.site)),
            false => sentences::details(&self.site, &standing),
        };
        let has_lapsed = matches!(&self.before, Standing::Pending { until, .. } if *until <= self.now)
            && self.wanted.allows_live();
        let plan = &self.plans[0];
        let activity = match (has_lapsed, is_missing) {
            (true, _) => sentences::lapsed(&self.site, plan),
            (false, true) => sentences::missing(self.service, &self.site, plan, self.repairs),
            (false, false) => sentences::not_seen(&self.site, plan),
        };
        Verdict::done(standing, details, activity).alerting(has_lapsed || is_missing)
    }

    /// A site that the API does not know tells nothing: it answers so for a waiting plan whose name does not resolve yet,
    /// and for every site of a test key (partner-api.md §6.2). What waits lapses, though.
    fn unheard(&self, error: &Error) -> Verdict {
        let lapsed = match &self.before {
            Standing::Pending { until, .. } => *until <= self.now,
            Standing::Active => false,
            Standing::Absent
            | Standing::None
            | Standing::Refused
            | Standing::Unknown
            | Standing::Cancelled { .. }
            | Standing::Suspended { .. }
            | Standing::Orphaned { .. } => self.outlasted,
        };
        match error {
            Error::Refused(said) if said.is_unknown_site() && lapsed => self.gone(),
            Error::Refused(said) if said.is_unknown_site() => {
                let details = sentences::details(&self.site, &self.before);
                let activity = sentences::site_unknown(&self.site, &self.before);
                Verdict::done(self.before.clone(), details, activity).learnt(false)
            }
            error => Verdict::failed(self.before.clone(), sentences::look_failed(&self.site, error)),
        }
    }
}
