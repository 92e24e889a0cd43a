//! Whether a site is ready to be provisioned: WordPress.com calls the site, so Jetpack must be active
//! and `xmlrpc.php` reachable (partner-api.md §1, §4.6, §13).

use std::time::Duration;

use jetpack_partner::{Proxy, SiteUrl, http};
use reqwest::{Client, RequestBuilder};

use crate::check::{Check, State};
use crate::context::Context;
use crate::session::Session;

/// A site that takes longer would not answer WordPress.com in time either.
const PATIENCE: Duration = Duration::from_secs(15);

const NAME: &str = "site";
const XMLRPC: &str = "site's xmlrpc.php";
const JETPACK: &str = "site's Jetpack";
const CONNECTION: &str = "site's connection";

pub(super) async fn check(context: &Context, session: &Session, site: &SiteUrl) -> Vec<Check> {
    let client = match http::client(&session.trust, &Proxy::Environment) {
        Ok(client) => client,
        Err(error) => {
            return vec![Check::bad(
                NAME,
                error.to_string(),
                "Install the CA certificates.",
            )];
        }
    };
    let front = front_page(&client, site).await;
    let answers = front.state == State::Good;
    let mut checks = vec![front];
    if answers {
        checks.extend(xmlrpc(&client, site).await);
        checks.extend(jetpack(&client, site).await);
    }
    checks.extend(connection(context, site).await);
    checks
}

fn ask(client: &Client, address: &str) -> RequestBuilder {
    client.get(address).timeout(PATIENCE)
}

async fn front_page(client: &Client, site: &SiteUrl) -> Check {
    let address = site.to_string();
    let answer = match ask(client, &address).send().await {
        Ok(answer) => answer,
        Err(error) => {
            return Check::bad(
                NAME,
                format!("{address} does not answer: {}", http::reason(&error)),
                "WordPress.com must reach the site from the internet; until then a provision only waits.",
            );
        }
    };
    let target = answer.headers().get("location").and_then(|to| to.to_str().ok());
    if address.starts_with("http://") && target.is_some_and(|target| target.starts_with("https://")) {
        return Check::bad(
            NAME,
            format!("{address} redirects to https"),
            "Send siteurl with https://: a redirect loses the call to xmlrpc.php (method_not_found).",
        );
    }
    Check::good(NAME, format!("{address} answers"))
}

async fn xmlrpc(client: &Client, site: &SiteUrl) -> Option<Check> {
    let address = format!("{site}/xmlrpc.php");
    let status = ask(client, &address).send().await.ok()?.status().as_u16();
    Some(match status {
        // WordPress answers a GET with 405; anything between us and it answers otherwise.
        405 => Check::good(XMLRPC, "it answers as WordPress does"),
        status => Check::bad(
            XMLRPC,
            format!("{address} answers with status {status}, not as WordPress does (405)"),
            "Open xmlrpc.php for WordPress.com in firewall and security plugins; check that this is where the core files are.",
        ),
    })
}

async fn jetpack(client: &Client, site: &SiteUrl) -> Option<Check> {
    let answer = ask(client, &format!("{site}/?rest_route=/")).send().await.ok()?;
    if !answer.status().is_success() {
        return None;
    }
    let index = answer.text().await.ok()?;
    index.contains("\"namespaces\"").then(|| match index.contains("jetpack") {
        true => Check::good(JETPACK, "it is active"),
        false => Check::bad(
            JETPACK,
            "it is not active on the site",
            "wp plugin install jetpack && wp plugin activate jetpack (it must be there when the plan is provisioned).",
        ),
    })
}

/// Advice only: a site that was never connected is unknown and yet fine.
async fn connection(context: &Context, site: &SiteUrl) -> Option<Check> {
    let nobody = context.nobody().ok()?;
    let mut call = nobody.call();
    let found = call.look_up_site(&site.identifier()).await.ok()?;
    let blog = found.blog_id;
    match found.is_jetpack? {
        true => Some(Check::good(CONNECTION, format!("connected as blog {blog}"))),
        false => Some(Check::warning(
            CONNECTION,
            format!("WordPress.com knows the site (blog {blog}) as not connected"),
            "If provisioning answers method_not_found, provision with force_register=1.",
        )),
    }
}
