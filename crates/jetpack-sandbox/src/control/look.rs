//! What can be looked at: the state and the requests.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Sandbox, refuse};
use crate::endpoint::Operation;
use crate::shared::Shared;
use crate::wire::record::RecordedRequest;
use crate::world::Snapshot;

/// Sites on one page: a state of 100,000 sites would be tens of megabytes.
const PAGE: usize = 200;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct StateQuery {
    /// A number from 1, newest sites first; or `all`.
    page: Option<String>,
    /// Only this site, by `host::path` or blog id.
    site: Option<String>,
}

/// The state, or one page of it.
#[derive(Serialize)]
pub(crate) struct Page {
    #[serde(flatten)]
    pub(crate) snapshot: Snapshot,
    pub(crate) page: usize,
    pub(crate) pages: usize,
}

/// Which sites a state lists.
pub(crate) enum Which<'a> {
    All,
    One(&'a str),
    /// A page, newest first, counted from 1.
    Page(usize),
}

pub(crate) fn look(shared: &Shared, which: &Which<'_>) -> Page {
    // The copy costs nothing, and lets the server go on while the page is made.
    let (world, requests) = {
        let inner = shared.lock();
        (inner.world.clone(), inner.journal.totals())
    };
    let (snapshot, page, pages) = match *which {
        Which::All => (world.snapshot(), 1, 1),
        Which::One(name) => (world.snapshot_of(world.site(name).into_iter()), 1, 1),
        Which::Page(page) => {
            let newest = world
                .newest_sites()
                .skip((page - 1).saturating_mul(PAGE))
                .take(PAGE);
            (
                world.snapshot_of(newest),
                page,
                world.site_count().div_ceil(PAGE).max(1),
            )
        }
    };
    Page {
        snapshot: Snapshot { requests, ..snapshot },
        page,
        pages,
    }
}

pub(crate) async fn state(
    State(shared): Sandbox,
    Query(query): Query<StateQuery>,
) -> Result<Json<Page>, (StatusCode, Json<Value>)> {
    let which = match (&query.site, query.page.as_deref()) {
        (Some(name), _) => Which::One(name),
        (None, Some("all")) => Which::All,
        // A few are shown by name, as all of them.
        (None, None) if shared.lock().world.site_count() <= PAGE => Which::All,
        (None, page) => match page.unwrap_or("1").parse() {
            Ok(page @ 1..) => Which::Page(page),
            _ => {
                let problem = "\"page\" is a number from 1, or \"all\"";
                return Err(refuse(StatusCode::BAD_REQUEST, problem));
            }
        },
    };
    Ok(Json(look(&shared, &which)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RequestsQuery {
    /// Only requests with a larger number.
    #[serde(default)]
    after: u64,
    operation: Option<Operation>,
}

pub(crate) async fn requests(
    State(shared): Sandbox,
    Query(query): Query<RequestsQuery>,
) -> Json<Vec<RecordedRequest>> {
    let kept = shared.lock().journal.kept();
    let wanted = |request: &Arc<RecordedRequest>| {
        request.n > query.after && (query.operation.is_none() || query.operation == request.operation)
    };
    let listed = kept.into_iter().filter(wanted);
    Json(listed.map(|request| (*request).clone()).collect())
}
