//! Which proxy the environment names.

use jetpack_partner::ApiUrl;
use url::Url;

use crate::check::Check;
use crate::session::variable;

const NAME: &str = "proxy";

pub(super) fn check(api: &ApiUrl) -> Check {
    // The client leaves the proxy out for this machine.
    let host = Url::parse(&api.to_string()).ok();
    let host = host.as_ref().and_then(Url::host_str).unwrap_or_default();
    if matches!(host, "127.0.0.1" | "localhost" | "[::1]") {
        return Check::good(NAME, "none is used for this machine");
    }
    let names = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    let found = names.iter().find_map(|name| Some((name, variable(name)?)));
    match found {
        None => Check::good(NAME, "none"),
        Some((name, proxy)) => Check::warning(
            NAME,
            format!("{name} is {}", without_password(&proxy)),
            "All calls go through it, unless NO_PROXY names the API's host; PHP's own environment may differ.",
        ),
    }
}

/// A proxy's address may hold a password.
fn without_password(proxy: &str) -> String {
    match Url::parse(proxy) {
        Ok(mut url) if url.has_host() => {
            // Fails only for addresses that cannot have them.
            let _ = url.set_password(None);
            let _ = url.set_username("");
            url.to_string()
        }
        _ => "not an address".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxys_password_is_not_shown() {
        assert_eq!(
            without_password("http://user:hush@proxy.test:3128"),
            "http://proxy.test:3128/"
        );
        assert_eq!(without_password("hush"), "not an address");
    }
}
