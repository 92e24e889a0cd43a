use jetpack_partner::Error;

use super::{PREFIX, not_done};
use crate::{InvalidSetting, Mistake};

/// A mistake in the set-up or the order, for staff.
pub(crate) fn mistake(mistake: &Mistake) -> String {
    format!("{PREFIX}{}", correction(mistake))
}

/// A wrong ini value, for staff.
pub fn setting(invalid: &InvalidSetting) -> String {
    format!("{PREFIX}{invalid}. Correct it in php.ini and restart PHP.")
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
            "There is no partner id and secret. Enter them in Setup > Addon Modules > Jetpack > Configure.".into()
        }
        Mistake::HalfCredentials => {
            "Only one of partner id and secret is set. Fill in both, or leave both blank in the product's Module \
             Settings to use those of the addon module Jetpack."
                .into()
        }
        Mistake::NoSite => "The field Site URL is empty. Enter the address of the WordPress site.".into(),
        Mistake::Site { given, reason } => {
            format!("The Site URL \"{}\" cannot be used: {reason}. Correct the field.", shown(given))
        }
        Mistake::NoLocalUser => {
            "The field Local User is empty. Enter a user name or e-mail address that exists on the site.".into()
        }
        Mistake::NoPlan => "No plan is set. Choose one in the product's Module Settings, option Plan.".into(),
        Mistake::Plan { given, reason } => format!(
            "The plan \"{}\" cannot be used: {reason}. Correct the option Plan in the product's Module Settings.",
            shown(given)
        ),
    }
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
        Error::Credentials(error) => format!(
            "WordPress.com refused the partner id or secret: {error}. Correct them in Setup > Addon Modules > \
             Jetpack > Configure."
        ),
        error => format!("The credentials could not be checked: {}", not_done(error)),
    }
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
