//! `GET /wpcom/v2/jetpack-partners`: partners and keys of the user (partner-api.md §10).

use serde_json::{Value, json};

use super::PARTNER_ID;
use super::query::Query;
use crate::answer::Answer;
use crate::world::World;

/// The fields are not documented; they are what a caller needs to go on to the other reports.
pub(super) fn answer(world: &World, query: &Query<'_>) -> Result<Answer, Answer> {
    query.know(&[])?;
    let keys: Vec<Value> = world
        .reported_keys()
        .into_iter()
        .map(|key| json!({ "id": key.id, "name": key.name, "is_disabled": key.is_disabled }))
        .collect();
    if keys.is_empty() {
        let message = "This user has no partner.";
        return Err(Answer::wp_error(403, "rest_forbidden", message));
    }
    let partner = json!({ "id": PARTNER_ID, "name": "Sandbox partner", "keys": keys });
    Ok(Answer::ok(json!([partner])))
}
