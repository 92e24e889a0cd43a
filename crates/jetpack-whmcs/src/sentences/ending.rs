use jetpack_partner::{Error, Plan, SiteUrl};

use super::dictionary::{Asked, explained};
use super::{PREFIX, not_done, plain};
use crate::Standing;

/// The activity-log entry of a cancellation.
pub(crate) fn cancelled(site: &SiteUrl, plan: &Plan) -> String {
    format!("{PREFIX}The plan {plan} of {site} is cancelled and no longer billed.")
}

/// The same, when there was no plan any more.
pub(crate) fn already_gone(site: &SiteUrl, plan: &Plan, before: &Standing) -> String {
    let pending = match before.is_pending() {
        true => {
            " It was waiting for its owner; should the site still connect within the 14 days, look whether the plan \
             came back."
        }
        false => "",
    };
    format!("{PREFIX}WordPress.com has no plan {plan} for {site} that could be cancelled.{pending}")
}

/// The activity-log entry of a termination that needed no request.
pub(crate) fn nothing_to_cancel() -> String {
    format!("{PREFIX}This service has no Jetpack plan, so there was nothing to cancel.")
}

/// Why a cancellation did not succeed.
pub(crate) fn cancel_failed(site: &SiteUrl, partner_id: &str, button: &str, error: &Error) -> String {
    let reason = match error {
        Error::Refused(error) => {
            let (cause, remedy) = explained(Asked::Cancel, error, button);
            let which = match (error.code.as_str(), partner_id) {
                ("incorrect_partner_key", "") => {
                    " This module did not provision it, so it does not know which key that was.".to_owned()
                }
                ("incorrect_partner_key", id) => {
                    format!(" It was asked with the key of the partner id {id}.")
                }
                _ => String::new(),
            };
            format!("WordPress.com refused: {cause}.{which} {remedy}")
        }
        error if error.may_have_happened() => {
            format!(
                "WordPress.com gave no clear answer: {}. Press {button} again in a few minutes; repeating it does no harm.",
                plain(Asked::Cancel, error)
            )
        }
        error => not_done(Asked::Cancel, error),
    };
    format!("{PREFIX}The plan of {site} is not known to be cancelled: {reason}")
}

/// A service without a record, and without fields that say what to cancel.
pub(crate) fn no_record(obstacle: &str) -> String {
    format!(
        "{PREFIX}There is no record of a Jetpack plan for this service, and its fields do not say what to cancel: {obstacle} \
         If nothing was ever provisioned, set the service's status by hand."
    )
}

/// A service without a record, whose site has the plan that it names.
pub(crate) fn not_ours_to_end(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}There is no record of a Jetpack plan for this service, but {site} has the plan {plan} from your partner key. \
         It was not cancelled, because somebody else may have bought it. If it is this service's, press Adopt plan, then \
         Terminate; if not, set the service's status by hand."
    )
}

/// No record, and the site has the plan from a key that this is not.
pub(crate) fn anothers_to_end(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}There is no record of a Jetpack plan for this service, but {site} has the plan {plan} from another partner key than \
         the one that is set now. It was not cancelled: only its own key can. If it is this service's, set that key in the product's \
         Module Settings, then press Adopt plan and Terminate; if not, set the service's status by hand."
    )
}

/// There is no key to act with.
pub(crate) fn no_key(partner_id: &str) -> String {
    let which = match partner_id {
        "" => "There is no partner id and secret".to_owned(),
        id => {
            format!("This needs the key with the partner id {id}, whose secret is not known here")
        }
    };
    format!(
        "{PREFIX}{which}. Nothing was sent. Enter id and secret in the product's Module Settings, or in System Settings > \
         Addon Modules > Jetpack, or choose another key for new plans in Addons > Jetpack, tab Keys; then try again."
    )
}
