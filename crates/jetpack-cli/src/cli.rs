//! The command line for people, as clap reads it.

mod generate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, FromArgMatches, Parser, Subcommand};

use crate::bulk::BulkArguments;
use crate::command::{self, Context};
use crate::doctor::DoctorArguments;
use crate::explain::Purpose;
use crate::migrate::MigrateArguments;
use crate::output::Output;

/// `--version`, with the commit it was built from.
const VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    " (",
    env!("JETPACK_PARTNER_COMMIT"),
    ")"
);

const SECRET_HELP: &str = "\
The partner secret is taken from the environment variable JETPACK_PARTNER_SECRET or from a file, never from an
argument, which anyone could see in the process list. \"provision\" and \"cancel\" take the flags of the Jetpack
plugin's scripts partner-provision.sh and partner-cancel.sh; see \"jetpack-partner provision --help\".";

/// Sells and looks after Jetpack plans through the Jetpack Partner API.
#[derive(Debug, Parser)]
#[command(name = "jetpack-partner", version = VERSION, after_help = SECRET_HELP, subcommand_required = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// The partner id.
    #[arg(long, global = true, env = "JETPACK_PARTNER_ID", value_name = "ID")]
    pub(crate) partner_id: Option<String>,
    /// A file that holds the partner secret; - is standard input.
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) partner_secret_file: Option<PathBuf>,
    /// The API's address [env: JETPACK_PARTNER_API_URL, or JETPACK_START_API_HOST for a bare host].
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) api_url: Option<String>,
    /// A PEM file with the CAs to believe, instead of the machine's.
    #[arg(long, global = true, env = "JETPACK_PARTNER_CA_FILE", value_name = "PATH")]
    pub(crate) ca_file: Option<PathBuf>,
    /// Longest wait for a whole call, in seconds.
    #[arg(long, global = true, value_name = "SECONDS")]
    pub(crate) timeout: Option<f64>,
    /// Print JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Print nothing but errors; the exit code tells.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Provision a plan, with the flags of partner-provision.sh.
    #[command(disable_help_flag = true)]
    Provision,
    /// Cancel a plan, with the flags of partner-cancel.sh.
    #[command(disable_help_flag = true)]
    Cancel,
    /// Show which plans a site has.
    Status(command::status::StatusArguments),
    /// Show which plans may be added to a site now.
    UpgradePaths(command::upgrade_paths::UpgradePathsArguments),
    /// Store the access that backups need.
    Credentials(command::credentials::CredentialsArguments),
    /// Make or check partner keys.
    Keys(command::keys::KeysArguments),
    /// Explain the API's error codes.
    Errors(command::errors::ErrorsArguments),
    /// List or count what was activated (needs a user's token).
    Activations(command::activations::ActivationsArguments),
    /// Show invoices (needs a user's token).
    Invoices(command::invoices::InvoicesArguments),
    /// Get an access token.
    Token(command::token::TokenArguments),
    /// Add a way back to your pages to a next_url.
    NextUrl(command::next_url::NextUrlArguments),
    /// Say what has to change to move from version 1.2 of the API to 1.3.
    MigrateCheck(MigrateArguments),
    /// Check this machine, the network and the credentials.
    Doctor(DoctorArguments),
    /// Work on many sites from a file.
    Bulk(BulkArguments),
    /// Write a completion script.
    Completions {
        /// For which shell.
        shell: clap_complete::Shell,
    },
    /// Write the man page.
    Man,
}

impl Command {
    fn purpose(&self) -> Purpose {
        match self {
            Self::Provision | Self::Cancel | Self::Credentials(_) | Self::Bulk(_) => Purpose::Change,
            Self::Keys(arguments) => arguments.purpose(),
            Self::Activations(_) | Self::Invoices(_) => Purpose::Report,
            _ => Purpose::Read,
        }
    }
}

/// Reads the arguments and does what they say.
pub(crate) fn run() -> ExitCode {
    let arguments = match Arguments::from_arg_matches(&generate::whole().get_matches()) {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    let output = Output::new(arguments.global.json, arguments.global.quiet);
    let purpose = arguments.command.purpose();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = match runtime {
        Ok(runtime) => runtime.block_on(perform(arguments, output)),
        Err(error) => Err(error.into()),
    };
    match result {
        Ok(code) => code,
        Err(error) => output.error(&error, purpose),
    }
}

async fn perform(arguments: Arguments, output: Output) -> anyhow::Result<ExitCode> {
    let context = Context::new(arguments.global, output);
    match arguments.command {
        // Never reached with flags of their own: main hands those to the drop-in.
        Command::Provision | Command::Cancel => {
            anyhow::bail!("write the command first: jetpack-partner provision --partner_id=...")
        }
        Command::Status(arguments) => command::status::run(&context, &arguments).await,
        Command::UpgradePaths(arguments) => command::upgrade_paths::run(&context, &arguments).await,
        Command::Credentials(arguments) => command::credentials::run(&context, &arguments).await,
        Command::Keys(arguments) => command::keys::run(&context, &arguments).await,
        Command::Errors(arguments) => command::errors::run(&context, &arguments).await,
        Command::Activations(arguments) => command::activations::run(&context, &arguments).await,
        Command::Invoices(arguments) => command::invoices::run(&context, &arguments).await,
        Command::Token(arguments) => command::token::run(&context, &arguments).await,
        Command::NextUrl(arguments) => command::next_url::run(&context, &arguments),
        Command::MigrateCheck(arguments) => crate::migrate::run(&context, &arguments).await,
        Command::Doctor(arguments) => crate::doctor::run(&context, &arguments).await,
        Command::Bulk(arguments) => crate::bulk::run(&context, &arguments).await,
        Command::Completions { shell } => generate::completions(shell),
        Command::Man => generate::man(),
    }
}
