//! One plan in the place of another, and what a person is told about it.

use jetpack_partner::{ApiError, Call, Changed, Error, Plan, ProvisionRequest, Provisioned};

use super::perform::{Performed, Verdict};
use crate::bulk::input::entry::Entry;
use crate::bulk::report::outcome::Outcome;
use crate::output::plain;

/// Changes the plan. `doubtful`: an earlier run may have cancelled the old one and not come further; `lost`:
/// this one has.
pub(crate) async fn change(
    call: &mut Call<'_>,
    entry: &Entry,
    request: &ProvisionRequest,
    doubtful: bool,
    lost: Option<&Plan>,
) -> Result<Performed, Error> {
    let site = entry.place.to_string();
    let changed = match (call.change(request, entry.from.as_ref()).await, lost) {
        (Ok(changed), _) => changed,
        (Err(Error::Refused(refusal)), Some(old)) => give_back(call, request, old, refusal).await,
        (Err(error @ Error::Refused(_)), None) if doubtful => {
            let outcome = Outcome::failed(&error).with_warning(format!(
                "{site}: an earlier run may have cancelled its plan before it was interrupted, and {} is refused now: {}. \
                 See what it has with \"jetpack-partner status {site}\"",
                entry.plan_name(),
                plain(&error.to_string())
            ));
            return Ok(Performed {
                outcome,
                verdict: Verdict::StopAndLook,
                lost: None,
            });
        }
        (Err(error), _) => return Err(error),
    };
    let (verdict, lost) = match &changed {
        // A customer was without the plan, or still is: another must not be before someone has looked.
        Changed::Restored { .. } | Changed::LostOld { .. } => (Verdict::StopAndLook, None),
        Changed::Unfinished { because, old } => match Verdict::of(because) {
            wait @ Verdict::Wait(_) => (wait, Some(old.clone())),
            stop @ Verdict::Stop(_) => (stop, None),
            _ => (Verdict::StopAndLook, None),
        },
        Changed::OldKept { because, .. } => (Verdict::of(because), None),
        Changed::AlreadyThere(_) | Changed::Provisioned { .. } | Changed::Ambiguous(_) => {
            (Verdict::GoOn, None)
        }
    };
    let outcome = told(&site, entry.plan_name(), changed);
    Ok(Performed {
        outcome,
        verdict,
        lost,
    })
}

/// Provisions the plan again that was cancelled for one which is refused.
async fn give_back(
    call: &mut Call<'_>,
    request: &ProvisionRequest,
    old: &Plan,
    refusal: ApiError,
) -> Changed {
    let back = ProvisionRequest {
        plan: Some(old.clone()),
        ..request.clone()
    };
    let old = old.clone();
    match call.ensure(&back, true).await {
        Ok(provisioned) => Changed::Restored {
            old,
            provisioned,
            refusal,
        },
        Err(because) => Changed::LostOld {
            old,
            refusal,
            because,
        },
    }
}

/// What is in the row. Whoever reads that a plan is gone has to read on which site.
fn told(site: &str, wanted: &str, changed: Changed) -> Outcome {
    match changed {
        Changed::AlreadyThere(plan) => Outcome::found(&plan),
        Changed::Provisioned {
            provisioned, beside, ..
        } => {
            let outcome = Outcome::provisioned(&provisioned, true);
            match beside.as_slice() {
                [] => outcome,
                beside => outcome.and(format!(
                    "{site} keeps {} beside {wanted}: name a plan in the column \"from\" to have it replaced",
                    listed(beside)
                )),
            }
        }
        Changed::Ambiguous(several) => Outcome::refused(
            "ambiguous",
            format!(
                "{site} has {}: name the one to replace in the column \"from\"",
                listed(&several)
            ),
        ),
        Changed::Restored {
            old,
            provisioned,
            refusal,
        } => {
            let standing = Outcome::provisioned(&provisioned, true);
            let mut outcome = Outcome::failed(&Error::Refused(refusal.clone())).with_warning(format!(
                "{site} has {old} again ({}): it was cancelled for {wanted}, which was then refused: {}",
                standing.word,
                plain(&refusal.to_string())
            ));
            outcome.next_url = standing.next_url;
            outcome
        }
        Changed::LostOld {
            old,
            refusal,
            because,
        } => Outcome::failed(&Error::Refused(refusal.clone())).with_warning(format!(
            "{site} has lost {old}: it was cancelled for {wanted}, which was then refused: {}; and {old} could not be provisioned again: {}",
            plain(&refusal.to_string()),
            plain(&because.to_string())
        )),
        Changed::Unfinished { old, because } => Outcome::failed(&because).with_warning(format!(
            "{old} of {site} is cancelled, but {wanted} is not known to be there: {}",
            plain(&because.to_string())
        )),
        Changed::OldKept {
            provisioned,
            old,
            because,
        } => old_kept(site, wanted, &provisioned, &old, &because),
    }
}

fn old_kept(site: &str, wanted: &str, provisioned: &Provisioned, old: &Plan, because: &Error) -> Outcome {
    let standing = Outcome::provisioned(provisioned, true);
    let mut outcome = Outcome::failed(because).with_warning(format!(
        "{site} has {wanted} ({}), but {old} could not be cancelled: {}",
        standing.word,
        plain(&because.to_string())
    ));
    outcome.next_url = standing.next_url;
    outcome
}

fn listed(plans: &[Plan]) -> String {
    let slugs: Vec<&str> = plans.iter().map(Plan::as_str).collect();
    slugs.join(", ")
}
