use jetpack_partner::{Plan, SiteUrl};

use super::Claim;
use crate::{Row, ServiceType, sentences};

impl Claim<'_> {
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
}
