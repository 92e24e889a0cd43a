//! `GET /rest/v1.4/jpphp/{site}/status` and its deprecated form (partner-api.md §6).

use serde_json::{Value, json};

use super::site_with_blog;
use crate::endpoint::route::Route;
use crate::wire::answer::Answer;
use crate::world::{Activation, Family, PlanState, Site, World};

pub(super) fn answer(world: &World, partner: &str, route: &Route) -> Result<Answer, Answer> {
    let site = site_with_blog(world, route)?;
    let body = if route.deprecated {
        version_1_3(site, partner)
    } else {
        version_1_4(site, partner)
    };
    Ok(Answer::ok(body))
}

fn is_pending(product: &Activation) -> bool {
    product.state == PlanState::Pending
}

/// §6.2.
fn version_1_4(site: &Site, partner: &str) -> Value {
    let product = |product: &Activation| {
        json!({
            "slug": product.product.slug,
            "is_provisioned_by_partner": true,
            "is_provisioned_by_calling_partner": product.partner == partner,
            "is_pending": is_pending(product),
        })
    };
    json!({
        "blog": {
            "is_connected": site.connected,
            "has_backups_credentials": site.backup_credentials,
        },
        "products": site.live().map(product).collect::<Vec<_>>(),
    })
}

/// §6.1: the bundle in fields of its own, stand-alone products in a list.
fn version_1_3(site: &Site, partner: &str) -> Value {
    let bundle = site.live().find(|live| live.product.family == Family::Plan);
    let active = bundle.filter(|bundle| !is_pending(bundle));
    let product = |product: &Activation| {
        json!({
            "product": product.product.slug,
            "is_partner_product": true,
            "has_pending_product": is_pending(product),
            "is_provisioned_by_calling_partner": product.partner == partner,
        })
    };
    let products = site.live().filter(|live| live.product.family != Family::Plan);
    json!({
        "plan": active.map_or("", |plan| plan.product.slug),
        "is_partner_plan": active.is_some(),
        "is_provisioned_by_calling_partner": active.is_some_and(|plan| plan.partner == partner),
        "is_connected": site.connected,
        "has_pending_plan": bundle.is_some_and(is_pending),
        "has_backups_credentials": site.backup_credentials,
        "products": products.map(product).collect::<Vec<_>>(),
    })
}
