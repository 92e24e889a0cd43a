//! `jetpack-partner token`.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use serde_json::json;

use crate::context::Context;

#[derive(Debug, Args)]
pub(crate) struct TokenArguments {
    /// Print the token. Whoever has it can provision at your expense.
    #[arg(long)]
    show: bool,
}

pub(crate) async fn run(context: &Context, arguments: &TokenArguments) -> Result<ExitCode> {
    let token = context.partner_afresh()?.call().token().await?;
    let (output, human, shown) = match arguments.show {
        true => (context.output.aloud(), token.expose(), token.expose()),
        false => (
            context.output,
            "A token was given. --show prints it.",
            jetpack_partner::MASK,
        ),
    };
    output.print(human, &json!({"access_token": shown}))?;
    Ok(ExitCode::SUCCESS)
}
