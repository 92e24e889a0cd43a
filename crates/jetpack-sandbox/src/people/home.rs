//! The front page: how to start, what there is, what can be done.

use std::sync::Arc;

use axum::extract::{RawForm, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use super::{guide, page, tables};
use crate::control::{Page, page_of};
use crate::shared::Shared;
use crate::wire::percent;

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

/// `GET /`, and `GET /?page=2` for older sites.
pub(crate) async fn home(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Markup {
    let wanted = query.as_deref().and_then(|query| query.strip_prefix("page="));
    let state = page_of(&shared, wanted.and_then(|page| page.parse().ok()).unwrap_or(1));
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

/// `POST /connect`: the button of a pending site.
pub(crate) async fn connect(State(shared): State<Arc<Shared>>, RawForm(form): RawForm) -> Response {
    let fields = percent::decode_pairs(&String::from_utf8_lossy(&form)).unwrap_or_default();
    let site = fields.iter().find(|(name, _)| name == "site");
    let known = site.is_some_and(|(_, site)| shared.lock().world.connect(site));
    if known {
        return Redirect::to("/").into_response();
    }
    let body = html! { p { a href="/" { "Back" } } };
    (StatusCode::NOT_FOUND, page("No such site", &body)).into_response()
}
