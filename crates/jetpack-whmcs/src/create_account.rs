use jetpack_partner::{Call, Error, Plan, Provision, ProvisionRequest, SiteStatus, SiteUrl};

use crate::outcome::Verdict;
use crate::{Moment, Order, Outcome, Row, Standing, sentences};

/// What is to be provisioned, all of it known.
struct Wish<'a> {
    site: &'a SiteUrl,
    plan: &'a Plan,
    local_user: &'a str,
}

/// Answers `CreateAccount`: makes the ordered plan exist, once.
///
/// A service whose plan may already exist is looked up first, so that any repetition, also after a
/// crash, leads to the same single plan (architecture.md §4, promise 3).
pub async fn create_account(order: &Order, row: &Row, call: &mut Call<'_>, now: Moment) -> Outcome {
    let before = row.cautious_standing();
    let verdict = match (&row.site, &row.plan, &order.local_user) {
        // Another key can neither see nor cancel what this one would add.
        _ if before.may_be_live() && row.has_another_key(order) => {
            Verdict::failed(before, sentences::another_key(&row.partner_id))
        }
        (Some(site), Some(plan), _) if before.may_be_live() && differs(order, site, plan) => {
            Verdict::failed(before, sentences::other_than_live(site, plan, order))
        }
        (Some(site), Some(plan), Ok(local_user)) => {
            let wish = Wish {
                site,
                plan,
                local_user,
            };
            converge(&wish, row.cautious_standing(), call, now).await
        }
        (_, _, Err(mistake)) => Verdict::failed(row.cautious_standing(), sentences::mistake(mistake)),
        _ => Verdict::failed(
            row.cautious_standing(),
            sentences::defect("the ledger's row has no site or no plan"),
        ),
    };
    verdict.into_outcome(call)
}

/// Whether the order names another site or plan than those that may be live. `success` would then tell staff that what
/// was ordered exists (architecture.md §4, promise 7).
fn differs(order: &Order, site: &SiteUrl, plan: &Plan) -> bool {
    let another_site = |ordered: &SiteUrl| ordered.identifier() != site.identifier();
    let another_plan = |ordered: &Plan| !ordered.is_same_as(plan);
    order.site.as_ref().is_ok_and(another_site) || order.plan.as_ref().is_ok_and(another_plan)
}

async fn converge(wish: &Wish<'_>, before: Standing, call: &mut Call<'_>, now: Moment) -> Verdict {
    if !before.may_be_live() {
        return provision(wish, before, call, now).await;
    }
    let status = call.status(&wish.site.into()).await;
    // A status that did not know the site leaves open whether an earlier call had its effect.
    let untouched = match (&before, &status) {
        (Standing::Unknown, Err(_)) => Standing::Unknown,
        _ => Standing::None,
    };
    match next_step(before, status, wish.plan, now) {
        Step::Settle(standing) => settled(wish, standing),
        Step::Provision => provision(wish, untouched, call, now).await,
        Step::GiveUp(error) => {
            Verdict::failed(Standing::Unknown, sentences::still_unknown(wish.site, &error))
        }
    }
}

/// What to do about a service whose plan may exist, once its site's status was asked.
#[derive(Debug, PartialEq)]
enum Step {
    Settle(Standing),
    Provision,
    GiveUp(Error),
}

fn next_step(before: Standing, status: Result<SiteStatus, Error>, plan: &Plan, now: Moment) -> Step {
    match (status.as_ref().map(|status| status.our_product(plan)), before) {
        (Ok(Some(product)), before) => Step::Settle(before.seen(product, now)),
        // The plan was removed elsewhere, or lapsed, or never came to be.
        (Ok(None), _) => Step::Provision,
        // The status cannot tell (a test key, a name that does not resolve yet, an outage): the
        // ledger can, while what it knows is not out of date.
        (Err(_), Standing::Active) => Step::Settle(Standing::Active),
        (Err(_), Standing::Pending { next_url, until }) if now < until => {
            Step::Settle(Standing::Pending { next_url, until })
        }
        (Err(Error::Refused(error)), _) if error.is_unknown_site() => Step::Provision,
        (Err(error), _) => Step::GiveUp(error.clone()),
    }
}

