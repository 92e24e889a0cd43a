use crate::{Mistake, Params, Service, ServiceType};

/// The service, or the product addon of one: then `serviceid` is the parent's (whmcs-contract.md §1.3).
///
/// The documented way to tell is `$params['model']`, of which PHP gives `model_kind` and `model_id`; `addonId` is
/// undocumented, and not every release has it (§11). Where both are there they must agree: a parent's plan must never be
/// hit by its addon's Terminate.
pub(super) fn service(params: &Params) -> Result<Service, Mistake> {
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
pub(super) fn quantity(params: &Params) -> Result<(), Mistake> {
    let told = ["qty", "model_qty"]
        .into_iter()
        .filter_map(|key| params.number(key));
    match told.max() {
        Some(quantity @ 2..) => Err(Mistake::Quantity(quantity)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Action;
    use crate::order::read::tests::{given, mistake, read, with};

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
}
