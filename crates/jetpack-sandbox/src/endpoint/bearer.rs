//! Whose call this is (partner-api.md §2.4).

use super::refusals::documented;
use crate::wire::answer::Answer;
use crate::wire::call::Call;
use crate::world::{BearerRefusal, World};

/// The client id behind the bearer.
pub(super) fn partner(world: &World, call: &Call) -> Result<String, Answer> {
    let Some(token) = call.bearer() else {
        return Err(documented("authorization_required", ""));
    };
    world.partner(token).map_err(|refusal| {
        let code = match refusal {
            BearerRefusal::UnknownToken => "invalid_token",
            BearerRefusal::DisabledKey => "partner_key_disabled",
            BearerRefusal::UserToken => "invalid_scope",
        };
        documented(code, "")
    })
}
