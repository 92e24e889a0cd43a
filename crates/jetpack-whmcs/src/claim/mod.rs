//! Who may act on a service, on which site, plan and key, and what is written before anything is asked. Pure: the
//! database's time, the rows and whether a lease's holder is gone are given.

mod decision;
mod found;

use jetpack_partner::{Plan, SiteUrl};

use crate::act::TELL_AGAIN;
use crate::{Action, Details, Moment, Order, Row, Service, ServiceType, Standing, Wanted, sentences};

pub use decision::{Decision, Entry, Intent, Report};
pub use found::{Found, FoundRow};

/// Seconds by which the clocks of PHP's machine and of the database may differ (architecture.md §4, rule 3).
const CLOCK_TOLERANCE: i64 = 60;

/// Seconds by which a lease outlives the deadline: PHP and the database need time as well, and clocks differ.
const LEASE_MARGIN: i64 = 120;

/// Seconds after which the cron tries again what was refused before anything was asked.
const ASKED_AGAIN: i64 = 24 * 60 * 60;

/// Seconds after which a request that nobody heard of cannot take effect any more (architecture.md §4, rule 4).
pub const DOUBT_SECONDS: i64 = 15 * 60;

/// Answers the question `claim`.
pub fn claim(order: &Order, found: &Found) -> Decision {
    let mut row = match &found.row.row {
        Ok(row) => row.clone(),
        Err(reason) => {
            let details = sentences::details_of_failure(order, None, &Standing::Absent);
            return Decision::refused(order, sentences::unreadable_row(reason), details);
        }
    };
    let ahead = found.clock - found.now;
    if ahead.abs() > CLOCK_TOLERANCE {
        let details = sentences::details_of_failure(order, row.site.as_ref(), &row.standing);
        return Decision::refused(order, sentences::clocks_differ(ahead), details);
    }
    let is_leased = row.lease.until > found.now && !found.holder_is_gone;
    if is_leased && order.action != Action::Orphan {
        // What the other call will say must not be said over.
        return Decision::refused(order, sentences::busy(row.lease.until - found.now), None);
    }
    if order.version.is_some_and(|version| version != row.version) {
        // Somebody has acted on it since. It is still due, if it is.
        return Decision::outdated();
    }
    row.interrupted(found.now + DOUBT_SECONDS);
    if order.action.revives() {
        row.ended = None;
    }
    let due_before = row.next_look_at;
    order.action.claim(Claim {
        order,
        found,
        row,
        orphan: None,
        due_before,
        left_behind: None,
    })
}

/// A claim that is being judged.
pub(crate) struct Claim<'a> {
    pub(crate) order: &'a Order,
    pub(crate) found: &'a Found,
    /// The row as it will be written; until an action changes it, as it was found. What was under way without a living
    /// lease is already taken for interrupted.
    pub(crate) row: Row,
    /// The orphan whose plan is taken over.
    pub(crate) orphan: Option<Row>,
    due_before: Option<Moment>,
    left_behind: Option<Row>,
}

