use jetpack_partner::Plan;

use super::{Row, Wanted};
use crate::{Moment, Service, ServiceType, Standing};

impl Row {
    /// An orphan whose plan belongs to a service again.
    pub(crate) fn handed_over(&self, to: &Self) -> Self {
        Self {
            version: self.version + 1,
            standing: Standing::None,
            doubt_until: None,
            next_look_at: None,
            plan_before: None,
            ended: None,
            missing: None,
            orphan_of: format!("{}; taken over by {}", self.orphan_of, to.service),
            ..self.clone()
        }
    }

    /// Takes over from an orphan what may still come of its plans beside this row's own, as long as nobody has looked after
    /// its doubt.
    pub(crate) fn inherit(&mut self, orphan: &Self, looked_at: Moment) {
        let Some(until) = orphan.doubt_until.filter(|until| looked_at < *until) else {
            return;
        };
        self.doubt(until);
        self.plan_before = self
            .plan_before
            .take()
            .or_else(|| orphan.beside(self).next().cloned());
    }

    /// Its plans that the other row does not have.
    pub(crate) fn beside<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a Plan> {
        self.plans()
            .filter(|plan| !other.plan.as_ref().is_some_and(|own| own.is_same_as(plan)))
    }

    /// Its own former self, as a row that belongs to no service: what may still come to live there must be found.
    pub(crate) fn left_behind(&self) -> Self {
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
            lease: super::Lease::default(),
            ..self.clone()
        }
    }
}
