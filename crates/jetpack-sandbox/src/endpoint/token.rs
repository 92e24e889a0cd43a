//! `POST /oauth2/token` (partner-api.md §2).

use serde_json::json;

use crate::wire::answer::Answer;
use crate::wire::body::Encoding;
use crate::wire::call::Call;
use crate::wire::form::Form;
use crate::world::{CredentialRefusal, World};

const KNOWN: [&str; 4] = ["grant_type", "scope", "client_id", "client_secret"];
const SCOPE: &str = "jetpack-partner";

pub(super) fn answer(world: &mut World, call: &Call) -> Result<Answer, Answer> {
    let invalid = |problem: String| Answer::oauth_error("invalid_request", problem);

    let body = call.body.as_ref().map_err(|problem| invalid(problem.clone()))?;
    if body.encoding == Encoding::Json {
        // Shown for REST calls only (§2.1).
        return Err(invalid(
            "a JSON body is not documented for this endpoint".to_owned(),
        ));
    }
    let form = Form::read(&body.fields, &KNOWN).map_err(invalid)?;
    let required = |name: &str| {
        form.required(name)
            .ok_or_else(|| invalid(format!("{name} is missing")))
    };

    if required("grant_type")? != "client_credentials" {
        return Err(invalid("grant_type has to be client_credentials".to_owned()));
    }
    if required("scope")? != SCOPE {
        return Err(invalid(format!("scope has to be {SCOPE}")));
    }
    let token = world
        .issue_token(required("client_id")?, required("client_secret")?)
        .map_err(|refusal| {
            let description = match refusal {
                CredentialRefusal::UnknownClient => "Unknown client_id",
                CredentialRefusal::WrongSecret => "Invalid client_secret",
            };
            Answer::oauth_error("invalid_client", description)
        })?;

    Ok(Answer::ok(json!({
        "access_token": token,
        "token_type": "bearer",
        "blog_id": 0,
        "blog_url": 0,
        "scope": SCOPE,
    })))
}
