//! `POST /rest/v1.3/jpphp/partner-keys/verify` (partner-api.md §2.5).

use serde_json::json;

use crate::wire::answer::Answer;
use crate::wire::form::Form;

/// The call takes nothing but the bearer; its body is not documented beyond "200 = good".
pub(super) fn answer(fields: &[(String, String)]) -> Result<Answer, Answer> {
    Form::read(fields, &[]).map_err(Answer::strict)?;
    Ok(Answer::ok(json!({ "success": true })))
}
