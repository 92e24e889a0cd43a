use jetpack_partner::{ApiError, Error, Plan, SiteUrl};

use super::dictionary::{Asked, cause, explained, which_key};
use super::{PREFIX, not_done, plain};

/// WHMCS's button.
const CHANGE: &str = "Change Package";

/// The activity-log entry of a plan that was replaced.
pub(crate) fn changed(site: &SiteUrl, old: &Plan, wanted: &Plan) -> String {
    format!("{PREFIX}The plan of {site} was changed from {old} to {wanted}.")
}

/// The plan is the same, as when configurable options were changed.
pub(crate) fn same_plan(site: &SiteUrl, plan: &Plan) -> String {
    format!("{PREFIX}The plan of {site} is {plan} as before, so nothing was sent.")
}

/// The plan will be another one when the service is unsuspended.
pub(crate) fn changed_while_suspended(site: &SiteUrl, wanted: &Plan) -> String {
    format!(
        "{PREFIX}The service is suspended; Unsuspend will provision {wanted} for {site}. Nothing was sent."
    )
}

/// The order does not say what to change to.
pub(crate) fn cannot_change(obstacle: &str) -> String {
    format!("{PREFIX}The plan was not changed: {obstacle} Nothing was sent.")
}

/// There is no plan.
pub(crate) fn no_plan_to_change() -> String {
    format!("{PREFIX}This service has no Jetpack plan that could be changed. Press Create. Nothing was sent.")
}

/// The plans do not replace each other.
pub(crate) fn another_family(old: &Plan, wanted: &Plan) -> String {
    format!(
        "{PREFIX}The plan {old} cannot be changed into {wanted}: they are not known to be of one kind. To replace it, press \
         Terminate, then Create; to have both, order a second service. Nothing was sent."
    )
}

/// The change did not come to be.
pub(crate) fn change_failed(
    site: &SiteUrl,
    partner_id: &str,
    old: &Plan,
    wanted: &Plan,
    error: &Error,
) -> String {
    match error {
        Error::Refused(error) => {
            let (cause, remedy) = explained(Asked::Change, error, CHANGE);
            let key = which_key(error, partner_id);
            format!(
                "{PREFIX}WordPress.com refused to change the plan of {site} from {old} to {wanted}: {cause}{key}. The service has \
                 {old} as before. {remedy}"
            )
        }
        error if error.may_have_happened() => format!(
            "{PREFIX}WordPress.com gave no clear answer for {site}, so it is not certain whether the plan is {old} or {wanted}: \
             {}. Press Look now in a few minutes, then Change Package again.",
            plain(Asked::Change, error)
        ),
        error => format!(
            "{PREFIX}The plan of {site} is {old} as before: {}",
            not_done(Asked::Change, error)
        ),
    }
}

/// Several plans stand in the way.
pub(crate) fn ambiguous(site: &SiteUrl, wanted: &Plan) -> String {
    format!(
        "{PREFIX}The site {site} has several plans that stand in the way of {wanted}, so none was changed. Cancel what is too \
         much with the command line: jetpack-partner cancel."
    )
}

/// The lower plan was refused after the higher one had been cancelled, which is back.
pub(crate) fn restored(
    site: &SiteUrl,
    partner_id: &str,
    old: &Plan,
    wanted: &Plan,
    refusal: &ApiError,
) -> String {
    let (cause, remedy) = explained(Asked::Provision, refusal, CHANGE);
    let key = which_key(refusal, partner_id);
    format!(
        "{PREFIX}WordPress.com refused {wanted} for {site}: {cause}{key}. The plan {old}, which had to be cancelled for it, was \
         provisioned again. {remedy}"
    )
}

/// The same, and it is not back.
pub(crate) fn lost_plan(site: &SiteUrl, old: &Plan, wanted: &Plan, refusal: &ApiError) -> String {
    format!(
        "{PREFIX}WordPress.com refused {wanted} for {site}: {}. The plan {old} had to be cancelled for it and could not be \
         provisioned again yet. Set the product back to {old} and press Create.",
        cause(Asked::Provision, refusal)
    )
}

/// The old plan is cancelled, and the wanted one not known to be there.
pub(crate) fn half_changed(site: &SiteUrl, old: &Plan, wanted: &Plan, because: &Error) -> String {
    format!(
        "{PREFIX}The plan {old} of {site} is cancelled, and {wanted} is not known to be there yet: {}. Press Create, which looks \
         first and provisions only what is missing.",
        plain(Asked::Provision, because)
    )
}

/// The wanted plan is there, and the old one could not be cancelled.
pub(crate) fn old_plan_kept(site: &SiteUrl, old: &Plan, wanted: &Plan, because: &Error) -> String {
    format!(
        "{PREFIX}The plan {wanted} is on {site}, and {old} could not be cancelled: {}. Cancel it with the command line: \
         jetpack-partner cancel.",
        plain(Asked::Cancel, because)
    )
}
