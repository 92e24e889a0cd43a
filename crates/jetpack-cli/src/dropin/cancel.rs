//! `partner-cancel.sh`. The site comes from `--url`, since there is no WordPress to ask
//! (partner-api.md §15).

use std::process::ExitCode;

use jetpack_partner::Error;

use super::common::{Unusable, partner};
use super::failure::Failure;
use super::flags::Cancel;
use super::report::Report;
use super::usage::Usage;

pub(crate) async fn run(given: &Cancel, report: &Report) -> Result<ExitCode, Unusable> {
    let site = given.url.get().ok_or_else(|| {
        Usage(
            "--url is missing: the script could ask WordPress for the site's address, this program does not. \
             Give --url=https://... as it was provisioned"
                .to_owned(),
        )
    })?;
    if given.cancel_all && given.plan.get().is_some() {
        return Err(Usage("--plan and --cancel-all exclude each other".to_owned()).into());
    }
    let partner = partner(&given.key)?;
    let mut call = partner.call();
    let tracking = given.key.tracking_id.get().map(String::as_str);
    let result = match given.cancel_all {
        true => call
            .cancel_all(&site.reference())
            .await
            .map(|all| all.leaves_nothing()),
        // Also where there was nothing to cancel: "retries are not necessary" (partner-api.md §5.3).
        false => call
            .cancel_tracked(&site.reference(), given.plan.get(), tracking)
            .await
            .map(|_| true),
    };
    let answer = call.last_answer();
    Ok(match (result, answer) {
        (Ok(true), Some(answer)) => report.answer(&answer.body, ExitCode::SUCCESS),
        (Ok(false), Some(answer)) => report.answer(&answer.body, ExitCode::FAILURE),
        (Ok(_), None) => failed(report, &Failure::of(&lost(), None, call.redactor())),
        (Err(error), answer) => failed(report, &Failure::of(&error, answer, call.redactor())),
    })
}

/// A failure that has been printed.
pub(super) fn failed(report: &Report, failure: &Failure) -> ExitCode {
    report.answer(failure.json().as_bytes(), ExitCode::FAILURE)
}

/// A mistake of this program's.
pub(super) fn lost() -> Error {
    Error::Defect("the API's answer was lost in this program".to_owned())
}
