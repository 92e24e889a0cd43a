//! What is asked for one line.

use std::time::Duration;

use jetpack_partner::{Call, Cancelled, Error, ProvisionRequest};

use crate::bulk::action::Action;
use crate::bulk::input::entry::Entry;
use crate::bulk::memory::states::State;
use crate::bulk::report::outcome::Outcome;
use crate::bulk::work::brake::Brake;
use crate::bulk::work::change;
use crate::partner::Partner;

/// How often a line that is throttled is taken up again.
const MOST_THROTTLED: u32 = 5;

/// The wait where the API names none.
const THROTTLED: Duration = Duration::from_secs(5);

/// What all lines share.
#[derive(Debug)]
pub(crate) struct Worker {
    partner: Partner,
    pub(crate) action: Action,
    brake: Brake,
}

impl Worker {
    pub(crate) fn new(partner: Partner, action: Action) -> Self {
        Self {
            partner,
            action,
            brake: Brake::default(),
        }
    }

    /// Does what is to be done for a line. `doubtful`: it may have been done before.
    pub(crate) async fn perform(&self, entry: &Entry, doubtful: bool) -> (Outcome, Option<Error>) {
        let mut attempts = 0;
        loop {
            self.brake.wait().await;
            attempts += 1;
            let mut call = self.partner.call();
            match self.attempt(&mut call, entry, doubtful).await {
                Ok(outcome) => return (outcome, None),
                Err(Error::Throttled { retry_after, .. }) if attempts < MOST_THROTTLED => {
                    self.brake.pull(retry_after.unwrap_or(THROTTLED));
                }
                Err(error) => {
                    let mut outcome = Outcome::failed(&error);
                    if doubtful && outcome.state == State::Open {
                        // What was in doubt stays so until an answer clears it up.
                        outcome.state = State::Doubtful;
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
    let provisioned = match doubtful {
        true => call.ensure(request, true).await?,
        false => call.provision(request).await?,
    };
    Ok(Outcome::provisioned(&provisioned, entry.plan.is_some()))
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
    let tracking = entry.tracking_id.as_deref();
    // `success:false` means that there was nothing to cancel, which is what was wanted.
    Ok(
        match call
            .cancel_tracked(&entry.site(), entry.plan.as_ref(), tracking)
            .await?
        {
            Cancelled::Done => Outcome::done("cancelled"),
            Cancelled::NothingThere => Outcome::done("nothing_to_cancel"),
        },
    )
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
