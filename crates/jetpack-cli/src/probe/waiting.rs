//! Questions 4 and 10: what waits for its site, how it shows, and what ends it.

use super::life::Life;
use super::point::Point;

/// Question 4.
pub(super) fn cancelled(lives: &[&Life]) -> Point {
    let mut point = Point::new(
        "20.4",
        "Does a cancellation end what waits, without cancel-all?",
        "It does, and the module relies on it nowhere:",
    );
    for life in lives {
        let (Some(cancelled), Some(rest)) = (&life.cancelled, &life.all_after) else {
            continue;
        };
        point.saw([cancelled, rest]);
        let what = life.place.what;
        let waits = rest.list("pending_activations").map(Vec::len);
        let (holds, heard) = match (cancelled.success(), waits) {
            (Some(true), Some(0)) => (Some(true), "yes: cancel-all finds nothing afterwards".to_owned()),
            (_, Some(waits)) if waits > 0 => (
                Some(false),
                "no: cancel-all finds it still waiting afterwards".to_owned(),
            ),
            _ if cancelled.is_unknown_site() => (
                Some(false),
                format!(
                    "no: the site is not known to a cancellation, {}",
                    cancelled.in_words()
                ),
            ),
            _ => (
                None,
                format!("{}, then {}", cancelled.in_words(), rest.in_words()),
            ),
        };
        point.found(holds, format!("At {what}: {heard}."));
    }
    point.unless_asked("nothing could be provisioned that may be cancelled whole")
}

/// Question 10.
pub(super) fn status(lives: &[&Life]) -> Point {
    let mut point = Point::new(
        "20.10",
        "What is the status of a site whose name does not resolve, with a plan that waits?",
        "invalid_blog or 404, as of a site that was never seen:",
    );
    let unresolved = lives.iter().filter(|life| !life.place.may_be_billed);
    for status in unresolved.filter_map(|life| life.status.as_ref()) {
        point.saw([status]);
        match (status.is_unknown_site(), status.is_good()) {
            (true, _) => point.found(Some(true), format!("{}.", status.in_words())),
            (false, true) => point.found(Some(false), "A status: it can be seen while it waits."),
            (false, false) => point.found(
                Some(false),
                format!(
                    "{}, which our client does not take for an unknown site.",
                    status.in_words()
                ),
            ),
        }
    }
    point.unless_asked("nothing could be provisioned")
}
