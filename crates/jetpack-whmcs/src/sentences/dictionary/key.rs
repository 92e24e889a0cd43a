use super::Meaning;

/// A refusal that says no more: the most likely reason.
pub(super) const REFUSED: Meaning = Meaning {
    cause: "WordPress.com refused the partner id or secret",
    remedy: "Correct them in System Settings > Addon Modules > Jetpack (or in the product's Module Settings, if they are set \
             there), then try again.",
};

/// What is said of the partner key, and who can do something about it (partner-api.md §2.4). These are whole sentences.
pub(super) fn meaning(code: &str) -> Option<Meaning> {
    let (cause, remedy) = match code {
        "invalid_client" => return Some(REFUSED),
        "invalid_request" => (
            "WordPress.com could not read the partner id and secret as they were sent",
            "Enter both anew, without blanks or line breaks, in System Settings > Addon Modules > Jetpack (or in the product's \
             Module Settings, if they are set there), then try again.",
        ),
        "invalid_token" => (
            "WordPress.com did not take the access token that it had given for this partner key",
            "Try again in a few minutes. If it stays so, press Validate Credentials on the page of the addon module Jetpack.",
        ),
        "authorization_required" => (
            "WordPress.com saw no valid access token in the request",
            "If php.ini names a proxy (jetpack_bridge.proxy), make sure that it passes the header Authorization on; if not, try \
             again in a few minutes.",
        ),
        "unauthorized" => (
            "WordPress.com does not allow this partner key what was asked",
            "Ask your Jetpack partner manager what the key may do, or enter another one in System Settings > Addon Modules > \
             Jetpack.",
        ),
        "invalid_scope" => (
            "WordPress.com does not let this partner key manage plans",
            "Ask your Jetpack partner manager for a key that may, and enter it in System Settings > Addon Modules > Jetpack.",
        ),
        "partner_key_disabled" => (
            "WordPress.com has switched this partner key off",
            "Id and secret are right; ask your Jetpack partner manager to switch the key on again.",
        ),
        _ => return None,
    };
    Some(Meaning { cause, remedy })
}
