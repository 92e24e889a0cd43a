//! `GET /rest/v1.3/jpphp/{site}/upgrade-paths` (partner-api.md §7).

use serde_json::{Map, Value, json};

use super::site_with_blog;
use crate::endpoint::route::Route;
use crate::wire::answer::Answer;
use crate::world::World;

pub(super) fn answer(world: &World, partner: &str, route: &Route) -> Result<Answer, Answer> {
    let site = site_with_blog(world, route)?;
    let families: Map<String, Value> = world
        .upgrade_paths(site, partner)
        .into_iter()
        .map(|(family, slugs)| (family.to_owned(), json!(slugs)))
        .collect();
    // PHP writes an empty map as an empty list (§17, trap 15).
    let body = if families.is_empty() {
        json!([])
    } else {
        Value::Object(families)
    };
    Ok(Answer::ok(body))
}
