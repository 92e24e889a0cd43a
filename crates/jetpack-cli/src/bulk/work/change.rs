//! One plan in the place of another, and what a person is told about it.

use jetpack_partner::{Ask, Call, Change, Changed, Error, Plan, Provisioned, Step};

use super::perform::{Performed, Verdict, without_request};
use super::source::Item;
use crate::bulk::memory::journal;
use crate::bulk::memory::writer::Notes;
use crate::bulk::report::outcome::Outcome;
use crate::output::plain;

/// Changes the plan, or goes on with a change that has cancelled the old one already.
pub(crate) async fn change(call: &mut Call<'_>, item: &mut Item, notes: &Notes) -> Result<Performed, Error> {
    let changed = match follow(call, item, notes).await {
        Err(error @ Error::Refused(_)) if item.uncertain && item.cancelled.is_none() => {
            return Ok(perhaps_lost(item, &error));
        }
        result => result?,
    };
    let verdict = match &changed {
        // A customer was without the plan, or still is: another must not be before someone has looked.
        Changed::Restored { .. } | Changed::LostOld { .. } => Verdict::StopAndLook,
        Changed::Unfinished { because, .. } => match Verdict::of(because) {
            known @ (Verdict::Wait(_) | Verdict::Stop(_)) => known,
            _ => Verdict::StopAndLook,
        },
        Changed::OldKept { because, .. } => Verdict::of(because),
        Changed::AlreadyThere(_) | Changed::Provisioned { .. } | Changed::Ambiguous(_) => Verdict::GoOn,
    };
    let site = item.entry.place.to_string();
    let outcome = told(&site, item.entry.plan_name(), changed);
    Ok(Performed { outcome, verdict })
}

/// Notes what it cancels before it does: should this process be killed then, the next one knows what to give back.
async fn follow(call: &mut Call<'_>, item: &mut Item, notes: &Notes) -> Result<Changed, Error> {
    let Some((request, wanted)) = item.entry.request.as_ref().zip(item.entry.plan.clone()) else {
        return Err(without_request());
    };
    let mut change = Change::new(wanted, item.entry.from.clone()).having_cancelled(item.cancelled.clone());
    let mut ask = change.begin();
    loop {
        if let Ask::Cancel(plan) = &ask {
            let note = journal::cancels(item.line, item.identity, Some(plan));
            let unwritten = |error| Error::NotSent(format!("the journal cannot be written: {error}"));
            notes.store(note).await.map_err(unwritten)?;
            item.cancelled = Some(plan.clone());
        }
        match change.hear(call.ask_about(&ask, request).await) {
            Step::Ask(next) => ask = next,
            Step::End(result) => {
                if matches!(result, Ok(Changed::Restored { .. })) {
                    // A note that is lost would give it back once more, over what someone has made of the site since.
                    let _ = notes
                        .store(journal::cancels(item.line, item.identity, None))
                        .await;
                    item.cancelled = None;
                }
                return result;
            }
        }
    }
}

/// Of a damaged journal the note may be missing that a plan was cancelled.
fn perhaps_lost(item: &Item, refusal: &Error) -> Performed {
    let site = item.entry.place.to_string();
    let outcome = Outcome::failed(refusal).with_warning(format!(
        "{site}: the journal is damaged, and an earlier run may have cancelled its plan; {} is refused now: {}. See what it has \
         with \"jetpack-partner status {site}\"",
        item.entry.plan_name(),
        plain(&refusal.to_string())
    ));
    Performed {
        outcome,
        verdict: Verdict::StopAndLook,
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
