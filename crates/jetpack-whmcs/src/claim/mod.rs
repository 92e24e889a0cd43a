//! Who may act on a service, on which site, plan and key, and what is written before anything is asked. Pure: the
//! database's time, the rows and whether a lease's holder is gone are given.

mod decision;
mod found;
mod held;
mod refuse;
mod retarget;

use crate::{Action, Details, Moment, Order, Row, ServiceType, Standing, sentences};

pub use decision::{Decision, Entry, Intent, Report};
pub use found::{Found, FoundRow};

/// Seconds by which the clocks of PHP's machine and of the database may differ (architecture.md §4, rule 3).
const CLOCK_TOLERANCE: i64 = 60;

/// Seconds by which a lease outlives the deadline: PHP and the database need time as well, and clocks differ.
const LEASE_MARGIN: i64 = 120;

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
    /// What the client is told of the row as it is.
    pub(crate) fn details(&self) -> Option<Details> {
        sentences::details(self.row.site.as_ref()?, &self.row.standing)
    }

    /// It ends here, without a request.
    pub(crate) fn settle(mut self, activity: String, details: Option<Details>) -> Decision {
        // What belongs to no service has no field, either.
        let details = details.filter(|_| self.row.service.kind != ServiceType::Orphan);
        self.row.version += 1;
        self.row.lease = crate::Lease::default();
        self.row.details_due |= details.is_some();
        self.row.forget_end();
        let told = self.row.until_told(details.as_ref(), self.found.now);
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
        let brings_key = match self.order.action {
            Action::Create | Action::Adopt => true,
            // Of a service without a record the product's key is the only one that can end it, also later.
            Action::Terminate | Action::Suspend => self.row.standing == Standing::Absent,
            Action::Unsuspend
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
            store_key: brings_key && self.row.partner_id == self.order.partner_id,
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
