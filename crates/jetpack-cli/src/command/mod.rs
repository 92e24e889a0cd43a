//! Commands for people, one file each: ask, then print for people or as JSON.

pub(crate) mod activations;
pub(crate) mod credentials;
pub(crate) mod errors;
pub(crate) mod invoices;
pub(crate) mod keys;
pub(crate) mod next_url;
pub(crate) mod status;
pub(crate) mod token;
pub(crate) mod upgrade_paths;

use anyhow::{Context as _, Result};
use jetpack_partner::{Client, Credentials, Proxy, Reports, Secret};

use crate::cli::Global;
use crate::output::Output;
use crate::secret_input;
use crate::session::{Session, variable};

/// What every command works with.
#[derive(Debug)]
pub(crate) struct Context {
    global: Global,
    /// How to print.
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

    /// The partner's key.
    pub(crate) fn credentials(&self) -> Result<Credentials> {
        let client_id = self.global.partner_id.clone().filter(|id| !id.is_empty());
        let client_id =
            client_id.context("the partner id is missing: set JETPACK_PARTNER_ID or give --partner-id")?;
        let client_secret = match &self.global.partner_secret_file {
            Some(path) => secret_input::line_from(path).context("--partner-secret-file")?,
            None => variable("JETPACK_PARTNER_SECRET").map(Secret::new).context(
                "the partner secret is missing: set JETPACK_PARTNER_SECRET or give --partner-secret-file",
            )?,
        };
        Ok(Credentials {
            client_id,
            client_secret,
        })
    }

    /// A client with the partner's key.
    pub(crate) fn client(&self) -> Result<(Session, Client)> {
        let session = self.session()?;
        let client = session.client(self.credentials()?)?;
        Ok((session, client))
    }

    /// A client for what the API tells anyone.
    pub(crate) fn open_client(&self) -> Result<(Session, Client)> {
        let session = self.session()?;
        let nobody = Credentials {
            client_id: String::new(),
            client_secret: Secret::new(String::new()),
        };
        let client = session.client(nobody)?;
        Ok((session, client))
    }

    /// A client of the reporting endpoints, which want a WordPress.com user's token
    /// (partner-api.md §10).
    pub(crate) fn reports(&self) -> Result<(Session, Reports)> {
        let session = self.session()?;
        let token = variable("JETPACK_PARTNER_USER_TOKEN").context(
            "the user's token is missing: reports need the token of a WordPress.com user who belongs to the partner \
             account (scope \"global\"); set JETPACK_PARTNER_USER_TOKEN",
        )?;
        let reports = Reports::new(
            session.api.clone(),
            &session.trust,
            &Proxy::Environment,
            Secret::new(token),
        )?;
        Ok((session, reports))
    }
}
