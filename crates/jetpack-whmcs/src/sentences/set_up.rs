use jetpack_partner::Error;

use super::dictionary::{Asked, explained, key_refused};
use super::{PREFIX, not_done, plain};
use crate::{InvalidSetting, KeySource, Mistake};

/// The button of the addon's page that makes a key.
const MAKE: &str = "Make the key";

/// A mistake in the set-up or the order, for staff.
pub(crate) fn mistake(mistake: &Mistake) -> String {
    format!("{PREFIX}{}", correction(mistake))
}

/// A wrong ini value, for staff.
pub fn setting(invalid: &InvalidSetting) -> String {
    match invalid {
        InvalidSetting::InFile { .. } | InvalidSetting::File(..) => {
            format!("{PREFIX}{invalid}. Correct it there; it counts from the next call on.")
        }
        _ => format!("{PREFIX}{invalid}. Correct it in php.ini and restart PHP."),
    }
}

pub(crate) fn correction(mistake: &Mistake) -> String {
    match mistake {
        Mistake::NoService => "WHMCS named no service, so nothing was done.".into(),
        Mistake::Contradiction => {
            "WHMCS named a service in one place and a product addon in another, so it is not certain whose plan is meant. \
             Nothing was done. Please report this with your version of WHMCS."
                .into()
        }
        Mistake::NoCredentials => {
            "There is no partner id and secret. Enter them in System Settings > Addon Modules > Jetpack.".into()
        }
        Mistake::HalfCredentials { of, missing } => match of {
            KeySource::Product => format!(
                "The product's Module Settings lack the partner {missing}. Fill in both id and secret there, or leave both \
                 blank to use those of the addon module Jetpack."
            ),
            KeySource::Addon | KeySource::Kept | KeySource::None => format!(
                "The partner {missing} is missing in System Settings > Addon Modules > Jetpack. Fill in both id and secret."
            ),
        },
        Mistake::PartnerId => {
            "The partner id is longer than 100 characters, so it is none. Correct it where it is set: in System Settings > \
             Addon Modules > Jetpack, or in the product's Module Settings."
                .into()
        }
        Mistake::Number { key, given } => format!(
            "WHMCS gave \"{}\" as {key}, which is no number that a record could have. Nothing was done. Please report this \
             with your version of WHMCS.",
            shown(given)
        ),
        Mistake::Quantity(quantity) => format!(
            "This service has a quantity of {quantity}, but it has one site, which can have one plan. Set Allow Multiple \
             Quantities of the product to No, or to separate services, and this service's quantity to 1. Nothing was sent."
        ),
        Mistake::NoSite => "The field Site URL is empty. Enter the address of the WordPress site.".into(),
        Mistake::Site { given, reason } => {
            format!("The Site URL \"{}\" cannot be used: {reason}. Correct the field.", shown(given))
        }
        Mistake::NoLocalUser => {
            "The field Local User is empty. Enter a user name or e-mail address that exists on the site.".into()
        }
        Mistake::OrphanDays(given) => format!(
            "\"{}\" is no number of days, so no plan of a service that WHMCS ended or deleted is cancelled by itself. Correct the \
             field Days until plans without a service are cancelled in System Settings > Addon Modules > Jetpack.",
            shown(given)
        ),
        Mistake::NoPlan => "No plan is set. Choose one in the product's Module Settings, option Plan.".into(),
        Mistake::Plan { given, reason } => format!(
            "The plan \"{}\" cannot be used: {reason}. Correct the option Plan in the product's Module Settings.",
            shown(given)
        ),
    }
}

/// The addon's setting names what cannot be a plan.
pub(crate) fn further_plan(given: &str) -> String {
    format!(
        "{PREFIX}\"{}\" cannot be a plan's slug, so no product can be set to it. Correct the field Further plans in System \
         Settings > Addon Modules > Jetpack: slugs with commas between them.",
        shown(given)
    )
}

/// The addon's setting is no number of days.
pub(crate) fn keep_days(given: &str) -> String {
    format!(
        "{PREFIX}\"{}\" is no number of days, so all records are kept. Correct the field Keep records for in System Settings > \
         Addon Modules > Jetpack: a whole number from 1 to 36500, or blank to keep them for ever.",
        shown(given)
    )
}

/// The addon's setting is no number of seconds.
pub(crate) fn cron_seconds(given: &str) -> String {
    format!(
        "{PREFIX}\"{}\" is no number of seconds, so a run of the cron takes 20. Correct the field Seconds for a run of the cron in \
         System Settings > Addon Modules > Jetpack: a whole number from 5 to 240, or blank for 20.",
        shown(given)
    )
}

/// The credentials work.
pub(crate) fn key_verified() -> String {
    "The partner id and secret are valid: WordPress.com gave a token and verified the key.".into()
}

/// The credentials gave a token, and no more can be checked.
pub(crate) fn token_only() -> String {
    "The partner id and secret are valid: WordPress.com gave a token. (It offers no further check of the key.)".into()
}

/// The credentials do not work, or could not be checked.
pub(crate) fn validation_failed(error: &Error) -> String {
    match error {
        Error::Credentials(error) => key_refused(error),
        error => format!(
            "The credentials could not be checked: {}",
            not_done(Asked::Status, error)
        ),
    }
}

/// Why there is no new key, as far as is known; what may have been made is told beside it.
pub(crate) fn no_new_key(error: &Error) -> String {
    match error {
        Error::Refused(error) => {
            let (cause, remedy) = explained(Asked::Status, error, MAKE);
            format!("WordPress.com refused to make the key: {cause}. {remedy}")
        }
        error if error.may_have_happened() => {
            format!(
                "WordPress.com gave no clear answer: {}.",
                plain(Asked::Status, error)
            )
        }
        error => format!("The key was not made: {}", not_done(Asked::Status, error)),
    }
}

/// What is to be added where a secret was refused that has a blank around it.
pub(crate) fn blank_in_secret() -> &'static str {
    " The secret begins or ends with a blank, which may have been pasted along with it."
}

/// What someone typed, short and without anything that could be markup.
fn shown(given: &str) -> String {
    let plain = given
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '<' | '>' | '"'));
    // An address may hold a password before its @.
    let plain: String = plain.take(100).collect();
    match plain.rsplit_once('@') {
        Some((_, rest)) if given.contains("//") || given.contains(':') => format!("…@{rest}"),
        _ => plain,
    }
}
