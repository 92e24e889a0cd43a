//! The reports take the token of a user, not of a partner key (partner-api.md §10).

use crate::wire::answer::Answer;
use crate::wire::call::Call;
use crate::world::World;

/// WP-REST answers 401 to whom it does not know and 403 to whom it knows.
pub(super) fn check(world: &World, call: &Call) -> Result<(), Answer> {
    let token = call.bearer().unwrap_or_default();
    if world.is_user_token(token) {
        return Ok(());
    }
    let status = if world.partner(token).is_ok() { 403 } else { 401 };
    let message = "Sorry, you are not allowed to do that.";
    Err(Answer::wp_error(status, "rest_forbidden", message))
}