/// Asks for the plan. `untouched` is how the service stands if that certainly had no effect.
async fn provision(wish: &Wish<'_>, untouched: Standing, call: &mut Call<'_>, now: Moment) -> Verdict {
    let request = ProvisionRequest::new(
        wish.site.clone(),
        wish.local_user.to_owned(),
        Some(wish.plan.clone()),
    );
    match call.provision(&request).await {
        Ok(provisioned) => {
            let standing = Standing::after(&provisioned.plan, now);
            match (&provisioned.plan, &standing) {
                (Provision::AwaitingAuthorization(_), Standing::Pending { next_url: None, .. }) => {
                    settled_with(wish, standing, sentences::unusable_next_url(wish.site, wish.plan))
                }
                _ => settled(wish, standing),
            }
        }
        Err(error) => Verdict::failed(
            standing_after(&error, untouched),
            sentences::provision_failed(wish.site, &error),
        ),
    }
}

/// How a service stands after a failure: unknown, refused, or as if nothing had been asked.
fn standing_after(error: &Error, untouched: Standing) -> Standing {
    match (error, untouched) {
        (error, _) if error.may_have_happened() => Standing::Unknown,
        (Error::Refused(_), _) => Standing::Refused,
        // The key was refused, not the plan: a service of the first module may still have one.
        (Error::Credentials(_), Standing::Absent) => Standing::Absent,
        (Error::Credentials(_), _) => Standing::Refused,
        (_, untouched) => untouched,
    }
}

fn settled(wish: &Wish<'_>, standing: Standing) -> Verdict {
    let activity = sentences::provisioned(wish.site, wish.plan, &standing);
    settled_with(wish, standing, activity)
}

fn settled_with(wish: &Wish<'_>, standing: Standing, activity: String) -> Verdict {
    let details = sentences::details(wish.site, &standing);
    Verdict::done(standing, details, activity)
}

#[cfg(test)]
mod tests {
    use jetpack_partner::{ApiError, ProductStatus};

    use super::*;

    const NOW: Moment = 1_000_000;

    fn plan() -> Plan {
        "personal".parse().unwrap()
    }

    fn pending(until: Moment) -> Standing {
        Standing::Pending {
            next_url: Some("https://example.com/1".into()),
            until,
        }
    }

    fn status(products: &[(&str, bool)]) -> Result<SiteStatus, Error> {
        Ok(SiteStatus {
            is_connected: true,
            has_backups_credentials: false,
            products: products
                .iter()
                .map(|(slug, is_pending)| ProductStatus {
                    slug: (*slug).to_owned(),
                    is_a_partners: true,
                    is_ours: true,
                    is_pending: *is_pending,
                })
                .collect(),
        })
    }

    fn unknown_site() -> Result<SiteStatus, Error> {
        Err(Error::Refused(ApiError {
            status: 403,
            code: "invalid_blog".into(),
            message: String::new(),
        }))
    }

    fn outage() -> Result<SiteStatus, Error> {
        Err(Error::NotSent("refused".into()))
    }

    #[test]
    fn a_plan_that_is_there_is_never_provisioned_again() {
        for before in [
            Standing::Unknown,
            Standing::Active,
            pending(NOW - 1),
            pending(NOW + 1),
        ] {
            let step = next_step(before, status(&[("personal", false)]), &plan(), NOW);
            assert_eq!(step, Step::Settle(Standing::Active));
        }
    }

    #[test]
    fn a_plan_that_still_waits_keeps_its_address_and_its_term() {
        let step = next_step(pending(NOW + 1), status(&[("personal", true)]), &plan(), NOW);
        assert_eq!(step, Step::Settle(pending(NOW + 1)));
    }

    #[test]
    fn a_plan_that_is_gone_is_provisioned_again() {
        for before in [Standing::Unknown, Standing::Active, pending(NOW + 1)] {
            assert_eq!(
                next_step(before, status(&[("premium", false)]), &plan(), NOW),
                Step::Provision
            );
        }
    }

    #[test]
    fn what_the_status_cannot_tell_the_ledger_does() {
        for silent in [unknown_site(), outage()] {
            assert_eq!(
                next_step(Standing::Active, silent.clone(), &plan(), NOW),
                Step::Settle(Standing::Active)
            );
            assert_eq!(
                next_step(pending(NOW + 1), silent, &plan(), NOW),
                Step::Settle(pending(NOW + 1))
            );
        }
    }

    #[test]
    fn an_unknown_outcome_waits_for_a_status_and_a_lapsed_plan_on_an_unknown_site_is_renewed() {
        assert!(matches!(
            next_step(Standing::Unknown, outage(), &plan(), NOW),
            Step::GiveUp(_)
        ));
        assert_eq!(
            next_step(Standing::Unknown, unknown_site(), &plan(), NOW),
            Step::Provision
        );
        assert_eq!(
            next_step(pending(NOW - 1), unknown_site(), &plan(), NOW),
            Step::Provision
        );
    }
}
