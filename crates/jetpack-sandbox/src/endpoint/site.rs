//! `GET /rest/v1.1/sites/{domain}`, which needs no bearer (partner-api.md §12).

use serde_json::json;

use crate::endpoint::route::Route;
use crate::wire::answer::Answer;
use crate::world::{Character, World};

pub(super) fn answer(world: &World, route: &Route) -> Result<Answer, Answer> {
    let site = world.site(&route.name).ok_or_else(Answer::not_found)?;
    let blog_id = site.blog_id.ok_or_else(Answer::not_found)?;

    let mut answer = json!({
        "ID": blog_id,
        "name": site.address.identifier,
        "URL": site.address.url,
        "jetpack": site.connected,
    });
    // The key is missing when the site has its JSON API switched off.
    if Character::of_label(&site.address.label) == Character::NoJson
        && let Some(members) = answer.as_object_mut()
    {
        members.remove("jetpack");
    }
    Ok(Answer::ok(answer))
}
