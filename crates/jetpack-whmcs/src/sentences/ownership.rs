use jetpack_partner::{Plan, SiteUrl};

use super::PREFIX;
use crate::{Action, Moment, Row, Service, ServiceType};

/// The key was changed since the plan was provisioned.
pub(crate) fn another_key(partner_id: &str) -> String {
    format!(
        "{PREFIX}This service's plan was asked for with the partner id {partner_id}, and another is set now. Nothing \
         was sent. To go on with it choose that key on the tab Keys of Addons > Jetpack, or enter its id in the product's Module \
         Settings, with its secret if it is not kept here."
    )
}

/// The order was changed since the plan was provisioned.
pub(crate) fn other_than_live(
    site: &SiteUrl,
    plan: &Plan,
    ordered_site: &SiteUrl,
    ordered_plan: &Plan,
) -> String {
    format!(
        "{PREFIX}This service has the plan {plan} on {site}, but its order now names {ordered_plan} on {ordered_site}. \
         Nothing was sent. To replace the plan, press Terminate, then Create; to keep it, set the order back."
    )
}

/// Another call works on the service.
pub(crate) fn busy(seconds: Moment) -> String {
    format!(
        "{PREFIX}Another call for this service is under way. Look at the service again in a moment; if nothing has changed \
         in {} seconds, press the button again.",
        seconds.max(1)
    )
}

/// The database's clock and PHP's differ by more than leases can bear.
pub(crate) fn clocks_differ(ahead: i64) -> String {
    format!(
        "{PREFIX}The clock of this server is {} seconds {} that of the database. Set both by NTP, then try again. Nothing \
         was sent.",
        ahead.abs(),
        if ahead > 0 { "ahead of" } else { "behind" }
    )
}

/// The service's own earlier plans may still come to live.
pub(crate) fn own_doubt(until: Option<Moment>, now: Moment) -> String {
    format!(
        "{PREFIX}It is not certain yet what became of this service's earlier plans. {} Nothing was sent.",
        passing(until, now, "this service")
    )
}

/// What was asked for before the order was changed is there.
pub(crate) fn came_late(site: &SiteUrl, plan: &Plan) -> String {
    format!(
        "{PREFIX}The plan {plan}, which this service asked for earlier without an answer, has come to {site} after all. To \
         replace it, press Terminate, then repeat this; to keep it, set the order back."
    )
}

/// The site is another service's.
pub(crate) fn site_taken(action: Action, site: &SiteUrl, holder: &Row, now: Moment) -> String {
    let of = match holder.orphan_of.as_str() {
        "" => format!("{} of client #{}", holder.service, holder.client),
        was => format!("{}, which was {was}", holder.service),
    };
    if !holder.standing.may_be_live() && holder.under_way.is_none() && holder.doubt_until.is_some() {
        return format!(
            "{PREFIX}The site {site} is not free yet: it is not certain that the plan of {of} is gone. {} Nothing was sent.",
            passing(holder.doubt_until, now, "that service")
        );
    }
    if holder.service.kind == ServiceType::Orphan {
        return format!(
            "{PREFIX}The site {site} already has a Jetpack plan, from {of}, which WHMCS has deleted. Nothing was sent. To take \
             it over, press Adopt plan; to end it, press Terminate after that."
        );
    }
    let advice = match action {
        Action::Create | Action::Adopt | Action::Unsuspend | Action::Renew | Action::Change => {
            "Terminate that one, or correct the field Site URL. Nothing was sent."
        }
        Action::Terminate
        | Action::Suspend
        | Action::Look
        | Action::Access
        | Action::Orphan
        | Action::End
        | Action::Resume
        | Action::LetGo => {
            "It was left alone, and nothing was sent. If this service never had a plan of its own, set its status by hand."
        }
    };
    format!("{PREFIX}The site {site} already has a Jetpack plan, from {of}. {advice}")
}

/// The site is another service's, and more is not known.
pub(crate) fn site_taken_by_unreadable(site: &SiteUrl, service: Option<Service>) -> String {
    let holder = service.map_or_else(|| "another service".to_owned(), |service| service.to_string());
    format!(
        "{PREFIX}The site {site} may already have a Jetpack plan, from {holder}, whose record cannot be read. Open the addon \
         module Jetpack, which brings the records to this version, then try again. Nothing was sent."
    )
}

fn passing(until: Option<Moment>, now: Moment, whose: &str) -> String {
    match until {
        Some(until) if now < until => format!(
            "That is known in {} minutes at the latest; then press Look now on {whose}, and repeat this.",
            (until - now) / 60 + 1
        ),
        _ => format!("Press Look now on {whose}, then repeat this."),
    }
}

/// The ledger holds what this version cannot read.
pub(crate) fn unreadable_row(reason: &str) -> String {
    format!(
        "{PREFIX}This service's record cannot be read: {reason}. Nothing was sent. If its plan has to end now, cancel it with \
         the command line: jetpack-partner cancel."
    )
}
