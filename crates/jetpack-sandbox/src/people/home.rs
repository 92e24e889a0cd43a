//! The front page: sites, plans, the latest requests.

use std::fmt::Write;
use std::sync::Arc;

use axum::extract::{RawForm, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

use super::{escape, page};
use crate::percent;
use crate::record::RecordedRequest;
use crate::shared::Shared;
use crate::world::{PlanState, SiteSnapshot};

/// As many requests as fit on a screen.
const LATEST: usize = 20;

/// `GET /`.
pub(crate) async fn home(State(shared): State<Arc<Shared>>) -> Html<String> {
    let (state, requests) = {
        let inner = shared.lock();
        let latest = inner.requests.iter().rev().take(LATEST).cloned();
        (inner.world.snapshot(), latest.collect::<Vec<_>>())
    };

    let mut body = String::from("<h2>Sites</h2>\n");
    if state.sites.is_empty() {
        body.push_str("<p class=\"note\">No site has been provisioned yet.</p>\n");
    } else {
        body.push_str(
            "<table><tr><th>Site</th><th>Blog</th><th>Connected</th><th>Plans</th><th></th></tr>\n",
        );
        state.sites.iter().for_each(|site| site_row(&mut body, site));
        body.push_str("</table>\n");
    }

    body.push_str("<h2>Latest requests</h2>\n");
    if requests.is_empty() {
        body.push_str("<p class=\"note\">None yet.</p>\n");
    } else {
        body.push_str("<table><tr><th>#</th><th>Request</th><th>Answer</th><th>Fault</th></tr>\n");
        requests
            .iter()
            .for_each(|request| request_row(&mut body, request));
        body.push_str("</table>\n");
    }
    page("Jetpack sandbox", &body)
}

// Writing to a String cannot fail.
fn site_row(body: &mut String, site: &SiteSnapshot) {
    let mut plans = String::new();
    for product in &site.products {
        let state = word(product.state);
        let slug = escape(&product.slug);
        write!(plans, "<span class=\"{state}\">{slug}: {state}</span><br>").ok();
    }
    let is_pending = site
        .products
        .iter()
        .any(|product| product.state == PlanState::Pending);
    let button = if is_pending {
        format!(
            "<form method=\"post\" action=\"/connect\">\
             <button name=\"site\" value=\"{}\">Connect</button></form>",
            escape(&site.site)
        )
    } else {
        String::new()
    };
    writeln!(
        body,
        "<tr><td>{}</td><td>{}</td><td>{}</td><td>{plans}</td><td>{button}</td></tr>",
        escape(&site.url),
        site.blog_id
            .map_or_else(|| "none".to_owned(), |id| id.to_string()),
        if site.connected { "yes" } else { "no" },
    )
    .ok();
}

fn request_row(body: &mut String, request: &RecordedRequest) {
    writeln!(
        body,
        "<tr><td>{}</td><td>{} <code>{}</code></td><td>{}</td><td>{}</td></tr>",
        request.n,
        escape(&request.method),
        escape(&request.path),
        request
            .status
            .map_or_else(|| "none".to_owned(), |status| status.to_string()),
        request
            .fault
            .map_or_else(String::new, |fault| format!("{fault:?}").to_lowercase()),
    )
    .ok();
}

fn word(state: PlanState) -> &'static str {
    match state {
        PlanState::Pending => "pending",
        PlanState::Active => "active",
        PlanState::Cancelled => "cancelled",
        PlanState::Lapsed => "lapsed",
    }
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
