use crate::claim::{Claim, Decision};
use crate::{Service, ServiceType, Standing, Wanted, sentences};

/// WHMCS tells of a deletion after the fact and by id only (whmcs-contract.md §11). The row keeps what it has of site,
/// plan and key, and gives the id free: a new service with that id starts clean.
///
/// A call that works on the row is overtaken: what it asked may have happened, so the row is in doubt.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    let row = &mut claim.row;
    let was = format!("{} of client #{}", row.service, row.client);
    let open = row.is_open(claim.found.now);
    row.service = Service {
        kind: ServiceType::Orphan,
        id: row.id,
    };
    row.orphan_of.clone_from(&was);
    row.details_due = false;
    if row.standing.may_be_live() || row.standing.is_suspended() {
        row.standing = Standing::Orphaned {
            until: row.standing.until(),
        };
    }
    row.wanted = Wanted::Gone;
    row.missing = None;
    // What is in doubt is looked at, whatever it was due for; and what holds the site although nothing should be there.
    let is_kept = matches!(row.standing, Standing::Orphaned { .. });
    if row.doubt_until.is_some() || row.under_way.is_some() || (is_kept && !open) {
        row.due_by(claim.found.now);
    }
    if !open {
        return claim.settle(sentences::orphaned_without_plan(&was), None);
    }
    // Where WHMCS had ended the service before, its time goes on.
    if row.ended.is_none() {
        row.end(claim.found.now, claim.order.ends_after);
    }
    let left = row
        .ended
        .and_then(|ended| ended.cancels_at)
        .map(|at| at - claim.found.now);
    let said = sentences::orphaned(&was, row.site.as_ref(), row.plan.as_ref(), left);
    claim.settle(said, None).alerting()
}
