use crate::act::MOST_ATTEMPTS;
use crate::claim::Intent;
use crate::verdict::Verdict;
use crate::{Action, Command, Moment, Row, ServiceType, Standing};

/// What WHMCS has to be asked to do with the service after this action.
pub(super) fn follows(row: &Row, intent: &Intent, verdict: &Verdict) -> Option<Command> {
    let (action, now) = (intent.order.action, intent.now);
    // What it has heard of once, and waits for again, somebody has set back.
    let may_wait = row.wanted.is_unheard() || intent.row.standing == Standing::Unknown;
    let is_shown = match row.service.kind {
        ServiceType::Service => action == Action::Look && is_shown(row, verdict, now),
        ServiceType::Addon => action.is_the_crons() && verdict.result.is_ok() && row.standing.is_there(),
        ServiceType::Orphan => false,
    };
    if is_shown && may_wait && row.wanted.is_live() && row.attempts <= MOST_ATTEMPTS {
        Command::of(row)
    } else {
        None
    }
}

/// Whether a look has shown how the plan stands, or that WordPress.com does not know the site, long after anything could still
/// arrive.
fn is_shown(row: &Row, verdict: &Verdict, now: Moment) -> bool {
    let is_over = row.doubt_until.is_none_or(|until| until <= now);
    match row.standing {
        Standing::Active | Standing::Pending { .. } => verdict.learnt,
        Standing::None => verdict.learnt && is_over,
        Standing::Unknown => verdict.result.is_ok() && is_over,
        Standing::Absent
        | Standing::Refused
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. }
        | Standing::Orphaned { .. } => false,
    }
}

impl Action {
    /// Whether the cron does it to a product addon whose plan WHMCS waits for.
    fn is_the_crons(self) -> bool {
        matches!(self, Self::Look | Self::Create | Self::Unsuspend)
    }
}
