//! What a person can do about a failure. The library says what happened; this says what is next.

use jetpack_partner::Error;

/// What a command is for: the same failure leaves other doubts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// It changes something on a site.
    Change,
    /// It only asks.
    Read,
    /// It asks with a user's token.
    Report,
    /// It makes a key, whose secret is told once.
    NewKey,
}

impl Purpose {
    /// The next step after an error of such a command.
    pub(crate) fn next_step(self, error: &Error) -> &'static str {
        let is_lost = matches!(
            error,
            Error::UnknownOutcome(_) | Error::Unavailable(_) | Error::Malformed(_)
        );
        let is_refused = error
            .api_error()
            .is_some_and(|said| matches!(said.status, 401 | 403))
            || matches!(error, Error::Credentials(_));
        match (self, error) {
            (Self::Read | Self::Report, _) if is_lost => {
                "Nothing was changed. Try again later; \"jetpack-partner doctor\" checks network and credentials."
            }
            (Self::NewKey, _) if is_lost => {
                "A key may exist whose secret is lost: ask Automattic whether it does, and to revoke it, before you make another."
            }
            (Self::Report, _) if is_refused => {
                "Check JETPACK_PARTNER_USER_TOKEN: it must hold a valid token of a WordPress.com user who belongs to the partner account (scope \"global\")."
            }
            _ => next_step(error),
        }
    }
}

/// The next step after an error, as a sentence.
pub(crate) fn next_step(error: &Error) -> &'static str {
    match error {
        Error::NotSent(_) => {
            "Nothing was sent. Check the network, the name server and the proxy (\"jetpack-partner doctor\"), then try again."
        }
        Error::Untrusted(_) => {
            "Nothing was sent. Check the CA store, the clock and JETPACK_PARTNER_CA_FILE (\"jetpack-partner doctor\")."
        }
        Error::NoToken(inner) if matches!(**inner, Error::NotSent(_) | Error::Untrusted(_)) => {
            next_step(inner)
        }
        Error::NoToken(_) => "Nothing was sent. Try again later.",
        Error::UnknownOutcome(_) => {
            "It may or may not have happened: look with \"jetpack-partner status SITE\" before trying again."
        }
        Error::Credentials(said) if said.code == "partner_key_disabled" => {
            "The key is switched off: ask your partner manager at Automattic."
        }
        Error::Credentials(_) => "Check the partner id and secret with \"jetpack-partner keys verify\".",
        Error::Throttled { .. } => "Nothing was done. Wait a while, then try again.",
        Error::Unavailable(_) | Error::Malformed(_) => {
            "Look with \"jetpack-partner status SITE\" whether it happened, then try again later."
        }
        Error::Refused(said) => refused(&said.code, &said.message, said.is_unknown_site()),
        _ => "This looks like a mistake in this program: please report it.",
    }
}

/// The documented refusals that have a known cure (partner-api.md §4.5, §4.6, §5.3).
fn refused(code: &str, message: &str, unknown_site: bool) -> &'static str {
    match code {
        "method_not_found" if message.contains("remoteProvision") => {
            "WordPress.com holds a connection that the site lost: provision again with force_register."
        }
        "method_not_found" => {
            "Install and activate Jetpack on the site, and give the address with https:// if the site redirects there."
        }
        "plan_downgrade_disallowed" => "Cancel the current plan first, then provision the lower one.",
        "invalid_plan" => {
            "Check the plan's name; \"jetpack-partner upgrade-paths SITE\" lists what the site may have."
        }
        "local_user_missing" | "invalid_local_user" | "user_unknown" => {
            "Name a user that exists on the site by login, e-mail address or id."
        }
        "incorrect_partner_key" => "Only the key that provisioned a plan can cancel it: use that key.",
        "activation_limit_reached" => {
            "The key's limit is used up: cancel other plans or ask for a higher limit."
        }
        "site_inaccessible" => {
            "Check that the site and its xmlrpc.php can be reached from the internet, then try again."
        }
        _ if unknown_site => {
            "Check the address: it must be the one that was provisioned. A site that is still pending may not be known yet."
        }
        _ => "\"jetpack-partner errors CODE\" shows what the API says about the code.",
    }
}
