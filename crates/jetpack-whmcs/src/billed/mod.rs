//! What WordPress.com bills, against what is sold here.

mod accounts;
mod place;
mod weigh;

use jetpack_partner::{
    Activation, ActivationFilter, Activations, Deadline, Error, Plan, Reports, SiteUrl, catalogue,
};
use serde::{Deserialize, Serialize};

use crate::billed::accounts::Accounts;
use crate::describe::further_plans;
use crate::{ModuleLog, Params, Settings, sentences, site_key};

pub use place::Place;
pub use weigh::Weigh;

/// Rows of a page; the API's own number is 20 (partner-api.md §10).
const PAGE: u32 = 100;

/// The question `billed`: a page of the report of a key's activations. The report names products by numbers that no source
/// lists, so it is read once whole and once for each plan, by which each activation is told its plan.
#[derive(Debug, Deserialize)]
pub struct Billed {
    /// The addon module's settings.
    #[serde(default)]
    settings: Params,
    /// Where to go on, as the last answer said; null at the beginning.
    #[serde(default)]
    place: Option<Place>,
}

/// Its answer.
#[derive(Debug, Serialize)]
pub struct BilledPage {
    /// What the admin reads where nothing was told.
    problem: Option<String>,
    /// The key that was asked about.
    partner_id: String,
    /// The plan that was asked for; null in the reading of the whole.
    plan: Option<String>,
    /// The page's activations that are not over.
    activations: Vec<Line>,
    /// Where to go on; null where all is read.
    next: Option<Place>,
    /// All keys of the report.
    partner_ids: Vec<String>,
    /// What was asked and answered.
    log: ModuleLog,
}

/// An activation, with what the ledger knows a site by.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Line {
    activation: String,
    site: Option<String>,
    site_key: Option<String>,
    since: Option<String>,
}

impl Billed {
    /// Asks for the page.
    pub async fn run(self, settings: &Settings) -> BilledPage {
        let mut log = ModuleLog::default();
        match self.page(settings, &mut log).await {
            Ok(page) => BilledPage { log, ..page },
            Err(problem) => BilledPage {
                problem: Some(problem),
                partner_id: String::new(),
                plan: None,
                activations: Vec::new(),
                next: self.place,
                partner_ids: Vec::new(),
                log,
            },
        }
    }

    /// The error is a sentence.
    async fn page(&self, settings: &Settings, log: &mut ModuleLog) -> Result<BilledPage, String> {
        let accounts = Accounts::read(&self.settings)?;
        let (keys, plans) = (&accounts.keys, self.plans());
        let place = self
            .place
            .clone()
            .unwrap_or_default()
            .within(keys.len(), plans.len());
        let (partner_id, number) = &keys[place.key];
        let plan = place.plan.map(|plan| plans[plan].clone());
        let token = accounts.token.clone();
        let reports = Reports::new(settings.api_url.clone(), &settings.trust, &settings.proxy, token);
        let reports = reports.map_err(|error| sentences::defect(&error.to_string()))?;
        let mut call = reports.call(Deadline::after(settings.deadline));
        let filter = ActivationFilter {
            page: Some(place.page + 1),
            per_page: Some(PAGE),
            plans: plan.iter().cloned().collect(),
            ..ActivationFilter::default()
        };
        let told = call.activations(accounts.partner, *number, &filter).await;
        log.add_report(&call);
        let told: Activations = told.map_err(|error: Error| sentences::not_reported(&error))?;
        let seen = u64::from(place.page + 1) * u64::from(PAGE);
        let goes_on = seen < told.total && !told.activations.is_empty();
        Ok(BilledPage {
            problem: None,
            partner_id: partner_id.clone(),
            plan,
            activations: told.activations.into_iter().filter_map(line).collect(),
            next: place.next(goes_on, keys.len(), plans.len()),
            partner_ids: keys.iter().map(|(id, _)| id.clone()).collect(),
            log: ModuleLog::default(),
        })
    }

    /// The slugs that are asked for one by one.
    fn plans(&self) -> Vec<String> {
        let mut plans: Vec<String> = catalogue()
            .iter()
            .map(|product| product.slug.to_owned())
            .collect();
        for plan in further_plans(&self.settings).filter_map(|(_, plan): (String, Option<Plan>)| plan) {
            let slug = plan.to_string();
            if !plans.contains(&slug) {
                plans.push(slug);
            }
        }
        plans
    }
}

/// Nothing of one that is over.
fn line(activation: Activation) -> Option<Line> {
    let is_over = activation.cancelled_on.is_some_and(|day| !day.is_empty());
    let site: Option<SiteUrl> = activation.site_url.as_deref().and_then(|site| site.parse().ok());
    (!is_over).then(|| Line {
        activation: activation.id,
        site_key: site.as_ref().map(site_key),
        // One that this module could not cancel is shown as it was told.
        site: site.map(|site| site.to_string()).or(activation.site_url),
        since: activation.activated_on.or(activation.created_on),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn activation(site: Option<&str>, cancelled: Option<&str>) -> Activation {
        Activation {
            id: "5".into(),
            blog_id: None,
            site_url: site.map(str::to_owned),
            product_id: None,
            created_on: Some("2026-01-01 00:00:00".into()),
            activated_on: None,
            cancelled_on: cancelled.map(str::to_owned),
        }
    }

    #[test]
    fn what_is_over_is_left_out_and_a_site_is_known_in_whatever_spelling() {
        let key = |site: &str| line(activation(Some(site), None)).unwrap().site_key;
        assert!(key("http://Example.com/").is_some());
        assert_eq!(key("http://Example.com/"), key("https://example.com"));
        assert_eq!(key("no site"), None);
        assert_eq!(
            line(activation(None, None)).unwrap().since.unwrap(),
            "2026-01-01 00:00:00"
        );
        assert_eq!(line(activation(None, Some("2026-02-01"))), None);
        assert!(line(activation(None, Some(""))).is_some());
    }

    #[test]
    fn every_documented_plan_is_asked_for_and_those_of_the_settings() {
        let asked: Billed =
            serde_json::from_value(json!({"settings": {"further_plans": "Big-Bundle, personal, two words"}}))
                .unwrap();
        let plans = asked.plans();
        assert_eq!(plans.len(), catalogue().len() + 1);
        assert_eq!(plans.last().unwrap(), "big-bundle");
    }
}
