use jetpack_partner::{Plan, SiteUrl};

use crate::params::before_pipe;
use crate::{Mistake, Params};

/// The field, else the service's domain: bundles and hosting products ask for that.
pub(super) fn site(params: &Params) -> Result<SiteUrl, Mistake> {
    let domain = || params.typed("domain").filter(|domain| !domain.trim().is_empty());
    let given = field(params, "Site URL").or_else(domain).ok_or(Mistake::NoSite)?;
    given.parse().map_err(|reason| Mistake::Site { given, reason })
}

/// The field, else the client's e-mail address: WordPress.com takes either for a user of the site (partner-api.md §4.1).
pub(super) fn local_user(params: &Params) -> Result<String, Mistake> {
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
pub(super) fn plan(params: &Params) -> Result<Plan, Mistake> {
    let option = params
        .typed("configoption3")
        .filter(|text| !before_pipe(text).is_empty());
    let given = option.or_else(|| field(params, "Plan")).ok_or(Mistake::NoPlan)?;
    before_pipe(&given).parse().map_err(|reason| Mistake::Plan {
        given: given.clone(),
        reason,
    })
}

pub(super) fn field(params: &Params, name: &str) -> Option<String> {
    let text = params.typed_field("customfields", name)?.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::order::read::tests::{given, mistake, order, with, with_field};

    #[test]
    fn the_products_plan_comes_before_the_clients_field() {
        let plan = |params| order(params).plan.unwrap().to_string();
        assert_eq!(plan(with_field("Plan", "Professional")), "personal");
        let mut legacy = with_field("Plan", "Premium|Jetpack Premium");
        legacy["configoption3"] = json!("");
        assert_eq!(plan(legacy), "premium");
    }

    #[test]
    fn a_blank_address_is_the_services_domain_and_a_blank_user_the_clients_email() {
        let mut given = given();
        given["customfields"] = json!({"Site URL": " "});
        given["domain"] = json!("shop.example.test");
        given["clientsdetails"] = json!({"email": "a&amp;b@example.test"});
        let without = order(given);
        assert_eq!(without.site.unwrap().to_string(), "https://shop.example.test");
        assert_eq!(without.local_user.unwrap(), "a&b@example.test");

        let mut own = with("domain", "other.example.test");
        own["clientsdetails"] = json!({"email": "c@example.test"});
        let with_own = order(own);
        assert_eq!(with_own.site.unwrap().to_string(), "https://shop.example.test");
        assert_eq!(with_own.local_user.unwrap(), "admin");
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
}
