use jetpack_partner::{AccessStored, Error, SiteUrl};

use super::dictionary::Asked;
use super::{PREFIX, not_done, plain};

/// What becomes of the access for backups, behind the sentence about the plan: it never changes how that went.
pub(crate) fn access(stored: Option<&AccessStored>) -> String {
    match stored {
        Some(AccessStored::Yes) => " WordPress.com has the hosting account's access for backups.".to_owned(),
        Some(AccessStored::No(reason)) => format!(
            " WordPress.com did not store the hosting account's access for backups{}. The plan is not affected: correct \
             the hosting account's server, user name or password in WHMCS, then press Create again.",
            because(reason)
        ),
        None => " WordPress.com did not say whether it stored the hosting account's access for backups: look at the \
                  site's backup settings."
            .to_owned(),
    }
}

/// The same, where the call that was to store it came to nothing.
pub(crate) fn access_failed(error: &Error) -> String {
    format!(
        " The hosting account's access for backups could not be given to WordPress.com: {}",
        reason(error)
    )
}

/// The same, where there is none.
pub(crate) fn no_hosting_account() -> &'static str {
    " The client has agreed that WordPress.com gets the hosting account's access for backups, but WHMCS has none: the \
     service that this is an addon of, or else exactly one hosting account of the client's with the site's domain, has \
     to be active and to have a user name and a password. Correct that, then press Create again."
}

/// A changed password was handed over.
pub(crate) fn access_renewed(site: &SiteUrl) -> String {
    format!("{PREFIX}WordPress.com has the changed password for the backups of {site}.")
}

/// It was not.
pub(crate) fn access_not_renewed(site: &SiteUrl, why: &str) -> String {
    format!("{PREFIX}WordPress.com does not have the changed password for the backups of {site}.{why}")
}

/// For the journal alone.
pub(crate) fn no_plan_for_access() -> &'static str {
    "There is no plan whose backups would need the changed password."
}

fn because(reason: &str) -> String {
    match reason.strip_suffix('.').unwrap_or(reason) {
        "" => String::new(),
        reason => format!(": {reason}"),
    }
}

fn reason(error: &Error) -> String {
    match error {
        Error::Refused(said) if said.is_unknown_site() => {
            "it does not know the site yet. Once the site is connected, press Create again.".to_owned()
        }
        Error::Refused(_) => format!(
            "{}. Press Create again once that is mended.",
            plain(Asked::Status, error)
        ),
        error => not_done(Asked::Status, error),
    }
}
