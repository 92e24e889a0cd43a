//! Name, TLS, clock and latency.

use std::time::{Duration, Instant, SystemTime};

use jetpack_partner::{Proxy, http};
use url::Url;

use super::families;
use crate::check::Check;
use crate::session::Session;

/// The doctor's own patience with one request.
const PATIENCE: Duration = Duration::from_secs(10);

/// Certificates and signatures begin to fail with clocks further off.
const SKEW_LIMIT: Duration = Duration::from_secs(60);

/// More makes bulk work and checkouts slow.
const SLOW: Duration = Duration::from_millis(500);

pub(super) async fn check(session: &Session, proxied: bool) -> Vec<Check> {
    let address = session.api.to_string();
    let mut checks = vec![name(&address, proxied).await];
    if !proxied {
        checks.extend(families::check(&address).await);
    }
    let proxy = if proxied { Proxy::Environment } else { Proxy::None };
    let client = match http::client(&session.trust, &proxy) {
        Ok(client) => client,
        Err(error) => {
            checks.push(Check::bad(
                "TLS",
                format!("{error:#}"),
                "Install the CA certificates of the system.",
            ));
            return checks;
        }
    };
    let start = Instant::now();
    let answer = match client.get(&address).timeout(PATIENCE).send().await {
        Ok(answer) => answer,
        Err(error) => {
            checks.push(Check::bad(
                "TLS",
                format!("no connection: {}", http::reason(&error)),
                "Check firewall, proxy, the CA store and JETPACK_PARTNER_CA_FILE; the clock too, if a certificate is not valid yet.",
            ));
            return checks;
        }
    };
    let first = start.elapsed();
    let text = match address.starts_with("https://") {
        true => "the certificate is accepted",
        false => "not used: this is a loopback address",
    };
    checks.push(Check::good(
        "TLS",
        format!("{text}; first answer after {} ms", first.as_millis()),
    ));
    checks.push(clock(
        answer.headers().get("date").and_then(|date| date.to_str().ok()),
    ));
    // The body must be read for the connection to be used again.
    let _ = answer.bytes().await;
    checks.push(latency(&client, &address).await);
    checks
}

async fn name(address: &str, proxied: bool) -> Check {
    const NAME: &str = "name";
    let url = Url::parse(address).ok();
    let host = url.as_ref().and_then(Url::host_str).unwrap_or_default();
    let port = url.as_ref().and_then(Url::port_or_known_default).unwrap_or(443);
    let start = Instant::now();
    match tokio::net::lookup_host((host.trim_matches(['[', ']']), port)).await {
        Ok(found) => {
            let addresses: Vec<String> = found.map(|address| address.ip().to_string()).collect();
            Check::good(
                NAME,
                format!(
                    "{host} is {} ({} ms)",
                    addresses.join(", "),
                    start.elapsed().as_millis()
                ),
            )
        }
        Err(error) if proxied => Check::warning(
            NAME,
            format!("{host} does not resolve: {error}"),
            "With a proxy that may be right: the proxy resolves it.",
        ),
        Err(error) => Check::bad(
            NAME,
            format!("{host} does not resolve: {error}"),
            "Check the name servers in /etc/resolv.conf.",
        ),
    }
}

/// The server's clock stands for the right time.
fn clock(date: Option<&str>) -> Check {
    const NAME: &str = "clock";
    let Some(theirs) = date.and_then(|date| httpdate::parse_http_date(date).ok()) else {
        return Check::warning(NAME, "the answer has no date", "Check the clock by other means.");
    };
    let ours = SystemTime::now();
    let skew = match ours.duration_since(theirs) {
        Ok(behind) => behind,
        Err(ahead) => ahead.duration(),
    };
    // The header has whole seconds.
    let text = format!("{} s apart from the API's", skew.as_secs().saturating_sub(1));
    if skew > SKEW_LIMIT {
        return Check::bad(
            NAME,
            text,
            "Set the clock (ntp or chrony): certificates depend on it.",
        );
    }
    Check::good(NAME, text)
}

async fn latency(client: &reqwest::Client, address: &str) -> Check {
    const NAME: &str = "latency";
    let mut spans = Vec::new();
    for _ in 0..3 {
        let start = Instant::now();
        match client.get(address).timeout(PATIENCE).send().await {
            Ok(answer) => {
                let _ = answer.bytes().await;
                spans.push(start.elapsed());
            }
            Err(error) => {
                return Check::bad(
                    NAME,
                    http::reason(&error),
                    "The connection breaks; look at the firewall.",
                );
            }
        }
    }
    spans.sort();
    let median = spans.get(1).copied().unwrap_or_default();
    let text = format!("{} ms on an open connection", median.as_millis());
    if median > SLOW {
        return Check::warning(
            NAME,
            text,
            "Calls will be slow; for bulk work raise --concurrency.",
        );
    }
    Check::good(NAME, text)
}
