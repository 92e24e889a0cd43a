//! What each documented error code means for staff: the cause in our words, and the remedy with the button or the field to use
//! (partner-api.md §2.4, §3, §4.5, §5.3). A code that is not here is told in the API's own words.

mod cancel;
mod key;
mod provision;
mod site;

use jetpack_partner::ApiError;

use super::own_words::own_words;

/// What was asked when the API said no: one code may mean different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// A plan for a site.
    Provision,
    /// The end of a plan.
    Cancel,
    /// One plan in the place of another, which may take both.
    Change,
    /// Only how a site stands.
    Status,
}

/// One code, explained. Both are parts of a sentence that ends behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    /// Why, to follow a colon; without a full stop.
    cause: &'static str,
    /// What to do next; `{button}` is the one that was pressed.
    remedy: &'static str,
}

/// Why, and what to do next: `… refused: CAUSE. REMEDY`.
pub(super) fn explained(asked: Asked, error: &ApiError, button: &str) -> (String, String) {
    match meaning(asked, error) {
        Some(known) => (known.cause.to_owned(), known.remedy.replace("{button}", button)),
        None => (
            own_words(error),
            format!("Correct what it names, then press {button} again."),
        ),
    }
}

/// Which key is meant, where that says what to do; a part of a sentence before its full stop.
pub(super) fn which_key(error: &ApiError, partner_id: &str) -> String {
    match code(error) {
        "activation_limit_reached" => format!(", which is that of the partner id {partner_id}"),
        _ => String::new(),
    }
}

/// Why, alone, where what to do does not depend on it.
pub(super) fn cause(asked: Asked, error: &ApiError) -> String {
    meaning(asked, error).map_or_else(|| own_words(error), |known| known.cause.to_owned())
}

/// A key that WordPress.com does not take, as whole sentences.
pub(super) fn key_refused(error: &ApiError) -> String {
    match key::meaning(code(error)) {
        Some(known) => format!("{}. {}", known.cause, known.remedy),
        None => format!(
            "{}: {}. {}",
            key::REFUSED.cause,
            own_words(error),
            key::REFUSED.remedy
        ),
    }
}

fn meaning(asked: Asked, error: &ApiError) -> Option<Meaning> {
    let code = code(error);
    let specific = match asked {
        Asked::Provision => provision::meaning(code, error),
        Asked::Cancel => cancel::meaning(code, error),
        Asked::Change => provision::meaning(code, error).or_else(|| cancel::meaning(code, error)),
        Asked::Status => None,
    };
    specific.or_else(|| anywhere(code))
}

/// What may be said to any request.
fn anywhere(code: &str) -> Option<Meaning> {
    let known = match code {
        "not_allowed" => Meaning {
            cause: "it does not take this kind of request at this address",
            remedy: "Check in php.ini that jetpack_bridge.api_url is WordPress.com's address and that the proxy, if any, passes \
                     requests on unchanged; if both are right, please report this.",
        },
        code if code.parse::<i64>().is_ok() => Meaning {
            cause: "its connection to the site had a fault",
            remedy: "This often passes: press {button} again in a few minutes. If it stays so, make sure that the site's \
                     xmlrpc.php can be reached from the internet.",
        },
        _ => return None,
    };
    Some(known)
}

/// The code itself: one document shows a quote beside it.
fn code(error: &ApiError) -> &str {
    error.code.trim_matches(['"', ' '])
}
