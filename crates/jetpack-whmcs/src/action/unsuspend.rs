use crate::claim::{Claim, Decision};
use crate::row::TELL_AGAIN;
use crate::{Action, Mistake, Standing, Wanted, sentences};

/// What was cancelled for a suspension is provisioned again, on the site, with the plan and the key that the row has: what
/// the product's option says today does not matter. From there on it is a Create.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    match &claim.row.standing {
        Standing::Suspended { .. } | Standing::Unknown => {}
        Standing::Active | Standing::Pending { .. } => {
            if claim.row.wanted.is_unheard() {
                // Until it is seen that WHMCS has heard this answer.
                claim.row.next_look_at = Some(claim.found.now + TELL_AGAIN);
            } else {
                claim.row.wanted = Wanted::Live;
            }
            let details = claim.details();
            return claim.settle(sentences::was_not_suspended(), details);
        }
        // The plan was not cancelled for the suspension: it is gone, which staff have been told.
        Standing::None if claim.row.missing.is_some() => {
            return claim.settle(sentences::nothing_to_unsuspend(), None);
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
    claim.row.want(Wanted::Again);
    claim.row.under_way = Some(Action::Create);
    claim.go()
}
