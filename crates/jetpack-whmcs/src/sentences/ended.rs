use jetpack_partner::{Plan, SiteUrl};

use super::PREFIX;
use crate::{Moment, Service};

const DAY: Moment = 24 * 60 * 60;

/// The activity-log entry of a service that WHMCS deleted; `left` are the seconds until its plan is cancelled by itself.
pub(crate) fn orphaned(
    was: &str,
    site: Option<&SiteUrl>,
    plan: Option<&Plan>,
    left: Option<Moment>,
) -> String {
    format!(
        "{PREFIX}The {was} was deleted, and its plan {} was not cancelled: it may still be billed. {} To end it now, or to keep \
         it, open Addons > Jetpack; to give it to another service, order the site and press Adopt plan there.",
        named(site, plan),
        fate(left)
    )
}

/// The same, where nothing can be billed.
pub(crate) fn orphaned_without_plan(was: &str) -> String {
    format!("{PREFIX}The {was} was deleted. It had no Jetpack plan that could live on.")
}

/// The activity-log entry of a service that WHMCS ended without a call.
pub(crate) fn ended(
    service: Service,
    why: &str,
    site: Option<&SiteUrl>,
    plan: Option<&Plan>,
    left: Option<Moment>,
) -> String {
    format!(
        "{PREFIX}The {service} {why}, and its plan {} was not cancelled: it may still be billed. {} To end it now, press Terminate \
         there or open Addons > Jetpack; to keep it, set the service back.",
        named(site, plan),
        fate(left)
    )
}

/// The same of one whose plan was cancelled when it was suspended.
pub(crate) fn ended_while_suspended(why: &str) -> String {
    format!(
        "{PREFIX}The service {why}. Its plan was cancelled when it was suspended; its site is free again."
    )
}

/// WHMCS has the service again.
pub(crate) fn resumed(service: Service, site: Option<&SiteUrl>) -> String {
    let on = site.map(|site| format!(" on {site}")).unwrap_or_default();
    format!("{PREFIX}The {service} is in use again, so its plan{on} stays.")
}

/// Staff let the plan live.
pub(crate) fn let_go(site: Option<&SiteUrl>, plan: Option<&Plan>) -> String {
    format!(
        "{PREFIX}The plan {} was let go: this module does not look after it any more. WordPress.com bills it until somebody cancels it.",
        named(site, plan)
    )
}

/// There is no such plan.
pub(crate) fn nothing_to_let_go() -> String {
    format!("{PREFIX}WHMCS has this service, or its plan has ended meanwhile. Nothing was changed.")
}

/// The activity-log entry of a refund, which may mean that the plan is to end.
pub(crate) fn refunded(service: Service, site: Option<&SiteUrl>, plan: Option<&Plan>) -> String {
    format!(
        "{PREFIX}An invoice of the {service} was refunded, and its plan {} goes on and is billed. If the refund was to end it, press \
         Terminate there.",
        named(site, plan)
    )
}

/// Why WHMCS has ended a service.
pub(crate) fn status_is(status: &str) -> String {
    format!("has the status {status} in WHMCS")
}

/// The same, for a service that no function of this module's will ever be called for.
pub(crate) fn module_is(module: &str) -> String {
    match module {
        "" => "is of a product without a module now".to_owned(),
        module => format!("is of a product of the module {module} now"),
    }
}

fn named(site: Option<&SiteUrl>, plan: Option<&Plan>) -> String {
    match (site, plan) {
        (Some(site), Some(plan)) => format!("{plan} on {site}"),
        _ => "(unknown)".to_owned(),
    }
}

fn fate(left: Option<Moment>) -> String {
    match left {
        None => "It goes on until somebody ends it.".to_owned(),
        Some(..=0) => "The next run of the cron cancels it.".to_owned(),
        Some(left) if left <= DAY => "It is cancelled within a day.".to_owned(),
        Some(left) => format!("It is cancelled in {} days.", left / DAY),
    }
}
