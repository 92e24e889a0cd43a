//! `POST /rest/v1.3/jpphp/partner-keys/new` (partner-api.md §9).

use serde::Deserialize;
use serde_json::json;

use crate::wire::answer::Answer;
use crate::wire::body::Encoding;
use crate::wire::call::Call;
use crate::wire::form;
use crate::world::{Quotas, World};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Parameters {
    name: String,
    // What the real API takes at most is not documented.
    allowed_personal_plans: u32,
    allowed_premium_plans: u32,
    allowed_professional_plans: u32,
    notes: Option<String>,
}

pub(super) fn answer(world: &mut World, partner: &str, call: &Call) -> Result<Answer, Answer> {
    let body = call.body.as_ref().map_err(Answer::strict)?;
    if body.encoding == Encoding::Multipart {
        return Err(Answer::strict(
            "a multipart body is not documented for this endpoint",
        ));
    }
    let sent: Parameters = form::read(&body.fields).map_err(Answer::strict)?;
    if sent.name.is_empty() {
        return Err(Answer::strict("no \"name\""));
    }
    let quotas = Quotas {
        personal: sent.allowed_personal_plans.into(),
        premium: sent.allowed_premium_plans.into(),
        professional: sent.allowed_professional_plans.into(),
    };
    let key = world.create_key(partner, &sent.name, quotas).ok_or_else(|| {
        // Documented for "token valid but not entitled" (§2.4); its text is ours.
        Answer::error(403, "unauthorized", "This key may not create other keys.")
    })?;
    // The id is a number and all else is text, in the documented sample.
    Ok(Answer::ok(json!({
        "id": key.id,
        "name": sent.name,
        "allowed_personal_plans": quotas.personal.to_string(),
        "allowed_premium_plans": quotas.premium.to_string(),
        "allowed_professional_plans": quotas.professional.to_string(),
        "notes": sent.notes,
        "client_id": key.client_id,
        "client_secret": key.client_secret,
    })))
}
