//! `jetpack-partner probe`: what does the API do where its documents leave it open (partner-api.md §20)?
//!
//! Each point is asked with the least effect: most by asking alone, some by plans for names that do not resolve, which wait and are
//! never billed, and what can only be seen at a living site only where the user allows it.

mod answered;
mod blog_id;
mod cancel_all;
mod documented;
mod keys;
mod left;
mod life;
mod own_site;
mod place;
mod point;
mod report;
mod spellings;
mod survey;
mod throttling;
mod tokens;
mod twice;
mod waiting;
mod wire;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Result;
use clap::Args;
use jetpack_partner::{Plan, SiteUrl};

use crate::context::Context;
use crate::partner::Partner;
use crate::signals::Signals;
use survey::Survey;
use wire::Wire;

/// What may be asked.
#[derive(Debug, Args)]
pub(crate) struct ProbeArguments {
    /// A test site of your own: its status and its number are asked as well, without any effect.
    #[arg(long, value_name = "URL")]
    site: Option<SiteUrl>,
    /// Provision a plan at that site and cancel it again. With a key that is no test key it may be billed.
    #[arg(long, requires = "site")]
    may_provision: bool,
    /// The plan, there and for names that do not resolve.
    #[arg(long, value_name = "SLUG", default_value = "personal")]
    plan: Plan,
    /// A user of that site.
    #[arg(long, value_name = "NAME", default_value = "admin", requires = "site")]
    user: String,
    /// Also ask for keys that should be refused. One that is made all the same stays until Automattic revokes it.
    #[arg(long)]
    may_make_keys: bool,
    /// Also ask so many times in a row, to see how the API asks to wait.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1000))]
    throttle: Option<u32>,
}

pub(crate) async fn run(context: &Context, arguments: &ProbeArguments) -> Result<ExitCode> {
    let session = context.session()?;
    let key = context.credentials()?;
    // A wrong key, or no way to the API, ends here with its own exit code.
    Partner::afresh(session.clone(), key.clone(), None)?
        .call()
        .verify()
        .await?;
    if arguments.may_provision
        && let Some(site) = &arguments.site
    {
        context.output.note(format!(
            "Provisions {plan} at {site} and cancels it. Should this program be killed meanwhile:\n  \
             jetpack-partner cancel --url={site} --plan={plan}",
            plan = arguments.plan
        ));
    }
    let is_stopped = Arc::new(AtomicBool::new(false));
    let mut signals = Signals::new()?;
    let stop = Arc::clone(&is_stopped);
    // What is under way is awaited, and what was provisioned is cancelled, before it ends.
    let output = context.output;
    tokio::spawn(async move {
        signals.recv().await;
        output.note("Stopping. What was provisioned is cancelled first.");
        stop.store(true, Ordering::Relaxed);
    });
    let wire = Wire::new(&session, &key, is_stopped)?;
    let report = Survey::new(arguments, &session, &key, wire)?.run().await;
    report.print(context.output)
}
