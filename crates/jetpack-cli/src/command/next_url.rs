//! `jetpack-partner next-url --redirect URL NEXT_URL` (partner-api.md §12).

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Args;
use serde_json::json;
use url::Url;

use crate::context::Context;
use crate::exit::usage;

#[derive(Debug, Args)]
pub(crate) struct NextUrlArguments {
    /// Where the owner returns to after authorising; it must be on the list that Automattic keeps
    /// for you.
    #[arg(long, value_name = "URL")]
    redirect: Url,
    /// The next_url of an answer with auth_required true; - reads it from standard input.
    next_url: String,
}

pub(crate) fn run(context: &Context, arguments: &NextUrlArguments) -> Result<ExitCode> {
    if !matches!(arguments.redirect.scheme(), "https" | "http") {
        return Err(usage("--redirect must begin with https://"));
    }
    let next_url = match arguments.next_url.as_str() {
        "-" => std::io::read_to_string(std::io::stdin()).context("standard input cannot be read")?,
        given => given.to_owned(),
    };
    let address = jetpack_partner::redirect_after(next_url.trim(), &arguments.redirect).ok_or_else(|| usage(
        "the next_url is no address: a site that could not be reached has none, its owner uses \"Set Up Jetpack\" in \
         wp-admin",
    ))?;
    context.output.print(&address, &json!({"next_url": address}))?;
    Ok(ExitCode::SUCCESS)
}
