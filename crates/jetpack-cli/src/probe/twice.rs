//! Question 3: the code of "You already have this plan from this partner."

use super::life::Life;
use super::point::Point;

pub(super) fn point(lives: &[&Life]) -> Point {
    let mut point = Point::new(
        "20.3",
        "What is answered to a plan that the site has already from this key?",
        "A refusal that says \"already have this plan\"; what waits is renewed:",
    );
    for life in lives {
        let (Some(first), Some(again)) = (&life.provisioned, &life.again) else {
            continue;
        };
        point.saw([first, again]);
        let is_active = first
            .fields
            .get("auth_required")
            .and_then(serde_json::Value::as_bool)
            == Some(false);
        let what = life.place.what;
        let state = if is_active { "is active" } else { "waits" };
        let (holds, heard) = match (is_active, again.success(), again.says_already_there()) {
            (true, _, true) => (
                true,
                format!("the refusal that our client knows, {}", again.in_words()),
            ),
            (true, _, false) => (
                false,
                format!("{}, which our client does not take for that", again.in_words()),
            ),
            (false, Some(true), _) => (true, format!("{}: it is renewed", again.in_words())),
            (false, _, is_known) => (is_known, again.in_words()),
        };
        point.found(
            Some(holds),
            format!("At {what}, where the plan {state}: {heard}."),
        );
    }
    point.unless_asked("nothing could be provisioned")
}
