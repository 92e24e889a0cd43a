//! `POST /oauth2/token` (partner-api.md §2).

use serde::Deserialize;
use serde_json::json;

use crate::wire::answer::Answer;
use crate::wire::body::Encoding;
use crate::wire::call::Call;
use crate::wire::form;
use crate::world::{CredentialRefusal, World};

const SCOPE: &str = "jetpack-partner";

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Parameters {
    grant_type: String,
    scope: String,
    client_id: String,
    client_secret: String,
}

pub(super) fn answer(world: &mut World, call: &Call) -> Result<Answer, Answer> {
    let Parameters {
        client_id,
        client_secret,
        ..
    } = read(call).map_err(|problem| Answer::oauth_error("invalid_request", problem))?;
    let token = world.issue_token(&client_id, &client_secret).map_err(|refusal| {
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

fn read(call: &Call) -> Result<Parameters, String> {
    let body = call.body.as_ref().map_err(Clone::clone)?;
    if body.encoding == Encoding::Json {
        // Shown for REST calls only (§2.1).
        return Err("a JSON body is not documented for this endpoint".to_owned());
    }
    let sent: Parameters = form::read(&body.fields)?;
    for (name, value, wanted) in [
        ("grant_type", &sent.grant_type, Some("client_credentials")),
        ("scope", &sent.scope, Some(SCOPE)),
        ("client_id", &sent.client_id, None),
        ("client_secret", &sent.client_secret, None),
    ] {
        match wanted {
            _ if value.is_empty() => return Err(format!("{name} is missing")),
            Some(wanted) if value != wanted => return Err(format!("{name} has to be {wanted}")),
            _ => {}
        }
    }
    Ok(sent)
}
