//! One plan in the place of another. There is no downgrade in place (partner-api.md §1): the current
//! plan is cancelled first. An upgrade is a provision only, and so leaves no gap.
//!
//! Every step follows from the site's status, so doing it again after a crash ends in the same place.

use jetpack_partner::{Call, Error, Plan, ProvisionRequest, SiteStatus};

use super::entry::Entry;
use super::outcome::Outcome;
use super::work::{cancel_one, found, status_if_known};

/// Slugs of which a site has one at a time (partner-api.md §4.2, §7).
const FAMILIES: [&[&str]; 2] = [
    &["free", "personal", "premium", "professional", "complete"],
    &["jetpack-backup-daily", "jetpack-backup-realtime"],
];

pub(super) async fn change(
    call: &mut Call<'_>,
    entry: &Entry,
    request: &ProvisionRequest,
) -> Result<Outcome, Error> {
    let Some(wanted) = &entry.plan else {
        return Err(Error::Defect("a change without a plan".to_owned()));
    };
    let status = status_if_known(call, entry).await?;
    if let Some(product) = status.as_ref().and_then(|status| status.our_product(wanted)) {
        return Ok(found(product));
    }
    let current = match current(status.as_ref(), entry.from.as_ref(), wanted) {
        Ok(current) => current,
        Err(several) => {
            return Ok(Outcome::refused(
                "ambiguous",
                format!("the site has {several}: name the one to replace in the column \"from\""),
            ));
        }
    };
    let Some(current) = current else {
        return provisioned(call, request).await;
    };
    if !are_of_one_family(&current, wanted) {
        return replaced(call, entry, request, &current).await;
    }
    match provisioned(call, request).await {
        Err(Error::Refused(said)) if said.code == "plan_downgrade_disallowed" => {
            replaced(call, entry, request, &current).await
        }
        result => result,
    }
}

/// Cancels first. Whoever reads of a refusal after that must know that the old plan is gone.
async fn replaced(
    call: &mut Call<'_>,
    entry: &Entry,
    request: &ProvisionRequest,
    current: &Plan,
) -> Result<Outcome, Error> {
    cancel_one(call, entry, Some(current)).await?;
    match provisioned(call, request).await {
        Err(error @ Error::Refused(_)) => {
            let outcome = Outcome::failed(&error);
            Ok(Outcome {
                message: format!("{current} is cancelled, but then: {}", outcome.message),
                ..outcome
            })
        }
        result => result,
    }
}

async fn provisioned(call: &mut Call<'_>, request: &ProvisionRequest) -> Result<Outcome, Error> {
    let provisioned = call.provision(request).await?;
    Ok(Outcome::provisioned(&provisioned, true))
}

/// The plan to be replaced: the one named, else the one of the same family, else the only one.
fn current(status: Option<&SiteStatus>, named: Option<&Plan>, wanted: &Plan) -> Result<Option<Plan>, String> {
    let ours: Vec<Plan> = status
        .into_iter()
        .flat_map(|status| &status.products)
        .filter(|product| product.is_ours)
        .filter_map(|product| product.slug.parse().ok())
        .collect();
    if let Some(named) = named {
        return Ok(ours.into_iter().find(|plan| plan == named));
    }
    let of_family = ours.iter().find(|plan| are_of_one_family(plan, wanted));
    match (of_family, ours.as_slice()) {
        (Some(plan), _) => Ok(Some(plan.clone())),
        (None, []) => Ok(None),
        (None, [only]) => Ok(Some(only.clone())),
        (None, several) => {
            let names: Vec<&str> = several.iter().map(Plan::as_str).collect();
            Err(names.join(", "))
        }
    }
}

fn are_of_one_family(a: &Plan, b: &Plan) -> bool {
    let has = |family: &&&[&str], plan: &Plan| family.contains(&plan.as_str());
    FAMILIES.iter().any(|family| has(&family, a) && has(&family, b))
}

#[cfg(test)]
mod tests {
    use jetpack_partner::ProductStatus;

    use super::*;

    fn status(slugs: &[&str]) -> SiteStatus {
        let product = |slug: &&str| ProductStatus {
            slug: (*slug).to_owned(),
            is_a_partners: true,
            is_ours: true,
            is_pending: false,
        };
        SiteStatus {
            is_connected: true,
            has_backups_credentials: false,
            products: slugs.iter().map(product).collect(),
        }
    }

    fn replaced(slugs: &[&str], named: Option<&str>, wanted: &str) -> Result<Option<String>, String> {
        let named: Option<Plan> = named.map(|named| named.parse().unwrap());
        let plan = current(Some(&status(slugs)), named.as_ref(), &wanted.parse().unwrap())?;
        Ok(plan.map(|plan| plan.as_str().to_owned()))
    }

    #[test]
    fn the_plan_to_replace_is_named_or_of_the_family_or_the_only_one() {
        let scan_and_premium = &["jetpack-scan", "premium"][..];
        for (slugs, named, wanted, expected) in [
            (scan_and_premium, None, "personal", Some("premium")),
            (
                scan_and_premium,
                Some("jetpack-scan"),
                "jetpack-backup-daily",
                Some("jetpack-scan"),
            ),
            (&["premium"][..], None, "jetpack-scan", Some("premium")),
            (&[][..], None, "jetpack-scan", None),
        ] {
            let replaced = replaced(slugs, named, wanted).unwrap();
            assert_eq!(replaced.as_deref(), expected);
        }
    }

    #[test]
    fn with_several_candidates_nothing_is_guessed() {
        assert!(replaced(&["jetpack-scan", "premium"], None, "jetpack-backup-daily").is_err());
    }
}
