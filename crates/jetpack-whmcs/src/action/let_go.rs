use crate::claim::{Claim, Decision};
use crate::{Standing, Wanted, sentences};

/// Staff decide that the plan of a service that WHMCS ended or deleted is not to be looked after any more. It lives on, and
/// the site is free for others.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    if claim.row.ended.take().is_none() {
        return claim.refuse(sentences::nothing_to_let_go());
    }
    let row = &mut claim.row;
    row.standing = Standing::None;
    row.wanted = Wanted::Gone;
    row.plan_before = None;
    row.doubt_until = None;
    row.next_look_at = None;
    let sentence = sentences::let_go(row.site.as_ref(), row.plan.as_ref());
    claim.settle(sentence, None)
}
