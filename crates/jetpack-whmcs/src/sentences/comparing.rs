use jetpack_partner::{Plan, SiteUrl};

use super::PREFIX;
use crate::Service;

/// A plan is gone that nobody here has ended.
pub(crate) fn missing(service: Service, site: &SiteUrl, plan: &Plan, repairs: bool) -> String {
    let remedy = match repairs {
        true => "The cron provisions it again, as the addon's setting says.",
        false => "To provision it again, press Create there; to end the service, press Terminate.",
    };
    format!(
        "{PREFIX}The plan {plan} is gone from {site}, and nobody has ended it in WHMCS. {} {remedy}",
        cost_of_missing(service)
    )
}

/// Another plan is there than was sold.
pub(crate) fn replaced(service: Service, site: &SiteUrl, sold: &Plan, found: &Plan, repairs: bool) -> String {
    let remedy = match repairs {
        true => "The cron changes it back, as the addon's setting says.",
        false => {
            "To set it back, press Change Package there; to keep it, set the service to a product with it, and press the same."
        }
    };
    format!(
        "{PREFIX}The site {site} has the plan {found}, and {sold} was sold. {} {remedy}",
        cost_of_replaced(service, sold, found)
    )
}

/// What it costs that a plan is gone.
pub(crate) fn cost_of_missing(service: Service) -> String {
    format!("WordPress.com does not bill it any more; the client pays for the {service} and has no plan.")
}

/// What it costs that there is another one.
pub(crate) fn cost_of_replaced(service: Service, sold: &Plan, found: &Plan) -> String {
    format!("WordPress.com bills {found}; the client pays for the {service} with {sold}.")
}
