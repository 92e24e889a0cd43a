use jetpack_partner::{Ask, Error, Heard, Plan, SiteStatus, SiteUrl};

use crate::claim::{Claim, Decision, Intent};
use crate::verdict::{Next, Verdict};
use crate::{Moment, Standing, Wanted, sentences};

/// A service of which nothing can live has nothing to be looked at.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    if claim.order.only_looks() && claim.row.details_due && !claim.row.is_open(claim.found.now) {
        // Whoever was to tell its owner has died.
        claim.row.details_due = false;
        return match claim.details() {
            Some(details) => claim.settle(sentences::told_late(), Some(details)),
            None => claim.settle_quietly(),
        };
    }
    // What a row that holds no site would see there is another service's.
    if !claim.row.standing.may_be_live()
        && let Some(sentence) = claim.taken()
    {
        return claim.refuse(sentence);
    }
    let is_open = claim.row.is_open(claim.found.now);
    if is_open && claim.row.site.is_some() && claim.row.plan.is_some() {
        return claim.go();
    }
    let details = claim.details();
    claim.settle(sentences::nothing_to_look_at(), details)
}

/// Learns what the site has of the plans that the service asked for.
#[derive(Debug, Clone)]
pub struct Look {
    site: SiteUrl,
    plans: Vec<Plan>,
    before: Standing,
    wanted: Wanted,
    now: Moment,
}

impl Look {
    pub(super) fn new(intent: &Intent, site: SiteUrl) -> Self {
        let row = &intent.row;
        Self {
            site,
            plans: row.plans().cloned().collect(),
            before: row.standing.clone(),
            wanted: row.wanted,
            now: intent.now,
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
            return self.gone();
        };
        let seen = self.before.seen(&product, self.now);
        let standing = match &self.before {
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
        };
        let details = sentences::details(&self.site, &standing);
        let activity = sentences::seen(&self.site, &plan, &self.before, &standing, self.wanted);
        Verdict::done(standing, details, activity).of(plan)
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
                Wanted::Suspended => self.before.suspended(self.now),
                Wanted::Live | Wanted::Nothing => Standing::None,
            },
        };
        let details = sentences::details(&self.site, &standing);
        let has_lapsed = matches!(&self.before, Standing::Pending { until, .. } if *until <= self.now)
            && matches!(self.wanted, Wanted::Live | Wanted::Nothing);
        let activity = match has_lapsed {
            true => sentences::lapsed(&self.site, &self.plans[0]),
            false => sentences::not_seen(&self.site, &self.plans[0]),
        };
        Verdict::done(standing, details, activity).alerting(has_lapsed)
    }

    /// A site that the API does not know tells nothing: it answers so for a waiting plan whose name does not resolve yet,
    /// and for every site of a test key (partner-api.md §6.2).
    fn unheard(&self, error: &Error) -> Verdict {
        let lapsed = matches!(&self.before, Standing::Pending { until, .. } if *until <= self.now);
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
