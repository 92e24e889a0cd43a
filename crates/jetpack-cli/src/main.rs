//! `jetpack-partner`: asks the Partner API from the command line.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use jetpack_partner::{ApiUrl, Client, Credentials, Deadline, Secret, SiteUrl, Trust, Verified};

/// Official clients wait this long for an answer (partner-api.md §1).
const DEADLINE: Duration = Duration::from_secs(60);

/// Asks the Jetpack Partner API.
///
/// The partner secret is taken from the environment only: arguments can be seen in the process list.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The partner id.
    #[arg(long, env = "JETPACK_PARTNER_ID")]
    partner_id: String,
    /// The API's address.
    #[arg(long, env = "JETPACK_PARTNER_API_URL", default_value_t)]
    api_url: ApiUrl,
    /// A PEM file with the CAs to believe, instead of the machine's.
    #[arg(long, env = "JETPACK_PARTNER_CA_FILE")]
    ca_file: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks the partner id and secret.
    Verify,
    /// Shows which plans a site has.
    Status {
        /// The site's address.
        site: SiteUrl,
    },
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let secret = std::env::var("JETPACK_PARTNER_SECRET")
        .context("set the environment variable JETPACK_PARTNER_SECRET to the partner secret")?;
    let credentials = Credentials {
        client_id: arguments.partner_id,
        client_secret: Secret::new(secret),
    };
    let trust = trust(arguments.ca_file.as_deref())?;
    let client = Client::new(arguments.api_url, &trust, credentials)?;
    let mut call = client.call(Deadline::after(DEADLINE));
    match arguments.command {
        Command::Verify => match call.verify().await? {
            Verified::Key => println!("The key is valid."),
            Verified::TokenOnly => println!("A token was given; the API offers no further check."),
        },
        Command::Status { site } => {
            let status = call.status(&(&site).into()).await?;
            println!("connected: {}", if status.is_connected { "yes" } else { "no" });
            for product in status.products {
                let state = if product.is_pending { "pending" } else { "active" };
                let by = if product.is_ours {
                    "this key"
                } else {
                    "someone else"
                };
                println!("{}: {state}, by {by}", product.slug);
            }
        }
    }
    Ok(())
}

fn trust(ca_file: Option<&Path>) -> Result<Trust> {
    match ca_file {
        Some(file) => Trust::from_ca_file(file).with_context(|| format!("the CA file {}", file.display())),
        None => Ok(Trust::System),
    }
}
