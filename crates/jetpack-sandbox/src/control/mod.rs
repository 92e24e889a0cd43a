//! The control plane under `/_sandbox/`, for tests.

mod chaos;
mod keys;
mod look;

pub(crate) use chaos::{show_chaos, start_chaos, stop_chaos};
pub(crate) use keys::{put_key, revoke_tokens, set_user_token};
pub(crate) use look::{Page, Which, look, requests, state};

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::faults::Fault;
use crate::shared::Shared;

type Sandbox = State<Arc<Shared>>;
type Reply = Result<Json<Value>, (StatusCode, Json<Value>)>;

fn done() -> Json<Value> {
    Json(json!({ "ok": true }))
}

fn refuse(status: StatusCode, problem: impl ToString) -> (StatusCode, Json<Value>) {
    (status, Json(json!({ "error": problem.to_string() })))
}

/// What a call gets that the guard stops.
pub(crate) fn forbid(problem: String) -> Response {
    refuse(StatusCode::FORBIDDEN, problem).into_response()
}

/// Reads JSON whatever the Content-Type says: `curl -d` says it is a form.
fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, (StatusCode, Json<Value>)> {
    serde_json::from_slice(body).map_err(|error| refuse(StatusCode::BAD_REQUEST, error))
}

pub(crate) async fn reset(State(shared): Sandbox) -> Json<Value> {
    shared.reset();
    done()
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
struct Advance {
    advance_days: u32,
}

pub(crate) async fn advance(State(shared): Sandbox, body: Bytes) -> Reply {
    let Advance { advance_days } = read(&body)?;
    let mut inner = shared.lock();
    inner.world.advance(advance_days);
    Ok(Json(json!({ "day": inner.world.today() })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Switch {
    on: bool,
}

pub(crate) async fn error_code_keys(State(shared): Sandbox, body: Bytes) -> Reply {
    let Switch { on } = read(&body)?;
    shared.lock().error_code_keys = on;
    Ok(done())
}

pub(crate) async fn connect(State(shared): Sandbox, Path(site): Path<String>) -> Reply {
    found(shared.lock().world.connect(&site), &site)
}

pub(crate) async fn resolve(State(shared): Sandbox, Path(site): Path<String>) -> Reply {
    found(shared.lock().world.resolve(&site), &site)
}

pub(crate) async fn lapse(State(shared): Sandbox, Path(site): Path<String>) -> Reply {
    let lapsed = shared.lock().world.lapse(&site);
    let lapsed = lapsed.ok_or_else(|| unknown(&site))?;
    Ok(Json(json!({ "lapsed": lapsed })))
}

fn found(known: bool, site: &str) -> Reply {
    known.then(done).ok_or_else(|| unknown(site))
}

fn unknown(site: &str) -> (StatusCode, Json<Value>) {
    let problem = format!("nobody has heard of the site \"{site}\"");
    refuse(StatusCode::NOT_FOUND, problem)
}
