//! Questions 7 and 9: what `cancel-all` answers with, and in which encodings it is understood.

use super::answered::Answered;
use super::blog_id::kind;
use super::life::Life;
use super::point::Point;

const LISTS: [&str; 2] = ["pending_activations", "activations"];

/// Question 7.
pub(super) fn shape(lives: &[&Life]) -> Point {
    let mut point = Point::new(
        "20.7",
        "What are the elements of cancel-all's lists?",
        "Slugs, as in the sandbox; our client hands on whatever they are:",
    );
    for life in lives {
        for answered in life.alls() {
            for list in LISTS {
                let Some(element) = answered.list(list).and_then(|elements| elements.first()) else {
                    continue;
                };
                point.saw([answered]);
                let slug = life.place.plan.as_str();
                let what = match element.as_str() {
                    Some(text) if text == slug => "the slug of the plan".to_owned(),
                    _ => kind(element),
                };
                let holds = element.as_str() == Some(slug);
                point.found(Some(holds), format!("An element of {list} is {what}."));
            }
        }
    }
    point.unless_asked("no answer had an element")
}

/// Question 9.
pub(super) fn encoding(lives: &[&Life]) -> Point {
    let mut point = Point::new(
        "20.9",
        "Is cancel-all understood as a form, and as JSON?",
        "As a form, which our client sends:",
    );
    for life in lives {
        for (answered, encoding, is_ours) in [
            (&life.all_after, "a form", true),
            (&life.all_by_json, "JSON", false),
        ] {
            let Some(answered) = answered else {
                continue;
            };
            point.saw([answered]);
            let heard = match is_understood(answered) {
                true => "understood".to_owned(),
                false => format!(
                    "not understood, since the lists are missing: {}",
                    answered.in_words()
                ),
            };
            let holds = is_ours.then(|| is_understood(answered));
            point.found(holds, format!("At {}, as {encoding}: {heard}.", life.place.what));
        }
    }
    point.unless_asked("nothing could be provisioned that may be cancelled whole")
}

/// Only `cancel-all` is answered with the lists (partner-api.md §5.3).
fn is_understood(answered: &Answered) -> bool {
    LISTS.iter().any(|list| answered.list(list).is_some())
}
