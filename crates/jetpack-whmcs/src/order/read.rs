use std::time::Duration;

use jetpack_partner::{Plan, SiteUrl, boottime_now};
use serde::Deserialize;

use super::Order;
use super::credentials::credentials;
use super::options::{backup_access, when_suspended};
use crate::orphan_days::ends_after;
use crate::params::before_pipe;
use crate::{Action, Mistake, Params, Service, ServiceType, sentences};

/// The question `order`.
#[derive(Debug, Deserialize)]
pub struct OrderGiven {
    action: Action,
    #[serde(default)]
    params: Params,
    #[serde(default)]
    settings: Params,
}

impl OrderGiven {
    /// Reads the order; its deadline begins now.
    ///
    /// # Errors
    ///
    /// The first mistake that the action cannot do without.
    pub fn order(&self, span: Duration) -> Result<Order, Mistake> {
        let params = &self.params;
        let service = service(params)?;
        let quantity = quantity(params);
        let (key, credentials) = credentials(params, &self.settings);
        let (site, local_user, plan) = (site(params), local_user(params), plan(params));
        let obstacle = match self.action {
            Action::Create => {
                let partner = credentials.as_ref().err();
                let user = local_user.as_ref().err();
                let quantity = quantity.as_ref().err();
                let fields = site.as_ref().err().or(user).or(plan.as_ref().err());
                partner.or(quantity).or(fields)
            }
            Action::Adopt => {
                let partner = credentials.as_ref().err();
                partner.or(site.as_ref().err()).or(plan.as_ref().err())
            }
            Action::Terminate
            | Action::Suspend
            | Action::Unsuspend
            | Action::Renew
            | Action::Change
            | Action::Look
            | Action::Access
            | Action::Orphan
            | Action::End
            | Action::Resume
            | Action::LetGo => None,
        };
        if let Some(mistake) = obstacle {
            return Err(mistake.clone());
        }
        let missing = site.as_ref().err().or(plan.as_ref().err());
        Ok(Order {
            action: self.action,
            service,
            client: params.number("userid").unwrap_or_default(),
            product: params
                .number("pid")
                .or_else(|| params.number("packageid"))
                .unwrap_or_default(),
            obstacle: missing.map(sentences::correction),
            site: site.ok(),
            local_user: local_user.ok(),
            plan: plan.ok(),
            key,
            partner_id: credentials.map(|key| key.client_id).unwrap_or_default(),
            when_suspended: when_suspended(params),
            ends_after: ends_after(&self.settings).ok().flatten(),
            why: String::new(),
            backup_access: backup_access(params),
            has_details: field(params, "jetpack_provisioning_details").is_some(),
            deadline: boottime_now().saturating_add(u64::try_from(span.as_millis()).unwrap_or(u64::MAX)),
            span: i64::try_from(span.as_secs()).unwrap_or(i64::MAX),
        })
    }
}

/// The service, or the product addon of one: then `serviceid` is the parent's (whmcs-contract.md §1.3).
///
/// The documented way to tell is `$params['model']`, of which PHP gives `model_kind` and `model_id`; `addonId` is
/// undocumented, and not every release has it (§11). Where both are there they must agree: a parent's plan must never be
/// hit by its addon's Terminate.
fn service(params: &Params) -> Result<Service, Mistake> {
    let addon = |id| Service {
        kind: ServiceType::Addon,
        id,
    };
    let kind = params.text("model_kind").unwrap_or_default();
    match (kind.as_str(), params.id("model_id")?, params.id("addonId")?) {
        ("addon", Some(model), Some(id)) if model != id => Err(Mistake::Contradiction),
        ("service", _, Some(_)) => Err(Mistake::Contradiction),
        ("addon", Some(id), _) | (_, _, Some(id)) => Ok(addon(id)),
        ("addon", None, None) => Err(Mistake::NoService),
        _ => Ok(Service {
            kind: ServiceType::Service,
            id: params.id("serviceid")?.ok_or(Mistake::NoService)?,
        }),
    }
}

