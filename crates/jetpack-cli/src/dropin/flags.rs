//! The scripts' flags (partner-api.md §14.1, §15). Where documents disagree on a spelling, both are
//! taken; those below the line in each help text are ours. Only `--name=value` and `-x=value` are read,
//! as in the scripts, of several values the last counts, and an empty one is as good as none.

use std::fmt::Display;
use std::str::FromStr;

use clap::{ArgAction, Args, Command, CommandFactory, Parser};
use jetpack_partner::{Plan, SiteUrl};

use crate::place::Place;
use crate::truth::truth;

/// The flags of `partner-provision.sh`.
#[derive(Debug, Clone, Parser)]
#[command(
    name = "partner-provision.sh",
    about = "Provision a plan, with the flags of partner-provision.sh"
)]
pub(crate) struct Provision {
    #[command(flatten)]
    pub(crate) key: Key,
    /// Login, e-mail address or id of a user of the site (required)
    #[arg(long, visible_alias = "user_id", short = 'i')]
    pub(crate) user: Given<String>,
    /// Plan or product, such as premium
    #[arg(long, short, value_name = "SLUG")]
    pub(crate) plan: Given<Plan>,
    /// Address of the site's core files, with https:// (required: no WP-CLI is asked for it)
    #[arg(long, short)]
    pub(crate) url: Given<SiteUrl>,
    /// WordPress.com user to connect at once (certain keys only)
    #[arg(long = "wpcom_user_id", short, value_name = "NUMBER")]
    pub(crate) wpcom_user_id: Given<u64>,
    /// Accepted without effect: the API removed it in 2018
    #[arg(long = "wpcom_user_email", short = 'e', value_name = "EMAIL")]
    wpcom_user_email: Option<String>,
    /// Send the owner through the wizard
    #[arg(long, short, value_name = "1|0")]
    pub(crate) onboarding: Given<Truth>,
    /// Register the site anew
    #[arg(long = "force_register", value_name = "1|0")]
    pub(crate) force_register: Given<Truth>,
    /// Connect the user anew
    #[arg(long = "force_connect", value_name = "1|0")]
    pub(crate) force_connect: Given<Truth>,
    /// SSH server; from --url if not given
    #[arg(long, value_name = "HOST")]
    pub(crate) ssh_host: Given<String>,
    /// SSH user, for backups
    #[arg(long, value_name = "USER")]
    pub(crate) ssh_user: Given<String>,
    /// SSH password (else from JETPACK_PARTNER_SSH_PASS)
    #[arg(long, value_name = "PASSWORD")]
    pub(crate) ssh_pass: Given<String>,
    /// SSH port (22)
    #[arg(long, value_name = "PORT")]
    pub(crate) ssh_port: Given<u16>,
    /// File that holds the SSH private key
    #[arg(long, value_name = "PATH")]
    pub(crate) ssh_private_key: Given<String>,
    /// FTP server; from --url if not given
    #[arg(long, value_name = "HOST")]
    pub(crate) ftp_host: Given<String>,
    /// FTP user, for backups
    #[arg(long, value_name = "USER")]
    pub(crate) ftp_user: Given<String>,
    /// FTP password (else from JETPACK_PARTNER_FTP_PASS)
    #[arg(long, value_name = "PASSWORD")]
    pub(crate) ftp_pass: Given<String>,
    /// FTP port (21)
    #[arg(long, value_name = "PORT")]
    pub(crate) ftp_port: Given<u16>,
    /// Print the user's access_token, if the API sends one, instead of hiding it
    #[arg(long)]
    pub(crate) show_access_token: bool,
}

