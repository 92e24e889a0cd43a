//! `jetpack-partner migrate-check`: what has to change to move from version 1.2 of the API to 1.3
//! (partner-api.md §13).

mod site;
mod text;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::Args;
use jetpack_partner::SiteUrl;
use serde::Serialize;
use serde_json::json;

use crate::command::Context;
use crate::output::Tone;

#[derive(Debug, Args)]
pub(crate) struct MigrateArguments {
    /// A script or configuration that uses the API, - for standard input, or a site's address.
    target: String,
}

/// Something that has to change, or may have to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Finding {
    /// The line of the text, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) line: Option<usize>,
    /// What was found.
    pub(crate) found: String,
    /// What to do.
    pub(crate) change: String,
    /// Whether version 1.3 does not work without the change.
    pub(crate) required: bool,
}

pub(crate) async fn run(context: &Context, arguments: &MigrateArguments) -> Result<ExitCode> {
    let target = arguments.target.as_str();
    let mut uses_api = true;
    let findings = if target == "-" {
        let text = std::io::read_to_string(std::io::stdin()).context("standard input cannot be read")?;
        uses_api = text::uses_api(&text);
        text::check(&text)
    } else if Path::new(target).is_file() {
        let bytes = std::fs::read(target).with_context(|| format!("{target} cannot be read"))?;
        let text = String::from_utf8_lossy(&bytes);
        uses_api = text::uses_api(&text);
        text::check(&text)
    } else {
        let site: SiteUrl = target
            .parse()
            .with_context(|| format!("{target} is neither a file nor a site's address"))?;
        site::check(context, &site).await?
    };
    let required = findings.iter().filter(|finding| finding.required).count();
    let mut text = String::new();
    for finding in &findings {
        let mark = match finding.required {
            true => context.output.paint(Tone::Bad, "must change"),
            false => context.output.paint(Tone::Warning, "look at it"),
        };
        let line = finding
            .line
            .map_or_else(String::new, |line| format!("line {line}: "));
        text.push_str(&format!(
            "{mark}: {line}{}\n  {}\n",
            finding.found, finding.change
        ));
    }
    text.push_str(&match required {
        0 if !uses_api => {
            "No use of the Jetpack Partner API was found. Give the file that calls it.\n".to_owned()
        }
        0 => "Nothing has to change for version 1.3.\n".to_owned(),
        _ => format!("{required} to change for version 1.3.\n"),
    });
    let value = json!({"success": required == 0, "uses_api": uses_api, "findings": findings});
    context.output.print(text, &value)?;
    Ok(match required {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}
