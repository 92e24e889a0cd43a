use reqwest::Method;
use serde_json::{Map, Value};

use crate::retry::Repeat;
use crate::send::Request;
use crate::{Call, Error, Plan, SiteRef, decode};

/// What a cancellation found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelled {
    /// The plan is gone and its billing has ended.
    Done,
    /// There was no plan to cancel (`success: false`); asking again is of no use
    /// (partner-api.md §5.3, CONFLICT 7).
    NothingThere,
}

/// What cancelling everything of a site found. The arrays' elements are not documented
/// (partner-api.md §5.3, §20 question 7), so they are handed on as they came.
#[derive(Debug, Clone, PartialEq)]
pub struct CancelledAll {
    /// `false` means that some failed, or that there were none: the lists tell.
    pub success: bool,
    /// What had been active.
    pub activations: Vec<Value>,
    /// What had been waiting.
    pub pending_activations: Vec<Value>,
}

impl CancelledAll {
    /// Whether nothing is left, also because there was nothing: only the lists tell that from a failure.
    pub fn leaves_nothing(&self) -> bool {
        self.success || (self.activations.is_empty() && self.pending_activations.is_empty())
    }
}

impl Call<'_> {
    /// Cancels a plan: `POST /rest/v1.3/jpphp/{site}/partner-cancel`.
    ///
    /// Without a plan's name only the bundles are hit; stand-alone products must be named
    /// (partner-api.md §5.2). Repeating it does no harm.
    pub async fn cancel(&mut self, site: &SiteRef, plan: Option<&Plan>) -> Result<Cancelled, Error> {
        self.cancel_tracked(site, plan, None).await
    }

    /// The same with the host's own id for the site, which shows in WordPress.com's logs
    /// (`partner_tracking_id`, partner-api.md §5.2).
    pub async fn cancel_tracked(
        &mut self,
        site: &SiteRef,
        plan: Option<&Plan>,
        tracking_id: Option<&str>,
    ) -> Result<Cancelled, Error> {
        let form: Vec<_> = plan.iter().map(|plan| ("plan", plan.as_str())).collect();
        let answer = self.partner_cancel(site, &form, tracking_id).await?;
        Ok(match self.success(&answer)? {
            true => Cancelled::Done,
            false => Cancelled::NothingThere,
        })
    }

    /// Cancels everything that this partner provisioned on a site (`cancel-all`, with a hyphen).
    pub async fn cancel_all(&mut self, site: &SiteRef) -> Result<CancelledAll, Error> {
        let answer = self.partner_cancel(site, &[("cancel-all", "1")], None).await?;
        let list = |key: &str| {
            answer
                .get(key)
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default()
        };
        Ok(CancelledAll {
            success: self.success(&answer)?,
            activations: list("activations"),
            pending_activations: list("pending_activations"),
        })
    }

    async fn partner_cancel(
        &mut self,
        site: &SiteRef,
        form: &[(&str, &str)],
        tracking_id: Option<&str>,
    ) -> Result<Map<String, Value>, Error> {
        let path = format!("rest/v1.3/jpphp/{site}/partner-cancel");
        let query: Vec<_> = tracking_id
            .iter()
            .map(|id| ("partner_tracking_id", *id))
            .collect();
        let request = Request::new(Method::POST, &path).query(&query).form(form);
        self.ask(Repeat::Safe, &request.with_effect()).await
    }

    /// What a cancellation answered.
    fn success(&mut self, answer: &Map<String, Value>) -> Result<bool, Error> {
        decode::flag(answer, "success")
            .ok_or_else(|| Error::Malformed("it does not say whether it succeeded".into()))
            .inspect_err(|error| self.attempt.remember(error))
    }
}