/// The flags of `partner-cancel.sh`, and `--plan` and `--cancel-all`, without which a stand-alone
/// product cannot be cancelled (partner-api.md §5.2, §15).
#[derive(Debug, Clone, Parser)]
#[command(
    name = "partner-cancel.sh",
    about = "Cancel a plan, with the flags of partner-cancel.sh"
)]
pub(crate) struct Cancel {
    #[command(flatten)]
    pub(crate) key: Key,
    /// Address of the site as it was provisioned, or its blog id (required)
    #[arg(long, short)]
    pub(crate) url: Given<Place>,
    /// Product to cancel; needed for backup, scan and anti-spam
    #[arg(long, short, value_name = "SLUG")]
    pub(crate) plan: Given<Plan>,
    /// Cancel everything that this partner provisioned on the site
    #[arg(long)]
    pub(crate) cancel_all: bool,
}

/// What both scripts take.
#[derive(Debug, Clone, Args)]
pub(crate) struct Key {
    /// Partner id (required; else from JETPACK_PARTNER_ID)
    #[arg(
        long = "partner_id",
        visible_alias = "partner-id",
        short = 'c',
        value_name = "ID"
    )]
    pub(crate) partner_id: Given<String>,
    /// Partner secret (required; "-" reads standard input; else from JETPACK_PARTNER_SECRET, which the process list
    /// never shows)
    #[arg(
        long = "partner_secret",
        visible_alias = "partner-secret",
        short = 's',
        value_name = "SECRET"
    )]
    pub(crate) partner_secret: Given<String>,
    /// File that holds the partner secret
    #[arg(
        long = "partner-secret-file",
        visible_alias = "partner_secret_file",
        value_name = "PATH"
    )]
    pub(crate) partner_secret_file: Given<String>,
    /// Your own id of the site, for WordPress.com's logs
    #[arg(
        long = "partner-tracking-id",
        visible_alias = "partner_tracking_id",
        value_name = "ID"
    )]
    pub(crate) tracking_id: Given<String>,
    /// Accepted and not needed: no WP-CLI is called
    #[arg(long, value_name = "PATH")]
    wp_cli_path: Option<String>,
    /// Accepted and not needed: no WP-CLI is called
    #[arg(long)]
    allow_root: bool,
    /// Longest wait for the whole call (60)
    #[arg(long, value_name = "SECONDS")]
    pub(crate) timeout: Given<f64>,
    /// This text
    #[arg(long, short, action = ArgAction::Help)]
    help: Option<bool>,
}

const AFTER_HELP: &str = "\
Stands in for the Jetpack plugin's script: JSON on standard output, exit code 0 when it says success, else 1.
The API's address can be set with JETPACK_START_API_HOST (a bare host) or JETPACK_PARTNER_API_URL, the CAs to believe
with JETPACK_PARTNER_CA_FILE, and a file in which the access token is kept between calls with
JETPACK_PARTNER_TOKEN_FILE.
A secret in a flag can be seen in the process list for a moment; in the environment or a file it cannot.";

/// A script's flags for clap, in the scripts' way.
pub(crate) fn command<T: CommandFactory>() -> Command {
    let command = T::command()
        .no_binary_name(true)
        .args_override_self(true)
        .disable_help_flag(true)
        .after_help(AFTER_HELP);
    command.mut_args(|arg| match arg.get_action() {
        ArgAction::Set => arg
            .require_equals(true)
            .required(false)
            .default_value("")
            .hide_default_value(true),
        _ => arg,
    })
}

/// A flag's value, if it is not empty.
#[derive(Debug, Clone)]
pub(crate) struct Given<T>(Option<T>);

impl<T> Given<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        self.0.as_ref()
    }
}

impl<T: FromStr<Err: Display>> FromStr for Given<T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "" => Ok(Self(None)),
            text => text
                .parse()
                .map(|value| Self(Some(value)))
                .map_err(|error: T::Err| error.to_string()),
        }
    }
}

/// A switch with a value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Truth(bool);

impl Given<Truth> {
    pub(crate) fn is_on(&self) -> bool {
        self.0.is_some_and(|Truth(on)| on)
    }
}

impl FromStr for Truth {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        truth(text).map(Self).ok_or("it must be 1 or 0")
    }
}
