//! `POST /rest/v1.3/jpphp/partner-keys/new` (partner-api.md §9).

use serde_json::json;

use crate::wire::answer::Answer;
use crate::wire::body::Encoding;
use crate::wire::call::Call;
use crate::wire::form::Form;
use crate::world::{Quotas, World};

const KNOWN: [&str; 5] = [
    "name",
    "allowed_personal_plans",
    "allowed_premium_plans",
    "allowed_professional_plans",
    "notes",
];

/// More than anyone sells; what the real API takes at most is not documented.
const LARGEST_QUOTA: u64 = 1_000_000;

pub(super) fn answer(world: &mut World, partner: &str, call: &Call) -> Result<Answer, Answer> {
    let body = call.body.as_ref().map_err(Answer::strict)?;
    if body.encoding == Encoding::Multipart {
        return Err(Answer::strict(
            "a multipart body is not documented for this endpoint",
        ));
    }
    let form = Form::read(&body.fields, &KNOWN).map_err(Answer::strict)?;
    let name = form.required("name").ok_or_else(|| Answer::strict("no name"))?;
    let notes = form.optional("notes").map_err(Answer::strict)?;
    let quota = |kind: &str| {
        let number = form.number(&format!("allowed_{kind}_plans"), 0..=LARGEST_QUOTA);
        number.map(Option::unwrap_or_default).map_err(Answer::strict)
    };
    let quotas = Quotas {
        personal: quota("personal")?,
        premium: quota("premium")?,
        professional: quota("professional")?,
    };

    let key = world.create_key(partner, name, quotas).ok_or_else(|| {
        // Documented for "token valid but not entitled" (§2.4); its text is ours.
        Answer::error(403, "unauthorized", "This key may not create other keys.")
    })?;
    // The id is a number and all else is text, in the documented sample.
    Ok(Answer::ok(json!({
        "id": key.id,
        "name": name,
        "allowed_personal_plans": quotas.personal.to_string(),
        "allowed_premium_plans": quotas.premium.to_string(),
        "allowed_professional_plans": quotas.professional.to_string(),
        "notes": notes,
        "client_id": key.client_id,
        "client_secret": key.client_secret,
    })))
}
