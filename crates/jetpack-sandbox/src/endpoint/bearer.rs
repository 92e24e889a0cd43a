//! Whose call this is (partner-api.md §2.4).

use crate::wire::answer::Answer;
use crate::wire::call::Call;
use crate::world::{BearerRefusal, World};

/// The client id behind the bearer.
pub(super) fn partner(world: &World, call: &Call) -> Result<String, Answer> {
    let Some(token) = call.bearer() else {
        let message = "An active access token must be used to access this endpoint.";
        return Err(Answer::error(403, "authorization_required", message));
    };
    world.partner(token).map_err(|refusal| match refusal {
        BearerRefusal::UnknownToken => Answer::error(401, "invalid_token", "The OAuth2 token is invalid."),
        BearerRefusal::DisabledKey => Answer::error(400, "partner_key_disabled", "This key is disabled."),
        BearerRefusal::UserToken => Answer::error(
            403,
            "invalid_scope",
            "This token is not authorized to provision partner sites",
        ),
    })
}
