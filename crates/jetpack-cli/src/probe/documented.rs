//! What is documented, to begin with: where the API does otherwise, the rest means little.

use jetpack_partner::Credentials;

use super::answered::Answered;
use super::left::Left;
use super::life::provision;
use super::place::{Names, Place, path};
use super::point::Point;
use super::wire::{Ended, Request, Wire};

/// Asks what should be refused, and what should not.
pub(super) async fn ask(
    wire: &mut Wire,
    key: &Credentials,
    names: &Names,
    place: &Place,
    left: &mut Left,
    points: &mut Vec<Point>,
) -> Result<(), Ended> {
    let wrong = wire
        .ask(token(&key.client_id, &format!("wrong-{}", names.nonce())))
        .await?;
    points.push(expected(
        "2.4",
        "What is answered to a wrong secret?",
        "400 invalid_client:",
        wrong.status == 400 && wrong.code() == "invalid_client",
        &wrong,
    ));

    let verified = wire
        .ask(Request::post("rest/v1.3/jpphp/partner-keys/verify", &[]))
        .await?;
    points.push(expected(
        "2.5",
        "Is there a check of the key?",
        "200, or 404 where there is none:",
        verified.is_good() || verified.status == 404,
        &verified,
    ));

    left.note(place);
    let invalid = wire
        .ask(provision(&place.site.to_string(), &place.user, "no-such-plan"))
        .await?;
    if !invalid.is_good() && invalid.status < 500 {
        left.forget(place);
    }
    points.push(expected(
        "4.2",
        "What is answered to a plan that does not exist?",
        "invalid_plan:",
        invalid.code() == "invalid_plan",
        &invalid,
    ));

    let errors = wire.ask(Request::get("rest/v1.3/jpphp/errors").openly()).await?;
    let has_some = errors
        .fields
        .get("errors")
        .is_some_and(|errors| errors.is_object());
    points.push(expected(
        "4.5",
        "Does the API explain its codes?",
        "a map of codes and texts, without any key:",
        has_some,
        &errors,
    ));

    let never = names.host("-never");
    let cancel = Request::post(path("1.3", &never, "partner-cancel"), &[("plan", "personal")]);
    let cancelled = wire.ask(cancel).await?;
    points.push(expected(
        "5.3",
        "What does a cancellation find at a site that was never seen?",
        "success: false, invalid_blog, or 404:",
        cancelled.success() == Some(false) || cancelled.is_unknown_site(),
        &cancelled,
    ));

    let status = wire.ask(Request::get(path("1.4", &never, "status"))).await?;
    points.push(expected(
        "6.2",
        "What is the status of a site that was never seen?",
        "invalid_blog, or 404:",
        status.is_unknown_site(),
        &status,
    ));
    Ok(())
}

/// A request for a token.
pub(super) fn token(client_id: &str, client_secret: &str) -> Request {
    Request::post(
        "oauth2/token",
        &[
            ("grant_type", "client_credentials"),
            ("scope", "jetpack-partner"),
            ("client_id", client_id),
            ("client_secret", client_secret),
        ],
    )
    .openly()
}

fn expected(
    point: &'static str,
    question: &'static str,
    assumption: &'static str,
    holds: bool,
    answered: &Answered,
) -> Point {
    let mut point = Point::new(point, question, assumption);
    point.saw([answered]);
    point.found(Some(holds), answered.in_words());
    point
}
