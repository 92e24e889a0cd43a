//! `/wpcom/v2`, of which the sandbox knows the list of activations only (partner-api.md §10).
//!
//! It has a token of its own, WP-REST errors and another envelope switch (§3).

use super::activations;
use crate::wire::answer::{Answer, AnswerForm, Envelope};
use crate::wire::call::Call;
use crate::world::World;

/// Answers any path under `/wpcom/v2`, known or not.
pub(super) fn answer(world: &World, call: &Call) -> (Answer, AnswerForm) {
    // Its presence counts.
    let is_enveloped = call.query.iter().flatten().any(|(name, _)| name == "_envelope");
    let form = AnswerForm {
        envelope: if is_enveloped {
            Envelope::WpRest
        } else {
            Envelope::None
        },
        pretty: false,
    };
    (judge(world, call).unwrap_or_else(|refusal| refusal), form)
}

fn judge(world: &World, call: &Call) -> Result<Answer, Answer> {
    // To WP-REST, the wrong method is no route either.
    let route = call
        .route
        .as_ref()
        .filter(|route| call.method == route.operation.method())
        .ok_or_else(|| {
            let message = "No route was found matching the URL and request method.";
            Answer::wp_error(404, "rest_no_route", message)
        })?;
    check_bearer(world, call)?;
    let key_id = route
        .name
        .parse()
        .ok()
        .filter(|id| world.has_key(*id))
        // What the real API says about a wrong one is not documented.
        .ok_or_else(|| Answer::wp_error(404, "sandbox_unknown_key", "No such partner or key."))?;
    let pairs = call.query.as_ref().map_err(invalid)?;
    activations::answer(world, key_id, pairs)
}

/// The token of a user, not of a partner key. WP-REST answers 401 to whom it does not know and
/// 403 to whom it knows.
fn check_bearer(world: &World, call: &Call) -> Result<(), Answer> {
    let token = call.bearer().unwrap_or_default();
    if world.is_user_token(token) {
        return Ok(());
    }
    let status = if world.partner(token).is_ok() { 403 } else { 401 };
    let message = "Sorry, you are not allowed to do that.";
    Err(Answer::wp_error(status, "rest_forbidden", message))
}

/// WP-REST's word for a parameter that is wrong.
pub(super) fn invalid(problem: impl std::fmt::Display) -> Answer {
    Answer::wp_error(
        400,
        "rest_invalid_param",
        format!("Invalid parameter(s): {problem}"),
    )
}
