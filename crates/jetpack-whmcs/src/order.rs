use jetpack_partner::{Credentials, Plan, Secret, SiteUrl};

use crate::params::{before_pipe, typed, typed_field};
use crate::{Mistake, Params};

/// What WHMCS wants done: the service, and the wish its fields express.
#[derive(Debug, Clone)]
pub struct Order {
    /// The service that was ordered.
    pub service: Service,
    /// `tblclients.id` of its owner.
    pub client: u64,
    /// `tblproducts.id`.
    pub product: u64,
    /// The key to act with.
    pub credentials: Credentials,
    /// The site the fields name now. What was provisioned may be another: the ledger knows.
    pub site: Result<SiteUrl, Mistake>,
    /// The user on that site.
    pub local_user: Result<String, Mistake>,
    /// The plan that was sold.
    pub plan: Result<Plan, Mistake>,
    /// Whether the client's details field holds a text: then some module has provisioned the service.
    pub has_details: bool,
}

/// What a plan is attached to in WHMCS.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Service {
    /// A service, or a product addon of one.
    pub kind: ServiceType,
    /// `tblhosting.id` or `tblhostingaddons.id`.
    pub id: u64,
}

/// The two kinds of things that a server module provisions (whmcs-contract.md §1.9).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServiceType {
    /// A row of `tblhosting`.
    Service,
    /// A row of `tblhostingaddons`.
    Addon,
}

impl ServiceType {
    /// The word WHMCS uses for it in its module queue.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Addon => "addon",
        }
    }
}

impl Order {
    /// Reads an order from `$params` and the addon module's settings.
    ///
    /// # Errors
    ///
    /// A [`Mistake`] without which no action at all is possible. What only some actions need is
    /// kept as a result in its field.
    pub fn read(params: &impl Params, addon_settings: &impl Params) -> Result<Self, Mistake> {
        Ok(Self {
            service: service(params)?,
            client: number(params, "userid").unwrap_or_default(),
            product: number(params, "pid")
                .or_else(|| number(params, "packageid"))
                .unwrap_or_default(),
            credentials: product_credentials(params).or_else(|mistake| match mistake {
                Mistake::NoCredentials => addon_credentials(addon_settings),
                mistake => Err(mistake),
            })?,
            site: site(params),
            local_user: field(params, "Local User").ok_or(Mistake::NoLocalUser),
            plan: plan(params),
            has_details: field(params, "jetpack_provisioning_details").is_some(),
        })
    }

    /// The first mistake that keeps a plan from being created.
    pub fn mistake(&self) -> Option<&Mistake> {
        let site = self.site.as_ref().err();
        let user = self.local_user.as_ref().err();
        site.or(user).or(self.plan.as_ref().err())
    }
}

/// Reads the key from the addon module's settings `partner_id` and `partner_secret`.
pub(crate) fn addon_credentials(settings: &impl Params) -> Result<Credentials, Mistake> {
    credentials(typed(settings, "partner_id"), typed(settings, "partner_secret"))
}

fn product_credentials(params: &impl Params) -> Result<Credentials, Mistake> {
    credentials(typed(params, "configoption1"), typed(params, "configoption2"))
}

/// The secret is taken as it is; only an id never has spaces around it on purpose.
fn credentials(id: Option<String>, secret: Option<String>) -> Result<Credentials, Mistake> {
    let id = id.unwrap_or_default().trim().to_owned();
    let secret = Secret::new(secret.unwrap_or_default());
    match (id.is_empty(), secret.expose().trim().is_empty()) {
        (true, true) => Err(Mistake::NoCredentials),
        (false, false) => Ok(Credentials {
            client_id: id,
            client_secret: secret,
        }),
        _ => Err(Mistake::HalfCredentials),
    }
}

/// The service, or the product addon of one: then `serviceid` is the parent's (whmcs-contract.md §1.3).
///
/// The documented way to tell is `$params['model']`, of which PHP gives `model_kind` and `model_id`; `addonId` is
/// undocumented, and not every release has it (§11). Where both are there they must agree: a parent's plan must never be
/// hit by its addon's Terminate.
fn service(params: &impl Params) -> Result<Service, Mistake> {
    let addon = |id| Service {
        kind: ServiceType::Addon,
        id,
    };
    let kind = params.text("model_kind").unwrap_or_default();
    match (
        kind.as_str(),
        number(params, "model_id"),
        number(params, "addonId"),
    ) {
        ("addon", Some(model), Some(id)) if model != id => Err(Mistake::Contradiction),
        ("service", _, Some(_)) => Err(Mistake::Contradiction),
        ("addon", Some(id), _) | (_, _, Some(id)) => Ok(addon(id)),
        ("addon", None, None) => Err(Mistake::NoService),
        _ => Ok(Service {
            kind: ServiceType::Service,
            id: number(params, "serviceid").ok_or(Mistake::NoService)?,
        }),
    }
}

