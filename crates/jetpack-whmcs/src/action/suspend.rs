use crate::claim::{Claim, Decision};
use crate::{Action, Standing, Wanted, WhenSuspended, sentences};

/// The plan is kept unless the product says that it is to be cancelled (option 4). The site stays the service's either way.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    if claim.row.standing.is_suspended() {
        // Should an Unsuspend have failed before, it is not tried again, whatever the product says by now.
        claim.row.want(Wanted::Suspended);
        let details = claim.details();
        return claim.settle(sentences::already_suspended(), details);
    }
    if claim.order.when_suspended == WhenSuspended::Keep {
        if claim.row.wanted.is_unheard() {
            claim.row.wanted = Wanted::Live;
        }
        let sentence = sentences::kept(claim.row.site.as_ref(), claim.row.standing.may_be_live());
        return claim.settle(sentence, None);
    }
    let has_plan = match &claim.row.standing {
        Standing::Active | Standing::Pending { .. } | Standing::Unknown | Standing::Orphaned { .. } => true,
        Standing::None if claim.row.missing.is_some() => {
            // Nobody is to be given it meanwhile, and Unsuspend provisions it.
            claim.row.standing = Standing::Suspended { until: None };
            claim.row.plan = claim.row.missing.take();
            claim.row.want(Wanted::Suspended);
            let details = claim.details();
            return claim.settle(sentences::already_suspended(), details);
        }
        Standing::None | Standing::Refused | Standing::Cancelled { .. } => {
            claim.row.may_come_to_live(claim.found.now)
        }
        Standing::Absent if claim.order.has_details => {
            return claim.refuse(sentences::no_record_to_suspend());
        }
        Standing::Absent | Standing::Suspended { .. } => false,
    };
    if !has_plan {
        return claim.settle(sentences::nothing_to_suspend(), None);
    }
    claim.row.want(Wanted::Suspended);
    claim.row.under_way = Some(Action::Suspend);
    claim.go()
}