/// How many of it were sold: `qty` is undocumented (whmcs-contract.md §11), WHMCS's model has it in any case.
fn quantity(params: &Params) -> Result<(), Mistake> {
    let told = ["qty", "model_qty"]
        .into_iter()
        .filter_map(|key| params.number(key));
    match told.max() {
        Some(quantity @ 2..) => Err(Mistake::Quantity(quantity)),
        _ => Ok(()),
    }
}

/// The field, else the service's domain: bundles and hosting products ask for that.
fn site(params: &Params) -> Result<SiteUrl, Mistake> {
    let domain = || params.typed("domain").filter(|domain| !domain.trim().is_empty());
    let given = field(params, "Site URL").or_else(domain).ok_or(Mistake::NoSite)?;
    given.parse().map_err(|reason| Mistake::Site { given, reason })
}

/// The field, else the client's e-mail address: WordPress.com takes either for a user of the site (partner-api.md §4.1).
fn local_user(params: &Params) -> Result<String, Mistake> {
    let email = || {
        params
            .typed_field("clientsdetails", "email")
            .filter(|email| !email.trim().is_empty())
    };
    field(params, "Local User")
        .or_else(email)
        .ok_or(Mistake::NoLocalUser)
}

/// The plan comes from the product, not from a field the client can edit; only products of the first module, which had no
/// option 3, still use their field (architecture.md §4, promise 8).
fn plan(params: &Params) -> Result<Plan, Mistake> {
    let option = params
        .typed("configoption3")
        .filter(|text| !before_pipe(text).is_empty());
    let given = option.or_else(|| field(params, "Plan")).ok_or(Mistake::NoPlan)?;
    before_pipe(&given).parse().map_err(|reason| Mistake::Plan {
        given: given.clone(),
        reason,
    })
}

