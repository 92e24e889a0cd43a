//! What every command works with: the options that all of them take, and what follows from them.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;
use jetpack_partner::{Credentials, Proxy, Reports, Secret};

use crate::exit::usage;
use crate::output::Output;
use crate::partner::Partner;
use crate::secret_input;
use crate::session::{Session, variable};

/// What every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Global options")]
pub(crate) struct Global {
    /// The partner id.
    #[arg(long, global = true, env = "JETPACK_PARTNER_ID", value_name = "ID")]
    partner_id: Option<String>,
    /// A file that holds the partner secret; - is standard input.
    #[arg(long, global = true, value_name = "PATH")]
    partner_secret_file: Option<PathBuf>,
    /// The API's address [env: JETPACK_PARTNER_API_URL, or JETPACK_START_API_HOST for a bare host].
    #[arg(long, global = true, value_name = "URL")]
    api_url: Option<String>,
    /// A PEM file with the CAs to believe, instead of the machine's [env: JETPACK_PARTNER_CA_FILE].
    #[arg(long, global = true, value_name = "PATH")]
    ca_file: Option<PathBuf>,
    /// A file in which the access token is kept between calls, readable by you alone; it is made if it is not there.
    #[arg(long, global = true, env = "JETPACK_PARTNER_TOKEN_FILE", value_name = "PATH")]
    token_file: Option<PathBuf>,
    /// Longest wait for a whole call, in seconds.
    #[arg(long, global = true, value_name = "SECONDS")]
    timeout: Option<f64>,
    /// Print JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Print nothing but errors; the exit code tells.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// The options, and how to print.
#[derive(Debug)]
pub(crate) struct Context {
    global: Global,
    pub(crate) output: Output,
}
impl Context {
    pub(crate) fn new(global: Global, output: Output) -> Self {
        Self { global, output }
    }

    /// The API's address, trust and time limit.
    pub(crate) fn session(&self) -> Result<Session> {
        let ca_file = self
            .global
            .ca_file
            .as_deref()
            .filter(|file| !file.as_os_str().is_empty());
        Session::new(self.global.api_url.as_deref(), ca_file, self.global.timeout)
    }

    /// What of it an installation writes into PHP's settings: only what was given as an option, and is right.
    pub(crate) fn written_settings(&self) -> Result<Vec<(String, String)>> {
        let session = self.session()?;
        let mut settings = Vec::new();
        if self.global.api_url.is_some() {
            settings.push(("api_url".to_owned(), session.api.to_string()));
        }
        if let Some(file) = &self.global.ca_file {
            let file = file.canonicalize().unwrap_or_else(|_| file.clone());
            let file = file.to_str().filter(|file| !file.contains(['"', '\n', ';']));
            let file =
                file.ok_or_else(|| usage("the CA file's name cannot stand in an ini file; give it another"))?;
            settings.push(("ca_file".to_owned(), file.to_owned()));
        }
        Ok(settings)
    }

    /// Whether any part of a partner's key is given.
    pub(crate) fn names_a_key(&self) -> bool {
        self.global.partner_id.is_some() || self.names_a_secret()
    }

    /// The partner's key.
    pub(crate) fn credentials(&self) -> Result<Credentials> {
        let client_id = self.global.partner_id.clone().filter(|id| !id.is_empty());
        let client_id = client_id
            .ok_or_else(|| usage("the partner id is missing: set JETPACK_PARTNER_ID or give --partner-id"))?;
        let client_secret = match &self.global.partner_secret_file {
            Some(path) => secret_input::line_from(path)?,
            None => variable("JETPACK_PARTNER_SECRET").map(Secret::new).ok_or_else(|| {
                usage("the partner secret is missing: set JETPACK_PARTNER_SECRET or give --partner-secret-file")
            })?,
        };
        Ok(Credentials {
            client_id,
            client_secret: secret_input::long_enough(client_secret, "the partner secret")?,
        })
    }

    /// Whether a partner secret is given at all.
    pub(crate) fn names_a_secret(&self) -> bool {
        self.global.partner_secret_file.is_some() || variable("JETPACK_PARTNER_SECRET").is_some()
    }

    /// A client with the partner's key.
    pub(crate) fn partner(&self) -> Result<Partner> {
        Partner::new(
            self.session()?,
            self.credentials()?,
            self.global.token_file.as_deref(),
        )
    }

    /// The same, with a token that the secret was good for just now.
    pub(crate) fn partner_afresh(&self) -> Result<Partner> {
        Partner::afresh(
            self.session()?,
            self.credentials()?,
            self.global.token_file.as_deref(),
        )
    }

    /// A client for what the API tells anyone.
    pub(crate) fn nobody(&self) -> Result<Partner> {
        let nobody = Credentials {
            client_id: String::new(),
            client_secret: Secret::new(String::new()),
        };
        Partner::new(self.session()?, nobody, None)
    }

    /// A client of the reporting endpoints, which want a WordPress.com user's token
    /// (partner-api.md §10).
    pub(crate) fn reports(&self) -> Result<(Session, Reports)> {
        let session = self.session()?;
        let token = variable("JETPACK_PARTNER_USER_TOKEN").map(Secret::new).ok_or_else(|| {
            usage(
                "the user's token is missing: reports need the token of a WordPress.com user who belongs to the partner \
                 account (scope \"global\"); set JETPACK_PARTNER_USER_TOKEN",
            )
        })?;
        let token = secret_input::long_enough(token, "the user's token")?;
        let reports = Reports::new(session.api.clone(), &session.trust, &Proxy::Environment, token)?;
        Ok((session, reports))
    }
}
