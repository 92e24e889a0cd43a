use jetpack_partner::{Error, Plan, SiteUrl};

use super::dictionary::{Asked, explained};
use super::{PREFIX, not_done, plain};

/// The activity-log entry of a new address. The address itself is for the owner alone.
pub(crate) fn renewed(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}The owner of {site} has a new address at which to connect the plan {plan}, in the field \
         jetpack_provisioning_details. It waits for 14 days from now, and is not billed until then."
    )
}

/// Why there is none, and how it stands.
pub(crate) fn renewal_failed(site: &SiteUrl, error: &Error) -> String {
    match error {
        Error::Refused(error) => {
            let (cause, remedy) = explained(Asked::Provision, error, "New link");
            format!(
                "{PREFIX}WordPress.com refused a new address for {site}: {cause}. The plan waits as before, with its former \
                 address. {remedy}"
            )
        }
        error if error.may_have_happened() => format!(
            "{PREFIX}WordPress.com gave no clear answer for {site}, so its former address may or may not work: {}. Press New link \
             again in a few minutes.",
            plain(Asked::Provision, error)
        ),
        error => format!(
            "{PREFIX}There is no new address for {site}, and the plan waits as before: {}",
            not_done(Asked::Provision, error)
        ),
    }
}

/// The plan is there, and no answer gave an address.
pub(crate) fn no_new_link(site: &SiteUrl) -> String {
    format!(
        "{PREFIX}WordPress.com shows that the plan waits for {site}, but gave no new address. The former one may still work; the \
         owner can also press \"Set Up Jetpack\" in wp-admin. To try once more, press New link again in a few minutes."
    )
}

/// The owner has connected.
pub(crate) fn no_link_for_active() -> String {
    format!(
        "{PREFIX}The plan is active, so its owner needs no address. If the site is not connected any more, press Look now. Nothing \
         was sent."
    )
}

/// A request was not answered.
pub(crate) fn no_link_for_unknown() -> String {
    format!(
        "{PREFIX}It is not known yet whether the plan is there. Press Create: it looks first, and does only what is missing. \
         Nothing was sent."
    )
}

/// The plan was cancelled for the suspension.
pub(crate) fn no_link_for_suspended() -> String {
    format!(
        "{PREFIX}The plan is cancelled while the service is suspended. Unsuspend provisions it again. Nothing was sent."
    )
}

/// There is none that waits.
pub(crate) fn no_link_without_plan() -> String {
    format!("{PREFIX}This service has no plan that waits for its owner. Press Create. Nothing was sent.")
}

/// WHMCS wants the plan away, which was not done yet.
pub(crate) fn no_link_for_what_ends(button: &str) -> String {
    format!(
        "{PREFIX}The plan is still there although it is to be cancelled, so its owner gets no new address. Press {button}. Nothing \
         was sent."
    )
}
