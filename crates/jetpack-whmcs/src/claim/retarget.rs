use jetpack_partner::{Plan, SiteUrl};

use super::Claim;
use crate::{Standing, sentences};

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
}
