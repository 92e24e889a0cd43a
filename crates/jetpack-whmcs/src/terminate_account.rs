use jetpack_partner::{Call, Cancelled, Error, Plan, SiteUrl};

use crate::outcome::Verdict;
use crate::{Order, Outcome, Row, Standing, sentences};

/// Answers `TerminateAccount`: makes the plan stop costing money.
///
/// What is already gone is `success`, so it can be pressed as often as one likes. The ledger says
/// which site: a field that the client edited since names nothing (architecture.md §4, promise 7).
pub async fn terminate_account(order: &Order, row: &Row, call: &mut Call<'_>) -> Outcome {
    let before = row.cautious_standing();
    let verdict = if before == Standing::Absent {
        terminate_by_order(order, row, call).await
    } else if before.may_be_live() {
        match (&row.site, &row.plan) {
            (Some(site), Some(plan)) => cancel(site, plan, row, call).await,
            _ => Verdict::failed(
                before,
                sentences::defect("the ledger's row has no site or no plan"),
            ),
        }
    } else {
        // Said again, in case an earlier call could not write it.
        let details = row
            .site
            .as_ref()
            .and_then(|site| sentences::details(site, &before));
        Verdict::done(before, details, sentences::nothing_to_cancel())
    };
    verdict.into_outcome(call)
}

/// A service that this module has never acted on: the first module's, whose only record are the
/// order's fields.
async fn terminate_by_order(order: &Order, row: &Row, call: &mut Call<'_>) -> Verdict {
    match (&order.site, &order.plan) {
        (Ok(site), Ok(plan)) => cancel(site, plan, row, call).await,
        // No record, no trace, and nothing that names a plan: there never was one.
        (Err(_), _) | (_, Err(_)) if !order.has_details => {
            Verdict::done(Standing::Absent, None, sentences::nothing_to_cancel())
        }
        (Err(mistake), _) | (_, Err(mistake)) => {
            Verdict::failed(Standing::Absent, sentences::no_record(mistake))
        }
    }
}

async fn cancel(site: &SiteUrl, plan: &Plan, row: &Row, call: &mut Call<'_>) -> Verdict {
    let before = row.cautious_standing();
    match call.cancel(&site.into(), Some(plan)).await {
        Ok(Cancelled::Done) => cancelled(site, sentences::cancelled(site, plan)),
        Ok(Cancelled::NothingThere) => cancelled(site, sentences::already_gone(site, plan, &before)),
        Err(error) if leaves_doubt(&error) => match is_there(site, plan, &before, call).await {
            Some(false) => cancelled(site, sentences::already_gone(site, plan, &before)),
            there => {
                // Neither the cancellation nor the status was heard: it may be gone, or not.
                let unheard = there.is_none() && error.may_have_happened();
                let standing = if unheard { Standing::Unknown } else { before };
                Verdict::failed(standing, sentences::cancel_failed(site, &row.partner_id, &error))
            }
        },
        Err(error) => Verdict::failed(before, sentences::cancel_failed(site, &row.partner_id, &error)),
    }
}

fn cancelled(site: &SiteUrl, activity: String) -> Verdict {
    let details = sentences::details(site, &Standing::Cancelled);
    Verdict::done(Standing::Cancelled, details, activity)
}

/// Whether the plan may be gone although the API did not say so (partner-api.md §5.3).
fn leaves_doubt(error: &Error) -> bool {
    match error {
        Error::Refused(error) => error.is_unknown_site() || error.code == "not_jps_plan",
        error => error.may_have_happened(),
    }
}

/// Whether our plan is on the site; `None` when that cannot be learnt.
///
/// A 404 without a word says that the route or the site is unknown, and an edge server in trouble
/// sends one too. It is believed only of a site that WordPress.com has never reached: of any other,
/// a plan that lives on would be taken for gone.
async fn is_there(site: &SiteUrl, plan: &Plan, before: &Standing, call: &mut Call<'_>) -> Option<bool> {
    let never_reached = matches!(before, Standing::Pending { next_url: None, .. });
    match call.status(&site.into()).await {
        Ok(status) if status.our_product(plan).is_some() => Some(true),
        // Perhaps it is ours of before the key was changed: this key cannot tell.
        Ok(status) if status.anothers_product(plan).is_some() => None,
        Ok(_) => Some(false),
        Err(Error::Refused(error)) if error.code == "invalid_blog" => Some(false),
        Err(Error::Refused(error)) if never_reached && error.is_unknown_site() => Some(false),
        Err(_) => None,
    }
}
