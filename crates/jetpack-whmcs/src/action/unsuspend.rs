use crate::claim::{Claim, Decision};
use crate::{Action, Mistake, Standing, Wanted, sentences};

/// What was cancelled for a suspension is provisioned again, on the site, with the plan and the key that the row has: what
/// the product's option says today does not matter. From there on it is a Create.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    match &claim.row.standing {
        Standing::Suspended { .. } | Standing::Unknown => {}
        Standing::Active | Standing::Pending { .. } => {
            claim.row.wanted = Wanted::Live;
            let details = claim.details();
            return claim.settle(sentences::was_not_suspended(), details);
        }
        Standing::Absent => return claim.settle(sentences::nothing_to_unsuspend(), None),
        Standing::None | Standing::Refused | Standing::Cancelled { .. } | Standing::Orphaned { .. } => {
            return claim.refuse(sentences::no_plan_to_unsuspend());
        }
    }
    if claim.order.local_user.is_none() {
        return claim.refuse(sentences::mistake(&Mistake::NoLocalUser));
    }
    if let Some(sentence) = claim.taken() {
        return claim.refuse(sentence);
    }
    claim.row.want_live();
    claim.row.under_way = Some(Action::Create);
    claim.go()
}
