use std::fmt;
use std::str::FromStr;

use url::Url;

/// Through whom the API is reached. A loopback API is always reached directly.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Proxy {
    /// Directly, whatever the environment says: a script in the same process can change it.
    #[default]
    None,
    /// As `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` say, like curl: for a program of its own.
    Environment,
    /// Through this one.
    Through(ProxyUrl),
}

/// The address of a proxy. It holds no password: php.ini, where it stands, is shown by `phpinfo()`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyUrl(Url);

/// Why a text cannot be the address of a proxy.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidProxy {
    /// It is not a URL.
    #[error("it is not an address like http://proxy.example.com:3128")]
    NotAUrl,
    /// Something like `user:password@`.
    #[error("it may not hold a user name or password, because phpinfo() would show them")]
    UserInfo,
    /// It names a path, a query or a fragment.
    #[error("it may hold only scheme, host and port")]
    TooMuch,
}

impl FromStr for ProxyUrl {
    type Err = InvalidProxy;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let url = Url::parse(text.trim()).map_err(|_| InvalidProxy::NotAUrl)?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return Err(InvalidProxy::NotAUrl);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(InvalidProxy::UserInfo);
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(InvalidProxy::TooMuch);
        }
        Ok(Self(url))
    }
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("none"),
            Self::Environment => f.write_str("as the environment says"),
            Self::Through(proxy) => f.write_str(proxy.0.as_str().trim_end_matches('/')),
        }
    }
}

impl Proxy {
    pub(crate) fn of(&self, builder: reqwest::ClientBuilder) -> reqwest::Result<reqwest::ClientBuilder> {
        Ok(match self {
            Self::None => builder.no_proxy(),
            Self::Environment => builder,
            // A proxy that is given leaves those of the environment out.
            Self::Through(proxy) => builder.proxy(reqwest::Proxy::all(proxy.0.clone())?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_wrong_address_is_refused_with_its_reason() {
        for (text, reason) in [
            ("", InvalidProxy::NotAUrl),
            ("proxy.example.com:3128", InvalidProxy::NotAUrl),
            ("socks5://proxy.example.com", InvalidProxy::NotAUrl),
            ("http://user@proxy.example.com", InvalidProxy::UserInfo),
            ("http://proxy.example.com/path", InvalidProxy::TooMuch),
        ] {
            assert_eq!(text.parse::<ProxyUrl>(), Err(reason), "{text}");
        }
        let proxy = Proxy::Through("http://proxy.example.com:3128".parse().unwrap());
        assert_eq!(proxy.to_string(), "http://proxy.example.com:3128");
    }
}
