use jetpack_partner::Error;

use super::dictionary::Asked;
use super::{PREFIX, not_done};

/// Where the settings are.
const SETTINGS: &str = "System Settings > Addon Modules > Jetpack";

/// Nothing can be asked: what it takes is not set.
pub(crate) fn no_report() -> String {
    format!("{PREFIX}The report needs the fields User Token, Partner Number and Key Numbers in {SETTINGS}.")
}

/// The partner's number is none.
pub(crate) fn partner_number() -> String {
    format!("{PREFIX}The field Partner Number in {SETTINGS} must hold digits only.")
}

/// The keys' numbers are none.
pub(crate) fn key_numbers() -> String {
    format!(
        "{PREFIX}The field Key Numbers in {SETTINGS} must hold the number of your key; with several keys, partner id and number of \
         each, such as 12345:7, 67890:8."
    )
}

/// A page of it has nothing, although more was announced.
pub(crate) fn report_cut_short(listed: u64, total: u64) -> String {
    format!(
        "{PREFIX}WordPress.com counts {total} plans in the report and lists only {listed}. Nothing was compared; go on reading later."
    )
}

/// The report was not told.
pub(crate) fn not_reported(error: &Error) -> String {
    let refused = error
        .api_error()
        .is_some_and(|api| matches!(api.status, 401 | 403 | 404));
    match refused {
        true => format!(
            "{PREFIX}WordPress.com refused the report. Check the fields User Token, Partner Number and Key Numbers in {SETTINGS}: the \
             token is of a WordPress.com user who belongs to the partner account."
        ),
        false => format!(
            "{PREFIX}The report could not be read: {}",
            not_done(Asked::Status, error)
        ),
    }
}
