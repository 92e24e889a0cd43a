//! `jetpack-partner errors [CODE]`: what the API says about its codes, and what is known here of those
//! that it does not explain.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;
use jetpack_partner::ErrorExplanation;
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::explain::documented;
use crate::output::{Tone, plain};

#[derive(Debug, Args)]
pub(crate) struct ErrorsArguments {
    /// Only this code.
    code: Option<String>,
}

pub(crate) async fn run(context: &Context, arguments: &ErrorsArguments) -> Result<ExitCode> {
    let nobody = context.nobody()?;
    let explained = nobody.call().error_dictionary(true).await;
    let errors = match &arguments.code {
        None => explained?,
        Some(code) => {
            let theirs = explained
                .as_ref()
                .ok()
                .and_then(|errors| errors.get(code).cloned());
            match theirs.or_else(|| ours(code)) {
                Some(known) => [(code.clone(), known)].into(),
                None => {
                    explained?;
                    bail!(
                        "neither the API nor its documents explain the code {}; the message beside it says most",
                        plain(code)
                    )
                }
            }
        }
    };
    let mut text = String::new();
    let mut value = Map::new();
    for (code, explained) in &errors {
        text.push_str(&format!("{}\n", context.output.paint(Tone::Strong, plain(code))));
        text.push_str(&human(explained));
        let entry = json!({
            "description": explained.description,
            "cause": explained.cause,
            "solution": explained.solution,
        });
        value.insert(code.clone(), entry);
    }
    context.output.print(text, &Value::Object(value))?;
    Ok(ExitCode::SUCCESS)
}

/// What is known here.
fn ours(code: &str) -> Option<ErrorExplanation> {
    let known = documented(code)?;
    Some(ErrorExplanation {
        description: known.meaning.to_owned(),
        cause: None,
        solution: Some(known.remedy.to_owned()),
    })
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
