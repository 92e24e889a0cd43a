//! `partner-provision.sh`.

use std::path::Path;
use std::process::ExitCode;

use jetpack_partner::{
    AccessStored, Error, FtpAccess, ProvisionRequest, Provisioned, Secret, SiteUrl, SshAccess,
};

use super::common::{client, parsed, switched};
use super::failure::{self, Failure};
use super::flags::Field;
use super::mask;
use super::parse::{Given, Usage};
use super::report::Report;
use crate::explain;
use crate::secret_input;
use crate::session::variable;

/// Provisions once and passes the answer on. Nothing is asked that the caller did not ask for: the
/// scripts' callers decide themselves about `--force_register`.
pub(crate) async fn run(given: &Given, report: &Report) -> Result<ExitCode, Usage> {
    let request = request(given, |path| {
        secret_input::key_from(path).map_err(|error| Usage(format!("--ssh-private-key: {error:#}")))
    })?;
    let (session, client) = client(given)?;
    report.idle_flags(given);
    let mut call = client.call(session.deadline()).unrecorded();
    let result = call.provision_as_asked(&request).await;
    let body = call.last_answer().map(|answer| answer.body.as_slice());
    match (result, body) {
        (Ok(provisioned), Some(body)) => {
            warn(report, &provisioned, given.has(Field::ShowToken));
            let body = match given.has(Field::ShowToken) {
                true => body.to_vec(),
                false => mask::access_token(body),
            };
            Ok(match report.answer(&body) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    report.note(&format!("the plan is provisioned, but stdout failed: {error}"));
                    ExitCode::FAILURE
                }
            })
        }
        (Ok(_), None) => Err(Usage("the API's answer was lost in this program".to_owned())),
        (Err(error), body) => {
            if let Some(body) = body.filter(|body| failure::is_documented(body)) {
                report.note(&format!("the API said no: {error}"));
                // Exit code 1 says it all when stdout is gone.
                let _ = report.answer(&mask::access_token(body));
                return Ok(ExitCode::FAILURE);
            }
            let failure = Failure::of(&error, body, call.redactor());
            Ok(report.failure(&failure, advice(&error)))
        }
    }
}

fn advice(error: &Error) -> &'static str {
    match error.api_error() {
        Some(said) if said.code == "method_not_found" && said.message.contains("remoteProvision") => {
            "Call again with --force_register=1."
        }
        _ => explain::next_step(error),
    }
}

/// What the JSON says too, but a person may overlook.
fn warn(report: &Report, provisioned: &Provisioned, token_shown: bool) {
    for (name, stored) in [("SSH", &provisioned.ssh), ("FTP", &provisioned.ftp)] {
        if let Some(AccessStored::No(reason)) = stored {
            report.note(&format!(
                "the plan is provisioned, but the {name} access was not stored: {reason}"
            ));
        }
    }
    if provisioned.access_token.is_some() {
        report
            .note("the API sent an access_token for \"wp jetpack authorize_user\", which is not called here");
        if !token_shown {
            report.note("the access_token is hidden; --show-access-token prints it");
        }
    }
}

/// What the flags ask for; `read_key` gets the private key from its file.
pub(crate) fn request(
    given: &Given,
    read_key: impl Fn(&Path) -> Result<Secret, Usage>,
) -> Result<ProvisionRequest, Usage> {
    let local_user = given.get(Field::User).ok_or_else(|| {
        Usage("--user is missing: a login, e-mail address or id of a user of the site".to_owned())
    })?;
    let site: SiteUrl = parsed(given, Field::Url, "--url")?.ok_or_else(|| {
        Usage(
            "--url is missing: the scripts could ask WP-CLI for the site's address, this program does not. \
             Give --url=https://..., the address of WordPress's core files (option \"siteurl\")"
                .to_owned(),
        )
    })?;
    Ok(ProvisionRequest {
        force_register: switched(given, Field::ForceRegister, "--force_register")?,
        force_connect: switched(given, Field::ForceConnect, "--force_connect")?,
        onboarding: switched(given, Field::Onboarding, "--onboarding")?,
        wpcom_user_id: parsed(given, Field::WpcomUserId, "--wpcom_user_id")?,
        ssh: ssh(given, read_key)?,
        ftp: ftp(given)?,
        partner_tracking_id: given.get(Field::TrackingId).map(str::to_owned),
        ..ProvisionRequest::new(site, local_user.to_owned(), parsed(given, Field::Plan, "--plan")?)
    })
}

fn ssh(given: &Given, read_key: impl Fn(&Path) -> Result<Secret, Usage>) -> Result<Option<SshAccess>, Usage> {
    let user = given.get(Field::SshUser).map(str::to_owned);
    let key = given.get(Field::SshKey).map(|path| read_key(Path::new(path)));
    let key = key.transpose()?;
    let password = password(given, Field::SshPass, user.is_some(), "JETPACK_PARTNER_SSH_PASS");
    let host = given.get(Field::SshHost).map(str::to_owned);
    let port = parsed(given, Field::SshPort, "--ssh-port")?;
    SshAccess::from_parts(user, password, key, host, port).map_err(incomplete)
}

fn ftp(given: &Given) -> Result<Option<FtpAccess>, Usage> {
    let user = given.get(Field::FtpUser).map(str::to_owned);
    let password = password(given, Field::FtpPass, user.is_some(), "JETPACK_PARTNER_FTP_PASS");
    let host = given.get(Field::FtpHost).map(str::to_owned);
    let port = parsed(given, Field::FtpPort, "--ftp-port")?;
    FtpAccess::from_parts(user, password, host, port).map_err(incomplete)
}

/// The environment counts only beside a user: it may be set for another call.
fn password(given: &Given, field: Field, wanted: bool, name: &str) -> Option<Secret> {
    let value = given.get(field).map(str::to_owned);
    value
        .or_else(|| variable(name).filter(|_| wanted))
        .map(Secret::new)
}

fn incomplete(error: jetpack_partner::IncompleteAccess) -> Usage {
    // The library speaks of the API's names, the scripts of flags.
    let mut text = error.to_string();
    for name in ["ssh_user", "ssh_pass", "ssh_private_key", "ftp_user"] {
        text = text.replace(name, &format!("--{}", name.replace('_', "-")));
    }
    Usage(text)
}
