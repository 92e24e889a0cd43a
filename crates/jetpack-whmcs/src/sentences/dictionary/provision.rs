use jetpack_partner::ApiError;

use super::{Meaning, site};

/// Why a plan was not provisioned (partner-api.md §4.5).
pub(super) fn meaning(code: &str, error: &ApiError) -> Option<Meaning> {
    // Its code is not known, its sentence is.
    if error.says_already_there() {
        return Some(Meaning {
            cause: "this partner key has provisioned that very plan there already",
            remedy: "No service here is known to have bought it, so it was left as it is. If this service is meant to have it, \
                     press Adopt plan: from then on its Terminate ends it.",
        });
    }
    let (cause, remedy) = match code {
        "invalid_siteurl" => (
            "it found no usable address of a site in the order",
            "Correct the field Site URL, then press {button} again.",
        ),
        "invalid_local_user" => (
            "it found no user of the site in the order",
            "Correct the field Local User: it must name a user that exists on the site. Then press {button} again.",
        ),
        "invalid_local_username" => (
            "it does not take the user that the order names",
            "Correct the field Local User: a user name or e-mail address that exists on the site. Then press {button} again.",
        ),
        "plan_downgrade_disallowed" => (
            "the site has a higher plan, and WordPress.com lowers none by itself",
            "If another service here provides it, terminate that one; if not, the site's owner ends it at WordPress.com. Then \
             press {button} again.",
        ),
        "invalid_plan" => (
            "it has no plan of that name",
            "Correct the option Plan in the product's Module Settings, then press {button} again.",
        ),
        "could_not_load_product_class" => (
            "it knows no product behind the plan's name",
            "Choose another plan in the product's Module Settings, option Plan, or ask your Jetpack partner manager whether your \
             agreement has it. Then press {button} again.",
        ),
        "activation_limit_reached" => (
            "the partner key has reached its limit of plans of that kind",
            "Ask your Jetpack partner manager to raise the key's limit, choose another key for the product in Addons > Jetpack, tab \
             Keys, or terminate services that need their plans no longer. Then press {button} again.",
        ),
        "error_access_token" => (
            "it could not make the token that connects the site",
            "This is a fault of WordPress.com's own: press {button} again in a few minutes.",
        ),
        _ => return site::meaning(code, error),
    };
    Some(Meaning { cause, remedy })
}
