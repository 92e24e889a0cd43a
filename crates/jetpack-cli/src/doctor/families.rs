//! IPv4 and IPv6, each tried: a name has addresses of both, and a host whose IPv6 leads nowhere loses seconds at every connection.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::net::TcpStream;
use url::Url;

use crate::check::Check;

/// As long as the client waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);

/// One check for each family that the name has addresses of.
pub(super) async fn check(address: &str) -> Vec<Check> {
    let Ok(url) = Url::parse(address) else {
        return Vec::new();
    };
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    let port = url.port_or_known_default().unwrap_or(443);
    // That it does not resolve is said elsewhere.
    let Ok(found) = tokio::net::lookup_host((host, port)).await else {
        return Vec::new();
    };
    let found: Vec<SocketAddr> = found.collect();
    let first = |is_wanted: fn(&SocketAddr) -> bool| found.iter().copied().find(is_wanted);
    let mut tried = Vec::new();
    for (name, address) in [
        ("IPv4", first(SocketAddr::is_ipv4)),
        ("IPv6", first(SocketAddr::is_ipv6)),
    ] {
        if let Some(address) = address {
            tried.push((name, address, connect(address).await));
        }
    }
    let any = tried.iter().any(|(_, _, outcome)| outcome.is_ok());
    tried
        .into_iter()
        .map(|(name, address, outcome)| judge(name, address, outcome, any))
        .collect()
}

async fn connect(address: SocketAddr) -> Result<Duration, String> {
    let start = Instant::now();
    match tokio::time::timeout(PATIENCE, TcpStream::connect(address)).await {
        Ok(Ok(_)) => Ok(start.elapsed()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err(format!("no answer within {} s", PATIENCE.as_secs())),
    }
}

fn judge(name: &str, address: SocketAddr, outcome: Result<Duration, String>, is_any_good: bool) -> Check {
    match outcome {
        Ok(span) => Check::good(
            name,
            format!("{} answers after {} ms", address.ip(), span.as_millis()),
        ),
        Err(why) if is_any_good => Check::warning(
            name,
            format!("{} cannot be reached: {why}", address.ip()),
            "Repair it, or let the machine prefer the other (/etc/gai.conf): connections are tried there first.",
        ),
        Err(why) => Check::bad(
            name,
            format!("{} cannot be reached: {why}", address.ip()),
            "Open the firewall for connections to it.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;
    use crate::check::State;

    #[tokio::test]
    async fn an_address_that_answers_is_good() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let checks = check(&format!("http://{}", listener.local_addr().unwrap())).await;
        assert_eq!((checks.len(), checks[0].state), (1, State::Good), "{checks:?}");
    }

    #[test]
    fn a_family_that_fails_beside_one_that_works_is_told_as_what_costs_time() {
        let address: SocketAddr = "[2001:db8::1]:443".parse().unwrap();
        let beside = judge("IPv6", address, Err("Network is unreachable".to_owned()), true);
        assert_eq!(beside.state, State::Warning);
        let alone = judge("IPv6", address, Err("Network is unreachable".to_owned()), false);
        assert_eq!(alone.state, State::Bad);
    }
}
