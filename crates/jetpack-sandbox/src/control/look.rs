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
use crate::world::{Snapshot, World};

/// Sites on one page: a state of 100,000 sites would be tens of megabytes.
pub(crate) const PAGE: usize = 200;

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

/// How many pages there are; one, if empty.
fn pages(world: &World) -> usize {
    world.site_count().div_ceil(PAGE).max(1)
}

/// A page of sites, newest first.
pub(crate) fn page_of(shared: &Shared, page: usize) -> Page {
    // The copy costs nothing, and lets the server go on while the page is made.
    let (world, requests) = {
        let inner = shared.lock();
        (inner.world.clone(), inner.journal.totals())
    };
    let page = page.max(1);
    let newest = world
        .newest_sites()
        .skip((page - 1).saturating_mul(PAGE))
        .take(PAGE);
    Page {
        snapshot: Snapshot {
            requests,
            ..world.snapshot_of(newest)
        },
        page,
        pages: pages(&world),
    }
}

pub(crate) async fn state(
    State(shared): Sandbox,
    Query(query): Query<StateQuery>,
) -> Result<Json<Page>, (StatusCode, Json<Value>)> {
    let (world, requests) = {
        let inner = shared.lock();
        (inner.world.clone(), inner.journal.totals())
    };
    if let Some(name) = &query.site {
        let snapshot = world.snapshot_of(world.site(name).into_iter());
        return Ok(Json(whole(Snapshot { requests, ..snapshot })));
    }
    match query.page.as_deref() {
        None if pages(&world) > 1 => Ok(Json(page_of(&shared, 1))),
        None | Some("all") => Ok(Json(whole(Snapshot {
            requests,
            ..world.snapshot()
        }))),
        Some(number) => match number.parse() {
            Ok(page @ 1..) => Ok(Json(page_of(&shared, page))),
            _ => Err(refuse(
                StatusCode::BAD_REQUEST,
                "\"page\" is a number from 1, or \"all\"",
            )),
        },
    }
}

fn whole(snapshot: Snapshot) -> Page {
    Page {
        snapshot,
        page: 1,
        pages: 1,
    }
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
