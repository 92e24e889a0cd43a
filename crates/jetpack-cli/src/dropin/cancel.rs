//! `partner-cancel.sh`. The site comes from `--url`, since there is no WordPress to ask
//! (partner-api.md §15).

use std::process::ExitCode;

use jetpack_partner::{Cancelled, Plan};

use super::common::{client, parsed};
use super::failure::{self, Failure};
use super::flags::Field;
use super::parse::{Given, Usage};
use super::report::Report;
use crate::explain;
use crate::place::Place;

pub(crate) async fn run(given: &Given, report: &Report) -> Result<ExitCode, Usage> {
    let site: Place = parsed(given, Field::Url, "--url")?.ok_or_else(|| {
        Usage(
            "--url is missing: the script could ask WordPress for the site's address, this program does not. \
             Give --url=https://... as it was provisioned"
                .to_owned(),
        )
    })?;
    let plan: Option<Plan> = parsed(given, Field::Plan, "--plan")?;
    let everything = given.has(Field::CancelAll);
    if everything && plan.is_some() {
        return Err(Usage("--plan and --cancel-all exclude each other".to_owned()));
    }
    let (session, client) = client(given)?;
    report.idle_flags(given);
    let mut call = client.call(session.deadline()).unrecorded();
    let tracking = given.get(Field::TrackingId);
    let result = match everything {
        true => call.cancel_all(&site.reference()).await.map(|all| all.success),
        false => call
            .cancel_tracked(&site.reference(), plan.as_ref(), tracking)
            .await
            .map(|cancelled| cancelled == Cancelled::Done),
    };
    let body = call.last_answer().map(|answer| answer.body.as_slice());
    let error = match (result, body) {
        (Ok(done), Some(body)) => {
            if !done && everything {
                report
                    .note("not everything was cancelled, or there was nothing; the lists in the answer tell");
            } else if !done {
                report.note("there was no plan to cancel; no retry is needed");
            }
            let printed = report.answer(body).is_ok();
            return Ok(match done && printed {
                true => ExitCode::SUCCESS,
                false => ExitCode::FAILURE,
            });
        }
        (Ok(_), None) => return Err(Usage("the API's answer was lost in this program".to_owned())),
        (Err(error), _) => error,
    };
    if let Some(body) = body.filter(|body| failure::is_documented(body)) {
        report.note(&format!("the API said no: {error}"));
        // Exit code 1 says it all when stdout is gone.
        let _ = report.answer(body);
        return Ok(ExitCode::FAILURE);
    }
    let failure = Failure::of(&error, body, call.redactor());
    Ok(report.failure(&failure, explain::next_step(&error)))
}
