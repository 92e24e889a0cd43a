//! `jetpack-partner invoices`. Their form is not documented (partner-api.md §10), so they are shown
//! as the API sends them.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::Context;

#[derive(Debug, Args)]
pub(crate) struct InvoicesArguments {
    /// The partner's number.
    #[arg(long, value_name = "NUMBER")]
    partner: u64,
    /// The key's number.
    #[arg(long, value_name = "NUMBER")]
    key: u64,
    /// The next invoice instead of the past ones.
    #[arg(long)]
    upcoming: bool,
}

pub(crate) async fn run(context: &Context, arguments: &InvoicesArguments) -> Result<ExitCode> {
    let (session, reports) = context.reports()?;
    let mut call = reports.call(session.deadline());
    let invoices = match arguments.upcoming {
        true => call.upcoming_invoice(arguments.partner, arguments.key).await?,
        false => call.invoices(arguments.partner, arguments.key).await?,
    };
    context.output.print(format!("{invoices:#}"), &invoices)?;
    Ok(ExitCode::SUCCESS)
}
