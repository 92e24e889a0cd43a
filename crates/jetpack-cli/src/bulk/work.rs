//! What is asked for one line.

use std::time::Duration;

use jetpack_partner::{
    Call, Cancelled, Client, Deadline, Error, Plan, ProductStatus, ProvisionRequest, SiteStatus,
};

use super::action::Action;
use super::brake::Brake;
use super::change;
use super::entry::Entry;
use super::outcome::Outcome;

/// How often a line that is throttled is taken up again.
const MOST_THROTTLED: u32 = 5;

/// The wait where the API names none.
const THROTTLED: Duration = Duration::from_secs(5);

/// Asking again would provision again, only to see the address.
pub(super) const LOST_ADDRESS: &str =
    "the answer with the address was lost; \"Set Up Jetpack\" in wp-admin leads to the same place";

/// What all lines share.
#[derive(Debug)]
pub(super) struct Worker {
    pub(super) client: Client,
    pub(super) action: Action,
    pub(super) timeout: Duration,
    pub(super) brake: Brake,
}

impl Worker {
    /// Does what is to be done for a line. `doubtful`: it may have been done before.
    pub(super) async fn perform(&self, entry: &Entry, doubtful: bool) -> (Outcome, Option<Error>) {
        let mut attempts = 0;
        loop {
            self.brake.wait().await;
            attempts += 1;
            let mut call = self.client.call(Deadline::after(self.timeout)).unrecorded();
            match self.attempt(&mut call, entry, doubtful).await {
                Ok(outcome) => return (outcome, None),
                Err(Error::Throttled { retry_after, .. }) if attempts < MOST_THROTTLED => {
                    self.brake.pull(retry_after.unwrap_or(THROTTLED));
                }
                Err(error) => {
                    let mut outcome = Outcome::failed(&error);
                    if doubtful && outcome.state == super::states::State::Open {
                        // What was in doubt stays so until an answer clears it up.
                        outcome.state = super::states::State::Doubtful;
                    }
                    return (outcome, Some(error));
                }
            }
        }
    }

    async fn attempt(&self, call: &mut Call<'_>, entry: &Entry, doubtful: bool) -> Result<Outcome, Error> {
        match (self.action, &entry.request) {
            (Action::Provision, Some(request)) => provision(call, entry, request, doubtful).await,
            (Action::Change, Some(request)) => change::change(call, entry, request).await,
            (Action::Cancel, _) => cancel(call, entry).await,
            (Action::Status, _) => status(call, entry).await,
            (Action::Provision | Action::Change, None) => {
                Err(Error::Defect("a line without a request".to_owned()))
            }
        }
    }
}

/// A line that was begun before is asked for first: it is provisioned only when it is not there.
async fn provision(
    call: &mut Call<'_>,
    entry: &Entry,
    request: &ProvisionRequest,
    doubtful: bool,
) -> Result<Outcome, Error> {
    if doubtful && let Some(status) = status_if_known(call, entry).await? {
        match &entry.plan {
            // Without a plan a provision only registers the site, and it is known.
            None => return Ok(Outcome::done("registered")),
            Some(plan) => {
                if let Some(product) = status.our_product(plan) {
                    return Ok(found(product));
                }
            }
        }
    }
    let provisioned = call.provision(request).await?;
    Ok(Outcome::provisioned(&provisioned, entry.plan.is_some()))
}

/// What the status says of a plan that is there already.
pub(super) fn found(product: &ProductStatus) -> Outcome {
    match product.is_pending {
        true => Outcome {
            message: LOST_ADDRESS.to_owned(),
            ..Outcome::done("pending")
        },
        false => Outcome::done("active"),
    }
}

/// The site's status; `None` when WordPress.com has never seen it.
pub(super) async fn status_if_known(call: &mut Call<'_>, entry: &Entry) -> Result<Option<SiteStatus>, Error> {
    match call.status(&entry.site()).await {
        Ok(status) => Ok(Some(status)),
        Err(Error::Refused(said)) if said.is_unknown_site() => Ok(None),
        // Refused to tell is not refused to provision: the line stays in doubt.
        Err(Error::Refused(said)) => Err(Error::Unavailable(said)),
        Err(error) => Err(error),
    }
}

async fn cancel(call: &mut Call<'_>, entry: &Entry) -> Result<Outcome, Error> {
    if entry.cancel_all {
        let all = call.cancel_all(&entry.site()).await?;
        let nothing = all.activations.is_empty() && all.pending_activations.is_empty();
        return Ok(match (all.success, nothing) {
            (true, _) => Outcome::done("cancelled"),
            (false, true) => Outcome::done("nothing_to_cancel"),
            (false, false) => Outcome::refused(
                "partly",
                "not everything could be cancelled; ask the status".to_owned(),
            ),
        });
    }
    cancel_one(call, entry, entry.plan.as_ref()).await
}

/// `success:false` means that there was nothing to cancel, which is what was wanted.
pub(super) async fn cancel_one(
    call: &mut Call<'_>,
    entry: &Entry,
    plan: Option<&Plan>,
) -> Result<Outcome, Error> {
    let tracking = entry.tracking_id.as_deref();
    Ok(match call.cancel_tracked(&entry.site(), plan, tracking).await? {
        Cancelled::Done => Outcome::done("cancelled"),
        Cancelled::NothingThere => Outcome::done("nothing_to_cancel"),
    })
}

async fn status(call: &mut Call<'_>, entry: &Entry) -> Result<Outcome, Error> {
    let status = call.status(&entry.site()).await?;
    let products: Vec<String> = status
        .products
        .iter()
        .map(|product| {
            let state = if product.is_pending { "pending" } else { "active" };
            let giver = if product.is_ours { "" } else { " (not ours)" };
            format!("{} {state}{giver}", crate::output::plain(&product.slug))
        })
        .collect();
    let word = if status.is_connected {
        "connected"
    } else {
        "not_connected"
    };
    Ok(Outcome {
        message: products.join("; "),
        ..Outcome::done(word)
    })
}
