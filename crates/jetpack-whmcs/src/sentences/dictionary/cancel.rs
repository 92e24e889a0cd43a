use jetpack_partner::ApiError;

use super::Meaning;

/// Why a plan was not cancelled (partner-api.md §5.3).
pub(super) fn meaning(code: &str, error: &ApiError) -> Option<Meaning> {
    let (cause, remedy) = match code {
        "incorrect_partner_key" => (
            "only the partner key that provisioned the plan can cancel it",
            "Enter that key's id and secret in the product's Module Settings, then press {button} again.",
        ),
        "invalid_input" => (
            "it could not end the subscription behind the plan",
            "Press {button} again in a few minutes; if it stays so, ask your Jetpack partner manager to end the subscription.",
        ),
        "not_jps_plan" => (
            "it says that the site's plan was not provisioned by a partner",
            "Press Look now to see what the site has. A plan that its owner bought is ended by the owner, at WordPress.com.",
        ),
        "invalid_blog" => (
            "it does not know the site, and the plan could not be seen to be gone",
            "Press Look now in a few minutes. If the plan is still shown, press {button} again; if this comes back, ask your \
             Jetpack partner manager.",
        ),
        "invalid_plan" => (
            "it does not know the plan as one that can be cancelled",
            "Press Look now to see what the site has, and cancel it with the command line: jetpack-partner cancel.",
        ),
        "" if error.status == 404 => (
            "it found nothing at the site's address, as it also says when it is in trouble itself",
            "Press Look now in a few minutes, then {button} again; repeating it does no harm.",
        ),
        _ => return None,
    };
    Some(Meaning { cause, remedy })
}
