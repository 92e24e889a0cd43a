//! `jetpack-sandbox trigger`: lets something happen in a sandbox that runs.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand};
use reqwest::{Certificate, Client, StatusCode};
use serde_json::Value;
use url::Url;

use crate::DEFAULT_ADDRESS;

#[derive(Args)]
pub(crate) struct Trigger {
    #[command(subcommand)]
    event: Event,

    /// Where the sandbox is; else where it listens by default.
    #[arg(long, global = true, value_name = "URL", env = "JETPACK_PARTNER_API_URL")]
    url: Option<String>,

    /// Trust this authority (PEM), which `--tls-ca` of the sandbox has written.
    #[arg(long, global = true, value_name = "PATH")]
    ca_file: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Event {
    /// The owner connects a site; what is pending on it becomes active.
    Connected {
        /// Its address, `host::path`, or blog id.
        site: String,
    },
    /// What is pending on a site has waited for too long, and ends.
    Lapse {
        /// Its address, `host::path`, or blog id.
        site: String,
    },
    /// Everything is forgotten: sites, tokens, faults, requests.
    Reset,
}

/// Tells the sandbox, and says what happened.
pub(crate) async fn run(trigger: &Trigger) -> Result<()> {
    // An empty variable is none.
    let url = trigger.url.clone().filter(|url| !url.is_empty());
    let url = url.unwrap_or_else(|| format!("http://{DEFAULT_ADDRESS}"));
    let base = Url::parse(&url).with_context(|| format!("\"{url}\" is no address"))?;
    let sandbox = Sandbox::at(base, trigger.ca_file.as_deref())?;
    let happened = match &trigger.event {
        Event::Connected { site } => {
            let site = identifier(site);
            sandbox.post(&["sites", &site, "connect"]).await?;
            format!("{site} is connected.")
        }
        Event::Lapse { site } => {
            let site = identifier(site);
            let answer = sandbox.post(&["sites", &site, "lapse"]).await?;
            match answer["lapsed"].as_u64() {
                Some(0) => format!("Nothing was pending on {site}."),
                _ => format!("What was pending on {site} has lapsed."),
            }
        }
        Event::Reset => {
            sandbox.post(&["reset"]).await?;
            format!("The sandbox at {} is as new.", sandbox.base)
        }
    };
    Ok(writeln!(std::io::stdout(), "{happened}")?)
}

/// `https://example.com/demo/` is `example.com::demo` in a path (partner-api.md §5.1).
fn identifier(site: &str) -> String {
    let address = site.split_once("://").map_or(site, |(_, address)| address);
    address.trim_end_matches('/').replace('/', "::")
}

struct Sandbox {
    base: Url,
    client: Client,
}

impl Sandbox {
    fn at(base: Url, ca_file: Option<&Path>) -> Result<Self> {
        rustls::crypto::ring::default_provider().install_default().ok();
        // A sandbox is near: a proxy of the environment would only lead astray.
        let mut client = Client::builder().no_proxy();
        if let Some(file) = ca_file {
            let pem = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
            let ca = Certificate::from_pem(&pem)
                .with_context(|| format!("{} holds no certificate", file.display()))?;
            client = client.tls_certs_only([ca]);
        }
        Ok(Self {
            base,
            client: client.build()?,
        })
    }

    async fn post(&self, path: &[&str]) -> Result<Value> {
        let mut url = self.base.clone();
        match url.path_segments_mut() {
            Ok(mut segments) => segments.pop_if_empty().push("_sandbox").extend(path),
            Err(()) => bail!("{} is no http address", self.base),
        };
        let answer = self.client.post(url).send().await.with_context(|| {
            format!(
                "no sandbox answers at {}; start one or name it with --url",
                self.base
            )
        })?;
        let status = answer.status();
        let said = answer.json::<Value>().await.unwrap_or_default();
        match (status, said["error"].as_str()) {
            (StatusCode::OK, _) if said.is_object() => Ok(said),
            (_, Some(problem)) => bail!("{problem}"),
            _ => bail!("{} is no sandbox: it answered {status}", self.base),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::identifier;

    #[test]
    fn a_site_may_be_named_by_its_address() {
        assert_eq!(identifier("https://shop.test/demo/"), "shop.test::demo");
        assert_eq!(identifier("shop.test::demo"), "shop.test::demo");
        assert_eq!(identifier("7000001"), "7000001");
    }
}
