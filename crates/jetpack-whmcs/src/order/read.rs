use std::time::Duration;

use jetpack_partner::boottime_now;
use serde::Deserialize;

use super::credentials::partner_id;
use super::fields::{field, local_user, plan, site};
use super::options::{backup_access, when_suspended};
use super::sold::{quantity, service};
use super::{Connecting, Order};
use crate::orphan_days::ends_after;
use crate::{Action, Mistake, Params, Reminders, sentences};

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
        let (key, partner_id) = partner_id(params, &self.settings);
        let (site, local_user, plan) = (site(params), local_user(params), plan(params));
        let obstacle = match self.action {
            Action::Create => {
                let partner = partner_id.as_ref().err();
                let user = local_user.as_ref().err();
                let quantity = quantity.as_ref().err();
                let fields = site.as_ref().err().or(user).or(plan.as_ref().err());
                partner.or(quantity).or(fields)
            }
            Action::Adopt => {
                let partner = partner_id.as_ref().err();
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
            partner_id: partner_id.unwrap_or_default(),
            when_suspended: when_suspended(params),
            ends_after: ends_after(&self.settings).ok().flatten(),
            why: String::new(),
            backup_access: backup_access(params),
            connecting: Connecting::read(&self.settings),
            has_details: field(params, "jetpack_provisioning_details").is_some(),
            repairs: false,
            reminders: Reminders::default(),
            is_heard: false,
            version: None,
            by_itself: false,
            deadline: boottime_now().saturating_add(u64::try_from(span.as_millis()).unwrap_or(u64::MAX)),
            span: i64::try_from(span.as_secs()).unwrap_or(i64::MAX),
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::ServiceType;
    use crate::order::{KeySource, Keyed};

    /// A complete order, as the addon's products produce it.
    pub(in crate::order) fn given() -> Value {
        json!({
            "serviceid": 7, "userid": "3", "pid": 2, "configoption3": "personal",
            "customfields": {"Site URL": "https://shop.example.test", "Local User": "admin"},
        })
    }

    pub(in crate::order) fn with(key: &str, value: &str) -> Value {
        let mut given = given();
        given[key] = json!(value);
        given
    }

    pub(in crate::order) fn with_field(name: &str, value: &str) -> Value {
        let mut given = given();
        given["customfields"][name] = json!(value);
        given
    }

    pub(in crate::order) fn read(action: Action, params: Value) -> Result<Order, Mistake> {
        let settings = json!({"partner_id": "partner", "partner_secret": "s&amp;e+c"});
        let given = OrderGiven {
            action,
            params: params.into(),
            settings: settings.into(),
        };
        given.order(Duration::from_secs(25))
    }

    pub(in crate::order) fn order(params: Value) -> Order {
        read(Action::Create, params).unwrap()
    }

    pub(in crate::order) fn mistake(params: Value) -> Mistake {
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
        let missing = "id";
        let of = KeySource::Product;
        assert_eq!(
            mistake(with("configoption2", "s")),
            Mistake::HalfCredentials { of, missing }
        );
    }

    #[test]
    fn an_id_without_a_secret_means_a_key_that_is_kept() {
        let order = order(with("configoption1", " bundle "));
        assert_eq!(
            (order.key, order.partner_id.as_str()),
            (KeySource::Kept, "bundle")
        );
        assert_eq!(
            mistake(with("configoption1", &"9".repeat(101))),
            Mistake::PartnerId
        );
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
