//! `jetpack-partner activations`: what was activated, as billed (partner-api.md §10).

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::{Args, ValueEnum};
use jetpack_partner::{Activation, ActivationFilter, Scale};
use serde_json::{Value, json};

use super::Context;
use crate::output::plain;

#[derive(Debug, Args)]
pub(crate) struct ActivationsArguments {
    /// The partner's number; not needed with --summary.
    #[arg(long, value_name = "NUMBER", required_unless_present = "summary")]
    partner: Option<u64>,
    /// The key's number.
    #[arg(long, value_name = "NUMBER")]
    key: u64,
    /// Count instead of list.
    #[arg(long, value_name = "SCALE")]
    summary: Option<SummaryScale>,
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

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SummaryScale {
    Day,
    Month,
    Year,
}

pub(crate) async fn run(context: &Context, arguments: &ActivationsArguments) -> Result<ExitCode> {
    let (text, value) = match arguments.summary {
        Some(scale) => summary(context, arguments.key, scale).await?,
        None => list(context, arguments).await?,
    };
    context.output.print(text, &value)?;
    Ok(ExitCode::SUCCESS)
}

async fn summary(context: &Context, key: u64, scale: SummaryScale) -> Result<(String, Value)> {
    let (session, reports) = context.reports()?;
    let scale = match scale {
        SummaryScale::Day => Scale::Day,
        SummaryScale::Month => Scale::Month,
        SummaryScale::Year => Scale::Year,
    };
    let counts = reports
        .call(session.deadline())
        .activation_counts(key, scale)
        .await?;
    let mut text = format!("{:<12} {:>8} {:>8}\n", "date", "new", "total");
    for count in &counts {
        text.push_str(&format!(
            "{:<12} {:>8} {:>8}\n",
            plain(&count.date),
            count.new,
            count.total
        ));
    }
    let rows = counts
        .iter()
        .map(|count| json!({"date": count.date, "new": count.new, "total": count.total}));
    Ok((text, rows.collect()))
}

async fn list(context: &Context, arguments: &ActivationsArguments) -> Result<(String, Value)> {
    let partner = arguments.partner.context("--partner is missing")?;
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
        .activations(partner, arguments.key, &filter)
        .await?;
    let mut text = String::new();
    for activation in &page.activations {
        text.push_str(&line(activation));
    }
    text.push_str(&format!("{} of {}\n", page.activations.len(), page.total));
    let rows: Vec<Value> = page.activations.iter().map(row).collect();
    Ok((text, json!({"total": page.total, "activations": rows})))
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
