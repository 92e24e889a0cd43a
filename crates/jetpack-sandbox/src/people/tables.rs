//! The tables of the front page. Writing to a String cannot fail, so nothing here does.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use super::escape;
use crate::wire::record::RecordedRequest;
use crate::world::{KeySnapshot, PlanState, SiteSnapshot};

pub(super) fn sites(body: &mut String, sites: &[SiteSnapshot]) {
    let head = ["Site", "Blog", "Connected", "Plans", ""];
    table(body, &head, sites, "No site has been provisioned yet.", site_row);
}

pub(super) fn keys(body: &mut String, keys: &[KeySnapshot]) {
    let head = ["Id", "Client id", "Name", "Live plans", "Notes"];
    table(body, &head, keys, "There is no key.", key_row);
}

pub(super) fn requests(body: &mut String, requests: &[Arc<RecordedRequest>]) {
    let head = ["#", "Request", "Answer", "Fault", "Effect"];
    table(body, &head, requests, "None yet.", |body, request| {
        request_row(body, request);
    });
}

fn table<T>(body: &mut String, head: &[&str], rows: &[T], none: &str, row: impl Fn(&mut String, &T)) {
    if rows.is_empty() {
        writeln!(body, "<p class=\"note\">{none}</p>").ok();
        return;
    }
    body.push_str("<table><tr>");
    for name in head {
        write!(body, "<th>{name}</th>").ok();
    }
    body.push_str("</tr>\n");
    rows.iter().for_each(|one| row(body, one));
    body.push_str("</table>\n");
}

fn site_row(body: &mut String, site: &SiteSnapshot) {
    let mut plans = String::new();
    for product in &site.products {
        let state = word(product.state);
        let slug = escape(&product.slug);
        let until = product
            .lapses_on_day
            .map_or_else(String::new, |day| format!(" until day {day}"));
        write!(plans, "<span class=\"{state}\">{slug}: {state}{until}</span><br>").ok();
    }
    // A site without a plan, too, can be connected: it was registered only.
    let button = if site.connected {
        String::new()
    } else {
        format!(
            "<form method=\"post\" action=\"/connect\">\
             <button name=\"site\" value=\"{}\">Connect</button></form>",
            escape(&site.site)
        )
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

fn key_row(body: &mut String, key: &KeySnapshot) {
    let mut live = String::new();
    let slugs: BTreeSet<&String> = key.live.keys().chain(key.limits.keys()).collect();
    for slug in slugs {
        let count = key.live.get(slug).copied().unwrap_or_default();
        let limit = key
            .limits
            .get(slug)
            .map_or_else(String::new, |limit| format!(" of {limit}"));
        write!(live, "{}: {count}{limit}<br>", escape(slug)).ok();
    }
    let created_by = key.created_by.as_ref().map(|parent| format!("made by {parent}"));
    let notes = [
        key.disabled.then(|| "disabled".to_owned()),
        key.auto_connect.then(|| "connects users".to_owned()),
        created_by,
    ];
    let notes = notes.into_iter().flatten().collect::<Vec<_>>().join(", ");
    writeln!(
        body,
        "<tr><td>{}</td><td><code>{}</code></td><td>{}</td><td>{live}</td><td>{}</td></tr>",
        key.id,
        escape(&key.client_id),
        escape(&key.name),
        escape(&notes),
    )
    .ok();
}

fn request_row(body: &mut String, request: &RecordedRequest) {
    writeln!(
        body,
        "<tr><td>{}</td><td>{} <code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>",
        request.n,
        escape(&request.method),
        escape(&request.path),
        request
            .status
            .map_or_else(|| "none".to_owned(), |status| status.to_string()),
        request
            .fault
            .map_or_else(String::new, |fault| format!("{fault:?}").to_lowercase()),
        if request.committed { "yes" } else { "no" },
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
