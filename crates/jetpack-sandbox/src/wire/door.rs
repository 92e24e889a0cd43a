//! The door of the imitated API: every path that is not the sandbox's own.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Request, State};
use axum::response::Response;

use crate::faults::misbehave;
use crate::shared::Shared;
use crate::wire::call::Call;
use crate::wire::connection::Connection;

/// Reads, decides, sends.
pub(crate) async fn handle(
    State(shared): State<Arc<Shared>>,
    Extension(connection): Extension<Connection>,
    request: Request,
) -> Response {
    let call = Call::read(request).await;
    let (sent, fault) = shared.decide(&call, connection.number);
    misbehave::send(sent, fault, connection).await
}
