//! Every sentence that people read because of what Rust decided. Plain, exact, and with the next step in it.

mod access;
mod billed;
mod changing;
mod comparing;
mod dictionary;
mod ended;
mod ending;
mod looking;
mod own_words;
mod ownership;
mod provision;
mod renewing;
mod set_up;
mod suspending;

use jetpack_partner::{Error, SiteUrl};

use crate::{Action, Details, Order, Standing};

use dictionary::{Asked, cause, key_refused};

pub(crate) use access::{
    access, access_failed, access_not_renewed, access_renewed, no_hosting_account, no_plan_for_access,
};
pub(crate) use billed::{key_numbers, no_report, not_reported, partner_number, report_cut_short};
pub(crate) use changing::{
    ambiguous, another_family, cannot_change, change_failed, changed, changed_while_suspended, half_changed,
    lost_plan, no_plan_to_change, old_plan_kept, restored, same_plan,
};
pub(crate) use comparing::{cost_of_missing, cost_of_replaced, missing, replaced};
pub(crate) use ended::{
    ended, ended_while_suspended, let_go, module_is, nothing_to_let_go, orphaned, orphaned_without_plan,
    refunded, resumed, status_is,
};
pub(crate) use ending::{
    already_gone, anothers_to_end, cancel_failed, cancelled, no_key, no_record, not_ours_to_end,
    nothing_to_cancel,
};
pub(crate) use looking::{
    adopted, another_plan_to_adopt, anothers_plan, lapsed, look_failed, not_seen, not_there_to_adopt,
    nothing_to_adopt, nothing_to_look_at, seen, site_unknown, told_late,
};
pub(crate) use ownership::{
    another_key, busy, came_late, clocks_differ, other_than_live, own_doubt, site_taken,
    site_taken_by_unreadable, unreadable_row,
};
pub(crate) use provision::{given_up, provision_failed, provisioned, still_unknown, unusable_next_url};
pub(crate) use renewing::{
    no_link_for_active, no_link_for_suspended, no_link_for_unknown, no_link_for_what_ends,
    no_link_without_plan, no_new_link, renewal_failed, renewed,
};
pub use set_up::setting;
pub(crate) use set_up::{
    blank_in_secret, correction, cron_seconds, further_plan, keep_days, key_verified, mistake, no_new_key,
    token_only, validation_failed,
};
pub(crate) use suspending::{
    already_suspended, kept, no_plan_to_unsuspend, no_record_to_suspend, nothing_to_suspend,
    nothing_to_unsuspend, suspended, was_not_suspended,
};

/// Begins every activity-log entry and every error returned to WHMCS (architecture.md §2).
pub const PREFIX: &str = "JETPACK MODULE: ";

/// Seconds that people can be told to wait. What is longer is no wait but a mistake, or an outage.
const LONGEST_WAIT: u64 = 3600;

/// What the client reads in `jetpack_provisioning_details`; `None` leaves it alone. The texts themselves are in the server
/// module's `lang/`, one file for each language.
pub(crate) fn details(site: &SiteUrl, standing: &Standing) -> Option<Details> {
    let (key, url) = match standing {
        Standing::Active => ("active", None),
        Standing::Pending {
            next_url: Some(url), ..
        } => ("activate", Some(url)),
        Standing::Pending { next_url: None, .. } => ("waiting", None),
        Standing::Cancelled { .. } => ("cancelled", None),
        Standing::Suspended { .. } => ("suspended", None),
        Standing::Absent
        | Standing::None
        | Standing::Refused
        | Standing::Unknown
        | Standing::Orphaned { .. } => return None,
    };
    Some(Details {
        key,
        site: site.to_string(),
        url: url.cloned().unwrap_or_default(),
    })
}

/// What the client reads there while his plan is gone without anybody having ended it.
pub(crate) fn details_of_missing(site: &SiteUrl) -> Details {
    Details {
        key: "missing",
        site: site.to_string(),
        url: String::new(),
    }
}

/// What the client reads there after a Create or an Unsuspend that did not succeed: how a plan that is there stands, else that the host has
/// been told. `None` where a text of the first module's may say more.
pub(crate) fn details_of_failure(
    order: &Order,
    site: Option<&SiteUrl>,
    standing: &Standing,
) -> Option<Details> {
    let is_unrecorded = *standing == Standing::Absent && order.has_details;
    let provisions = match order.action {
        Action::Create => true,
        // What was cancelled is not to be set up.
        Action::Unsuspend => !matches!(standing, Standing::Cancelled { .. }),
        Action::Terminate
        | Action::Suspend
        | Action::Renew
        | Action::Change
        | Action::Adopt
        | Action::Look
        | Action::Access
        | Action::Orphan
        | Action::End
        | Action::Resume
        | Action::LetGo => false,
    };
    if !provisions || is_unrecorded {
        return None;
    }
    let live = site.filter(|_| standing.may_be_live());
    live.and_then(|site| details(site, standing)).or(Some(Details {
        key: "informed",
        site: String::new(),
        url: String::new(),
    }))
}

/// A fault of this program, for staff.
pub fn defect(reason: &str) -> String {
    format!("{PREFIX}The module failed unexpectedly: {reason}. Nothing was sent. Please report this.")
}

/// A failure that certainly had no effect, and what to do.
fn not_done(asked: Asked, error: &Error) -> String {
    match error {
        Error::Credentials(error) => key_refused(error),
        Error::Throttled { retry_after, .. } => format!(
            "WordPress.com asks to send fewer requests. Try again in {}.",
            match retry_after.map(|wait| wait.as_secs()) {
                Some(seconds @ ..=LONGEST_WAIT) => format!("{} seconds", seconds.max(1)),
                Some(_) => "a few hours".to_owned(),
                None => "a few minutes".to_owned(),
            }
        ),
        Error::Untrusted(reason) => format!(
            "whoever answers as WordPress.com has a certificate that is not believed: {reason}. Check the server's \
             CA store and clock, and the ini value jetpack_bridge.ca_file."
        ),
        Error::NoToken(error) => not_done(asked, error),
        Error::Defect(reason) => format!("{reason}. This is a defect of the module; please report it."),
        error => format!("{}. Try again in a few minutes.", plain(asked, error)),
    }
}

/// An error, for staff. Codes of the API and of the system are in the module log.
fn plain(asked: Asked, error: &Error) -> String {
    let text = error.to_string();
    let text = match error.api_error() {
        Some(api) => text.replace(&api.to_string(), &cause(asked, api)),
        None => text,
    };
    match text.split_once(" (os error ") {
        Some((before, after)) => format!("{before}{}", after.split_once(')').map_or("", |(_, rest)| rest)),
        None => text,
    }
}
