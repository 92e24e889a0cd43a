//! The command line for people, as clap reads it.

mod generate;

use std::process::ExitCode;

use clap::{FromArgMatches, Parser, Subcommand};

use crate::bridge::BridgeArguments;
use crate::bulk::BulkArguments;
use crate::command;
use crate::context::{Context, Global};
use crate::doctor::DoctorArguments;
use crate::explain::Purpose;
use crate::install::{self, InstallArguments, UninstallArguments, UpgradeArguments};
use crate::output::Output;
use crate::probe::ProbeArguments;

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
    global: Global,
    #[command(subcommand)]
    command: Command,
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
    /// List what was activated, as billed (needs a user's token in JETPACK_PARTNER_USER_TOKEN).
    Activations(command::activations::ActivationsArguments),
    /// Get an access token.
    Token(command::token::TokenArguments),
    /// Add a way back to your pages to a next_url.
    NextUrl(command::next_url::NextUrlArguments),
    /// Check this machine, the network, the credentials, and a site.
    Doctor(DoctorArguments),
    /// Ask the API what its documents leave open, best with a test key.
    Probe(ProbeArguments),
    /// Work on many sites from a file.
    Bulk(BulkArguments),
    /// Install the package in which this program lies: the module into WHMCS, the extension into PHP.
    Install(InstallArguments),
    /// Bring what was installed to the version of the package in which this program lies.
    Upgrade(UpgradeArguments),
    /// Remove what was installed.
    Uninstall(UninstallArguments),
    /// Answer the WHMCS module's questions, where PHP cannot load the extension.
    Bridge(BridgeArguments),
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
            Self::Activations(_) => Purpose::Report,
            _ => Purpose::Read,
        }
    }
}

/// The bridge alone, without the tree of all other commands.
#[derive(Debug, Parser)]
#[command(name = "jetpack-partner bridge")]
struct Bridge {
    #[command(flatten)]
    arguments: BridgeArguments,
}

impl Bridge {
    /// As PHP starts it, once a request and while somebody waits: to make that tree takes as long as all the rest of the start.
    fn as_php_starts_it() -> Option<Self> {
        let begins = std::env::args_os().skip(1).take(2).eq(["bridge", "--guarded"]);
        begins.then(|| Self::parse_from(std::env::args_os().skip(1)))
    }
}

/// Reads the arguments and does what they say.
pub(crate) fn run() -> ExitCode {
    if let Some(bridge) = Bridge::as_php_starts_it() {
        let output = Output::new(false, false);
        return complete(output, Purpose::Read, crate::bridge::run(&bridge.arguments));
    }
    let arguments = match Arguments::from_arg_matches(&generate::whole().get_matches()) {
        Ok(arguments) => arguments,
        Err(error) => error.exit(),
    };
    let output = Output::new(arguments.global.json, arguments.global.quiet);
    let purpose = arguments.command.purpose();
    complete(output, purpose, perform(arguments, output))
}

fn complete(
    output: Output,
    purpose: Purpose,
    work: impl Future<Output = anyhow::Result<ExitCode>>,
) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = match runtime {
        Ok(runtime) => {
            let result = runtime.block_on(work);
            // A name that is still looked up must not hold the end up.
            runtime.shutdown_background();
            result
        }
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
        Command::Token(arguments) => command::token::run(&context, &arguments).await,
        Command::NextUrl(arguments) => command::next_url::run(&context, &arguments),
        Command::Doctor(arguments) => crate::doctor::run(&context, &arguments).await,
        Command::Bridge(arguments) => crate::bridge::run(&arguments).await,
        Command::Probe(arguments) => crate::probe::run(&context, &arguments).await,
        Command::Bulk(arguments) => crate::bulk::run(&context, &arguments).await,
        Command::Install(arguments) => install::install(&context, &arguments).await,
        Command::Upgrade(arguments) => install::upgrade(&context, &arguments).await,
        Command::Uninstall(arguments) => install::uninstall(&context, &arguments).await,
        Command::Completions { shell } => generate::completions(shell),
        Command::Man => generate::man(),
    }
}
