//! The page behind `next_url`, where the owner connects the site (partner-api.md §4.4 case B, §12).

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use url::Url;

use super::page;
use crate::shared::Shared;
use crate::wire::percent;
use crate::world::World;

/// Where the owner of a link stands.
enum Standing {
    Unknown,
    /// Pending for too long, or cancelled.
    Expired {
        site: String,
    },
    Open {
        site: String,
        plan: Option<&'static str>,
    },
    Done {
        site: String,
        plan: Option<&'static str>,
    },
}

/// `GET /jetpack.authorize/1/`.
pub(crate) async fn show(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Response {
    let link = Link::read(query.as_deref());
    let standing = link.standing(&shared.lock().world);
    match standing {
        Standing::Open { site, plan } => approval_form(&site, plan),
        other => closed(other, &link),
    }
}

/// `POST /jetpack.authorize/1/`: the button.
pub(crate) async fn approve(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Response {
    let link = Link::read(query.as_deref());
    let mut inner = shared.lock();
    match link.standing(&inner.world) {
        Standing::Open { site, plan } => {
            inner.world.connect(&site);
            match &link.redirect {
                Some(target) => Redirect::to(target.as_str()).into_response(),
                None => closed(Standing::Done { site, plan }, &link),
            }
        }
        other => closed(other, &link),
    }
}

/// The query of a `next_url`, with what the partner appended to it.
struct Link {
    nonce: String,
    /// `partner_redirect`. The real list of allowed targets is not imitated.
    redirect: Option<Url>,
}

impl Link {
    fn read(query: Option<&str>) -> Self {
        let pairs = percent::decode_pairs(query.unwrap_or_default()).unwrap_or_default();
        let value = |wanted: &str| {
            pairs
                .iter()
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value.as_str())
        };
        let redirect = value("partner_redirect").and_then(|target| Url::parse(target).ok());
        Self {
            nonce: value("nonce").unwrap_or_default().to_owned(),
            // Any other scheme could run code in the page.
            redirect: redirect.filter(|target| matches!(target.scheme(), "http" | "https")),
        }
    }

    fn standing(&self, world: &World) -> Standing {
        let Some(invitation) = world.invitation(&self.nonce) else {
            return Standing::Unknown;
        };
        let (site, plan) = (invitation.site.clone(), invitation.plan);
        let Some(known) = world.site(&site) else {
            return Standing::Unknown;
        };
        let is_live = plan.is_none_or(|slug| known.live().any(|live| live.product.slug == slug));
        match (is_live, known.connected) {
            // An upgrade while pending replaced the plan; the link still leads to the site.
            (false, false) if known.is_pending() => Standing::Open { site, plan: None },
            (false, _) => Standing::Expired { site },
            (true, true) => Standing::Done { site, plan },
            (true, false) => Standing::Open { site, plan },
        }
    }
}

fn what(plan: Option<&str>) -> String {
    plan.map_or_else(|| "Jetpack".to_owned(), |plan| format!("Jetpack ({plan})"))
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
        Standing::Expired { site } => (
            StatusCode::GONE,
            "This link has expired".to_owned(),
            format!("The plan for {site} was cancelled or waited for too long."),
        ),
        Standing::Open { site, plan } | Standing::Done { site, plan } => (
            StatusCode::OK,
            format!("Jetpack is active on {site}"),
            format!(
                "{} is set up on {site}. There is nothing more to do here.",
                what(plan)
            ),
        ),
    };
    let body = html! {
        p { (text) }
        @if let Some(target) = &link.redirect { p { a href=(target) { "Continue" } } }
    };
    (status, page(&title, &body)).into_response()
}
