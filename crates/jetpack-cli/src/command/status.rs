//! `jetpack-partner status SITE`.

use std::fmt::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use jetpack_partner::{ProductStatus, SiteStatus};
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::{Output, Tone, plain};
use crate::place::Place;

#[derive(Debug, Args)]
pub(crate) struct StatusArguments {
    /// The site's address or blog id.
    site: Place,
}

pub(crate) async fn run(context: &Context, arguments: &StatusArguments) -> Result<ExitCode> {
    let partner = context.partner()?;
    let mut call = partner.call();
    let status = call.status(&arguments.site.reference()).await?;
    let human = human(context.output, &arguments.site, &status);
    context.output.print(human, &value(&arguments.site, &status))?;
    Ok(ExitCode::SUCCESS)
}

fn human(output: Output, site: &Place, status: &SiteStatus) -> String {
    let mut text = format!("{}\n", output.paint(Tone::Strong, site));
    let connected = match status.is_connected {
        true => output.paint(Tone::Good, "yes"),
        false => output.paint(Tone::Warning, "no"),
    };
    let backups = if status.has_backups_credentials {
        "stored"
    } else {
        "not stored"
    };
    // Writing to a String cannot fail.
    let _ = writeln!(text, "  connected to WordPress.com: {connected}");
    let _ = writeln!(text, "  access for backups: {backups}");
    if status.products.is_empty() {
        let _ = writeln!(text, "  no plans or products");
    }
    for product in &status.products {
        let state = match product.is_pending {
            true => output.paint(Tone::Warning, "pending"),
            false => output.paint(Tone::Good, "active"),
        };
        let _ = writeln!(
            text,
            "  {}: {state}, from {}",
            plain(&product.slug),
            giver(product)
        );
    }
    if status
        .products
        .iter()
        .any(|product| product.is_ours && product.is_pending)
    {
        text.push_str(
            "  Pending plans are not billed. They wait 14 days for the owner: \"Set Up Jetpack\" in wp-admin.\n",
        );
    }
    text
}

fn giver(product: &ProductStatus) -> &'static str {
    match (product.is_ours, product.is_a_partners) {
        (true, _) => "this partner key",
        (false, true) => "another partner key",
        (false, false) => "the site's owner",
    }
}

/// The status as JSON, in the form of the API's version 1.4.
pub(crate) fn value(site: &Place, status: &SiteStatus) -> Value {
    let products: Vec<Value> = status
        .products
        .iter()
        .map(|product| {
            json!({
                "slug": product.slug,
                "is_provisioned_by_partner": product.is_a_partners,
                "is_provisioned_by_calling_partner": product.is_ours,
                "is_pending": product.is_pending,
            })
        })
        .collect();
    json!({
        "site": site.reference().to_string(),
        "blog": {
            "is_connected": status.is_connected,
            "has_backups_credentials": status.has_backups_credentials,
        },
        "products": products,
    })
}
