use jetpack_partner::{Error, Plan, SiteUrl};

use super::dictionary::{Asked, explained};
use super::{PREFIX, not_done};
use crate::{Standing, Wanted};

/// The activity-log entry of a plan that was taken over.
pub(crate) fn adopted(site: &SiteUrl, plan: &Plan) -> String {
    format!("{PREFIX}The plan {plan} of {site} now belongs to this service: its Terminate ends it.")
}

/// The service has a plan of its own.
pub(crate) fn nothing_to_adopt() -> String {
    format!("{PREFIX}This service has a plan of its own, so there is nothing to adopt. Nothing was sent.")
}

/// The site has nothing that could be taken over.
pub(crate) fn not_there_to_adopt(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}WordPress.com shows no plan {plan} for {site}, so there is nothing to adopt. Press Create instead."
    )
}

/// The site has another plan of ours.
pub(crate) fn another_plan_to_adopt(site: &SiteUrl, plan: &Plan, other: &str) -> String {
    format!(
        "{PREFIX}The site {site} has the plan {other}, and this service is for {plan}. Nothing was adopted. Set the product \
         or the option Plan to {other}, then press Adopt plan again."
    )
}

/// The site has the plan from somebody else.
pub(crate) fn anothers_plan(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}The site {site} has the plan {plan}, but not from this partner key, so it cannot be adopted: only the key \
         that provisioned it can cancel it."
    )
}

/// The status could not be asked.
pub(crate) fn look_failed(site: &SiteUrl, error: &Error) -> String {
    let reason = match error {
        Error::Refused(error) => {
            let (cause, remedy) = explained(Asked::Status, error, "Look now");
            format!("WordPress.com refused to tell: {cause}. {remedy}")
        }
        error => not_done(Asked::Status, error),
    };
    format!("{PREFIX}The status of {site} could not be learnt, so nothing has changed. {reason}")
}

/// There is nothing that could be there.
pub(crate) fn nothing_to_look_at() -> String {
    format!("{PREFIX}This service has no Jetpack plan, so there was nothing to look at.")
}

/// An earlier call has died before its last step.
pub(crate) fn told_late() -> String {
    format!(
        "{PREFIX}An earlier call broke off before the client's details field was written. It is written now."
    )
}

/// The activity-log entry of a look.
pub(crate) fn seen(
    site: &SiteUrl,
    plan: &Plan,
    before: &Standing,
    standing: &Standing,
    wanted: Wanted,
) -> String {
    if before.is_pending() && *standing == Standing::Active && wanted.is_live() {
        return format!(
            "{PREFIX}The owner of {site} has connected it: the plan {plan} is active and billed from now on."
        );
    }
    let how = match standing.is_pending() {
        true => "waits for its owner to connect",
        false => "is there",
    };
    let advice = match wanted {
        Wanted::Gone => " It should not be: press Terminate.",
        Wanted::Suspended => " The service is suspended, so it should not be: press Suspend.",
        Wanted::Live | Wanted::New | Wanted::Again | Wanted::Nothing => "",
    };
    format!("{PREFIX}Looked: the plan {plan} {how} on {site}.{advice}")
}

/// The same, when there is no plan.
pub(crate) fn not_seen(site: &SiteUrl, plan: &Plan) -> String {
    format!("{PREFIX}Looked: {site} does not have the plan {plan}.")
}

/// Nobody has connected the site in time.
pub(crate) fn lapsed(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}The plan {plan} waited for the owner of {site} in vain and has lapsed: there is no plan any more, and nothing is billed. \
         Ask the client whether he wants it; then press Create."
    )
}

/// The API does not know the site.
pub(crate) fn site_unknown(site: &SiteUrl, standing: &Standing) -> String {
    let meaning = match standing.is_pending() {
        true => "The plan waits until the site can be reached.",
        false => "So nothing has changed.",
    };
    format!("{PREFIX}Looked: WordPress.com does not know {site}. {meaning}")
}
