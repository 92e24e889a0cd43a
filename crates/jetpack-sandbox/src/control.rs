//! The control plane under `/_sandbox/`, for tests.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use bytes::Bytes;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::record::RecordedRequest;
use crate::shared::Shared;
use crate::world::Snapshot;

type Sandbox = State<Arc<Shared>>;
type Reply = Result<Json<Value>, (StatusCode, Json<Value>)>;

fn done() -> Json<Value> {
    Json(json!({ "ok": true }))
}

fn refuse(status: StatusCode, problem: impl ToString) -> (StatusCode, Json<Value>) {
    (status, Json(json!({ "error": problem.to_string() })))
}

/// Reads JSON whatever the Content-Type says: `curl -d` says it is a form.
fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, (StatusCode, Json<Value>)> {
    serde_json::from_slice(body).map_err(|error| refuse(StatusCode::BAD_REQUEST, error))
}

pub(crate) async fn state(State(shared): Sandbox) -> Json<Snapshot> {
    Json(shared.lock().world.snapshot())
}

pub(crate) async fn reset(State(shared): Sandbox) -> Json<Value> {
    shared.reset();
    done()
}

pub(crate) async fn requests(State(shared): Sandbox) -> Json<Vec<RecordedRequest>> {
    Json(shared.lock().requests.clone())
}

pub(crate) async fn list_faults(State(shared): Sandbox) -> Json<Vec<Fault>> {
    Json(shared.lock().script.list().to_vec())
}

/// Takes one fault or a list; one bad fault refuses them all.
pub(crate) async fn add_faults(State(shared): Sandbox, body: Bytes) -> Reply {
    let faults: Vec<Fault> = match read::<Value>(&body)? {
        list @ Value::Array(_) => serde_json::from_value(list),
        one => serde_json::from_value(one).map(|fault| vec![fault]),
    }
    .map_err(|error| refuse(StatusCode::BAD_REQUEST, error))?;
    if let Some(problem) = faults.iter().find_map(Fault::problem) {
        return Err(refuse(StatusCode::BAD_REQUEST, problem));
    }

    let mut inner = shared.lock();
    for fault in faults {
        inner.script.push(fault);
    }
    Ok(done())
}

pub(crate) async fn clear_faults(State(shared): Sandbox) -> Json<Value> {
    shared.lock().script.clear();
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyChange {
    client_id: String,
    client_secret: Option<String>,
    #[serde(default)]
    disabled: bool,
}

pub(crate) async fn put_key(State(shared): Sandbox, body: Bytes) -> Reply {
    let key: KeyChange = read(&body)?;
    let mut inner = shared.lock();
    if inner
        .world
        .put_key(&key.client_id, key.client_secret.as_deref(), key.disabled)
    {
        Ok(done())
    } else {
        Err(refuse(StatusCode::BAD_REQUEST, "a new key needs a client_secret"))
    }
}

pub(crate) async fn revoke_tokens(State(shared): Sandbox) -> Json<Value> {
    Json(json!({ "revoked": shared.lock().world.revoke_tokens() }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_days: u32,
}

pub(crate) async fn advance(State(shared): Sandbox, body: Bytes) -> Reply {
    let Advance { advance_days } = read(&body)?;
    let mut inner = shared.lock();
    inner.world.advance(advance_days);
    Ok(Json(json!({ "day": inner.world.today() })))
}

pub(crate) async fn connect(State(shared): Sandbox, Path(site): Path<String>) -> Reply {
    found(shared.lock().world.connect(&site), &site)
}

pub(crate) async fn resolve(State(shared): Sandbox, Path(site): Path<String>) -> Reply {
    found(shared.lock().world.resolve(&site), &site)
}

fn found(known: bool, site: &str) -> Reply {
    if known {
        Ok(done())
    } else {
        Err(refuse(
            StatusCode::NOT_FOUND,
            format!("nobody has heard of the site \"{site}\""),
        ))
    }
}
