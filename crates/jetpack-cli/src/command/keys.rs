//! `jetpack-partner keys new|verify`.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result};
use clap::{Args, Subcommand};
use jetpack_partner::{NewPartnerKey, PartnerKey, Verified};
use serde_json::{Value, json};

use crate::context::Context;
use crate::explain::Purpose;
use crate::output::{Tone, plain};

#[derive(Debug, Args)]
pub(crate) struct KeysArguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Check the partner id and secret.
    Verify,
    /// Make a key below yours, as for a reseller. You pay for what it provisions.
    New(New),
}

#[derive(Debug, Args)]
struct New {
    /// The key's label.
    #[arg(long)]
    name: String,
    /// Where to write the new id and secret, readable by you alone; the file must not exist yet.
    #[arg(long, value_name = "PATH", required_unless_present = "show")]
    out: Option<PathBuf>,
    /// Print the new secret. It is told only once.
    #[arg(long)]
    show: bool,
    /// How many Personal plans it may have at once.
    #[arg(long, value_name = "NUMBER")]
    allowed_personal_plans: Option<u32>,
    /// How many Premium plans it may have at once.
    #[arg(long, value_name = "NUMBER")]
    allowed_premium_plans: Option<u32>,
    /// How many Professional plans it may have at once.
    #[arg(long, value_name = "NUMBER")]
    allowed_professional_plans: Option<u32>,
    /// Free text.
    #[arg(long)]
    notes: Option<String>,
}

impl KeysArguments {
    pub(crate) fn purpose(&self) -> Purpose {
        match self.action {
            Action::Verify => Purpose::Read,
            Action::New(_) => Purpose::NewKey,
        }
    }
}

pub(crate) async fn run(context: &Context, arguments: &KeysArguments) -> Result<ExitCode> {
    match &arguments.action {
        Action::Verify => verify(context).await,
        Action::New(new) => make(context, new).await,
    }
}

async fn verify(context: &Context) -> Result<ExitCode> {
    let verified = context.partner_afresh()?.call().verify().await?;
    let (human, checked) = match verified {
        Verified::Key => ("The key is valid.", "key"),
        Verified::TokenOnly => ("A token was given; the API offers no further check.", "token"),
    };
    let human = context.output.paint(Tone::Good, human);
    context
        .output
        .print(human, &json!({"success": true, "checked": checked}))?;
    Ok(ExitCode::SUCCESS)
}

async fn make(context: &Context, new: &New) -> Result<ExitCode> {
    let partner = context.partner()?;
    // Before the call: a key whose secret cannot be written would be lost.
    let mut file = new.out.as_deref().map(create).transpose()?;
    let request = NewPartnerKey {
        name: new.name.clone(),
        allowed_personal_plans: new.allowed_personal_plans,
        allowed_premium_plans: new.allowed_premium_plans,
        allowed_professional_plans: new.allowed_professional_plans,
        notes: new.notes.clone(),
    };
    let made = match partner.call().new_partner_key(&request).await {
        Ok(made) => made,
        Err(error) => {
            if let Some(path) = &new.out {
                // The empty file would stand in the way of the next attempt.
                let _ = std::fs::remove_file(path);
            }
            return Err(error.into());
        }
    };
    let whole = value(&made, true);
    if let Some(file) = &mut file {
        writeln!(file, "{whole}")
            .and_then(|()| file.sync_all())
            .context("the key is made, but its secret could not be written; make another and ask to have this one revoked")?;
    }
    let mut text = format!(
        "Key {} ({}) is made; its partner id is {}.\n",
        plain(&made.id),
        plain(&made.name),
        plain(&made.credentials.client_id)
    );
    if new.show {
        text.push_str(&format!(
            "Its secret, told only this once: {}\n",
            plain(made.credentials.client_secret.expose())
        ));
    }
    if let Some(path) = &new.out {
        text.push_str(&format!("Id and secret are in {}.\n", path.display()));
    }
    // The secret is told only once: with --quiet it would be lost.
    let output = match new.show {
        true => context.output.aloud(),
        false => context.output,
    };
    output.print(text, &value(&made, new.show))?;
    Ok(ExitCode::SUCCESS)
}

fn create(path: &Path) -> Result<std::fs::File> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .with_context(|| format!("{} cannot be made", path.display()))
}

/// As the API's own answer, whose id is a number and whose limits are texts (partner-api.md §9).
fn value(key: &PartnerKey, with_secret: bool) -> Value {
    let secret = with_secret.then(|| key.credentials.client_secret.expose());
    let limit = |limit: Option<u32>| limit.map(|limit| limit.to_string());
    json!({
        "id": key.id.parse::<u64>().map_or_else(|_| json!(key.id), |id| json!(id)),
        "name": key.name,
        "allowed_personal_plans": limit(key.allowed_personal_plans),
        "allowed_premium_plans": limit(key.allowed_premium_plans),
        "allowed_professional_plans": limit(key.allowed_professional_plans),
        "notes": key.notes,
        "client_id": key.credentials.client_id,
        "client_secret": secret.unwrap_or(jetpack_partner::MASK),
    })
}
