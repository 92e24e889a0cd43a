//! Judges a call: what a documented server would answer, and with which effect.

mod cancel;
mod provision;
mod status;
mod token;
mod verify;

use crate::answer::{Answer, AnswerForm};
use crate::call::Call;
use crate::form::Form;
use crate::operation::{Operation, Route};
use crate::world::{BearerRefusal, World};

/// The query switches every call takes (partner-api.md §3).
const SWITCHES: [&str; 2] = ["http_envelope", "pretty"];

/// Answers one call and says in which form the answer is wanted.
pub(crate) fn answer(world: &mut World, call: &Call, base: &str) -> (Answer, AnswerForm) {
    let Some(route) = &call.route else {
        return (Answer::not_found(), AnswerForm::default());
    };
    let allowed = route.method();
    if call.method != allowed {
        return (
            Answer::method_not_allowed(allowed.as_str()),
            AnswerForm::default(),
        );
    }
    match read_query(call, route.operation) {
        Ok(form) => {
            let answer = judge(world, call, route, base).unwrap_or_else(|refusal| refusal);
            (answer, form)
        }
        Err(problem) if route.operation == Operation::Token => (
            Answer::oauth_error("invalid_request", problem),
            AnswerForm::default(),
        ),
        Err(problem) => (Answer::strict(problem), AnswerForm::default()),
    }
}

fn judge(world: &mut World, call: &Call, route: &Route, base: &str) -> Result<Answer, Answer> {
    if route.operation == Operation::Token {
        return token::answer(world, call);
    }

    let partner = authorize(world, call)?;
    let fields = call.body.as_ref().map_err(Answer::strict)?;
    match route.operation {
        Operation::Provision => provision::answer(world, &partner, &fields.fields, base),
        Operation::Cancel => cancel::answer(world, &partner, &route.site, &fields.fields),
        Operation::Status => status::answer(world, &partner, route, &fields.fields),
        Operation::Verify | Operation::Token => verify::answer(&fields.fields),
    }
}

/// `partner_tracking_id` and `calypso_env` belong into the query, and only there (§4.1, §5.2).
fn read_query(call: &Call, operation: Operation) -> Result<AnswerForm, String> {
    let mut known = SWITCHES.to_vec();
    match operation {
        Operation::Provision => known.extend(["partner_tracking_id", "calypso_env"]),
        Operation::Cancel => known.push("partner_tracking_id"),
        Operation::Token => known.clear(),
        Operation::Verify | Operation::Status => {}
    }

    let in_query = |problem: String| format!("in the query: {problem}");
    let query = Form::read(call.query.as_ref().map_err(Clone::clone)?, &known).map_err(in_query)?;
    query.optional("partner_tracking_id")?;
    query.optional("calypso_env")?;
    Ok(AnswerForm {
        envelope: query.flag("http_envelope")?,
        pretty: query.flag("pretty")?,
    })
}

/// Whose call this is (§2.4).
fn authorize(world: &World, call: &Call) -> Result<String, Answer> {
    let Some(token) = call.bearer() else {
        let message = "An active access token must be used to access this endpoint.";
        return Err(Answer::error(403, "authorization_required", message));
    };
    world.partner(token).map_err(|refusal| match refusal {
        BearerRefusal::UnknownToken => Answer::error(401, "invalid_token", "The OAuth2 token is invalid."),
        BearerRefusal::DisabledKey => Answer::error(400, "partner_key_disabled", "This key is disabled."),
    })
}
