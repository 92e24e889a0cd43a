//! The list of activations, the one source for blog ids and billed sites (partner-api.md §10).

use std::num::NonZeroU32;

use serde::Deserialize;
use serde_json::{Value, json};
use time::{Date, Month};

use super::wp_rest::invalid;
use crate::wire::answer::Answer;
use crate::wire::form::{self, Pairs};
use crate::world::{Reported, World, date};

/// `per_page` when it is not given.
const PAGE: u32 = 20;

/// What WP-REST allows at most elsewhere; this report does not say.
const LARGEST_PAGE: u32 = 100;

/// The query, but for `plans[]`, which may be repeated, and `_envelope`.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Query {
    page: Option<NonZeroU32>,
    per_page: Option<NonZeroU32>,
    activated_after: Option<Day>,
    activated_before: Option<Day>,
}

/// `2026-01-31`, or anything that begins so and goes on with a time.
#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Day(Date);

impl TryFrom<String> for Day {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let parse = || {
            let mut parts = text.get(..10)?.splitn(3, '-');
            let year = parts.next()?.parse().ok()?;
            let month: u8 = parts.next()?.parse().ok()?;
            let day = parts.next()?.parse().ok()?;
            Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
        };
        parse().map(Self).ok_or("a day is written as 2026-01-31")
    }
}

pub(super) fn answer(world: &World, key_id: u64, pairs: &Pairs) -> Result<Answer, Answer> {
    let (lists, others): (Vec<_>, Vec<_>) = pairs.iter().cloned().partition(|(name, _)| name == "plans[]");
    let others: Vec<_> = others
        .into_iter()
        .filter(|(name, _)| name != "_envelope")
        .collect();
    let query: Query = form::read(&others).map_err(invalid)?;
    let page = query.page.map_or(1, NonZeroU32::get);
    let per_page = query.per_page.map_or(PAGE, NonZeroU32::get);
    if per_page > LARGEST_PAGE {
        return Err(invalid("\"per_page\" is at most 100"));
    }

    let mut wanted = world.reported(key_id);
    wanted.retain(|one| {
        let activated = date(one.activated_on);
        (lists.is_empty() || lists.iter().any(|(_, slug)| slug == one.activation.product.slug))
            && query
                .activated_after
                .as_ref()
                .is_none_or(|after| activated > after.0)
            && query
                .activated_before
                .as_ref()
                .is_none_or(|before| activated < before.0)
    });
    let skipped = (u64::from(page) - 1) * u64::from(per_page);
    let shown = wanted.iter().skip(usize::try_from(skipped).unwrap_or(usize::MAX));
    let shown = shown.zip(0..per_page);
    let shown: Vec<Value> = shown.map(|(one, _)| describe(one, key_id)).collect();
    Ok(Answer::ok(json!({ "total": wanted.len(), "activations": shown })))
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
