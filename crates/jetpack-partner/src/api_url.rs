use std::fmt;
use std::str::FromStr;

use url::{Host, Url};

/// Where the Partner API is: `https://public-api.wordpress.com` unless a test says otherwise.
///
/// The partner's secret is sent there, so only `https` is taken; plain `http` only for loopback,
/// where the sandbox listens (architecture.md §2).
///
/// ```
/// use jetpack_partner::ApiUrl;
///
/// assert!("http://127.0.0.1:18081".parse::<ApiUrl>().is_ok());
/// assert!("http://example.com".parse::<ApiUrl>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ApiUrl(Url);

impl ApiUrl {
    /// The address of an endpoint; `path` has no leading slash and is already percent-encoded, values of the query are not.
    pub fn endpoint(&self, path: &str, query: &[(&str, &str)]) -> Url {
        // Host and scheme were parsed once: to do it again would cost more than all else about a request's address.
        let mut url = self.0.clone();
        url.set_path(&format!("{}/{path}", self.0.path().trim_end_matches('/')));
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// Whether the API is on this machine, where a proxy has no business.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.0)
    }
}

impl Default for ApiUrl {
    #[expect(clippy::expect_used, reason = "the literal is an address, as a test shows")]
    fn default() -> Self {
        "https://public-api.wordpress.com"
            .parse()
            .expect("the API's public address is a URL")
    }
}

impl fmt::Display for ApiUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

/// Why a text cannot be the API's address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidApiUrl {
    /// It is not a URL.
    #[error("it is not a URL like https://public-api.wordpress.com")]
    NotAUrl,
    /// It would send the secret unencrypted.
    #[error("it must begin with https:// (http:// is allowed for a loopback address only)")]
    NotSecure,
    /// It holds more than scheme, host, port and path.
    #[error("it may not hold a user name, a password, a query or a fragment")]
    TooMuch,
}

impl FromStr for ApiUrl {
    type Err = InvalidApiUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Url::parse(text.trim()).map_err(|_| InvalidApiUrl::NotAUrl)?;
        let bare = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        match url.scheme() {
            "http" | "https" if !url.has_host() => Err(InvalidApiUrl::NotAUrl),
            "https" | "http" if !bare => Err(InvalidApiUrl::TooMuch),
            "https" => Ok(Self(url)),
            "http" if is_loopback(&url) => Ok(Self(url)),
            _ => Err(InvalidApiUrl::NotSecure),
        }
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_the_public_address() {
        assert_eq!(
            ApiUrl::default().endpoint("oauth2/token", &[]).as_str(),
            "https://public-api.wordpress.com/oauth2/token"
        );
    }

    #[test]
    fn a_path_before_the_endpoints_is_kept() {
        let api: ApiUrl = "https://example.com/api/".parse().unwrap();

        assert_eq!(
            api.endpoint("oauth2/token", &[]).as_str(),
            "https://example.com/api/oauth2/token"
        );
    }

    #[test]
    fn what_a_path_has_encoded_stays_so_and_values_of_a_query_are_encoded() {
        let address = ApiUrl::default().endpoint("sites/a%2Fb%3Fc", &[("id", "a b&c=%")]);

        assert_eq!(
            address.as_str(),
            "https://public-api.wordpress.com/sites/a%2Fb%3Fc?id=a+b%26c%3D%25"
        );
    }

    #[test]
    fn each_wrong_address_is_refused_with_its_reason() {
        for (text, reason) in [
            ("public-api.wordpress.com", InvalidApiUrl::NotAUrl),
            ("", InvalidApiUrl::NotAUrl),
            ("http://public-api.wordpress.com", InvalidApiUrl::NotSecure),
            ("http://127.0.0.1.example.com", InvalidApiUrl::NotSecure),
            ("ftp://127.0.0.1", InvalidApiUrl::NotSecure),
            ("https://user:pw@example.com", InvalidApiUrl::TooMuch),
            ("https://example.com/?x=1", InvalidApiUrl::TooMuch),
        ] {
            assert_eq!(text.parse::<ApiUrl>(), Err(reason), "{text}");
        }
    }
}
