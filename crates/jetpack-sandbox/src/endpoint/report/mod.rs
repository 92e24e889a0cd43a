//! The report under `/wpcom/v2/jetpack-partners` (partner-api.md §10).
//!
//! They have a token of their own, WP-REST errors and another envelope switch (§3).

mod activations;
mod bearer;
mod query;

use crate::endpoint::route::Route;
use crate::wire::answer::{Answer, AnswerForm};
use crate::wire::call::Call;
use crate::world::World;
use query::Query;

/// The one partner behind the user token.
const PARTNER_ID: u64 = 1;

/// Answers any path under `/wpcom/v2`, known or not.
pub(super) fn answer(world: &World, call: &Call) -> (Answer, AnswerForm) {
    let (query, form) = match Query::read(call) {
        Ok(read) => read,
        Err(refusal) => return (refusal, AnswerForm::default()),
    };
    let answer = judge(world, call, &query).unwrap_or_else(|refusal| refusal);
    (answer, form)
}

fn judge(world: &World, call: &Call, query: &Query<'_>) -> Result<Answer, Answer> {
    // To WP-REST, the wrong method is no route either.
    let route = call
        .route
        .as_ref()
        .filter(|route| call.method == route.operation.method());
    let route = route.ok_or_else(|| {
        let message = "No route was found matching the URL and request method.";
        Answer::wp_error(404, "rest_no_route", message)
    })?;
    bearer::check(world, call)?;

    activations::answer(world, key(world, route)?, query)
}

/// The key a path names. What the real API says about a wrong one is not documented.
fn key(world: &World, route: &Route) -> Result<u64, Answer> {
    let id = route.key.parse().ok();
    let known = id.filter(|id| world.has_key(*id));
    known
        .filter(|_| route.partner == PARTNER_ID.to_string())
        .ok_or_else(|| Answer::wp_error(404, "sandbox_unknown_key", "No such partner or key."))
}
