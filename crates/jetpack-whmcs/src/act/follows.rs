use crate::verdict::Verdict;
use crate::{Action, Moment, Row, ServiceType, Standing, Wanted};

/// What WHMCS has to be asked to do with the service after this action, if it waits for that there: a command of its API.
pub(super) fn follows(row: &Row, action: Action, verdict: &Verdict, now: Moment) -> Option<&'static str> {
    let looked = action == Action::Look;
    let create = looked.then(|| create_follows(row, verdict, now)).flatten();
    create.or_else(|| addon_follows(row, action, verdict))
}

/// WHMCS's command for a service that waits there.
pub(crate) const CREATE: &str = "ModuleCreate";

/// Whether WHMCS has to be asked to create the service: it waits there although a look has shown how its plan stands, or that
/// WordPress.com does not know the site, long after anything could still arrive.
fn create_follows(row: &Row, verdict: &Verdict, now: Moment) -> Option<&'static str> {
    let is_over = row.doubt_until.is_none_or(|until| until <= now);
    let shown = match row.standing {
        Standing::Active | Standing::Pending { .. } => verdict.learnt,
        Standing::None => verdict.learnt && is_over,
        Standing::Unknown => verdict.result.is_ok() && is_over,
        Standing::Absent
        | Standing::Refused
        | Standing::Cancelled { .. }
        | Standing::Suspended { .. }
        | Standing::Orphaned { .. } => false,
    };
    (shown && row.wanted == Wanted::Live && row.service.kind == ServiceType::Service).then_some(CREATE)
}

/// The same of a product addon whose plan the cron has found or made: its status is set by hand.
fn addon_follows(row: &Row, action: Action, verdict: &Verdict) -> Option<&'static str> {
    let is_there = matches!(row.standing, Standing::Active | Standing::Pending { .. });
    let is_wanted = row.wanted == Wanted::Live && row.service.kind == ServiceType::Addon;
    let has_asked = matches!(action, Action::Look | Action::Create);
    (is_there && is_wanted && has_asked && verdict.result.is_ok()).then_some("UpdateClientAddon")
}
