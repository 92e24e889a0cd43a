//! Question 6: which names of a site are one.

use anyhow::Result;
use jetpack_partner::Plan;

use super::answered::Answered;
use super::left::Left;
use super::life::provision;
use super::place::{Names, Place, path};
use super::point::Point;
use super::wire::{Ended, Request, Wire};

/// Two names for what may be one site.
struct Pair {
    what: &'static str,
    /// As it is provisioned.
    own: Place,
    /// As a path names it otherwise.
    other: String,
}

/// A plan for each of three names that do not resolve, cancelled by another spelling of the name.
pub(super) async fn ask(
    wire: &mut Wire,
    names: &Names,
    plan: &Plan,
    left: &mut Left,
    point: &mut Point,
) -> Result<(), Ended> {
    let Ok(pairs) = pairs(names, plan) else {
        point.found(None, "Not asked: a name could not be made.");
        return Ok(());
    };
    for Pair { what, own, other } in pairs {
        left.note(&own);
        let provisioned = wire
            .ask(provision(&own.site.to_string(), &own.user, plan.as_str()))
            .await?;
        if provisioned.success() != Some(true) {
            if provisioned.status < 500 {
                left.forget(&own);
            }
            point.found(
                None,
                format!(
                    "{what}: nothing could be provisioned: {}.",
                    provisioned.in_words()
                ),
            );
            continue;
        }
        let by_other = cancel(wire, &other, plan).await?;
        let by_own = cancel(wire, own.site.identifier().as_str(), plan).await?;
        point.saw([&provisioned, &by_other, &by_own]);
        let (holds, heard) = judged(&by_other, &by_own);
        point.found(holds, format!("{what}: {heard}."));
    }
    Ok(())
}

/// The same of the user's own site, without any effect.
pub(super) async fn ask_of_site(wire: &mut Wire, place: &Place, point: &mut Point) -> Result<(), Ended> {
    let own = place.site.identifier().as_str().to_owned();
    let other = match own.strip_prefix("www.") {
        Some(bare) => bare.to_owned(),
        None => format!("www.{own}"),
    };
    let by_own = wire.ask(Request::get(path("1.4", &own, "status"))).await?;
    let by_other = wire.ask(Request::get(path("1.4", &other, "status"))).await?;
    point.saw([&by_own, &by_other]);
    let heard = match (by_own.is_good(), by_other.is_good()) {
        (true, true) => "known under both names",
        (true, false) => "known under its own name only",
        (false, true) => "known under the other name only",
        (false, false) => "known under neither name; of a test key no site is (partner-api.md §1)",
    };
    point.found(
        by_own.is_good().then(|| !by_other.is_good()),
        format!("Your site, {own} and {other}: {heard}."),
    );
    Ok(())
}

fn pairs(names: &Names, plan: &Plan) -> Result<[Pair; 3]> {
    let bare = names.host("-w");
    let with_port = format!("{}:8443", names.host("-p"));
    let international = names.host("-i").replace(".example.", ".xn--bcher-kva.example.");
    Ok([
        Pair {
            what: "With www. and without",
            own: names.place(&bare, plan)?,
            other: format!("www.{bare}"),
        },
        Pair {
            what: "With a port and without",
            own: names.place(&with_port, plan)?,
            other: names.host("-p"),
        },
        Pair {
            what: "With A-labels and in letters",
            own: names.place(&international, plan)?,
            other: international.replace("xn--bcher-kva", "b%C3%BCcher"),
        },
    ])
}

async fn cancel(wire: &mut Wire, site: &str, plan: &Plan) -> Result<Answered, Ended> {
    let path = path("1.3", site, "partner-cancel");
    wire.ask(Request::post(path, &[("plan", plan.as_str())])).await
}

/// Whether they are two sites, as is taken for granted.
fn judged(by_other: &Answered, by_own: &Answered) -> (Option<bool>, String) {
    match (by_other.success(), by_own.success()) {
        (Some(true), _) => (Some(false), "one site: the other name ends the plan".to_owned()),
        (_, Some(true)) => (
            Some(true),
            "two sites: only its own name ends the plan".to_owned(),
        ),
        _ => (
            None,
            format!(
                "not told: neither name ends the plan ({}, {})",
                by_other.in_words(),
                by_own.in_words()
            ),
        ),
    }
}
