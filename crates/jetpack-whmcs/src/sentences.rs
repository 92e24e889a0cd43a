//! Every sentence that people read because of what Rust decided. Plain, exact, and with the next
//! step in it.

use jetpack_partner::{ApiError, Error, Plan, SiteUrl};

use crate::{InvalidSetting, Mistake, Order, Standing};

/// Begins every activity-log entry and every error returned to WHMCS (architecture.md §2).
pub const PREFIX: &str = "JETPACK MODULE: ";

/// The text of `jetpack_provisioning_details`, which the client reads; `None` leaves it alone.
///
/// The first form is that of the first module, and customers' e-mail templates rely on it
/// (whmcs-contract.md §1.8).
pub(crate) fn details(site: &SiteUrl, standing: &Standing) -> Option<String> {
    match standing {
        Standing::Active => Some(format!(
            "Jetpack is active on {site}. There is nothing left to do."
        )),
        Standing::Pending {
            next_url: Some(url), ..
        } => Some(format!("URL to Activate Jetpack: {url}")),
        Standing::Pending { next_url: None, .. } => Some(format!(
            "Jetpack is waiting for {site}. Once the site can be reached, open its wp-admin and press \
             \"Set Up Jetpack\". The plan waits 14 days."
        )),
        Standing::Cancelled => Some(format!("Jetpack was cancelled for {site}.")),
        Standing::Absent | Standing::None | Standing::Refused | Standing::Unknown => None,
    }
}

/// The activity-log entry of a provision that went well.
pub(crate) fn provisioned(site: &SiteUrl, plan: &Plan, standing: &Standing) -> String {
    match standing {
        Standing::Pending {
            next_url: Some(_), ..
        } => format!(
            "{PREFIX}The plan {plan} is provisioned for {site} and waits for its owner to connect it, at the \
             address in the field jetpack_provisioning_details. It is not billed until then and lapses after 14 days."
        ),
        Standing::Pending { next_url: None, .. } => format!(
            "{PREFIX}The plan {plan} is provisioned and waits for {site}. Once the site can be reached, its owner \
             presses \"Set Up Jetpack\" in wp-admin. It is not billed until then and lapses after 14 days."
        ),
        _ => format!("{PREFIX}The plan {plan} is active on {site}."),
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
            "{PREFIX}WordPress.com gave no clear answer for {site}, so the plan may or may not exist: {error}. \
             Press Create again in a few minutes: it looks first and provisions only what is missing."
        ),
        error => format!("{PREFIX}Nothing was provisioned for {site}: {}", not_done(error)),
    }
}

fn refused(site: &SiteUrl, error: &ApiError) -> String {
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
    format!("WordPress.com refused the plan for {site}: {error}. {advice}")
}

/// A failure that certainly had no effect, and what to do.
fn not_done(error: &Error) -> String {
    match error {
        Error::Credentials(error) => format!(
            "WordPress.com refused the partner id or secret: {error}. Correct them in the addon module Jetpack (or \
             in the product's Module Settings, if they are set there), then try again."
        ),
        Error::Throttled { retry_after, .. } => format!(
            "WordPress.com asks to send fewer requests. Try again in {}.",
            match retry_after {
                Some(wait) => format!("{} seconds", wait.as_secs().max(1)),
                None => "a few minutes".to_owned(),
            }
        ),
        Error::Untrusted(reason) => format!(
            "whoever answers as WordPress.com has a certificate that is not believed: {reason}. Check the server's \
             CA store and clock, and the ini value jetpack_bridge.ca_file."
        ),
        Error::NoToken(error) => not_done(error),
        Error::Defect(reason) => format!("{reason}. This is a defect of the module; please report it."),
        error => format!("{error}. Try again in a few minutes."),
    }
}

/// An earlier call's outcome could not be learnt.
pub(crate) fn still_unknown(site: &SiteUrl, error: &Error) -> String {
    format!(
        "{PREFIX}It is not known whether an earlier call provisioned a plan for {site}, and the status could not \
         be asked: {}",
        not_done(error)
    )
}

/// The key was changed since the plan was provisioned.
pub(crate) fn another_key(partner_id: &str) -> String {
    format!(
        "{PREFIX}This service's plan was asked for with the partner id {partner_id}, and another is set now. Nothing \
         was sent. Enter that id and its secret in the product's Module Settings to go on with it."
    )
}

/// The order was changed since the plan was provisioned.
pub(crate) fn other_than_live(site: &SiteUrl, plan: &Plan, order: &Order) -> String {
    let ordered = |wish: Option<String>| wish.unwrap_or_else(|| "nothing usable".to_owned());
    format!(
        "{PREFIX}This service has the plan {plan} on {site}, but its order now names {} on {}. Nothing was sent. To \
         replace the plan, press Terminate, then Create; to keep it, set the order back.",
        ordered(order.plan.as_ref().ok().map(ToString::to_string)),
        ordered(order.site.as_ref().ok().map(ToString::to_string)),
    )
}

/// The activity-log entry of a cancellation.
pub(crate) fn cancelled(site: &SiteUrl, plan: &Plan) -> String {
    format!("{PREFIX}The plan {plan} of {site} is cancelled and no longer billed.")
}

