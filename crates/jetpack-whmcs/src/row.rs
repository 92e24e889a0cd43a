mod columns;
mod doubt;
mod ended;
mod handed_over;
mod told;
mod wanted;

use jetpack_partner::{Plan, SiteUrl};

pub use ended::Ended;
pub(crate) use told::TELL_AGAIN;
pub use told::Told;
pub use wanted::Wanted;

use crate::{Action, Moment, Service, Standing};

/// What the ledger remembers of a service: a row of `mod_jetpack_services`, whose columns it is read from and written to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// The row's own number.
    pub id: u64,
    /// Raised by every write: who writes must have read the last one.
    pub version: u64,
    /// What the plan is attached to.
    pub service: Service,
    /// `tblclients.id` of its owner.
    pub client: u64,
    /// How it stands; while something is under way, how it stood before.
    pub standing: Standing,
    /// What was begun and has not been settled.
    pub under_way: Option<Action>,
    /// The site that was or is to be provisioned, frozen while a plan may be live.
    pub site: Option<SiteUrl>,
    /// The plan that was or is to be provisioned.
    pub plan: Option<Plan>,
    /// A plan that was asked for before, while it is not certain that it is gone.
    pub plan_before: Option<Plan>,
    /// The partner id of the key that provisioned; only that key can cancel (partner-api.md §5.4).
    pub partner_id: String,
    /// What WHMCS wants of the service: after an unknown outcome a lost Create differs from a lost Terminate.
    pub wanted: Wanted,
    /// Until then a request that nobody heard of may still take effect. Only an answer asked for later ends it.
    pub doubt_until: Option<Moment>,
    /// When somebody has to look, if at all.
    pub next_look_at: Option<Moment>,
    /// The client's details field does not say yet what it should.
    pub details_due: bool,
    /// Who works on it.
    pub lease: Lease,
    /// What the plan of an orphan was attached to, in words for people.
    pub orphan_of: String,
    /// How often in a row a plan was asked for in vain, for a reason that passes.
    pub attempts: u32,
    /// How many mails have told the owner of the present term to connect his site.
    pub mails: u8,
    /// WHMCS ended or deleted the service without a word to this module.
    pub ended: Option<Ended>,
    /// The plan that was sold, and that a look found gone from the site or replaced there by the present one.
    pub missing: Option<Plan>,
}

/// Who works on a row, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Lease {
    /// Identifies the call.
    pub token: String,
    /// Identifies the process or thread, so that its death can be noticed.
    pub holder: String,
    /// The database's time at which it ends by itself.
    pub until: Moment,
}

impl Row {
    /// A row as it is made for a service that has none.
    pub fn new(id: u64, service: Service) -> Self {
        Self {
            id,
            version: 1,
            service,
            client: 0,
            standing: Standing::Absent,
            under_way: None,
            site: None,
            plan: None,
            plan_before: None,
            partner_id: String::new(),
            wanted: Wanted::Nothing,
            doubt_until: None,
            next_look_at: None,
            details_due: false,
            lease: Lease::default(),
            orphan_of: String::new(),
            attempts: 0,
            mails: 0,
            ended: None,
            missing: None,
        }
    }

    /// Whether another service may have no overlapping plan on the site: a plan may live there, come to live there, or
    /// be about to.
    pub fn holds_site(&self, now: Moment) -> bool {
        self.standing.holds_site()
            || self.under_way.is_some()
            || self.doubt_until.is_some()
            || now < self.lease.until
    }

    /// Whether it is about this site, in whatever spelling.
    pub(crate) fn is_on(&self, site: &SiteUrl) -> bool {
        self.site.as_ref().map(SiteUrl::identifier) == Some(site.identifier())
    }

    /// Whether a plan may live, or come to live.
    pub(crate) fn is_open(&self, now: Moment) -> bool {
        self.standing.may_be_live() || self.may_come_to_live(now)
    }

    /// Whether one of its plans may not stand beside `plan`. A row that names none is taken for the worst.
    pub fn overlaps(&self, plan: &Plan) -> bool {
        let mut plans = self.plans().peekable();
        plans.peek().is_none() || plans.any(|own| own.overlaps(plan))
    }

    /// Every plan that was asked for and may live.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plan.iter().chain(&self.plan_before)
    }

    /// What WHMCS wants from now on. How often something else was tried before does not count.
    pub(crate) fn want(&mut self, wanted: Wanted) {
        let is_a_plan_as_before = self.wanted.is_live() && wanted.is_live();
        if self.wanted != wanted && !is_a_plan_as_before {
            self.attempts = 0;
        }
        self.wanted = wanted;
    }

    /// Whether the plan is there, and WHMCS is not known to have heard of it.
    pub(crate) fn is_to_be_heard_of(&self) -> bool {
        let is_settled = self.under_way.is_none() && self.ended.is_none();
        self.wanted.is_unheard() && is_settled && self.standing.is_there()
    }

    /// Whether WordPress.com is asked once a day if the plan is there: nothing else would bring to light that it is not.
    pub(crate) fn is_compared(&self) -> bool {
        let cancels_by_itself = self.ended.is_some_and(|ended| ended.cancels_at.is_some());
        match self.standing {
            Standing::Active | Standing::Orphaned { .. } => !cancels_by_itself,
            Standing::None => self.missing.is_some(),
            Standing::Absent
            | Standing::Pending { .. }
            | Standing::Refused
            | Standing::Unknown
            | Standing::Cancelled { .. }
            | Standing::Suspended { .. } => false,
        }
    }

    /// Makes it due by then, at the latest.
    pub(crate) fn due_by(&mut self, at: Moment) {
        self.next_look_at = Some(self.next_look_at.map_or(at, |due| due.min(at)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ServiceType;

    pub(super) fn row() -> Row {
        let service = Service {
            kind: ServiceType::Addon,
            id: 9,
        };
        Row {
            client: 3,
            standing: Standing::Pending {
                next_url: Some("https://example.com/1".into()),
                until: 77,
            },
            site: Some("https://example.com/a".parse().unwrap()),
            plan: Some("personal".parse().unwrap()),
            wanted: Wanted::Live,
            doubt_until: Some(99),
            ..Row::new(5, service)
        }
    }

    #[test]
    fn a_row_overlaps_with_all_its_plans_and_without_a_plan_with_any() {
        let personal = "personal".parse().unwrap();
        let backup = "jetpack-backup-daily".parse().unwrap();
        assert!(row().overlaps(&personal) && !row().overlaps(&backup));
        assert!(
            Row {
                plan_before: Some(backup),
                ..row()
            }
            .overlaps(&"jetpack-backup-realtime".parse().unwrap())
        );
        assert!(Row { plan: None, ..row() }.overlaps(&"jetpack-scan".parse().unwrap()));
    }

    #[test]
    fn a_site_is_held_by_a_doubt_a_lease_and_what_is_under_way() {
        let idle = Row {
            standing: Standing::None,
            doubt_until: None,
            ..row()
        };
        assert!(!idle.holds_site(0));
        assert!(
            Row {
                doubt_until: Some(1),
                ..idle.clone()
            }
            .holds_site(5)
        );
        assert!(
            Row {
                under_way: Some(Action::Terminate),
                ..idle.clone()
            }
            .holds_site(5)
        );
        let lease = Lease {
            until: 6,
            ..Lease::default()
        };
        assert!(Row { lease, ..idle }.holds_site(5));
    }
}
