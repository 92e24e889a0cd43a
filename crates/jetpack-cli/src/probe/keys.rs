//! Question 8: what is refused when a key is to be made, and whether its limits reach beyond the bundles.

use super::place::Names;
use super::point::Point;
use super::wire::{Ended, Request, Wire};

/// A product that is no bundle, in the manner of the documented limits.
const FURTHER_LIMIT: &str = "allowed_jetpack_backup_daily_plans";

const BUNDLES: [&str; 3] = [
    "allowed_personal_plans",
    "allowed_premium_plans",
    "allowed_professional_plans",
];

pub(super) fn point() -> Point {
    Point::new(
        "20.8",
        "What does partner-keys/new refuse, and are there limits of products?",
        "What is wrong is refused, and only bundles have limits:",
    )
}

/// Asks for keys that should not be made, and for one with a limit that no document names. All limits are 0, so that a key that is made
/// all the same can provision no bundle; it stays until Automattic revokes it.
pub(super) async fn ask(wire: &mut Wire, names: &Names, point: &mut Point) -> Result<(), Ended> {
    let name = format!("probe-{}", names.nonce());
    let wrong: [(&str, &str, &str); 3] = [
        ("without a name", "", "0"),
        ("with a limit of -1", &name, "-1"),
        ("with a limit of \"many\"", &name, "many"),
    ];
    for (what, name, limit) in wrong {
        let mut form: Vec<(&'static str, &str)> = BUNDLES.map(|bundle| (bundle, "0")).to_vec();
        if let Some(first) = form.first_mut() {
            first.1 = limit;
        }
        if !name.is_empty() {
            form.insert(0, ("name", name));
        }
        let answered = wire
            .ask(Request::post("rest/v1.3/jpphp/partner-keys/new", &form))
            .await?;
        point.saw([&answered]);
        match is_made(&answered) {
            true => point.found(Some(false), format!("A key {what} is made: {}.", told(&answered))),
            false => point.found(
                Some(true),
                format!("A key {what} is refused: {}.", answered.in_words()),
            ),
        }
    }
    let mut form: Vec<(&'static str, &str)> = BUNDLES.map(|bundle| (bundle, "0")).to_vec();
    form.extend([("name", name.as_str()), (FURTHER_LIMIT, "0")]);
    let answered = wire
        .ask(Request::post("rest/v1.3/jpphp/partner-keys/new", &form))
        .await?;
    point.saw([&answered]);
    match (is_made(&answered), answered.fields.contains_key(FURTHER_LIMIT)) {
        (true, true) => point.found(
            Some(false),
            format!("{FURTHER_LIMIT} is a limit: {}.", told(&answered)),
        ),
        (true, false) => point.found(
            Some(true),
            format!("{FURTHER_LIMIT} is passed over: {}.", told(&answered)),
        ),
        (false, _) => point.found(
            Some(true),
            format!("{FURTHER_LIMIT} is refused: {}.", answered.in_words()),
        ),
    }
    Ok(())
}

fn is_made(answered: &super::answered::Answered) -> bool {
    answered.is_good() && answered.fields.contains_key("client_secret")
}

/// Enough to have it revoked.
fn told(answered: &super::answered::Answered) -> String {
    let text = |name: &str| {
        answered
            .fields
            .get(name)
            .map_or_else(String::new, ToString::to_string)
    };
    format!(
        "ask Automattic to revoke key {} (partner id {})",
        text("id"),
        text("client_id")
    )
}
