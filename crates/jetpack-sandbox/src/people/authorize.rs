//! The page behind `next_url`, where the owner connects the site (partner-api.md §4.4 case B, §12).

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use url::Url;

use super::page;
use crate::shared::Shared;
use crate::world::World;

/// Where the owner of a link stands.
enum Standing {
    Unknown,
    /// Pending for too long, or cancelled.
    Expired(String),
    /// Site and plan, to be approved.
    Open(String, Option<&'static str>),
    /// Site and plan, approved.
    Done(String, Option<&'static str>),
}

/// `GET /jetpack.authorize/1/`.
pub(crate) async fn show(State(shared): State<Arc<Shared>>, Query(link): Query<Link>) -> Response {
    match link.standing(&shared.lock().world) {
        Standing::Open(site, plan) => approval_form(&site, plan),
        other => closed(other, &link),
    }
}

/// `POST /jetpack.authorize/1/`: the button.
pub(crate) async fn approve(State(shared): State<Arc<Shared>>, Query(link): Query<Link>) -> Response {
    let mut inner = shared.lock();
    let Standing::Open(site, plan) = link.standing(&inner.world) else {
        return closed(link.standing(&inner.world), &link);
    };
    inner.world.connect(&site);
    match link.redirect() {
        Some(target) => Redirect::to(target.as_str()).into_response(),
        None => closed(Standing::Done(site, plan), &link),
    }
}

/// The query of a `next_url`, with what the partner appended to it.
#[derive(Deserialize)]
pub(crate) struct Link {
    #[serde(default)]
    nonce: String,
    /// The real list of allowed targets is not imitated.
    partner_redirect: Option<String>,
}

impl Link {
    fn redirect(&self) -> Option<Url> {
        let target = Url::parse(self.partner_redirect.as_deref()?).ok();
        // Any other scheme could run code in the page.
        target.filter(|target| matches!(target.scheme(), "http" | "https"))
    }

    fn standing(&self, world: &World) -> Standing {
        let invitation = world.invitation(&self.nonce);
        let Some((invitation, known)) = invitation.and_then(|one| Some((one, world.site(&one.site)?))) else {
            return Standing::Unknown;
        };
        let (site, plan) = (invitation.site.clone(), invitation.plan);
        let is_live = plan.is_none_or(|slug| known.live().any(|live| live.product.slug == slug));
        match (is_live, known.connected) {
            // An upgrade while pending replaced the plan; the link still leads to the site.
            (false, false) if known.is_pending() => Standing::Open(site, None),
            (false, _) => Standing::Expired(site),
            (true, true) => Standing::Done(site, plan),
            (true, false) => Standing::Open(site, plan),
        }
    }
}

fn approval_form(site: &str, plan: Option<&str>) -> Response {
    let body = html! {
        p { "Site: " strong { (site) } }
        p { "Plan: " strong { (plan.unwrap_or("as ordered")) } }
        form method="post" { button { "Approve" } }
    };
    page("Set up Jetpack", &body).into_response()
}

/// The pages on which there is nothing to press.
fn closed(standing: Standing, link: &Link) -> Response {
    let (status, title, text) = match standing {
        Standing::Unknown => (
            StatusCode::NOT_FOUND,
            "This link is not known".to_owned(),
            "Ask your host for a new one.".to_owned(),
        ),
        Standing::Expired(site) => (
            StatusCode::GONE,
            "This link has expired".to_owned(),
            format!("The plan for {site} was cancelled or waited for too long."),
        ),
        Standing::Open(site, plan) | Standing::Done(site, plan) => {
            let plan = plan.map_or_else(String::new, |plan| format!(" ({plan})"));
            let text = format!("Jetpack{plan} is set up on {site}. There is nothing more to do here.");
            (StatusCode::OK, format!("Jetpack is active on {site}"), text)
        }
    };
    let body = html! {
        p { (text) }
        @if let Some(target) = link.redirect() { p { a href=(target) { "Continue" } } }
    };
    (status, page(&title, &body)).into_response()
}
