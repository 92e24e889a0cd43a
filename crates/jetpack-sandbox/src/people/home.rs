//! The front page: sites, plans, keys, the latest requests.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::{RawForm, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::{page, tables};
use crate::control::{Page, page_of};
use crate::shared::Shared;
use crate::wire::percent;

/// As many requests as fit on a screen.
const LATEST: usize = 20;

/// `GET /`, and `GET /?page=2` for older sites.
pub(crate) async fn home(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Html<String> {
    let wanted = query.as_deref().and_then(|query| query.strip_prefix("page="));
    let state = page_of(&shared, wanted.and_then(|page| page.parse().ok()).unwrap_or(1));
    let requests = shared.lock().journal.latest(LATEST);

    let mut body = summary(&state);
    body.push_str("<h2>Sites</h2>\n");
    tables::sites(&mut body, &state.snapshot.sites);
    links(&mut body, &state);
    body.push_str("<h2>Keys</h2>\n");
    tables::keys(&mut body, &state.snapshot.keys);
    body.push_str("<h2>Latest requests</h2>\n");
    tables::requests(&mut body, &requests);
    page("Jetpack sandbox", &body)
}

fn summary(state: &Page) -> String {
    let live = |key: &crate::KeySnapshot| key.live.values().sum::<u64>();
    let snapshot = &state.snapshot;
    format!(
        "<p>Day {} &middot; {} sites &middot; {} live plans &middot; {} requests, {} of them struck by a fault</p>\n",
        snapshot.day,
        snapshot.sites_total,
        snapshot.keys.iter().map(live).sum::<u64>(),
        snapshot.requests.total,
        snapshot.requests.faults,
    )
}

/// The way to the other pages, if there are any.
fn links(body: &mut String, state: &Page) {
    if state.pages == 1 {
        return;
    }
    // Writing to a String cannot fail.
    write!(body, "<p class=\"note\">Page {} of {}.", state.page, state.pages).ok();
    if state.page > 1 {
        write!(body, " <a href=\"/?page={}\">Newer</a>", state.page - 1).ok();
    }
    if state.page < state.pages {
        write!(body, " <a href=\"/?page={}\">Older</a>", state.page + 1).ok();
    }
    body.push_str("</p>\n");
}

/// `POST /connect`: the button of a pending site.
pub(crate) async fn connect(State(shared): State<Arc<Shared>>, RawForm(form): RawForm) -> Response {
    let fields = percent::decode_pairs(&String::from_utf8_lossy(&form)).unwrap_or_default();
    let site = fields.iter().find(|(name, _)| name == "site");
    let known = site.is_some_and(|(_, site)| shared.lock().world.connect(site));
    if known {
        Redirect::to("/").into_response()
    } else {
        (
            StatusCode::NOT_FOUND,
            page("No such site", "<p><a href=\"/\">Back</a></p>"),
        )
            .into_response()
    }
}
