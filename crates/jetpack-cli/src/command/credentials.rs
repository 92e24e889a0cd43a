//! `jetpack-partner credentials ssh|ftp SITE`: access for backups, after provisioning
//! (partner-api.md §8).

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use clap::{Args, Subcommand};
use jetpack_partner::{BlogId, Call, FtpAccess, Secret, SshAccess};
use serde_json::json;

use crate::context::Context;
use crate::exit::usage;
use crate::place::Place;
use crate::secret_input;
use crate::session::variable;

#[derive(Debug, Args)]
pub(crate) struct CredentialsArguments {
    #[command(subcommand)]
    kind: Kind,
}

#[derive(Debug, Subcommand)]
enum Kind {
    /// Store access by SSH; the password comes from JETPACK_PARTNER_SSH_PASS or a file.
    Ssh {
        #[command(flatten)]
        server: Server,
        /// A file that holds the private key.
        #[arg(long, value_name = "PATH", conflicts_with = "password_file")]
        private_key: Option<PathBuf>,
    },
    /// Store access by FTP; the password comes from JETPACK_PARTNER_FTP_PASS or a file.
    Ftp {
        #[command(flatten)]
        server: Server,
    },
}

#[derive(Debug, Args)]
struct Server {
    /// The site's address or blog id.
    site: Place,
    /// The server's user.
    #[arg(long)]
    user: String,
    /// The server; the site's domain if not given.
    #[arg(long)]
    host: Option<String>,
    /// The port; 22 or 21 if not given.
    #[arg(long)]
    port: Option<u16>,
    /// A file that holds the password; - is standard input.
    #[arg(long, value_name = "PATH")]
    password_file: Option<PathBuf>,
}

pub(crate) async fn run(context: &Context, arguments: &CredentialsArguments) -> Result<ExitCode> {
    let partner = context.partner()?;
    let mut call = partner.call();
    let (name, stored) = match &arguments.kind {
        Kind::Ssh { server, private_key } => {
            let key = private_key.as_deref().map(secret_input::key_from).transpose()?;
            let password = match key {
                Some(_) => None,
                None => server.password("JETPACK_PARTNER_SSH_PASS")?,
            };
            let access = SshAccess::from_parts(
                Some(server.user.clone()),
                password,
                key,
                server.host(),
                server.port,
            )
            .map_err(|reason| {
                usage(format!(
                    "set JETPACK_PARTNER_SSH_PASS, or give --password-file or --private-key: {reason}"
                ))
            })?
            .ok_or_else(|| usage("--user is missing"))?;
            let blog = server.blog(&mut call).await?;
            ("SSH", call.set_ssh_access(blog, &access).await?)
        }
        Kind::Ftp { server } => {
            let password = server.password("JETPACK_PARTNER_FTP_PASS")?;
            let access =
                FtpAccess::from_parts(Some(server.user.clone()), password, server.host(), server.port)?
                    .context("--user is missing")?;
            let blog = server.blog(&mut call).await?;
            ("FTP", call.set_ftp_access(blog, &access).await?)
        }
    };
    if !stored {
        bail!("the API did not store the {name} access and gave no reason; check user, password and host");
    }
    let human = format!("The {name} access is stored.");
    context.output.print(human, &json!({"success": true}))?;
    Ok(ExitCode::SUCCESS)
}

impl Server {
    fn password(&self, name: &str) -> Result<Option<Secret>> {
        match &self.password_file {
            Some(path) => secret_input::line_from(path).map(Some).context("--password-file"),
            None => Ok(variable(name).map(Secret::new)),
        }
    }

    /// The API wants a host here (partner-api.md §8), though not when provisioning.
    fn host(&self) -> Option<String> {
        let from_site = || match &self.site {
            Place::Site(site) => {
                let address = site.to_string();
                let host = address.split("://").nth(1)?.split(['/', ':']).next()?;
                Some(host.to_owned())
            }
            Place::Blog(_) => None,
        };
        self.host.clone().or_else(from_site)
    }

    /// Only the number is documented for this endpoint; the site lookup tells it.
    async fn blog(&self, call: &mut Call<'_>) -> Result<BlogId> {
        match &self.site {
            Place::Blog(_) if self.host.is_none() => {
                Err(usage("give --host: it cannot be told from a blog id"))
            }
            Place::Blog(blog) => Ok(*blog),
            Place::Site(site) => {
                let found = call.look_up_site(&site.identifier()).await.context(
                    "the site's blog id could not be looked up; give the blog id instead of the address",
                )?;
                Ok(found.blog_id)
            }
        }
    }
}
