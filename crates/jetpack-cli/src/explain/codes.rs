//! The codes that the API documents (partner-api.md §2.4, §3, §4.5, §4.6, §5.3, §9), each with what it
//! means and what helps here. The API explains only some of them itself.

/// One code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Documented {
    pub(crate) code: &'static str,
    pub(crate) meaning: &'static str,
    pub(crate) remedy: &'static str,
}

const fn code(code: &'static str, meaning: &'static str, remedy: &'static str) -> Documented {
    Documented {
        code,
        meaning,
        remedy,
    }
}

const ASK_MANAGER: &str = "Ask your partner manager at Automattic.";
pub(super) const CHECK_KEY: &str = "Check the partner id and secret with \"jetpack-partner keys verify\".";
const LATER: &str = "It often passes: try again in a few minutes.";
const REACHABLE: &str = "Check with \"jetpack-partner doctor --site URL\" that the site and its xmlrpc.php can be reached, then try again.";
const USER: &str = "Name a user that exists on the site by login, e-mail address or id.";
const RECONNECT: &str = "Provision again with force_register; if that does not help, disconnect Jetpack in the site's wp-admin first.";

/// All of them, in the order of the alphabet.
#[rustfmt::skip]
pub(crate) const DOCUMENTED: [Documented; 37] = [
    code("activation_limit_reached", "The key has as many plans of this kind as it may have.", "Cancel plans that are not needed, or ask for a higher limit."),
    code("already_connected", "The user of the site is connected to WordPress.com already.", "Provision with force_connect, or name another user."),
    code("already_registered", "The site is registered with WordPress.com already.", RECONNECT),
    code("authorization_required", "The request carried no valid access token.", "If a proxy stands between, make sure that it passes the header Authorization on."),
    code("could_not_load_product_class", "WordPress.com knows no product behind the plan's name.", "Check the plan's name, or ask your partner manager whether your agreement has it."),
    code("error_access_token", "WordPress.com could not make the token that connects the site.", LATER),
    code("failed_registration_unknown_blog", "The site answered with an identity that WordPress.com does not know, as a copy of another site does.", RECONNECT),
    code("incorrect_partner_key", "Another key provisioned the plan.", "Only the key that provisioned a plan can cancel it: use that key."),
    code("input_error", "The site could not use what WordPress.com sent it.", "Check address and user, and have the Jetpack plugin updated on the site."),
    code("invalid_blog", "WordPress.com does not know the site.", "Check the address: it must be the one that was provisioned. A site that is still pending may not be known yet."),
    code("invalid_client", "WordPress.com does not know this partner id and secret.", CHECK_KEY),
    code("invalid_input", "WordPress.com could not end the subscription behind the plan.", "Try again in a few minutes; if it stays so, ask your partner manager to end the subscription."),
    code("invalid_local_user", "The request named no user of the site.", USER),
    code("invalid_local_username", "The request named no user of the site.", USER),
    code("invalid_nonce", "The site did not believe that WordPress.com asked: the proof was used or too old.", "Try again, which sends a new one; if it stays so, check the clock of the site's server."),
    code("invalid_plan", "There is no plan of that name.", "Check the plan's name; \"jetpack-partner upgrade-paths SITE\" lists what the site may have."),
    code("invalid_request", "WordPress.com could not read the request for a token.", CHECK_KEY),
    code("invalid_scope", "The token is not one that may provision.", "Use a partner key; if it is one, ask your partner manager what it may do."),
    code("invalid_siteurl", "The request named no site.", "Give the address where the core files of WordPress are, with https://."),
    code("invalid_token", "The access token is not valid, or no longer.", "Try again, which asks for a new one; if it stays so, check the key with \"jetpack-partner keys verify\"."),
    code("invalid_user", "The site does not let itself be connected by this user.", "Name another user of the site, such as its administrator."),
    code("local_user_missing", "The site was told no user to connect.", USER),
    code("method_not_found", "Jetpack does not answer on the site (remoteRegister), or WordPress.com holds a connection that the site lost (remoteProvision).", "Install and activate Jetpack on the site, and give the address with https:// if the site redirects there; for remoteProvision, provision again with force_register."),
    code("missing_parameter", "The site missed something in what WordPress.com sent it.", "Have the Jetpack plugin updated on the site."),
    code("nonce_missing", "What proves that WordPress.com asks did not arrive at the site.", "Make sure that no firewall or security plugin of the site changes requests to its xmlrpc.php."),
    code("not_allowed", "The API does not take this kind of request at this address.", "Check the API's address, and that a proxy, if there is one, passes requests on unchanged."),
    code("not_jps_plan", "The site's plan was not provisioned by a partner: its owner bought it.", "There is nothing for you to cancel; its owner ends it at WordPress.com. \"jetpack-partner status SITE\" shows whose it is."),
    code("partner_key_disabled", "The key is switched off.", ASK_MANAGER),
    code("plan_downgrade_disallowed", "The site has a higher plan, and none is lowered in place.", "Cancel the current plan first, then provision the lower one; \"bulk change\" does both."),
    code("registration_error", "The site could not register with WordPress.com.", "Make sure that the site's server can itself reach WordPress.com."),
    code("site_in_safe_mode", "The site is in Jetpack's safe mode, as copies of a site are.", "End the safe mode in the site's wp-admin, on Jetpack's page."),
    code("site_inaccessible", "WordPress.com could not reach the site.", REACHABLE),
    code("token_fetch_failed", "The site could not fetch its own token from WordPress.com.", "Try again in a few minutes; if it stays so, make sure that the site's server can reach WordPress.com."),
    code("too_many_requests", "There were too many requests in a short time.", "Wait a while, then try again."),
    code("unauthorized", "The key is not allowed what was asked.", ASK_MANAGER),
    code("user_unknown", "The site has no such user.", USER),
    code("verify_secrets_missing", "The site could not confirm that it had asked to be registered; the codes that begin with verify_secrets_ say how.", "Make sure that no cache stands before the site's xmlrpc.php, then try again in a few minutes."),
];

/// What is known of a code. A number is the site's own fault code, passed on (partner-api.md §3).
pub(crate) fn documented(code: &str) -> Option<Documented> {
    // One document shows a quote beside a code.
    let code = code.trim_matches(['"', ' ']);
    let known = |wanted: &str| DOCUMENTED.iter().find(|known| known.code == wanted).copied();
    match code {
        code if code.starts_with("verify_secrets_") => known("verify_secrets_missing"),
        code if code.parse::<i64>().is_ok() => Some(Documented {
            code: "a number",
            meaning: "The connection between WordPress.com and the site had a fault, whose number this is.",
            remedy: REACHABLE,
        }),
        code => known(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_there_once_and_in_order() {
        assert!(DOCUMENTED.is_sorted_by(|one, next| one.code < next.code));
    }

    #[test]
    fn families_of_codes_are_known_by_their_form() {
        assert!(documented("-10520").unwrap().meaning.contains("fault"));
        assert!(documented("verify_secrets_expired").is_some());
        assert!(documented("\"incorrect_partner_key").is_some());
        assert_eq!(documented("never_heard_of"), None);
    }
}
