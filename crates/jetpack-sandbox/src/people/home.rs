//! The front page: how to start, what there is, what can be done.

use std::num::NonZeroUsize;
use std::sync::Arc;

use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::{guide, page, tables};
use crate::control::{Page, Which, look};
use crate::shared::Shared;

/// As many requests as fit on a screen.
const LATEST: usize = 20;

/// The parts of the page, in order.
const PARTS: [(&str, &str); 7] = [
    ("start", "Start here"),
    ("sites", "Sites"),
    ("keys", "Keys"),
    ("requests", "Latest requests"),
    ("names", "Names of sites that choose a case"),
    ("control", "The control plane"),
    ("limits", "What it is not"),
];

fn heading(part: usize) -> Markup {
    let (id, title) = PARTS[part];
    html! { h2 id=(id) { (title) } }
}

/// Which page of sites is wanted.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    page: Option<NonZeroUsize>,
}

/// `GET /`, and `GET /?page=2` for older sites.
pub(crate) async fn home(State(shared): State<Arc<Shared>>, Query(wanted): Query<Wanted>) -> Markup {
    let state = look(&shared, &Which::Page(wanted.page.map_or(1, NonZeroUsize::get)));
    let requests = shared.lock().journal.latest(LATEST);
    let body = html! {
        p.lead { "The Jetpack Partner API on this machine, for tests and rehearsals." }
        (summary(&state))
        nav {
            @for (id, title) in PARTS { a href=(format!("#{id}")) { (title) } }
        }
        (heading(0))
        (guide::start(&shared))
        (heading(1))
        (tables::sites(&state.snapshot.sites))
        (links(&state))
        (heading(2))
        (tables::keys(&state.snapshot.keys))
        (heading(3))
        (tables::requests(&requests))
        (heading(4))
        (guide::names())
        (heading(5))
        (guide::control(&shared))
        (heading(6))
        (guide::limits())
    };
    page("Jetpack sandbox", &body)
}

fn summary(state: &Page) -> Markup {
    let snapshot = &state.snapshot;
    let live: u64 = snapshot.keys.iter().flat_map(|key| key.live.values()).sum();
    html! { p {
        "Day " (snapshot.day) " · " (snapshot.sites_total) " sites · " (live) " live plans · "
        (snapshot.requests.total) " requests, " (snapshot.requests.faults) " of them struck by a fault"
    } }
}

/// The way to the other pages, if there are any.
fn links(state: &Page) -> Markup {
    html! { @if state.pages > 1 { p.note {
        "Page " (state.page) " of " (state.pages) "."
        @if state.page > 1 { " " a href=(format!("/?page={}", state.page - 1)) { "Newer" } }
        @if state.page < state.pages { " " a href=(format!("/?page={}", state.page + 1)) { "Older" } }
    } } }
}

/// The site whose button was pressed.
#[derive(Deserialize)]
pub(crate) struct Pressed {
    site: String,
}

/// `POST /connect`: the button of a pending site.
pub(crate) async fn connect(State(shared): State<Arc<Shared>>, Form(pressed): Form<Pressed>) -> Response {
    if shared.lock().world.connect(&pressed.site) {
        return Redirect::to("/").into_response();
    }
    let body = html! { p { a href="/" { "Back" } } };
    (StatusCode::NOT_FOUND, page("No such site", &body)).into_response()
}
