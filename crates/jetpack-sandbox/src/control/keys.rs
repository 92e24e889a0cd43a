//! Keys and tokens on the control plane.

use std::collections::BTreeMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Reply, Sandbox, done, read, refuse};
use crate::world::KeyChange;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Key {
    client_id: String,
    client_secret: Option<String>,
    #[serde(default)]
    disabled: bool,
    auto_connect: Option<bool>,
    limits: Option<BTreeMap<String, u64>>,
}

pub(crate) async fn put_key(State(shared): Sandbox, body: Bytes) -> Reply {
    let key: Key = read(&body)?;
    let change = KeyChange {
        auto_connect: key.auto_connect,
        limits: key.limits,
    };
    let mut inner = shared.lock();
    // On a copy first: a bad limit must not leave half a change behind.
    let mut world = inner.world.clone();
    if !world.put_key(&key.client_id, key.client_secret.as_deref(), key.disabled) {
        return Err(refuse(StatusCode::BAD_REQUEST, "a new key needs a client_secret"));
    }
    if !world.change_key(&key.client_id, change) {
        return Err(refuse(
            StatusCode::BAD_REQUEST,
            "\"limits\" names an unknown product",
        ));
    }
    inner.world = world;
    Ok(done())
}

pub(crate) async fn revoke_tokens(State(shared): Sandbox) -> Json<Value> {
    Json(json!({ "revoked": shared.lock().world.revoke_tokens() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserToken {
    token: String,
}

pub(crate) async fn set_user_token(State(shared): Sandbox, body: Bytes) -> Reply {
    let UserToken { token } = read(&body)?;
    shared.lock().world.set_user_token(&token);
    Ok(done())
}
