//! Random faults on the control plane.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::Value;

use super::{Reply, Sandbox, done, read, refuse};
use crate::faults::{Chaos, Running};

pub(crate) async fn show_chaos(State(shared): Sandbox) -> Json<Option<Chaos>> {
    let inner = shared.lock();
    Json(inner.chaos.as_ref().map(|running| running.chaos().clone()))
}

pub(crate) async fn start_chaos(State(shared): Sandbox, body: Bytes) -> Reply {
    let chaos: Chaos = read(&body)?;
    if let Some(problem) = chaos.problem() {
        return Err(refuse(StatusCode::BAD_REQUEST, problem));
    }
    shared.lock().chaos = Some(Running::new(chaos, shared.settings.seed));
    Ok(done())
}

pub(crate) async fn stop_chaos(State(shared): Sandbox) -> Json<Value> {
    shared.lock().chaos = None;
    done()
}