impl Claim<'_> {
    /// Points a row whose plan is not live at what is ordered now.
    ///
    /// Where a plan may still come to live on the former site, or from the former key, that stays on the books as a row
    /// of its own. One on the same site is remembered beside the new one.
    pub(crate) fn retarget(&mut self, site: SiteUrl, plan: Plan) -> Result<(), String> {
        let stays = self.row.is_on(&site) && self.row.partner_id == self.order.partner_id;
        match (self.row.may_come_to_live(self.found.now), stays) {
            (true, true) => self.remember(&plan)?,
            (true, false) => self.leave_behind(),
            (false, _) => self.row.plan_before = None,
        }
        let row = &mut self.row;
        row.site = Some(site);
        row.plan = Some(plan);
        row.partner_id.clone_from(&self.order.partner_id);
        Ok(())
    }

    /// Keeps the plan that may still come to live beside the new one. There is room for one.
    fn remember(&mut self, plan: &Plan) -> Result<(), String> {
        let row = &mut self.row;
        let is_another = |known: &Plan| !known.is_same_as(plan);
        let Some(known) = row.plan.clone().filter(is_another) else {
            return Ok(());
        };
        if row.plan_before.as_ref().is_some_and(is_another) {
            return Err(sentences::own_doubt(row.doubt_until, self.found.now));
        }
        row.plan_before = Some(known);
        Ok(())
    }

    /// Hands what may still come to live elsewhere over to a row of its own.
    fn leave_behind(&mut self) {
        let row = &mut self.row;
        self.left_behind = Some(row.left_behind());
        self.due_before = None;
        row.doubt_until = None;
        row.next_look_at = None;
        row.plan_before = None;
        if let Standing::Cancelled { until } | Standing::Suspended { until } = &mut row.standing {
            *until = None;
        }
    }

    /// What the client is told of the row as it is.
    pub(crate) fn details(&self) -> Option<Details> {
        sentences::details(self.row.site.as_ref()?, &self.row.standing)
    }

    /// The service whose plan keeps this one's from the site, as a sentence.
    pub(crate) fn taken(&self) -> Option<String> {
        let (site, plan) = (self.row.site.as_ref()?, self.row.plan.as_ref()?);
        self.found.others.iter().find_map(|other| match &other.row {
            Ok(holder) => self
                .is_held_by(holder, site, plan)
                .then(|| sentences::site_taken(self.order.action, site, holder, self.found.now)),
            Err(_) => Some(sentences::site_taken_by_unreadable(site, other.service)),
        })
    }

    /// The plan that is there belongs to no service any more, and nobody else holds the site: it may be taken over.
    pub(crate) fn orphan(&self) -> Option<Row> {
        let (site, plan) = (self.row.site.as_ref()?, self.row.plan.as_ref()?);
        let mut holders = self.found.others.iter().filter(|other| match &other.row {
            Ok(holder) => self.is_held_by(holder, site, plan),
            Err(_) => true,
        });
        let holder = holders.next()?.row.as_ref().ok()?;
        let alone = holders.next().is_none();
        (alone && holder.service.kind == ServiceType::Orphan && holder.under_way.is_none())
            .then(|| holder.clone())
    }

    fn is_held_by(&self, holder: &Row, site: &SiteUrl, plan: &Plan) -> bool {
        let is_other = holder.id != self.row.id && holder.is_on(site);
        is_other && holder.holds_site(self.found.now) && holder.overlaps(plan)
    }

    /// Says no, and writes nothing but that.
    pub(crate) fn refuse(self, sentence: String) -> Decision {
        if self.order.by_itself && self.row.under_way.is_none() && self.row.doubt_until.is_none() {
            return self.refuse_unasked(sentence);
        }
        let found = self.found.row.row.as_ref().ok();
        let details =
            found.and_then(|row| sentences::details_of_failure(self.order, row.site.as_ref(), &row.standing));
        Decision::refused(self.order, sentence, details)
    }

    /// Nobody has pressed a button: it is told once, and looked at again tomorrow.
    fn refuse_unasked(self, sentence: String) -> Decision {
        let Ok(mut row) = self.found.row.row.clone() else {
            return Decision::outdated();
        };
        let is_news = row.attempts == 0;
        row.version += 1;
        row.attempts = row.attempts.max(1);
        row.next_look_at = Some(self.found.now + ASKED_AGAIN);
        let mut report = Report::failed(sentence.clone(), None);
        report.alert = is_news;
        report.activity = is_news.then(|| sentence.clone());
        Decision {
            journal: is_news.then(|| Entry::result(self.order.action, &row, &sentence)),
            report: Some(report),
            row: Some(row),
            ..Decision::default()
        }
    }

    /// The same, and the service stands refused from now on, if nothing can be live.
    pub(crate) fn refuse_and_record(self, sentence: String) -> Decision {
        let found = self.found.row.row.as_ref().ok();
        let row = found.filter(|row| row.under_way.is_none()).and_then(|row| {
            let plain = match row.standing {
                Standing::None => true,
                // A service of the first module keeps its want of a record.
                Standing::Absent => !self.order.has_details,
                Standing::Active
                | Standing::Pending { .. }
                | Standing::Refused
                | Standing::Unknown
                | Standing::Cancelled { .. }
                | Standing::Suspended { .. }
                | Standing::Orphaned { .. } => false,
            };
            plain.then(|| Row {
                standing: Standing::Refused,
                version: row.version + 1,
                ..row.clone()
            })
        });
        let decision = self.refuse(sentence);
        Decision {
            row: row.or(decision.row),
            ..decision
        }
    }

    /// It ends here, without a request.
    pub(crate) fn settle(mut self, activity: String, details: Option<Details>) -> Decision {
        // What belongs to no service has no field, either.
        let details = details.filter(|_| self.row.service.kind != ServiceType::Orphan);
        self.row.version += 1;
        self.row.lease = crate::Lease::default();
        self.row.details_due |= details.is_some();
        self.row.forget_end();
        let told = details
            .is_some()
            .then(|| self.row.until_told(self.found.now, TELL_AGAIN))
            .flatten();
        Decision {
            journal: Some(Entry::result(self.order.action, &self.row, &activity)),
            told,
            row: Some(self.row),
            report: Some(Report::done(activity, details)),
            ..Decision::default()
        }
    }

    /// The same, where there is nothing to tell anybody.
    pub(crate) fn settle_quietly(self) -> Decision {
        let mut decision = self.settle(String::new(), None);
        decision.journal = None;
        decision.report = Some(Report::silent());
        decision
    }

    /// It ends here, nothing changes, and there is nothing that anybody has to know.
    pub(crate) fn nothing_to_do(self, sentence: &str) -> Decision {
        Decision {
            journal: Some(Entry::result(self.order.action, &self.row, sentence)),
            report: Some(Report::silent()),
            ..Decision::default()
        }
    }

    /// It may act: the lease, and the intent.
    pub(crate) fn go(mut self) -> Decision {
        let row = &mut self.row;
        row.version += 1;
        if self.order.client != 0 {
            // The service may have moved to another client.
            row.client = self.order.client;
        }
        row.lease = crate::Lease {
            token: self.found.token.clone(),
            holder: self.found.holder.clone(),
            until: self.found.now + self.order.span + LEASE_MARGIN,
        };
        // Whoever comes when the lease has ended has to look what became of it.
        row.due_by(row.lease.until);
        let provisions = match self.order.action {
            Action::Create | Action::Adopt => true,
            Action::Terminate
            | Action::Suspend
            | Action::Unsuspend
            | Action::Renew
            | Action::Change
            | Action::Look
            | Action::Access
            | Action::Orphan
            | Action::End
            | Action::Resume
            | Action::LetGo => false,
        };
        Decision {
            store_key: provisions && self.row.partner_id == self.order.partner_id,
            journal: (!self.order.only_looks()).then(|| Entry::intent(self.order.action, &self.row)),
            intent: Some(Intent {
                order: self.order.clone(),
                row: self.row.clone(),
                now: self.found.now,
                due_before: self.due_before,
                orphan: self.orphan,
            }),
            row: Some(self.row),
            told: None,
            left_behind: self.left_behind,
            report: None,
        }
    }
}

impl Row {
    /// Its own former self, as a row that belongs to no service: what may still come to live there must be found.
    fn left_behind(&self) -> Self {
        Self {
            id: 0,
            version: 1,
            service: Service {
                kind: ServiceType::Orphan,
                id: 0,
            },
            orphan_of: format!("{} of client #{}", self.service, self.client),
            wanted: Wanted::Gone,
            details_due: false,
            lease: crate::Lease::default(),
            ..self.clone()
        }
    }
}
