use jetpack_partner::ApiError;

use super::Meaning;

/// What went wrong between WordPress.com and the site: its plugin's own codes are passed on (partner-api.md §4.5, §4.6).
pub(super) fn meaning(code: &str, error: &ApiError) -> Option<Meaning> {
    let (cause, remedy) = match code {
        // The client has tried with `force_register` by now.
        "method_not_found" if error.message.contains("remoteProvision") => (
            "it holds a connection to the site that the site has lost, and connecting it anew did not help",
            "In the site's wp-admin, disconnect Jetpack and activate the plugin again, then press {button} again.",
        ),
        "method_not_found" => (
            "the Jetpack plugin does not answer on the site",
            "Install and activate the Jetpack plugin on the site, give the address in the field Site URL with https:// if the \
             site has it, then press {button} again.",
        ),
        "site_inaccessible" => (
            "it could not reach the site",
            "Make sure that the site and its xmlrpc.php can be reached from the internet, with no password or firewall before \
             them, then press {button} again.",
        ),
        "failed_registration_unknown_blog" => (
            "the site answered with an identity that WordPress.com does not know, as a copy of another site does",
            "Disconnect Jetpack in the site's wp-admin, then press {button} again.",
        ),
        "site_in_safe_mode" => (
            "the site is in Jetpack's safe mode, as copies of a site are",
            "End the safe mode in the site's wp-admin, on Jetpack's page, then press {button} again.",
        ),
        "local_user_missing" => (
            "the site was told no user to connect",
            "Enter in the field Local User a user that exists on the site, then press {button} again.",
        ),
        "user_unknown" => (
            "the site has no user as the field Local User names one",
            "Correct the field Local User, or have that user created on the site, then press {button} again.",
        ),
        "invalid_user" => (
            "the site does not let itself be connected by the user in the field Local User",
            "Enter another user of the site there, such as its administrator, then press {button} again.",
        ),
        "already_connected" => (
            "the user in the field Local User is connected to WordPress.com already",
            "Disconnect that user in the site's wp-admin, on Jetpack's page, or enter another one in the field Local User. Then \
             press {button} again.",
        ),
        "already_registered" => (
            "the site is registered with WordPress.com already",
            "Disconnect the site in its wp-admin, on Jetpack's page, then press {button} again.",
        ),
        "input_error" => (
            "the site could not use what WordPress.com sent it",
            "Check the fields Site URL and Local User, have the Jetpack plugin updated on the site, then press {button} again.",
        ),
        "missing_parameter" => (
            "the site missed something in what WordPress.com sent it",
            "Have the Jetpack plugin updated on the site, then press {button} again.",
        ),
        "nonce_missing" => (
            "what proves that WordPress.com is asking did not arrive at the site",
            "Make sure that no firewall or security plugin of the site changes requests to its xmlrpc.php, then press {button} \
             again.",
        ),
        "invalid_nonce" => (
            "the site did not believe that WordPress.com is asking: the proof was used or too old",
            "Press {button} again, which sends a new one; if it stays so, check the clock of the site's server.",
        ),
        "registration_error" => (
            "the site could not register with WordPress.com",
            "Make sure that the site's server can itself reach https://jetpack.wordpress.com, then press {button} again.",
        ),
        "token_fetch_failed" => (
            "the site could not fetch its own token from WordPress.com",
            "Press {button} again in a few minutes; if it stays so, make sure that the site's server can send requests to \
             WordPress.com.",
        ),
        code if code.starts_with("verify_secrets_") => (
            "the site could not confirm that it had asked to be registered",
            "Make sure that no cache stands before the site's xmlrpc.php, then press {button} again in a few minutes.",
        ),
        _ => return None,
    };
    Some(Meaning { cause, remedy })
}
