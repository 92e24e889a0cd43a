//! `GET /rest/v1.3/jpphp/errors` (partner-api.md §4.5).

use serde_json::{Map, Value, json};

use crate::wire::answer::Answer;

/// One error: code, text, cause, solution.
type Explained = (&'static str, &'static str, &'static str, &'static str);

/// The codes and texts of §4.5, `%s` left in as the real list does. Causes and solutions are ours.
const ERRORS: [Explained; 12] = [
    (
        "invalid_siteurl",
        "The required \"siteurl\" argument is missing.",
        "The call named no site.",
        "Send the address where the core files of WordPress are.",
    ),
    (
        "invalid_local_user",
        "The required \"local_user\" argument is missing.",
        "The call named no user.",
        "Send the name, the id or the e-mail address of a user of the site.",
    ),
    (
        "invalid_plan",
        "%s is not a valid plan",
        "The slug is not sold to this partner.",
        "Check the spelling of the slug.",
    ),
    (
        "plan_downgrade_disallowed",
        "Can not automatically downgrade plans. Contact support.",
        "The site has a plan that holds more.",
        "Cancel that plan first.",
    ),
    (
        "invalid_scope",
        "This token is not authorized to provision partner sites",
        "The token lacks the scope jetpack-partner.",
        "Ask for a token with that scope.",
    ),
    (
        "method_not_found",
        "%s method not found on remote site.",
        "Jetpack is missing, inactive or not reachable, or the site lost its token.",
        "Activate Jetpack, send the address with https://, or set force_register.",
    ),
    (
        "activation_limit_reached",
        "This key has reached its activation limit for product %s",
        "The key has as many live activations as it may have.",
        "Cancel some, or ask for a higher limit.",
    ),
    (
        "could_not_load_product_class",
        "Could not load a product class",
        "The product is not known.",
        "Check the spelling of the slug.",
    ),
    (
        "error_access_token",
        "Failed to create access token",
        "WordPress.com could not make a token.",
        "Try again later.",
    ),
    (
        "failed_registration_unknown_blog",
        "Remote site returned an invalid site ID",
        "The site holds data of an earlier connection.",
        "Set force_register.",
    ),
    (
        "site_inaccessible",
        "We couldn't contact your site",
        "The site did not answer.",
        "Try again later.",
    ),
    (
        "partner_key_disabled",
        "This key is disabled.",
        "The key was switched off.",
        "Contact support.",
    ),
];

pub(super) fn answer(is_verbose: bool) -> Result<Answer, Answer> {
    let errors: Map<String, Value> = ERRORS
        .into_iter()
        .map(|(code, description, cause, solution)| {
            let value = if is_verbose {
                json!({ "description": description, "cause": cause, "solution": solution })
            } else {
                json!(description)
            };
            (code.to_owned(), value)
        })
        .collect();
    Ok(Answer::ok(json!({ "errors": errors })))
}
