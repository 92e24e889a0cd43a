use std::collections::BTreeMap;

use jetpack_partner::{Plan, SiteUrl, catalogue};
use serde::{Deserialize, Serialize};

use crate::cron_seconds::{cron_seconds, usable_cron_seconds};
use crate::order::addon_credentials;
use crate::orphan_days::ends_after;
use crate::overview::{Named, standings};
use crate::params::before_pipe;
use crate::prunable::keep_days;
use crate::{
    InvalidSetting, PREFIX, Params, Settings, Standing, Wanted, bare_host, plain, sentences, site_key,
};

/// Characters of WordPress's longest column that names a user: the e-mail address.
const LONGEST_USER: usize = 100;

/// The question `describe`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Describe {
    /// Addresses of sites whose keys are wanted.
    sites: Vec<String>,
    /// What was filled in for users on sites.
    #[serde(deserialize_with = "plain::texts")]
    users: Vec<String>,
    /// The addon module's settings.
    settings: Params,
    /// The option Plan of every product, as it is stored.
    #[serde(deserialize_with = "plain::texts")]
    plans_in_use: Vec<String>,
}

/// What PHP needs to know and does not decide.
#[derive(Debug, Serialize)]
pub struct Description {
    /// What every error and log entry begins with.
    prefix: &'static str,
    /// The documented products.
    products: Vec<Product>,
    /// For each address that was given its key; null for one that this version refuses.
    site_keys: BTreeMap<String, Option<String>>,
    /// The same for the name of its host, without `www.`.
    site_hosts: BTreeMap<String, Option<String>>,
    /// For each user that was given whether one can be called so.
    users: BTreeMap<String, bool>,
    /// What the option Plan of a product can be set to.
    plans: Vec<Choice>,
    /// How a service's plan can stand.
    standings: Vec<Named>,
    /// How long the work at a run of the cron may take.
    cron_seconds: u32,
    /// What is wrong with the set-up, as far as it can be told without asking anybody.
    problems: Vec<String>,
    /// The stored word of rows of services on which this module has never acted.
    no_record: &'static str,
    /// The stored words of rows under which nothing was ever provisioned; of one in doubt it is not known.
    never_had: [&'static str; 3],
    /// The stored word of rows whose plan was cancelled for a suspension: their service has none meanwhile.
    suspended: &'static str,
    /// The stored word of rows for which no plan is wanted any more: that WHMCS has ended their services is no news.
    wanted_gone: Wanted,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Choice {
    slug: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct Product {
    slug: &'static str,
    name: &'static str,
    /// Whether it is one of the four that a shop is set up with.
    offered_first: bool,
}

/// Answers it.
pub(crate) fn describe(asked: &Describe, settings: &Result<Settings, InvalidSetting>) -> Description {
    let of_sites = |what: fn(&SiteUrl) -> String| {
        let one = |site: &String| (site.clone(), site.parse().ok().as_ref().map(what));
        asked.sites.iter().map(one).collect()
    };
    Description {
        prefix: PREFIX,
        products: catalogue()
            .iter()
            .map(|product| Product {
                slug: product.slug,
                name: product.name,
                offered_first: product.offered_first,
            })
            .collect(),
        site_keys: of_sites(site_key),
        site_hosts: of_sites(bare_host),
        users: asked
            .users
            .iter()
            .map(|user| (user.clone(), is_possible_user(user)))
            .collect(),
        plans: asked.choices(),
        standings: standings(),
        cron_seconds: usable_cron_seconds(&asked.settings),
        problems: asked.problems(settings),
        no_record: Standing::Absent.word(),
        never_had: [Standing::Absent, Standing::None, Standing::Refused].map(|standing| standing.word()),
        suspended: Standing::Suspended { until: None }.word(),
        wanted_gone: Wanted::Gone,
    }
}

/// Whether a user of WordPress can have this as login or e-mail address. Only what certainly is neither is refused: the site has
/// the last word.
fn is_possible_user(text: &str) -> bool {
    let text = text.trim();
    let length = text.chars().count();
    let impossible = |c: char| c.is_control() || matches!(c, '<' | '>' | '/' | '\\' | ':' | '"' | ',');
    (1..=LONGEST_USER).contains(&length) && !text.contains(impossible)
}

/// What the setting `further_plans` names, each with what it means.
pub(crate) fn further_plans(settings: &Params) -> impl Iterator<Item = (String, Option<Plan>)> {
    let text = settings.typed("further_plans").unwrap_or_default();
    let parts = text
        .split([',', ';', '\n'])
        .map(|part| before_pipe(part).to_owned());
    let named: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    named.into_iter().map(|slug| {
        let plan = slug.parse().ok();
        (slug, plan)
    })
}

impl Describe {
    /// The documented plans, those of the setting, and what products have now, letter by letter: a value that a drop-down
    /// lacks is lost when the product is saved.
    fn choices(&self) -> Vec<Choice> {
        let blank = [(String::new(), "as the service's field Plan says".to_owned())];
        let documented = catalogue().iter().map(|product| {
            (
                product.slug.to_owned(),
                format!("{} ({})", product.name, product.slug),
            )
        });
        let further = further_plans(&self.settings).filter_map(|(_, plan)| Some(plan?.to_string()));
        let own = further.chain(self.plans_in_use.iter().cloned());
        let mut choices: Vec<Choice> = Vec::new();
        let all = blank.into_iter().chain(documented);
        for (slug, name) in all.chain(own.map(|slug| (slug.clone(), slug))) {
            if choices.iter().all(|known| known.slug != slug) {
                choices.push(Choice { slug, name });
            }
        }
        choices
    }

    fn problems(&self, settings: &Result<Settings, InvalidSetting>) -> Vec<String> {
        let setting = settings.as_ref().err().map(sentences::setting);
        let key = addon_credentials(&self.settings).err();
        let ends = ends_after(&self.settings).err();
        let further = further_plans(&self.settings)
            .filter(|(_, plan)| plan.is_none())
            .map(|(slug, _)| sentences::further_plan(&slug));
        let days = keep_days(&self.settings).err();
        let seconds = cron_seconds(&self.settings).err();
        setting
            .into_iter()
            .chain(key.iter().chain(&ends).map(sentences::mistake))
            .chain(further)
            .chain(days.as_deref().map(sentences::keep_days))
            .chain(seconds.as_deref().map(sentences::cron_seconds))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Ini;

    fn asked(further_plans: &str) -> Describe {
        let settings = json!({"partner_id": "p", "partner_secret": "s", "further_plans": further_plans});
        serde_json::from_value(json!({
            "settings": settings, "plans_in_use": ["Personal", "own_bundle", null, "premium", ""],
        }))
        .unwrap()
    }

    #[test]
    fn a_product_can_be_set_to_what_is_documented_what_is_named_and_what_it_has() {
        let choices = asked("Big-Bundle, own_bundle").choices();
        let slugs: Vec<&str> = choices.iter().map(|choice| choice.slug.as_str()).collect();
        assert_eq!(slugs[..2], ["", catalogue()[0].slug]);
        assert_eq!(slugs[slugs.len() - 3..], ["big-bundle", "own_bundle", "Personal"]);
        assert_eq!(slugs.iter().filter(|slug| **slug == "premium").count(), 1);
    }

    #[test]
    fn what_is_wrong_with_the_set_up_is_known_without_asking() {
        let good = Settings::read(&Ini::default());
        assert_eq!(asked("a, b").problems(&good), Vec::<String>::new());
        let bad = Settings::read(&Ini {
            deadline: "soon".into(),
            ..Ini::default()
        });
        let mut half = asked("two words");
        half.settings = json!({"partner_id": "p", "further_plans": "two words, fine"}).into();
        let said = half.problems(&bad);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].contains("deadline") && said[1].contains("secret is missing"));
        assert!(said[2].contains("two words"));
    }

    #[test]
    fn what_certainly_is_no_user_is_told_from_what_may_be_one() {
        for user in [
            "admin",
            "John Smith",
            "o'neil@example.com",
            "jürgen",
            " admin ",
            "a+b@example.com",
        ] {
            assert!(is_possible_user(user), "{user}");
        }
        let long = "a".repeat(101);
        for user in [
            "",
            " ",
            "https://example.com",
            "<b>",
            "a\nb",
            "me, you",
            long.as_str(),
        ] {
            assert!(!is_possible_user(user), "{user}");
        }
    }

    #[test]
    fn two_addresses_of_one_site_have_one_key_and_an_impossible_one_has_none() {
        let sites = [
            "http://EXAMPLE.com/blog/",
            "https://example.com/%62log",
            "https://example.com/Blog",
            "localhost",
        ];
        let asked = Describe {
            sites: sites.map(str::to_owned).into(),
            ..Describe::default()
        };
        let described = describe(&asked, &Settings::read(&Ini::default()));
        let key = |site: usize| described.site_keys[sites[site]].clone();
        assert_eq!(key(0), key(1));
        assert_ne!(key(0), key(2));
        assert_eq!(key(3), None);
    }
}
