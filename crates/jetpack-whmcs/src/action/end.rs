use crate::claim::{Claim, Decision};
use crate::{Standing, Wanted, sentences};

/// WHMCS ended the service without calling the module: its order was cancelled, it ran out, somebody set its status. The plan
/// is left alone for the days of the addon's setting, since it may have been one wrong click.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    let now = claim.found.now;
    if claim.row.wanted == Wanted::Gone || claim.row.ended.is_some() {
        return claim.settle_quietly();
    }
    if let Standing::Suspended { until } = claim.row.standing {
        claim.row.standing = Standing::Cancelled { until };
        claim.row.wanted = Wanted::Gone;
        let details = claim.details();
        let sentence = sentences::ended_while_suspended(&claim.order.why);
        return claim.settle(sentence, details);
    }
    if !claim.row.is_open(now) {
        // What was seen gone is looked at once more.
        claim.row.want(Wanted::Gone);
        return claim.settle_quietly();
    }
    claim.row.end(now, claim.order.ends_after);
    let (site, plan) = (claim.row.site.as_ref(), claim.row.plan.as_ref());
    let sentence = sentences::ended(
        claim.row.service,
        &claim.order.why,
        site,
        plan,
        claim.order.ends_after,
    );
    claim.settle(sentence, None).alerting()
}
