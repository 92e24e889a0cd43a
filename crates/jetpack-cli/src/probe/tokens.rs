//! Question 1: how long a token lives, and what ends it.

use anyhow::Result;
use jetpack_partner::{Client, Credentials, Proxy, Secret};
use serde_json::Value;

use super::documented::token;
use super::point::Point;
use super::wire::{Ended, Request, Wire};
use crate::session::Session;

const DOCUMENTED: [&str; 5] = ["access_token", "token_type", "blog_id", "blog_url", "scope"];

/// Gets two tokens, uses the first after the second was given, and authorizes the wire with the second.
pub(super) async fn ask(wire: &mut Wire, key: &Credentials, point: &mut Point) -> Result<(), Ended> {
    let verify = || Request::post("rest/v1.3/jpphp/partner-keys/verify", &[]);
    let secret = key.client_secret.expose();
    let first = wire.ask(token(&key.client_id, secret)).await?;
    let second = wire.ask(token(&key.client_id, secret)).await?;
    point.saw([&first, &second]);
    let of = |answer: &super::answered::Answered| {
        let token = answer.fields.get("access_token").and_then(Value::as_str);
        token.map(|token| Secret::new(token.to_owned()))
    };
    let (Some(one), Some(other)) = (of(&first), of(&second)) else {
        point.found(Some(false), "An answer holds no access_token.");
        return Ok(());
    };
    match first.fields.get("expires_in") {
        Some(expires) => point.found(Some(false), format!("A token says expires_in: {expires}.")),
        None => point.found(Some(true), "A token does not say how long it lives."),
    }
    let further = first
        .fields
        .keys()
        .filter(|name| !DOCUMENTED.contains(&name.as_str()));
    let further: Vec<&str> = further.map(String::as_str).collect();
    if !further.is_empty() {
        point.found(
            None,
            format!("Fields that are not documented: {}.", further.join(", ")),
        );
    }

    let is_same = one == other;
    wire.authorize(one);
    let after = wire.ask(verify()).await?;
    point.saw([&after]);
    let is_good = after.is_good() || after.status == 404;
    point.found(
        Some(is_good),
        match (is_same, is_good) {
            (true, _) => "A second request gives the same token.",
            (false, true) => "A second request gives another token, and the first is still good.",
            (false, false) => "A second request gives another token, and the first is refused from then on.",
        },
    );
    wire.authorize(other);
    Ok(())
}

/// What our own client makes of the answer to a token that nobody was given.
pub(super) async fn ask_with_a_bad_one(
    wire: &Wire,
    session: &Session,
    key: &Credentials,
    nonce: &str,
    point: &mut Point,
) -> Result<()> {
    let bad = Secret::new(format!("never-given-{nonce}"));
    let client = Client::new(
        session.api.clone(),
        &session.trust,
        &Proxy::Environment,
        key.clone(),
    )?;
    let client = client.with_token(bad);
    let mut call = client
        .call(session.deadline())
        .without_renewal()
        .without_waiting();
    let result = call.verify().await;
    let is_seen = call.token_is_refused();
    for exchange in call.exchanges() {
        point.overheard(wire.exchange(exchange));
    }
    let how = match &result {
        Ok(_) => "as good".to_owned(),
        Err(error) => error.class().to_owned(),
    };
    point.found(
        Some(is_seen),
        match is_seen {
            true => "A bad token is refused so that our client sees it, and fetches a new one.".to_owned(),
            false => format!(
                "Our client does not see that a bad token is refused; it takes the answer for: {how}."
            ),
        },
    );
    Ok(())
}
