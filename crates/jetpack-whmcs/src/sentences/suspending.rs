use jetpack_partner::{Plan, SiteUrl};

use super::PREFIX;

/// Suspended, and the product says to keep the plan.
pub(crate) fn kept(site: Option<&SiteUrl>, may_be_live: bool) -> String {
    match site.filter(|_| may_be_live) {
        Some(site) => format!(
            "{PREFIX}The service is suspended. Its plan on {site} is kept and stays billed, as the product's option When \
             suspended says. Nothing was sent."
        ),
        None => format!("{PREFIX}The service is suspended. It has no Jetpack plan. Nothing was sent."),
    }
}

/// Suspended, and the plan was cancelled for it.
pub(crate) fn suspended(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}The plan {plan} of {site} is cancelled while the service is suspended, and no longer billed. The site stays \
         this service's; Unsuspend provisions the plan again."
    )
}

/// Suspended twice.
pub(crate) fn already_suspended() -> String {
    format!("{PREFIX}The plan was cancelled already when the service was suspended. Nothing was sent.")
}

/// Suspended without a plan.
pub(crate) fn nothing_to_suspend() -> String {
    format!("{PREFIX}This service has no Jetpack plan, so there was nothing to suspend.")
}

/// A service of the first module, of which there is no record.
pub(crate) fn no_record_to_suspend() -> String {
    format!(
        "{PREFIX}There is no record of this service's Jetpack plan, so it was not cancelled. Press Adopt plan, then Suspend; or \
         set the product's option When suspended to keep. Nothing was sent."
    )
}

/// Unsuspended, and the plan was kept.
pub(crate) fn was_not_suspended() -> String {
    format!(
        "{PREFIX}The plan was kept while the service was suspended, so there is nothing to do. Nothing was sent."
    )
}

/// Unsuspended, and there is no record.
pub(crate) fn nothing_to_unsuspend() -> String {
    format!("{PREFIX}This module did not cancel a plan when the service was suspended. Nothing was sent.")
}

/// Unsuspended without a plan that was cancelled for it.
pub(crate) fn no_plan_to_unsuspend() -> String {
    format!(
        "{PREFIX}This service has no Jetpack plan that could be given back. Press Create. Nothing was sent."
    )
}
