//! `jetpack-partner doctor`: is this machine able to sell a plan?

mod files;
mod network;
mod php;
mod proxy;
mod sapi;
mod site;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use jetpack_partner::{SiteUrl, Verified};
use serde::Serialize;
use serde_json::json;

use crate::context::Context;
use crate::explain::Purpose;
use crate::output::Tone;

#[derive(Debug, Args)]
pub(crate) struct DoctorArguments {
    /// Also check a WHMCS installation: module files, PHP, the extension.
    #[arg(long, value_name = "DIR")]
    whmcs: Option<PathBuf>,
    /// Also check whether a site is ready to be provisioned.
    #[arg(long, value_name = "URL")]
    site: Option<SiteUrl>,
}

/// How a check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum State {
    Good,
    Warning,
    Bad,
}

/// One check.
#[derive(Debug, Serialize)]
pub(crate) struct Check {
    name: String,
    state: State,
    text: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

impl Check {
    pub(crate) fn good(name: &str, text: impl Into<String>) -> Self {
        Self::new(name, State::Good, text, None)
    }

    pub(crate) fn warning(name: &str, text: impl Into<String>, next: &str) -> Self {
        Self::new(name, State::Warning, text, Some(next))
    }

    pub(crate) fn bad(name: &str, text: impl Into<String>, next: &str) -> Self {
        Self::new(name, State::Bad, text, Some(next))
    }

    fn new(name: &str, state: State, text: impl Into<String>, next: Option<&str>) -> Self {
        Self {
            name: name.to_owned(),
            state,
            text: text.into(),
            next: next.map(str::to_owned),
        }
    }
}

pub(crate) async fn run(context: &Context, arguments: &DoctorArguments) -> Result<ExitCode> {
    let session = context.session()?;
    let mut checks = vec![
        Check::good("API address", session.api.to_string()),
        Check::good("certificates", session.trust.to_string()),
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
        let (files, version) = files::check(whmcs);
        checks.extend(files);
        checks.extend(php::check(version.as_deref()).await);
    }
    if context.output.quiet && !context.output.json {
        for check in checks.iter().filter(|check| check.state == State::Bad) {
            let next = check.next.as_deref().unwrap_or_default();
            context.output.problem(format!(
                "bad: {}: {}. {next}",
                check.name,
                check.text.trim_end_matches('.')
            ));
        }
    }
    let sound = checks.iter().all(|check| check.state != State::Bad);
    let mut text = String::new();
    for check in &checks {
        let mark = match check.state {
            State::Good => context.output.paint(Tone::Good, "ok"),
            State::Warning => context.output.paint(Tone::Warning, "look"),
            State::Bad => context.output.paint(Tone::Bad, "bad"),
        };
        text.push_str(&format!("{mark:<5}{}: {}\n", check.name, check.text));
        if let Some(next) = &check.next {
            text.push_str(&format!("     {next}\n"));
        }
    }
    context
        .output
        .print(text, &json!({"success": sound, "checks": checks}))?;
    Ok(match sound {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}

async fn credentials(context: &Context) -> Check {
    const NAME: &str = "credentials";
    let partner = match context.partner_afresh() {
        Ok(partner) => partner,
        Err(error) if context.names_a_secret() => {
            return Check::bad(NAME, format!("{error:#}"), "Correct id and secret.");
        }
        Err(error) => return Check::warning(NAME, "not checked", &format!("{error:#}")),
    };
    match partner.call().verify().await {
        Ok(Verified::Key) => Check::good(NAME, "the key is valid"),
        Ok(Verified::TokenOnly) => Check::good(NAME, "a token was given; the API offers no further check"),
        Err(error) => Check::bad(NAME, error.to_string(), Purpose::Read.next_step(&error)),
    }
}
