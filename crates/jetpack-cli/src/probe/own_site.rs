//! The user's own test site: what is asked of it, and whether a plan may be provisioned there.

use jetpack_partner::SiteUrl;
use serde_json::Value;

use super::ProbeArguments;
use super::answered::Answered;
use super::place::{Place, path};
use super::wire::{Ended, Request, Wire};

/// What it was like before anything was done.
#[derive(Debug)]
pub(super) struct OwnSite {
    pub(super) place: Place,
    /// The look-up that anyone may make.
    pub(super) found: Answered,
    status: Answered,
}

impl OwnSite {
    pub(super) async fn look(
        wire: &mut Wire,
        arguments: &ProbeArguments,
        site: &SiteUrl,
    ) -> Result<Self, Ended> {
        let identifier = site.identifier();
        let found = wire.ask(look_up(site)).await?;
        let status = wire
            .ask(Request::get(path("1.4", identifier.as_str(), "status")))
            .await?;
        let place = Place {
            what: "your site",
            site: site.clone(),
            user: arguments.user.clone(),
            plan: arguments.plan.clone(),
            // Where the status cannot be read, only the plan that is provisioned here may be cancelled.
            is_ours_alone: status.list("products").is_some_and(Vec::is_empty),
            was_unknown: status.is_unknown_site(),
            may_be_billed: true,
        };
        Ok(Self { place, found, status })
    }

    /// Looks it up once more: a provision makes a site known.
    pub(super) async fn look_again(&mut self, wire: &mut Wire) -> Result<(), Ended> {
        self.found = wire.ask(look_up(&self.place.site)).await?;
        Ok(())
    }

    /// Why nothing may be provisioned there: what is there belongs to somebody.
    pub(super) fn taken_by(&self) -> Option<String> {
        let products = self.status.list("products")?;
        let slugs: Vec<&str> = products
            .iter()
            .filter_map(|product| product.get("slug").and_then(Value::as_str))
            .collect();
        match products.is_empty() {
            true => None,
            false => Some(format!(
                "your site has {} already, which is left alone",
                slugs.join(", ")
            )),
        }
    }
}

fn look_up(site: &SiteUrl) -> Request {
    Request::get(format!("rest/v1.1/sites/{}", site.identifier())).openly()
}
