//! The list of activations, the one source for blog ids and billed sites (partner-api.md §10).

use serde_json::{Value, json};
use time::{Date, Month};

use super::query::{Query, invalid};
use crate::wire::answer::Answer;
use crate::world::{Reported, World, date};

/// `per_page` when it is not given.
const PAGE: u64 = 20;

/// What WP-REST allows at most elsewhere; this report does not say.
const LARGEST_PAGE: u64 = 100;

pub(super) fn answer(world: &World, key_id: u64, query: &Query<'_>) -> Result<Answer, Answer> {
    query.know(&[
        "page",
        "per_page",
        "plans[]",
        "activated_after",
        "activated_before",
    ])?;
    let page = query.number("page", 1..=u64::from(u32::MAX))?.unwrap_or(1);
    let per_page = query.number("per_page", 1..=LARGEST_PAGE)?.unwrap_or(PAGE);
    let plans = query.list("plans[]");
    let (after, before) = (day(query, "activated_after")?, day(query, "activated_before")?);

    let mut wanted = world.reported(key_id);
    wanted.retain(|one| {
        let activated = date(one.activated_on);
        (plans.is_empty() || plans.contains(&one.activation.product.slug))
            && after.is_none_or(|after| activated > after)
            && before.is_none_or(|before| activated < before)
    });
    let skipped = usize::try_from((page - 1).saturating_mul(per_page)).unwrap_or(usize::MAX);
    let shown = wanted.iter().skip(skipped).zip(0..per_page);
    let shown: Vec<Value> = shown.map(|(one, _)| describe(one, key_id)).collect();
    Ok(Answer::ok(json!({ "total": wanted.len(), "activations": shown })))
}

/// `2026-01-31`, or anything that begins so and goes on with a time.
fn day(query: &Query<'_>, name: &str) -> Result<Option<Date>, Answer> {
    let Some(text) = query.value(name) else {
        return Ok(None);
    };
    let parse = || {
        let mut parts = text.get(..10)?.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month: u8 = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
    };
    parse()
        .map(Some)
        .ok_or_else(|| invalid(name, "it is not a date such as 2026-01-31"))
}

fn describe(one: &Reported<'_>, key_id: u64) -> Value {
    // The clock knows days only.
    let midnight = |day: u32| format!("{} 00:00:00", date(day));
    let (site, activation) = (one.site, one.activation);
    let first = site
        .activations
        .first()
        .map_or(activation.created_on, |first| first.created_on);
    json!({
        "id": activation.id,
        "jetpack_partner_key_id": key_id,
        "wpcom_blog_id": site.blog_id,
        "wpcom_user_id": activation.wpcom_user_id,
        "external_user_id": null,
        "product_id": activation.product.id,
        "created_on": midnight(activation.created_on),
        "activated_on": midnight(one.activated_on),
        "cancelled_on": activation.ended_on.map(midnight),
        "disputed_on": null,
        "site_registered": midnight(first),
        "site_url": site.address.url,
        "site_name": site.address.identifier,
        "site_icon": null,
        "current_product_id": activation.product.id,
    })
}
