//! `partner-provision.sh`.

use std::path::Path;
use std::process::ExitCode;

use jetpack_partner::{FtpAccess, IncompleteAccess, ProvisionRequest, Secret, SshAccess};

use super::cancel::{failed, lost};
use super::common::{Unusable, partner};
use super::failure::Failure;
use super::flags::{Given, Provision};
use super::mask;
use super::report::Report;
use super::usage::Usage;
use crate::secret_input;
use crate::session::variable;

/// Provisions once and passes the answer on. Nothing is asked that the caller did not ask for: the
/// scripts' callers decide themselves about `--force_register`.
pub(crate) async fn run(given: &Provision, report: &Report) -> Result<ExitCode, Unusable> {
    let request = request(given, |path| {
        secret_input::key_from(path).map_err(|error| Usage(format!("--ssh-private-key: {error:#}")))
    })?;
    let partner = partner(&given.key)?;
    let mut call = partner.call();
    let result = call.provision_as_asked(&request).await;
    Ok(match (result, call.last_answer()) {
        (Ok(_), Some(answer)) if given.show_access_token => report.answer(&answer.body, ExitCode::SUCCESS),
        (Ok(_), Some(answer)) => report.answer(&mask::access_token(&answer.body), ExitCode::SUCCESS),
        (Ok(_), None) => failed(report, &Failure::of(&lost(), None, call.redactor())),
        (Err(error), answer) => failed(report, &Failure::of(&error, answer, call.redactor())),
    })
}

/// Looks for what is wrong with the flags, and reads nothing: a key's path may name a pipe, which can be
/// read only once.
pub(crate) fn check(given: &Provision) -> Result<(), Usage> {
    request(given, |_| Ok(Secret::new(String::new()))).map(drop)
}

/// What the flags ask for; `read_key` gets the private key from its file.
fn request(
    given: &Provision,
    read_key: impl Fn(&Path) -> Result<Secret, Usage>,
) -> Result<ProvisionRequest, Usage> {
    let local_user = given.user.get().ok_or_else(|| {
        Usage("--user is missing: a login, e-mail address or id of a user of the site".to_owned())
    })?;
    let site = given.url.get().ok_or_else(|| {
        Usage(
            "--url is missing: the scripts could ask WP-CLI for the site's address, this program does not. \
             Give --url=https://..., the address of WordPress's core files (option \"siteurl\")"
                .to_owned(),
        )
    })?;
    Ok(ProvisionRequest {
        force_register: given.force_register.is_on(),
        force_connect: given.force_connect.is_on(),
        onboarding: given.onboarding.is_on(),
        wpcom_user_id: given.wpcom_user_id.get().copied(),
        ssh: ssh(given, read_key)?,
        ftp: ftp(given)?,
        partner_tracking_id: given.key.tracking_id.get().cloned(),
        ..ProvisionRequest::new(site.clone(), local_user.clone(), given.plan.get().cloned())
    })
}

fn ssh(
    given: &Provision,
    read_key: impl Fn(&Path) -> Result<Secret, Usage>,
) -> Result<Option<SshAccess>, Usage> {
    let user = given.ssh_user.get().cloned();
    let key = given.ssh_private_key.get().map(|path| read_key(Path::new(path)));
    let password = password(&given.ssh_pass, user.is_some(), "JETPACK_PARTNER_SSH_PASS");
    let (host, port) = (given.ssh_host.get().cloned(), given.ssh_port.get().copied());
    SshAccess::from_parts(user, password, key.transpose()?, host, port).map_err(incomplete)
}

fn ftp(given: &Provision) -> Result<Option<FtpAccess>, Usage> {
    let user = given.ftp_user.get().cloned();
    let password = password(&given.ftp_pass, user.is_some(), "JETPACK_PARTNER_FTP_PASS");
    let (host, port) = (given.ftp_host.get().cloned(), given.ftp_port.get().copied());
    FtpAccess::from_parts(user, password, host, port).map_err(incomplete)
}

/// The environment counts only beside a user: it may be set for another call.
fn password(given: &Given<String>, wanted: bool, name: &str) -> Option<Secret> {
    let value = given.get().cloned();
    value
        .or_else(|| variable(name).filter(|_| wanted))
        .map(Secret::new)
}

fn incomplete(error: IncompleteAccess) -> Usage {
    // The library speaks of the API's names, the scripts of flags.
    let mut text = error.to_string();
    for name in ["ssh_user", "ssh_pass", "ssh_private_key", "ftp_user"] {
        text = text.replace(name, &format!("--{}", name.replace('_', "-")));
    }
    Usage(text)
}