fn field(params: &Params, name: &str) -> Option<String> {
    let text = params.typed_field("customfields", name)?.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::order::{KeySource, Keyed};

    /// A complete order, as the addon's products produce it.
    fn given() -> Value {
        json!({
            "serviceid": 7, "userid": "3", "pid": 2, "configoption3": "personal",
            "customfields": {"Site URL": "https://shop.example.test", "Local User": "admin"},
        })
    }

    fn with(key: &str, value: &str) -> Value {
        let mut given = given();
        given[key] = json!(value);
        given
    }

    fn with_field(name: &str, value: &str) -> Value {
        let mut given = given();
        given["customfields"][name] = json!(value);
        given
    }

    fn read(action: Action, params: Value) -> Result<Order, Mistake> {
        let settings = json!({"partner_id": "partner", "partner_secret": "s&amp;e+c"});
        let given = OrderGiven {
            action,
            params: params.into(),
            settings: settings.into(),
        };
        given.order(Duration::from_secs(25))
    }

    fn order(params: Value) -> Order {
        read(Action::Create, params).unwrap()
    }

    fn mistake(params: Value) -> Mistake {
        read(Action::Create, params).unwrap_err()
    }

    #[test]
    fn a_complete_order_is_read_and_survives_the_border() {
        let order = order(given());
        assert_eq!((order.service.kind, order.service.id), (ServiceType::Service, 7));
        assert_eq!((order.client, order.product, order.span), (3, 2, 25));
        assert_eq!(
            (order.key, order.partner_id.as_str()),
            (KeySource::Addon, "partner")
        );

        let written = serde_json::to_value(Keyed::from(&order)).unwrap();
        assert_eq!(written["site_key"].as_str().unwrap().len(), 64);
        assert!(!written.to_string().contains("s&e+c"));
        let again: Order = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(serde_json::to_value(Keyed::from(&again)).unwrap(), written);
    }

    #[test]
    fn the_products_own_key_comes_before_the_addons_and_half_a_key_is_a_mistake() {
        let mut own = with("configoption1", " own ");
        own["configoption2"] = json!(" s ");
        let order = order(own);
        assert_eq!(
            (order.key, order.partner_id.as_str()),
            (KeySource::Product, "own")
        );
        let missing = "secret";
        let of = KeySource::Product;
        assert_eq!(
            mistake(with("configoption1", "own")),
            Mistake::HalfCredentials { of, missing }
        );
    }

    #[test]
    fn the_products_plan_comes_before_the_clients_field() {
        let plan = |params| order(params).plan.unwrap().to_string();
        assert_eq!(plan(with_field("Plan", "Professional")), "personal");
        let mut legacy = with_field("Plan", "Premium|Jetpack Premium");
        legacy["configoption3"] = json!("");
        assert_eq!(plan(legacy), "premium");
    }

    #[test]
    fn an_addon_is_known_by_its_id_and_by_whmcss_model_and_both_must_agree() {
        for (kind, model, addon, expected) in [
            ("addon", "9", "9", Ok((ServiceType::Addon, 9))),
            ("addon", "9", "", Ok((ServiceType::Addon, 9))),
            ("addon", "9", "0", Ok((ServiceType::Addon, 9))),
            ("", "", "9", Ok((ServiceType::Addon, 9))),
            ("service", "7", "0", Ok((ServiceType::Service, 7))),
            ("", "", "", Ok((ServiceType::Service, 7))),
            ("service", "7", "9", Err(Mistake::Contradiction)),
            ("addon", "8", "9", Err(Mistake::Contradiction)),
            ("addon", "", "", Err(Mistake::NoService)),
        ] {
            let mut given = given();
            for (key, value) in [("model_kind", kind), ("model_id", model), ("addonId", addon)] {
                given[key] = json!(value);
            }
            let told = read(Action::Terminate, given).map(|order| (order.service.kind, order.service.id));
            assert_eq!(told, expected, "{kind} {model} {addon}");
        }
    }

    #[test]
    fn a_blank_address_is_the_services_domain_and_a_blank_user_the_clients_email() {
        let mut given = given();
        given["customfields"] = json!({"Site URL": " "});
        given["domain"] = json!("shop.example.test");
        given["clientsdetails"] = json!({"email": "a&amp;b@example.test"});
        let order = order(given);
        assert_eq!(order.site.unwrap().to_string(), "https://shop.example.test");
        assert_eq!(order.local_user.unwrap(), "a&b@example.test");

        let mut own = with("domain", "other.example.test");
        own["clientsdetails"] = json!({"email": "c@example.test"});
        let order = super::tests::order(own);
        assert_eq!(order.site.unwrap().to_string(), "https://shop.example.test");
        assert_eq!(order.local_user.unwrap(), "admin");
    }

    #[test]
    fn a_number_that_no_record_could_have_is_refused_and_never_taken_for_none() {
        for (key, given) in [
            ("serviceid", "9223372036854775808"),
            ("serviceid", "4294967296"),
            ("serviceid", "-7"),
            ("addonId", "99999999999999999999"),
            ("addonId", "x"),
            ("model_id", "9.5"),
        ] {
            for action in Action::ALL {
                let mistake = read(action, with(key, given)).unwrap_err();
                assert!(
                    matches!(&mistake, Mistake::Number { key: named, .. } if *named == key),
                    "{mistake:?}"
                );
            }
        }
    }

    #[test]
    fn several_of_one_service_are_refused_but_can_be_ended() {
        for key in ["qty", "model_qty"] {
            assert_eq!(mistake(with(key, "3")), Mistake::Quantity(3));
            assert!(read(Action::Create, with(key, "1")).is_ok());
            assert!(read(Action::Terminate, with(key, "3")).is_ok());
        }
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        assert_eq!(mistake(json!({})), Mistake::NoService);
        assert_eq!(mistake(with_field("Site URL", " ")), Mistake::NoSite);
        assert_eq!(mistake(with_field("Local User", "")), Mistake::NoLocalUser);
        assert_eq!(mistake(with("configoption3", "")), Mistake::NoPlan);
        assert!(matches!(
            mistake(with_field("Site URL", "localhost")),
            Mistake::Site { .. }
        ));
    }

    #[test]
    fn a_termination_needs_no_usable_address_and_no_key() {
        let given = OrderGiven {
            action: Action::Terminate,
            params: json!({"serviceid": 7}).into(),
            settings: Params::default(),
        };
        let order = given.order(Duration::from_secs(25)).unwrap();
        assert_eq!((order.key, order.site), (KeySource::None, None));
        assert!(order.obstacle.unwrap().contains("Site URL"));
    }
}
