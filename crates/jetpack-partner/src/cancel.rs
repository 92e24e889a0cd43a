use crate::{Call, Error, Plan, SiteIdentifier, decode};

/// What a cancellation found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cancelled {
    /// The plan is gone and its billing has ended.
    Done,
    /// There was no plan to cancel (`success: false`); asking again is of no use
    /// (partner-api.md §5.3, CONFLICT 7).
    NothingThere,
}

impl Call<'_> {
    /// Cancels a plan: `POST /rest/v1.3/jpphp/{site}/partner-cancel`.
    ///
    /// The plan is always named: stand-alone products are hit only by name (partner-api.md §5.2).
    /// Repeating it does no harm.
    pub async fn cancel(&mut self, site: &SiteIdentifier, plan: &Plan) -> Result<Cancelled, Error> {
        let path = format!("rest/v1.3/jpphp/{site}/partner-cancel");
        let answer = self.post(&path, &[("plan", plan.as_str())]).await?;
        match decode::flag(&answer, "success") {
            Some(true) => Ok(Cancelled::Done),
            Some(false) => Ok(Cancelled::NothingThere),
            None => Err(Error::Malformed("it does not say whether it succeeded".into())),
        }
    }
}
