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
use crate::{ModuleLog, Params, Settings, bare_host, sentences, site_key};

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
#[derive(Debug, Default, Serialize)]
pub struct BilledPage {
    /// What the admin reads where nothing was told.
    problem: Option<String>,
    /// The key that was asked about.
    partner_id: String,
    /// The plan that was asked for; null in the reading of the whole.
    plan: Option<String>,
    /// The page's activations that are not over.
    activations: Vec<Line>,
    /// How many rows the page had.
    listed: u64,
    /// A plan that the report cannot be asked for: of none of its activations is told that they are its.
    untold: Option<String>,
    /// Whether settings were changed since the place was told, so that this is the first page of another report.
    is_anew: bool,
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
    /// The site's host without `www.`: the report may name a site by its home, and a service by where WordPress is.
    host: Option<String>,
    /// Since when it is active; null while it waits for that, and is not billed.
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
                next: self.place,
                log,
                ..BilledPage::default()
            },
        }
    }

    /// The error is a sentence.
    async fn page(&self, settings: &Settings, log: &mut ModuleLog) -> Result<BilledPage, String> {
        let accounts = Accounts::read(&self.settings)?;
        let (keys, plans) = (&accounts.keys, self.plans());
        let of = accounts.known_by(&plans);
        let is_anew = self.place.as_ref().is_some_and(|place| place.of != of);
        let place = self.place.clone().filter(|place| place.of == of);
        let place = place.unwrap_or_else(|| Place::beginning(of));
        let key = keys.get(place.key).ok_or_else(sentences::no_report)?;
        let plan = place.plan.and_then(|plan| plans.get(plan).cloned());
        let token = accounts.token.clone();
        let reports = Reports::new(settings.api_url.clone(), &settings.trust, &settings.proxy, token);
        let reports = reports.map_err(|error| sentences::defect(&error.to_string()))?;
        let mut call = reports.call(Deadline::after(settings.deadline));
        let asked = place.rows.unwrap_or(PAGE);
        let filter = ActivationFilter {
            page: Some(place.page + 1),
            per_page: Some(asked),
            plans: plan.iter().cloned().collect(),
            ..ActivationFilter::default()
        };
        let told = call.activations(accounts.partner, key.1, &filter).await;
        log.add_report(&call);
        let page = BilledPage {
            partner_id: key.0.clone(),
            plan,
            is_anew,
            partner_ids: keys.iter().map(|(id, _)| id.clone()).collect(),
            ..BilledPage::default()
        };
        let told: Activations = match told {
            Ok(told) => told,
            Err(error) if page.plan.is_some() && is_not_taken(&error) => {
                return Ok(BilledPage {
                    untold: page.plan.clone(),
                    next: place.next(None, keys.len(), plans.len()),
                    ..page
                });
            }
            Err(error) => return Err(sentences::not_reported(&error)),
        };
        let following = match place.following(asked, told.listed, told.total) {
            // What one plan has may be counted together with all others.
            Err(_) if page.plan.is_some() => None,
            following => following.map_err(|listed| sentences::report_cut_short(listed, told.total))?,
        };
        Ok(BilledPage {
            listed: told.listed,
            activations: told.activations.into_iter().filter_map(line).collect(),
            next: place.next(following, keys.len(), plans.len()),
            ..page
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

/// Whether the report does not take what it was asked with: which plans it can be asked for is not documented.
fn is_not_taken(error: &Error) -> bool {
    error.api_error().is_some_and(|api| api.status == 400)
}

/// Nothing of one that is over.
fn line(activation: Activation) -> Option<Line> {
    let site: Option<SiteUrl> = activation.site_url.as_deref().and_then(|site| site.parse().ok());
    day(activation.cancelled_on).is_none().then(|| Line {
        activation: activation.id,
        site_key: site.as_ref().map(site_key),
        host: site.as_ref().map(bare_host),
        // One that this module could not cancel is shown as it was told.
        site: site.map(|site| site.to_string()).or(activation.site_url),
        since: day(activation.activated_on),
    })
}

/// A date that is one: databases write zeros where there is none.
fn day(told: Option<String>) -> Option<String> {
    told.filter(|day| day.contains(|digit| matches!(digit, '1'..='9')))
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
            activated_on: Some("2026-01-02 00:00:00".into()),
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
            "2026-01-02 00:00:00"
        );
        assert_eq!(line(activation(None, Some("2026-02-01"))), None);
        for none in ["", "0", "0000-00-00 00:00:00"] {
            assert!(line(activation(None, Some(none))).is_some(), "{none}");
        }
    }

    #[test]
    fn one_that_waits_has_no_day_and_a_site_its_host_without_www() {
        let waiting = Activation {
            activated_on: Some("0000-00-00 00:00:00".into()),
            ..activation(Some("https://WWW.B\u{fc}cher.example:8443/wp"), None)
        };
        let line = line(waiting).unwrap();
        assert_eq!(
            (line.since, line.host.as_deref()),
            (None, Some("xn--bcher-kva.example"))
        );
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
