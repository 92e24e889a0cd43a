//! Question 2: how the API asks to wait.

use std::time::Instant;

use super::place::{Names, path};
use super::point::Point;
use super::wire::{Ended, Request, Wire};

pub(super) fn point() -> Point {
    Point::new(
        "20.2",
        "How does the API ask to wait, and after how many calls?",
        "429 or too_many_requests, perhaps with Retry-After:",
    )
}

/// Asks so many times for the status of a site that was never seen, one after the other.
pub(super) async fn ask(wire: &mut Wire, names: &Names, times: u32, point: &mut Point) -> Result<(), Ended> {
    let begun = Instant::now();
    for count in 1..=times {
        let status = Request::get(path("1.4", &names.host("-never"), "status"));
        match wire.ask(status).await {
            Err(Ended::Throttled) => {
                let seconds = begun.elapsed().as_secs();
                point.found(
                    Some(true),
                    format!("It asks to wait at request {count} of one kind, after {seconds} s."),
                );
                return Ok(());
            }
            Err(ended) => return Err(ended),
            Ok(answered) if answered.status == 403 && !answered.is_unknown_site() => {
                point.saw([&answered]);
                point.found(
                    Some(false),
                    format!("Request {count} of one kind is answered {}, which our client does not take for that.", answered.in_words()),
                );
                return Ok(());
            }
            Ok(_) => {}
        }
    }
    let seconds = begun.elapsed().as_secs_f32();
    point.found(
        None,
        format!("None of {times} requests in {seconds:.1} s was asked to wait."),
    );
    Ok(())
}

/// What was seen on the way.
pub(super) fn conclude(mut point: Point, wire: &Wire) -> Point {
    if let Some(answered) = &wire.asked_to_wait {
        point.saw([answered]);
        point.found(
            Some(true),
            format!("It asks to wait with {}.", answered.in_words()),
        );
    }
    match wire.about_limits.as_slice() {
        [] => point.found(None, "No answer had a header about limits."),
        headers => point.found(None, format!("Headers about limits: {}.", headers.join(", "))),
    }
    point
}
