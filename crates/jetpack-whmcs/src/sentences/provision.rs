use jetpack_partner::{ApiError, Error, Plan, SiteUrl};

use super::dictionary::{Asked, explained, which_key};
use super::{PREFIX, not_done, plain};
use crate::Standing;

/// The activity-log entry of a provision that went well.
pub(crate) fn provisioned(site: &SiteUrl, plan: &Plan, standing: &Standing) -> String {
    match (standing.is_pending(), standing.next_url()) {
        (true, Some(_)) => format!(
            "{PREFIX}The plan {plan} is provisioned for {site} and waits for its owner to connect it, at the \
             address in the field jetpack_provisioning_details. It is not billed until then and lapses after 14 days."
        ),
        (true, None) => format!(
            "{PREFIX}The plan {plan} is provisioned and waits for {site}. Once the site can be reached, its owner \
             presses \"Set Up Jetpack\" in wp-admin. It is not billed until then and lapses after 14 days."
        ),
        (false, _) => format!("{PREFIX}The plan {plan} is active on {site}."),
    }
}

/// The same, when the API's address for the owner could not be shown.
pub(crate) fn unusable_next_url(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}The plan {plan} is provisioned for {site} and waits for its owner, but the address that the API \
         gave is no web address and was not kept. The owner presses \"Set Up Jetpack\" in wp-admin instead."
    )
}

/// Why a provision did not succeed.
pub(crate) fn provision_failed(site: &SiteUrl, partner_id: &str, error: &Error) -> String {
    match error {
        Error::Refused(error) => format!("{PREFIX}{}", refused(site, partner_id, error)),
        error if error.may_have_happened() => format!(
            "{PREFIX}WordPress.com gave no clear answer for {site}, so the plan may or may not exist: {}. \
             Press Create again in a few minutes: it looks first and provisions only what is missing.",
            plain(Asked::Provision, error)
        ),
        error => format!(
            "{PREFIX}Nothing was provisioned for {site}: {}",
            not_done(Asked::Provision, error)
        ),
    }
}

/// The cron has tried often enough.
pub(crate) fn given_up() -> &'static str {
    " It was tried for days and will not be tried again by itself: once the reason is mended, press Create."
}

fn refused(site: &SiteUrl, partner_id: &str, error: &ApiError) -> String {
    let (cause, remedy) = explained(Asked::Provision, error, "Create");
    let key = which_key(error, partner_id);
    format!("WordPress.com refused the plan for {site}: {cause}{key}. {remedy}")
}

/// An earlier call's outcome could not be learnt.
pub(crate) fn still_unknown(site: &SiteUrl, error: &Error) -> String {
    format!(
        "{PREFIX}It is not known whether an earlier call provisioned a plan for {site}, and the status could not \
         be asked: {}",
        not_done(Asked::Status, error)
    )
}
