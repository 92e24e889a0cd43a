//! The life of a plan at one site, from a provision to the last cancellation: most questions are about it.

use serde_json::{Value, json};

use super::answered::Answered;
use super::left::Left;
use super::place::{Place, path};
use super::wire::{Ended, Request, Wire};

/// What was answered; `None` is what was not asked.
#[derive(Debug)]
pub(super) struct Life {
    pub(super) place: Place,
    /// To the first provision.
    pub(super) provisioned: Option<Answered>,
    /// To the question for the status after it.
    pub(super) status: Option<Answered>,
    /// To the same provision once more.
    pub(super) again: Option<Answered>,
    /// To the cancellation of the plan.
    pub(super) cancelled: Option<Answered>,
    /// To `cancel-all` after that, as a form.
    pub(super) all_after: Option<Answered>,
    /// To `cancel-all` with a plan there, as JSON.
    pub(super) all_by_json: Option<Answered>,
    /// To `cancel-all` as a form after that.
    pub(super) all_by_form: Option<Answered>,
    /// To the cancellation of the plan when nothing is left.
    pub(super) nothing_left: Option<Answered>,
}

impl Life {
    pub(super) fn new(place: Place) -> Self {
        Self {
            place,
            provisioned: None,
            status: None,
            again: None,
            cancelled: None,
            all_after: None,
            all_by_json: None,
            all_by_form: None,
            nothing_left: None,
        }
    }

    /// Lets it happen. Where the key may have more than what is provisioned here, nothing but that is cancelled.
    pub(super) async fn run(&mut self, wire: &mut Wire, left: &mut Left) -> Result<(), Ended> {
        left.note(&self.place);
        let provisioned = wire.ask(self.provision()).await?;
        let is_there = provisioned.success() == Some(true);
        if !is_there && provisioned.status < 500 {
            left.forget(&self.place);
        }
        self.provisioned = Some(provisioned);
        if !is_there {
            return Ok(());
        }
        let identifier = self.place.site.identifier();
        let cancel = path("1.3", identifier.as_str(), "partner-cancel");
        let plan = self.place.plan.clone();
        let plan = [("plan", plan.as_str())];
        let all = [("cancel-all", "1")];
        let status = wire
            .ask(Request::get(path("1.4", identifier.as_str(), "status")))
            .await?;
        self.place.is_ours_alone |= self.has_nothing_else(&status);
        self.status = Some(status);
        self.again = Some(wire.ask(self.provision()).await?);
        self.cancelled = Some(wire.ask(Request::post(&cancel, &plan)).await?);
        if self.place.is_ours_alone {
            self.all_after = Some(wire.ask(Request::post(&cancel, &all)).await?);
            wire.ask(self.provision()).await?;
            let json = json!({"cancel-all": true});
            self.all_by_json = Some(wire.ask(Request::post_json(&cancel, json)).await?);
            self.all_by_form = Some(wire.ask(Request::post(&cancel, &all)).await?);
        }
        self.nothing_left = Some(wire.ask(Request::post(&cancel, &plan)).await?);
        Ok(())
    }

    /// The answers to `cancel-all`, in their order.
    pub(super) fn alls(&self) -> impl Iterator<Item = &Answered> {
        [&self.all_after, &self.all_by_json, &self.all_by_form]
            .into_iter()
            .flatten()
    }

    /// Whether a site that the API did not know before has the plan that was provisioned and nothing else.
    fn has_nothing_else(&self, status: &Answered) -> bool {
        let Some([product]) = status.list("products").map(Vec::as_slice) else {
            return false;
        };
        self.place.was_unknown
            && product.get("slug").and_then(Value::as_str) == Some(self.place.plan.as_str())
    }

    fn provision(&self) -> Request {
        let Place { site, user, plan, .. } = &self.place;
        provision(&site.to_string(), user, plan.as_str())
    }
}

/// A provision with the parameters that are required.
pub(super) fn provision(site: &str, user: &str, plan: &str) -> Request {
    Request::post(
        "rest/v1.3/jpphp/provision",
        &[("siteurl", site), ("local_user", user), ("plan", plan)],
    )
}
