use jetpack_partner::{ApiError, Error, Plan, SiteUrl};

use super::{PREFIX, not_done, plain, said};
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
pub(crate) fn provision_failed(site: &SiteUrl, error: &Error) -> String {
    match error {
        Error::Refused(error) => format!("{PREFIX}{}", refused(site, error)),
        error if error.may_have_happened() => format!(
            "{PREFIX}WordPress.com gave no clear answer for {site}, so the plan may or may not exist: {}. \
             Press Create again in a few minutes: it looks first and provisions only what is missing.",
            plain(error)
        ),
        error => format!("{PREFIX}Nothing was provisioned for {site}: {}", not_done(error)),
    }
}

/// The cron has tried often enough.
pub(crate) fn given_up() -> &'static str {
    " It was tried for days and will not be tried again by itself: once the reason is mended, press Create."
}

fn refused(site: &SiteUrl, error: &ApiError) -> String {
    if error.says_already_there() {
        return already_there(site, error);
    }
    let advice = match error.code.as_str() {
        "method_not_found" | "site_inaccessible" | "failed_registration_unknown_blog" => {
            "Install and activate the Jetpack plugin on the site, make sure its xmlrpc.php can be reached from the \
             internet, then press Create again."
        }
        "invalid_local_user"
        | "invalid_local_username"
        | "local_user_missing"
        | "user_unknown"
        | "invalid_user" => {
            "Correct the field Local User: it must name a user that exists on the site. Then press Create again."
        }
        "plan_downgrade_disallowed" => {
            "The site has a higher plan. Terminate the service that provides it, then press Create again."
        }
        "invalid_plan" | "could_not_load_product_class" => {
            "Correct the option Plan in the product's Module Settings, then press Create again."
        }
        "activation_limit_reached" => "Ask your Jetpack partner manager to raise the key's limit.",
        code if code.parse::<i64>().is_ok() => {
            "This fault of the site's connection often passes: press Create again in a few minutes."
        }
        _ => "Correct what it names, then press Create again.",
    };
    format!(
        "WordPress.com refused the plan for {site}: {}. {advice}",
        said(error)
    )
}

/// An earlier call's outcome could not be learnt.
pub(crate) fn still_unknown(site: &SiteUrl, error: &Error) -> String {
    format!(
        "{PREFIX}It is not known whether an earlier call provisioned a plan for {site}, and the status could not \
         be asked: {}",
        not_done(error)
    )
}

/// The key has the plan, and not from this service.
fn already_there(site: &SiteUrl, error: &ApiError) -> String {
    format!(
        "WordPress.com refused the plan for {site}: {}. No service here is known to have bought it, so it was left as \
         it is. If this service is meant to have it, press Adopt plan: from then on its Terminate ends it.",
        said(error)
    )
}
