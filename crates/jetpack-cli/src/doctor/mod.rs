//! `jetpack-partner doctor`: is this machine able to sell a plan?

mod families;
mod files;
mod network;
mod php;
mod program;
mod proxy;
mod site;
mod whmcs;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use jetpack_partner::{SiteUrl, Trust, Verified};
use serde_json::json;

use crate::check::{self, Check, State};
use crate::context::Context;
use crate::explain::Purpose;
use crate::install::Installed;
use crate::partner::Partner;
use crate::root::Root;

#[derive(Debug, Args)]
pub(crate) struct DoctorArguments {
    /// Also check a WHMCS installation: module files, PHP, the extension.
    #[arg(long, value_name = "DIR")]
    whmcs: Option<PathBuf>,
    /// Only this PHP, as /usr/bin/php8.2; may be given again. Without it, every PHP that is found.
    #[arg(long, value_name = "BIN", num_args = 1.., requires = "whmcs")]
    php: Vec<PathBuf>,
    /// Also check whether a site is ready to be provisioned.
    #[arg(long, value_name = "URL")]
    site: Option<SiteUrl>,
    #[command(flatten)]
    root: Root,
}

pub(crate) async fn run(context: &Context, arguments: &DoctorArguments) -> Result<ExitCode> {
    let session = context.session()?;
    let mut checks = vec![
        Check::good("API address", session.api.to_string()),
        authorities(&session.trust),
    ];
    let proxy = proxy::check(&session.api);
    let proxied = proxy.state == State::Warning;
    checks.push(proxy);
    checks.extend(network::check(&session, proxied).await);
    checks.push(credentials(context).await);
    if let Some(site) = &arguments.site {
        checks.extend(site::check(context, &session, site).await);
    }
    if let Some(whmcs) = &arguments.whmcs {
        // As PHP itself knows it, and the record.
        let whmcs = &crate::php::resolved(whmcs);
        let installed = Installed::read(&arguments.root).unwrap_or_else(|error| {
            checks.push(Check::warning(
                "record of what was installed",
                format!("{error:#}"),
                "Its files are not compared.",
            ));
            Installed::default()
        });
        let (files, version) = files::check(whmcs, &installed);
        checks.extend(files);
        let found = crate::php::find(&arguments.root, &arguments.php).await;
        let web_user = installed.web_user(whmcs);
        let told = match whmcs.join("init.php").is_file() && version.is_some() {
            true => Some(whmcs::ask(whmcs, &found.phps, web_user.as_ref()).await),
            false => None,
        };
        let facts = told.as_ref().and_then(|told| told.as_ref().ok());
        let needs = php::Needs {
            root: &arguments.root,
            whmcs,
            version: version.as_deref(),
            web_user,
            facts,
        };
        checks.extend(php::check(&needs, &found).await);
        match told {
            None => {}
            Some(Ok(facts)) => checks.extend(whmcs::judge(&facts)),
            Some(Err(check)) => checks.push(check),
        }
    }
    check::print(&context.output, &checks, json!({}))?;
    Ok(match check::is_sound(&checks) {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

/// How many CAs are believed.
fn authorities(trust: &Trust) -> Check {
    const NAME: &str = "certificates";
    match trust.authorities() {
        Ok(count) => Check::good(NAME, format!("{count} CAs: {trust}")),
        Err(error) => Check::bad(
            NAME,
            error.to_string(),
            "apt install ca-certificates, or dnf install ca-certificates",
        ),
    }
}

/// What the key is called where it was looked at.
const CREDENTIALS: &str = "credentials";

/// The client for the key that was given, if any was; or why it cannot be read, which is known before anything is done.
pub(crate) fn given(context: &Context) -> Option<Result<Partner>> {
    context.names_a_key().then(|| context.partner_afresh())
}

/// Whether that key is good.
pub(crate) async fn key(given: Option<Result<Partner>>) -> Option<Check> {
    match given? {
        Ok(partner) => Some(ask(&partner).await),
        Err(error) => Some(unchecked(&error)),
    }
}

async fn credentials(context: &Context) -> Check {
    match context.partner_afresh() {
        Ok(partner) => ask(&partner).await,
        Err(error) if context.names_a_secret() => {
            Check::bad(CREDENTIALS, format!("{error:#}"), "Correct id and secret.")
        }
        Err(error) => unchecked(&error),
    }
}

fn unchecked(error: &anyhow::Error) -> Check {
    Check::warning(CREDENTIALS, "not checked", &format!("{error:#}"))
}

async fn ask(partner: &Partner) -> Check {
    match partner.call().verify().await {
        Ok(Verified::Key) => Check::good(CREDENTIALS, "the key is valid"),
        Ok(Verified::TokenOnly) => {
            Check::good(CREDENTIALS, "a token was given; the API offers no further check")
        }
        Err(error) => Check::bad(CREDENTIALS, error.to_string(), Purpose::Read.next_step(&error)),
    }
}
