//! Every sentence that people read because of what Rust decided. Plain, exact, and with the next step in it.

mod ending;
mod looking;
mod ownership;
mod provision;
mod set_up;

use jetpack_partner::{Error, SiteUrl};

use crate::{Details, Standing};

pub(crate) use ending::{
    already_gone, cancel_failed, cancelled, no_key, no_record, not_ours_to_end, nothing_to_cancel,
};
pub(crate) use looking::{
    adopted, another_plan_to_adopt, anothers_plan, look_failed, not_seen, not_there_to_adopt,
    nothing_to_adopt, nothing_to_look_at, seen, site_unknown,
};
pub(crate) use ownership::{
    another_key, busy, came_late, clocks_differ, orphaned, other_than_live, own_doubt, site_taken,
    site_taken_by_unreadable, unreadable_row,
};
pub(crate) use provision::{provision_failed, provisioned, still_unknown, unusable_next_url};
pub use set_up::setting;
pub(crate) use set_up::{correction, key_verified, mistake, token_only, validation_failed};

/// Begins every activity-log entry and every error returned to WHMCS (architecture.md §2).
pub const PREFIX: &str = "JETPACK MODULE: ";

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

/// A fault of this program, for staff.
pub fn defect(reason: &str) -> String {
    format!("{PREFIX}The module failed unexpectedly: {reason}. Nothing was sent. Please report this.")
}

/// A failure that certainly had no effect, and what to do.
fn not_done(error: &Error) -> String {
    match error {
        Error::Credentials(error) => format!(
            "WordPress.com refused the partner id or secret: {error}. Correct them in the addon module Jetpack (or \
             in the product's Module Settings, if they are set there), then try again."
        ),
        Error::Throttled { retry_after, .. } => format!(
            "WordPress.com asks to send fewer requests. Try again in {}.",
            match retry_after {
                Some(wait) => format!("{} seconds", wait.as_secs().max(1)),
                None => "a few minutes".to_owned(),
            }
        ),
        Error::Untrusted(reason) => format!(
            "whoever answers as WordPress.com has a certificate that is not believed: {reason}. Check the server's \
             CA store and clock, and the ini value jetpack_bridge.ca_file."
        ),
        Error::NoToken(error) => not_done(error),
        Error::Defect(reason) => format!("{reason}. This is a defect of the module; please report it."),
        error => format!("{error}. Try again in a few minutes."),
    }
}
