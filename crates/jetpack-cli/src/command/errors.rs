//! `jetpack-partner errors [CODE]`.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;
use jetpack_partner::ErrorExplanation;
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::output::{Tone, plain};

#[derive(Debug, Args)]
pub(crate) struct ErrorsArguments {
    /// Only this code.
    code: Option<String>,
}

pub(crate) async fn run(context: &Context, arguments: &ErrorsArguments) -> Result<ExitCode> {
    let (session, client) = context.open_client()?;
    let mut call = client.call(session.deadline()).unrecorded();
    let mut errors = call.error_dictionary(true).await?;
    if let Some(code) = &arguments.code {
        errors.retain(|known, _| known == code);
        if errors.is_empty() {
            bail!(
                "the API does not explain the code {}; its own message beside the code says most",
                plain(code)
            );
        }
    }
    let mut text = String::new();
    let mut value = Map::new();
    for (code, explained) in &errors {
        text.push_str(&format!("{}\n", context.output.paint(Tone::Strong, plain(code))));
        text.push_str(&human(explained));
        value.insert(
            code.clone(),
            json!({
                "description": explained.description,
                "cause": explained.cause,
                "solution": explained.solution,
            }),
        );
    }
    context.output.print(text, &Value::Object(value))?;
    Ok(ExitCode::SUCCESS)
}

fn human(explained: &ErrorExplanation) -> String {
    let mut text = format!("  {}\n", plain(&explained.description));
    if let Some(cause) = &explained.cause {
        text.push_str(&format!("  cause: {}\n", plain(cause)));
    }
    if let Some(solution) = &explained.solution {
        text.push_str(&format!("  what helps: {}\n", plain(solution)));
    }
    text
}
