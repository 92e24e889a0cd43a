//! `POST /rest/v1.3/jpphp/{site}/partner-cancel` (partner-api.md §5).

use serde::Deserialize;
use serde_json::json;

use super::provision::find_product;
use super::refusals::documented;
use crate::wire::answer::Answer;
use crate::wire::form::{self, Pairs};
use crate::world::{CancelRefusal, Selection, World};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Parameters {
    plan: Option<String>,
    #[serde(rename = "cancel-all")]
    all: bool,
}

pub(super) fn answer(world: &mut World, partner: &str, site: &str, fields: &Pairs) -> Result<Answer, Answer> {
    let sent: Parameters = form::read(fields).map_err(Answer::strict)?;
    let product = sent.plan.as_deref().map(find_product).transpose()?;
    let selection = match (product, sent.all) {
        (Some(_), true) => return Err(Answer::strict("\"plan\" together with \"cancel-all\"")),
        (Some(product), false) => Selection::One(product),
        (None, true) => Selection::All,
        (None, false) => Selection::Bundle,
    };

    let cancelled = world
        .cancel(partner, site, selection)
        .map_err(|refusal| match refusal {
            CancelRefusal::UnknownSite => Answer::not_found(),
            CancelRefusal::AnotherPartner => documented("incorrect_partner_key", ""),
        })?;

    let success = !cancelled.pending.is_empty() || !cancelled.active.is_empty();
    let mut body = json!({ "success": success });
    if sent.all {
        body["pending_activations"] = json!(cancelled.pending);
        body["activations"] = json!(cancelled.active);
    }
    Ok(Answer::ok(body))
}
