//! The tables of the front page.

use std::collections::BTreeSet;
use std::sync::Arc;

use maud::{Markup, html};

use crate::wire::record::RecordedRequest;
use crate::world::{KeySnapshot, PlanState, SiteSnapshot};

pub(super) fn sites(sites: &[SiteSnapshot]) -> Markup {
    let head = ["Site", "Blog", "Connected", "Plans", ""];
    table(&head, sites, "No site has been provisioned yet.", |site| {
        html! { tr {
            td.long { (site.url) }
            td { @match site.blog_id { Some(id) => (id), None => "none" } }
            td { (yes(site.connected)) }
            td.long { @for product in &site.products {
                @let state = word(product.state);
                span class=(state) {
                    (product.slug) ": " (state)
                    @if let Some(day) = product.lapses_on_day { " until day " (day) }
                }
                br;
            } }
            // A site without a plan, too, can be connected: it was registered only.
            td { @if !site.connected {
                form method="post" action="/connect" {
                    button name="site" value=(site.site) { "Connect" }
                }
            } }
        } }
    })
}

pub(super) fn keys(keys: &[KeySnapshot]) -> Markup {
    let head = ["Id", "Client id", "Name", "Live plans", "Notes"];
    table(&head, keys, "There is no key.", |key| {
        let slugs: BTreeSet<&String> = key.live.keys().chain(key.limits.keys()).collect();
        let notes = [
            key.disabled.then(|| "disabled".to_owned()),
            key.auto_connect.then(|| "connects users".to_owned()),
            key.created_by.as_ref().map(|parent| format!("made by {parent}")),
        ];
        html! { tr {
            td { (key.id) }
            td { code { (key.client_id) } }
            td { (key.name) }
            td { @for slug in slugs {
                (slug) ": " (key.live.get(slug).copied().unwrap_or_default())
                @if let Some(limit) = key.limits.get(slug) { " of " (limit) }
                br;
            } }
            td { (notes.into_iter().flatten().collect::<Vec<_>>().join(", ")) }
        } }
    })
}

pub(super) fn requests(requests: &[Arc<RecordedRequest>]) -> Markup {
    let head = ["#", "Request", "Answer", "Fault", "Effect"];
    table(&head, requests, "None yet.", |request| {
        html! { tr {
            td { (request.n) }
            td.long { (request.method) " " code { (request.path) } }
            td { @match request.status { Some(status) => (status), None => "none" } }
            td { @if let Some(fault) = request.fault { (format!("{fault:?}").to_lowercase()) } }
            td { (yes(request.committed)) }
        } }
    })
}

/// It scrolls inside its own box, so that a small screen scrolls nothing else.
fn table<T>(head: &[&str], rows: &[T], none: &str, row: impl Fn(&T) -> Markup) -> Markup {
    html! {
        @if rows.is_empty() {
            p.note { (none) }
        } @else {
            div.scrolls { table {
                tr { @for name in head { th { (name) } } }
                @for one in rows { (row(one)) }
            } }
        }
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

fn word(state: PlanState) -> &'static str {
    match state {
        PlanState::Pending => "pending",
        PlanState::Active => "active",
        PlanState::Cancelled => "cancelled",
        PlanState::Lapsed => "lapsed",
    }
}