/// The same, when there was no plan any more.
pub(crate) fn already_gone(site: &SiteUrl, plan: &Plan, before: &Standing) -> String {
    let pending = match before {
        Standing::Pending { .. } => {
            " It was waiting for its owner; should the site still connect within the 14 days, look whether the plan \
             came back."
        }
        _ => "",
    };
    format!("{PREFIX}WordPress.com has no plan {plan} for {site} that could be cancelled.{pending}")
}

/// The activity-log entry of a termination that needed no request.
pub(crate) fn nothing_to_cancel() -> String {
    format!("{PREFIX}This service has no Jetpack plan, so there was nothing to cancel.")
}

/// Why a cancellation did not succeed.
pub(crate) fn cancel_failed(site: &SiteUrl, partner_id: &str, error: &Error) -> String {
    let reason = match error {
        Error::Refused(error) if error.code == "incorrect_partner_key" => format!(
            "only the partner key that provisioned it can cancel it ({error}). {} Enter that key's id and secret in \
             the product's Module Settings, then press Terminate again.",
            match partner_id {
                "" => "This module did not provision it, so it does not know which key that was.".to_owned(),
                id => format!("That was the key with the partner id {id}."),
            }
        ),
        Error::Refused(error) => {
            format!("WordPress.com refused: {error}. Correct what it names, then press Terminate again.")
        }
        error if error.may_have_happened() => {
            format!(
                "WordPress.com gave no clear answer: {error}. Press Terminate again in a few minutes; repeating it does no harm."
            )
        }
        error => not_done(error),
    };
    format!("{PREFIX}The plan of {site} is not known to be cancelled: {reason}")
}

/// A service without a record, and without fields that say what to cancel.
pub(crate) fn no_record(mistake: &Mistake) -> String {
    format!(
        "{PREFIX}There is no record of a Jetpack plan for this service, and its fields do not say what to cancel: {} \
         If nothing was ever provisioned, set the service's status by hand.",
        correction(mistake)
    )
}

/// A mistake in the set-up or the order, for staff.
pub fn mistake(mistake: &Mistake) -> String {
    format!("{PREFIX}{}", correction(mistake))
}

/// A wrong ini value, for staff.
pub fn setting(invalid: &InvalidSetting) -> String {
    format!("{PREFIX}{invalid}. Correct it in php.ini and restart PHP.")
}

pub(crate) fn correction(mistake: &Mistake) -> String {
    match mistake {
        Mistake::NoService => "WHMCS named no service, so nothing was done.".into(),
        Mistake::Contradiction => {
            "WHMCS named a service in one place and a product addon in another, so it is not certain whose plan is meant. \
             Nothing was done. Please report this with your version of WHMCS."
                .into()
        }
        Mistake::NoCredentials => {
            "There is no partner id and secret. Enter them in Setup > Addon Modules > Jetpack > Configure.".into()
        }
        Mistake::HalfCredentials => {
            "Only one of partner id and secret is set. Fill in both, or leave both blank in the product's Module \
             Settings to use those of the addon module Jetpack."
                .into()
        }
        Mistake::NoSite => "The field Site URL is empty. Enter the address of the WordPress site.".into(),
        Mistake::Site { given, reason } => {
            format!("The Site URL \"{}\" cannot be used: {reason}. Correct the field.", shown(given))
        }
        Mistake::NoLocalUser => {
            "The field Local User is empty. Enter a user name or e-mail address that exists on the site.".into()
        }
        Mistake::NoPlan => "No plan is set. Choose one in the product's Module Settings, option Plan.".into(),
        Mistake::Plan { given, reason } => format!(
            "The plan \"{}\" cannot be used: {reason}. Correct the option Plan in the product's Module Settings.",
            shown(given)
        ),
    }
}

/// A fault of this program, for staff.
pub fn defect(reason: &str) -> String {
    format!("{PREFIX}The module failed unexpectedly: {reason}. Nothing was sent. Please report this.")
}

/// The credentials work.
pub(crate) fn key_verified() -> String {
    "The partner id and secret are valid: WordPress.com gave a token and verified the key.".into()
}

/// The credentials gave a token, and no more can be checked.
pub(crate) fn token_only() -> String {
    "The partner id and secret are valid: WordPress.com gave a token. (It offers no further check of the key.)".into()
}

/// The credentials do not work, or could not be checked.
pub(crate) fn validation_failed(error: &Error) -> String {
    match error {
        Error::Credentials(error) => format!(
            "WordPress.com refused the partner id or secret: {error}. Correct them in Setup > Addon Modules > \
             Jetpack > Configure."
        ),
        error => format!("The credentials could not be checked: {}", not_done(error)),
    }
}

/// What someone typed, short and without anything that could be markup.
fn shown(given: &str) -> String {
    let plain = given
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '<' | '>' | '"'));
    // An address may hold a password before its @.
    let plain: String = plain.take(100).collect();
    match plain.rsplit_once('@') {
        Some((_, rest)) if given.contains("//") || given.contains(':') => format!("…@{rest}"),
        _ => plain,
    }
}
