//! `jetpack-partner upgrade-paths SITE`.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use jetpack_partner::Plan;
use serde_json::{Map, Value};

use crate::context::Context;
use crate::output::{Tone, plain};
use crate::place::Place;

#[derive(Debug, Args)]
pub(crate) struct UpgradePathsArguments {
    /// The site's address or blog id.
    site: Place,
}

pub(crate) async fn run(context: &Context, arguments: &UpgradePathsArguments) -> Result<ExitCode> {
    let partner = context.partner()?;
    let mut call = partner.call();
    let paths = call.upgrade_paths(&arguments.site.reference()).await?;
    let mut text = String::new();
    let mut value = Map::new();
    for (family, plans) in &paths {
        let slugs: Vec<&str> = plans.iter().map(Plan::as_str).collect();
        let family_name = context.output.paint(Tone::Strong, plain(family));
        text.push_str(&format!("{family_name}: {}\n", slugs.join(", ")));
        value.insert(family.clone(), slugs.into());
    }
    if paths.is_empty() {
        text.push_str("Nothing can be added to this site.\n");
    } else {
        text.push_str("Any one of these may be provisioned now; ask again afterwards.\n");
    }
    context.output.print(text, &Value::Object(value))?;
    Ok(ExitCode::SUCCESS)
}
