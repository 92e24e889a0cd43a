//! Looks whether a site is ready for version 1.3, where WordPress.com calls the site: Jetpack must
//! be active and `xmlrpc.php` reachable (partner-api.md §1, §4.6, §13).

use std::time::Duration;

use anyhow::Result;
use jetpack_partner::SiteUrl;

use super::Finding;
use crate::command::Context;
use crate::http;

/// A site that takes longer would not answer WordPress.com in time either.
const PATIENCE: Duration = Duration::from_secs(15);

pub(super) async fn check(context: &Context, site: &SiteUrl) -> Result<Vec<Finding>> {
    let session = context.session()?;
    let client = http::client(&session.trust, PATIENCE, true)?;
    let mut findings = Vec::new();
    findings.extend(front_page(&client, site).await);
    if findings.is_empty() {
        findings.extend(xmlrpc(&client, site).await);
        findings.extend(jetpack(&client, site).await);
    }
    findings.extend(known(context, site).await);
    Ok(findings)
}

fn finding(required: bool, found: impl Into<String>, change: &str) -> Finding {
    Finding {
        line: None,
        found: found.into(),
        change: change.to_owned(),
        required,
    }
}

async fn front_page(client: &reqwest::Client, site: &SiteUrl) -> Option<Finding> {
    let address = site.to_string();
    let answer = match client.get(&address).send().await {
        Ok(answer) => answer,
        Err(error) => {
            return Some(finding(
                true,
                format!("{address} does not answer: {}", http::reason(&error)),
                "WordPress.com must reach the site from the internet; until then a provision only waits.",
            ));
        }
    };
    let target = answer.headers().get("location")?.to_str().ok()?;
    let upgraded = address.starts_with("http://") && target.starts_with("https://");
    upgraded.then(|| {
        finding(
            true,
            format!("{address} redirects to https"),
            "Send siteurl with https://: a redirect loses the call to xmlrpc.php (method_not_found).",
        )
    })
}

async fn xmlrpc(client: &reqwest::Client, site: &SiteUrl) -> Option<Finding> {
    let address = format!("{site}/xmlrpc.php");
    // WordPress answers a GET with 405; anything between us and it answers otherwise.
    let status = client.get(&address).send().await.ok()?.status().as_u16();
    (status != 405).then(|| {
        finding(
            true,
            format!("{address} answers with status {status}, not as WordPress does (405)"),
            "Open xmlrpc.php for WordPress.com in firewall and security plugins; check that this is where the core files are.",
        )
    })
}

async fn jetpack(client: &reqwest::Client, site: &SiteUrl) -> Option<Finding> {
    let answer = client.get(format!("{site}/?rest_route=/")).send().await.ok()?;
    if !answer.status().is_success() {
        return None;
    }
    let index = answer.text().await.ok()?;
    (index.contains("\"namespaces\"") && !index.contains("jetpack")).then(|| {
        finding(
            true,
            "Jetpack is not active on the site",
            "wp plugin install jetpack && wp plugin activate jetpack (version 1.3 needs it at the time of the call).",
        )
    })
}

/// Advice only: a site that was never connected is unknown and yet fine.
async fn known(context: &Context, site: &SiteUrl) -> Option<Finding> {
    let (session, client) = context.open_client().ok()?;
    let mut call = client.call(session.deadline()).unrecorded();
    let found = call.look_up_site(&site.identifier()).await.ok()?;
    (found.is_jetpack == Some(false)).then(|| {
        finding(
            false,
            format!(
                "WordPress.com knows the site (blog {}) as not connected",
                found.blog_id
            ),
            "If provisioning answers method_not_found, provision with force_register=1.",
        )
    })
}
