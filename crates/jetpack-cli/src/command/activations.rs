//! `jetpack-partner activations`: what was activated, as billed (partner-api.md §10).

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;
use jetpack_partner::{Activation, ActivationFilter};
use serde_json::{Value, json};

use crate::context::Context;
use crate::output::plain;

const TOKEN_HELP: &str = "\
JETPACK_PARTNER_USER_TOKEN must hold the token of a WordPress.com user who belongs to the partner account (scope
\"global\"); the partner's own key is of no use here.";

#[derive(Debug, Args)]
#[command(after_help = TOKEN_HELP)]
pub(crate) struct ActivationsArguments {
    /// The partner's number.
    #[arg(long, value_name = "NUMBER")]
    partner: u64,
    /// The key's number.
    #[arg(long, value_name = "NUMBER")]
    key: u64,
    /// The page, from 1.
    #[arg(long)]
    page: Option<u32>,
    /// Rows of a page.
    #[arg(long, value_name = "ROWS")]
    per_page: Option<u32>,
    /// Only this plan; may be given several times.
    #[arg(long = "plan", value_name = "SLUG")]
    plans: Vec<String>,
    /// Only what was activated after this date.
    #[arg(long, value_name = "DATE")]
    after: Option<String>,
    /// Only what was activated before this date.
    #[arg(long, value_name = "DATE")]
    before: Option<String>,
}

pub(crate) async fn run(context: &Context, arguments: &ActivationsArguments) -> Result<ExitCode> {
    let filter = ActivationFilter {
        page: arguments.page,
        per_page: arguments.per_page,
        plans: arguments.plans.clone(),
        activated_after: arguments.after.clone(),
        activated_before: arguments.before.clone(),
    };
    let (session, reports) = context.reports()?;
    let page = reports
        .call(session.deadline())
        .activations(arguments.partner, arguments.key, &filter)
        .await?;
    let mut text = String::new();
    for activation in &page.activations {
        text.push_str(&line(activation));
    }
    text.push_str(&format!("{} of {}\n", page.activations.len(), page.total));
    let rows: Vec<Value> = page.activations.iter().map(row).collect();
    let value = json!({"total": page.total, "activations": rows});
    context.output.print(text, &value)?;
    Ok(ExitCode::SUCCESS)
}

fn line(activation: &Activation) -> String {
    let shown = |text: &Option<String>| text.as_deref().map_or_else(|| "-".to_owned(), plain);
    let cancelled = match &activation.cancelled_on {
        Some(date) => format!(", cancelled {}", plain(date)),
        None => String::new(),
    };
    format!(
        "{:<10} {:<40} blog {:<10} product {:<8} activated {}{cancelled}\n",
        plain(&activation.id),
        shown(&activation.site_url),
        shown(&activation.blog_id),
        shown(&activation.product_id),
        shown(&activation.activated_on),
    )
}

fn row(activation: &Activation) -> Value {
    json!({
        "id": activation.id,
        "wpcom_blog_id": activation.blog_id,
        "site_url": activation.site_url,
        "product_id": activation.product_id,
        "created_on": activation.created_on,
        "activated_on": activation.activated_on,
        "cancelled_on": activation.cancelled_on,
    })
}
