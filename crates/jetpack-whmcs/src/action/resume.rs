use crate::claim::{Claim, Decision};
use crate::row::TELL_AGAIN;
use crate::sentences;

/// WHMCS has the service again that it had ended: its plan was left alone, and stays.
pub(super) fn claim(mut claim: Claim<'_>) -> Decision {
    if claim.row.ended.take().is_none() {
        return claim.settle_quietly();
    }
    // It is compared again, not when it would have been cancelled.
    claim.row.due_by(claim.found.now + TELL_AGAIN);
    let sentence = sentences::resumed(claim.row.service, claim.row.site.as_ref());
    claim.settle(sentence, None)
}