fn site(params: &impl Params) -> Result<SiteUrl, Mistake> {
    let given = field(params, "Site URL").ok_or(Mistake::NoSite)?;
    given.parse().map_err(|reason| Mistake::Site { given, reason })
}

/// The plan comes from the product, not from a field the client can edit; only products of the
/// first module, which had no option 3, still use their field (architecture.md §4, promise 8).
fn plan(params: &impl Params) -> Result<Plan, Mistake> {
    let option = typed(params, "configoption3").filter(|text| !before_pipe(text).is_empty());
    let given = option.or_else(|| field(params, "Plan")).ok_or(Mistake::NoPlan)?;
    before_pipe(&given).parse().map_err(|reason| Mistake::Plan {
        given: given.clone(),
        reason,
    })
}

fn field(params: &impl Params, name: &str) -> Option<String> {
    let text = typed_field(params, "customfields", name)?.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

fn number(params: &impl Params, key: &str) -> Option<u64> {
    params.text(key)?.trim().parse().ok().filter(|number| *number > 0)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::params::tests::Given;

    /// A complete order, as the addon's products produce it.
    pub(crate) fn given() -> Given {
        Given::default()
            .text("serviceid", "7")
            .text("userid", "3")
            .text("pid", "2")
            .text("configoption3", "personal")
            .field("Site URL", "https://shop.example.test")
            .field("Local User", "admin")
    }

    pub(crate) fn settings() -> Given {
        Given::default()
            .text("partner_id", "partner")
            .text("partner_secret", "s&amp;e+c")
    }

    fn order(given: Given) -> Order {
        Order::read(&given, &settings()).unwrap()
    }

    #[test]
    fn a_complete_order_is_read() {
        let order = order(given());

        assert_eq!(order.mistake(), None);
        assert_eq!(
            order.service,
            Service {
                kind: ServiceType::Service,
                id: 7
            }
        );
        assert_eq!((order.client, order.product), (3, 2));
        assert_eq!(order.credentials.client_secret.expose(), "s&e+c");
    }

    #[test]
    fn the_products_own_key_comes_before_the_addons() {
        let own = given().text("configoption1", "own").text("configoption2", " s ");
        let order = order(own);

        assert_eq!(order.credentials.client_id, "own");
        assert_eq!(order.credentials.client_secret.expose(), " s ");
    }

    #[test]
    fn half_a_key_is_a_mistake_and_is_not_completed_from_the_addon() {
        let half = given().text("configoption1", "own");
        assert_eq!(
            Order::read(&half, &settings()).unwrap_err(),
            Mistake::HalfCredentials
        );
        assert_eq!(
            Order::read(&given(), &Given::default()).unwrap_err(),
            Mistake::NoCredentials
        );
    }

    #[test]
    fn the_products_plan_comes_before_the_clients_field() {
        assert_eq!(
            order(given().field("Plan", "Professional"))
                .plan
                .unwrap()
                .as_str(),
            "personal"
        );
        let legacy = given()
            .text("configoption3", "")
            .field("Plan", "Premium|Jetpack Premium");
        assert_eq!(order(legacy).plan.unwrap().as_str(), "premium");
    }

    #[test]
    fn an_addon_is_known_by_its_own_id() {
        let addon = order(given().text("addonId", "9"));
        assert_eq!(
            addon.service,
            Service {
                kind: ServiceType::Addon,
                id: 9
            }
        );
        assert_eq!(
            order(given().text("addonId", "0")).service.kind,
            ServiceType::Service
        );
    }

    #[test]
    fn an_addon_is_known_by_whmcss_model_too_and_both_must_agree() {
        let told = |kind: &str, model: &str, addon: &str| {
            let given = given()
                .text("model_kind", kind)
                .text("model_id", model)
                .text("addonId", addon);
            let order = Order::read(&given, &settings())?;
            Ok((order.service.kind, order.service.id))
        };
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
            assert_eq!(told(kind, model, addon), expected, "{kind} {model} {addon}");
        }
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        assert_eq!(
            Order::read(&Given::default(), &settings()).unwrap_err(),
            Mistake::NoService
        );
        assert_eq!(
            order(given().field("Site URL", " ")).mistake(),
            Some(&Mistake::NoSite)
        );
        assert_eq!(
            order(given().field("Local User", "")).mistake(),
            Some(&Mistake::NoLocalUser)
        );
        assert_eq!(
            order(given().text("configoption3", "")).mistake(),
            Some(&Mistake::NoPlan)
        );
        assert!(matches!(
            order(given().field("Site URL", "localhost")).mistake(),
            Some(Mistake::Site { .. })
        ));
    }
}
