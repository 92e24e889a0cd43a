//! What is asked for one line, and what its answer says of all lines.

use std::time::Duration;

use jetpack_partner::{Call, Cancelled, Error, ProvisionRequest};

use super::change;
use super::source::Item;
use crate::bulk::action::Action;
use crate::bulk::input::entry::Entry;
use crate::bulk::memory::states::State;
use crate::bulk::memory::writer::Notes;
use crate::bulk::report::outcome::Outcome;
use crate::output::plain;
use crate::partner::Partner;

/// What all lines share.
#[derive(Debug)]
pub(crate) struct Worker {
    partner: Partner,
    pub(crate) action: Action,
}

/// What came of a line's work.
#[derive(Debug)]
pub(crate) struct Performed {
    pub(crate) outcome: Outcome,
    pub(crate) verdict: Verdict,
}

/// What it says of the lines to come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// They can go on.
    GoOn,
    /// The API asks to wait so long, and has done nothing.
    Wait(Option<Duration>),
    /// The API cannot be reached, or fails.
    Away(Error),
    /// None of them would fare better.
    Stop(Error),
    /// What happened to this one must not happen to another before someone has looked.
    StopAndLook,
}

impl Verdict {
    /// What an error says.
    pub(crate) fn of(error: &Error) -> Self {
        match error {
            Error::Throttled { retry_after, .. } => Self::Wait(*retry_after),
            Error::Credentials(_) | Error::Untrusted(_) => Self::Stop(error.clone()),
            Error::NotSent(_)
            | Error::NoToken(_)
            | Error::UnknownOutcome(_)
            | Error::Unavailable(_)
            | Error::Malformed(_) => Self::Away(error.clone()),
            _ => Self::GoOn,
        }
    }
}

impl From<Outcome> for Performed {
    fn from(outcome: Outcome) -> Self {
        Self {
            outcome,
            verdict: Verdict::GoOn,
        }
    }
}

impl Worker {
    pub(crate) fn new(partner: Partner, action: Action) -> Self {
        Self { partner, action }
    }

    /// Does what is to be done for a line.
    pub(crate) async fn perform(&self, item: &mut Item, notes: &Notes) -> Performed {
        match self.attempt(item, notes).await {
            Ok(performed) => performed,
            Err(error) => {
                let mut outcome = Outcome::failed(&error);
                if item.doubtful && outcome.state == State::Open {
                    // What was in doubt stays so until an answer clears it up.
                    outcome.state = State::Doubtful;
                }
                Performed {
                    outcome,
                    verdict: Verdict::of(&error),
                }
            }
        }
    }

    async fn attempt(&self, item: &mut Item, notes: &Notes) -> Result<Performed, Error> {
        // Where the API asks to wait, all lines do.
        let mut call = self.partner.call().without_waiting();
        let entry = &item.entry;
        match (self.action, &entry.request) {
            (Action::Provision, Some(request)) => {
                Ok(provision(&mut call, entry, request, item.doubtful).await?.into())
            }
            (Action::Change, _) => change::change(&mut call, item, notes).await,
            (Action::Cancel, _) => cancel(&mut call, entry).await,
            (Action::Status, _) => Ok(status(&mut call, entry).await?.into()),
            (Action::Provision, None) => Err(without_request()),
        }
    }
}

/// Whoever reads a line makes a request of it where one is wanted.
pub(super) fn without_request() -> Error {
    Error::Defect("a line without a request".to_owned())
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

async fn cancel(call: &mut Call<'_>, entry: &Entry) -> Result<Performed, Error> {
    if entry.cancel_all {
        let all = call.cancel_all(&entry.site()).await?;
        return Ok(match (all.success, all.leaves_nothing()) {
            (true, _) => Outcome::done("cancelled"),
            (false, true) => Outcome::done("nothing_to_cancel"),
            (false, false) => Outcome::refused(
                "partly",
                "not everything could be cancelled; ask the status".to_owned(),
            ),
        }
        .into());
    }
    let tracking = entry.tracking_id.as_deref();
    let cancelled = call
        .cancel_tracked(&entry.site(), entry.plan.as_ref(), tracking)
        .await?;
    // `success:false` means that there was nothing to cancel, which is what was wanted.
    let outcome = Outcome::done(match cancelled {
        Cancelled::Done => "cancelled",
        Cancelled::NothingThere => "nothing_to_cancel",
    });
    match entry.plan {
        Some(_) => Ok(outcome.into()),
        None => Ok(left_behind(call, entry, outcome).await),
    }
}

/// Without a plan's name only the bundles are cancelled (partner-api.md §5.2). What else this key has
/// there goes on costing money, and nobody would learn of it.
async fn left_behind(call: &mut Call<'_>, entry: &Entry, outcome: Outcome) -> Performed {
    let status = match call.status(&entry.site()).await {
        Ok(status) => status,
        Err(Error::Refused(said)) if said.is_unknown_site() => return outcome.into(),
        Err(error) => {
            let outcome = outcome.saying(format!(
                "whether anything else is billed there is not known: {}",
                plain(&error.to_string())
            ));
            return Performed {
                outcome,
                verdict: Verdict::of(&error),
            };
        }
    };
    let billed = status
        .products
        .iter()
        .filter(|product| product.is_ours && !product.is_pending);
    let billed: Vec<String> = billed.map(|product| plain(&product.slug)).collect();
    match billed.is_empty() {
        true => outcome.into(),
        false => outcome
            .with_warning(format!(
                "{} still has {}, which is billed: name it in the column plan, or set cancel-all",
                entry.place,
                billed.join(", ")
            ))
            .into(),
    }
}

async fn status(call: &mut Call<'_>, entry: &Entry) -> Result<Outcome, Error> {
    let status = call.status(&entry.site()).await?;
    let products: Vec<String> = status
        .products
        .iter()
        .map(|product| {
            let state = if product.is_pending { "pending" } else { "active" };
            let giver = if product.is_ours { "" } else { " (not ours)" };
            format!("{} {state}{giver}", plain(&product.slug))
        })
        .collect();
    let word = if status.is_connected {
        "connected"
    } else {
        "not_connected"
    };
    Ok(Outcome::done(word).saying(products.join("; ")))
}
