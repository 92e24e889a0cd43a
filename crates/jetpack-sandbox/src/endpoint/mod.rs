//! Judges a call: what a documented server would answer, and with which effect.

mod activations;
mod bearer;
mod cancel;
mod credentials;
mod errors;
mod keys;
mod operation;
mod provision;
mod refusals;
pub(crate) mod route;
mod site;
mod status;
mod switches;
mod token;
mod upgrades;
mod wp_rest;

pub use operation::Operation;
pub(crate) use refusals::{REFUSALS, Refusal};

use crate::wire::answer::{Answer, AnswerForm};
use crate::wire::call::Call;
use crate::wire::form::{self, Nothing};
use crate::world::{Site, World};
use route::Route;
use serde_json::json;
use switches::Switches;

/// Answers one call and says in which form the answer is wanted.
pub(crate) fn answer(world: &mut World, call: &Call, base: &str) -> (Answer, AnswerForm) {
    if call.path.starts_with("/wpcom/v2/") {
        return wp_rest::answer(world, call);
    }
    let Some(route) = &call.route else {
        return (Answer::not_found(), AnswerForm::default());
    };
    let allowed = route.operation.method();
    if call.method != allowed {
        let form = switches::read(call, route.operation).unwrap_or_default().form;
        return (Answer::method_not_allowed(allowed.as_str()), form);
    }
    match switches::read(call, route.operation) {
        Ok(switches) => {
            let answer = judge(world, call, route, base, &switches);
            (answer.unwrap_or_else(|refusal| refusal), switches.form)
        }
        Err(problem) if route.operation == Operation::Token => (
            Answer::oauth_error("invalid_request", problem),
            AnswerForm::default(),
        ),
        Err(problem) => (Answer::strict(problem), AnswerForm::default()),
    }
}

fn judge(
    world: &mut World,
    call: &Call,
    route: &Route,
    base: &str,
    switches: &Switches,
) -> Result<Answer, Answer> {
    // These three need no bearer (partner-api.md §2.1, §4.5, §12).
    match route.operation {
        Operation::Token => return token::answer(world, call),
        Operation::Errors => return bare(call).map(|()| errors::answer(switches.verbose)),
        Operation::Site => return bare(call).and_then(|()| site::answer(world, route)),
        _ => {}
    }

    let partner = bearer::partner(world, call)?;
    if !route.name.is_empty() {
        refusals::by_name(world, &route.name, route.operation, &route.name)?;
    }
    let fields = &call.body.as_ref().map_err(Answer::strict)?.fields;
    match route.operation {
        // Its body is not documented beyond "200 = good" (§2.5).
        Operation::Verify => bare(call).map(|()| Answer::ok(json!({ "success": true }))),
        Operation::Provision => provision::answer(world, &partner, fields, base),
        Operation::Cancel => cancel::answer(world, &partner, &route.name, fields),
        Operation::Status => bare(call).and_then(|()| status::answer(world, &partner, route)),
        Operation::Upgrades => bare(call).and_then(|()| upgrades::answer(world, &partner, route)),
        Operation::Ssh => credentials::ssh(world, route, fields),
        Operation::Ftp => credentials::ftp(world, route, fields),
        Operation::Keys => keys::answer(world, &partner, call),
        // Answered above, or under /wpcom/v2.
        Operation::Token | Operation::Errors | Operation::Site | Operation::Activations => {
            Err(Answer::not_found())
        }
    }
}

/// The call takes no parameters in its body.
fn bare(call: &Call) -> Result<(), Answer> {
    let body = call.body.as_ref().map_err(Answer::strict)?;
    form::read(&body.fields)
        .map(|Nothing {}| ())
        .map_err(Answer::strict)
}

/// A site WordPress.com has a blog for; without one, 403 (§6, §7).
fn site_with_blog<'a>(world: &'a World, route: &Route) -> Result<&'a Site, Answer> {
    let site = world.site(&route.name).filter(|site| site.blog_id.is_some());
    site.ok_or_else(|| refusals::documented("invalid_blog", &route.name))
}
