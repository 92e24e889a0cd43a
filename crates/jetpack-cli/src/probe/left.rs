//! What was provisioned here and has to be cancelled, whatever becomes of the rest.

use std::time::Duration;

use serde::Serialize;
use tokio::time::sleep;

use super::answered::Answered;
use super::place::{Place, path};
use super::wire::{Ended, Request, Wire};

/// How often a cancellation is sent on which money depends. Receiving it twice does no harm (partner-api.md §5.3).
const MOST_ATTEMPTS: u32 = 3;

/// After the first of them; it grows.
const PAUSE: Duration = Duration::from_millis(500);

/// Where something may be left; noted before the request that may leave it.
#[derive(Debug, Default)]
pub(super) struct Left(Vec<Place>);

/// What could not be cancelled.
#[derive(Debug, Serialize)]
pub(super) struct Remainder {
    site: String,
    why: String,
    next: String,
    #[serde(skip)]
    pub(super) may_be_billed: bool,
}

impl Left {
    pub(super) fn note(&mut self, place: &Place) {
        if !self.0.iter().any(|noted| noted.site == place.site) {
            self.0.push(place.clone());
        }
    }

    /// Nothing came of it: the provision was refused.
    pub(super) fn forget(&mut self, place: &Place) {
        self.0.retain(|noted| noted.site != place.site);
    }

    /// Cancels all of it; gives what could not be cancelled.
    pub(super) async fn cancel(self, wire: &mut Wire) -> Vec<Remainder> {
        let mut remainders = Vec::new();
        for place in self.0 {
            if let Some(why) = cancel(&place, wire).await {
                remainders.push(remainder(&place, why));
            }
        }
        remainders
    }
}

/// Why it could not be cancelled, if so.
async fn cancel(place: &Place, wire: &mut Wire) -> Option<String> {
    let form = match place.is_ours_alone {
        true => [("cancel-all", "1")],
        false => [("plan", place.plan.as_str())],
    };
    let path = path("1.3", place.site.identifier().as_str(), "partner-cancel");
    let attempts = if place.may_be_billed { MOST_ATTEMPTS } else { 1 };
    match insist(&path, form, attempts, wire).await {
        Ok(answered) if answered.success() == Some(true) => None,
        // Nothing was there any more.
        Ok(answered) if answered.success() == Some(false) && is_empty(&answered) => None,
        Ok(answered) => Some(answered.in_words()),
        Err(ended) => Some(ended.to_string()),
    }
}

async fn insist(
    path: &str,
    form: [(&'static str, &str); 1],
    attempts: u32,
    wire: &mut Wire,
) -> Result<Answered, Ended> {
    let mut attempt = 1;
    loop {
        let result = wire.insist(Request::post(path, &form)).await;
        let may_pass = result.as_ref().map_or(true, |answered| answered.status >= 500);
        if !may_pass || attempt == attempts {
            return result;
        }
        sleep(PAUSE * attempt).await;
        attempt += 1;
    }
}

/// With `cancel-all`, only the lists tell a failure from an empty place (partner-api.md §5.3).
fn is_empty(answered: &Answered) -> bool {
    let lists = ["pending_activations", "activations"];
    lists
        .iter()
        .all(|list| answered.list(list).is_none_or(Vec::is_empty))
}

fn remainder(place: &Place, why: String) -> Remainder {
    let next = match place.may_be_billed {
        true => format!(
            "It may be billed: jetpack-partner cancel --url={} --plan={}",
            place.site, place.plan
        ),
        false => "It is not billed, and lapses by itself after 14 days.".to_owned(),
    };
    Remainder {
        site: place.site.to_string(),
        why,
        next,
        may_be_billed: place.may_be_billed,
    }
}

impl std::fmt::Display for Remainder {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "left at {}: the cancellation was answered {}. {}",
            self.site, self.why, self.next
        )
    }
}
