//! Where a site lives, and the name a URL path gives it.

use url::{Host, Url};

/// A `siteurl` that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Scheme, host, port and path, without a slash at the end.
    pub(crate) url: String,
    /// `host::path`, the `{site}` of a URL path (partner-api.md §5.1).
    pub(crate) identifier: String,
    /// The first label of the host; it chooses the case the sandbox plays.
    pub(crate) label: String,
    /// Sent without a scheme: taken for `http`, and then the body is lost (§4.6).
    pub(crate) without_scheme: bool,
}

impl Address {
    /// Reads a `siteurl`. The error is half a sentence.
    pub(crate) fn parse(siteurl: &str) -> Result<Self, String> {
        let refuse = |why: &str| Err(format!("siteurl \"{siteurl}\" {why}"));

        // The parser would quietly repair all of these, the identifier would not match later.
        if !siteurl.is_ascii() {
            return refuse("is not ASCII (send host names as A-labels)");
        }
        let repaired = |byte: u8| byte <= b' ' || byte == 0x7f || byte == b'\\';
        if siteurl.bytes().any(repaired) {
            return refuse("has a space, a control character or a backslash in it");
        }

        let without_scheme = !siteurl.contains("://");
        let full = if without_scheme {
            format!("http://{siteurl}")
        } else {
            siteurl.to_owned()
        };
        let Ok(url) = Url::parse(&full) else {
            return refuse("is not a URL");
        };
        if !matches!(url.scheme(), "http" | "https") {
            return refuse("is neither http nor https");
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse("has user information in it");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return refuse("has a query or a fragment");
        }
        let Some(Host::Domain(host)) = url.host() else {
            return refuse("has an IP address, which WordPress.com cannot reach");
        };
        if !host.contains('.') || host.ends_with(".localhost") || host.ends_with(".local") {
            return refuse("names a host that WordPress.com cannot reach");
        }

        let host_and_port = match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        };
        let path = url.path().trim_end_matches('/');
        if path.contains("//") || path.contains("::") {
            return refuse("has \"//\" or \"::\" in its path");
        }
        let Some(plain_path) = crate::wire::percent::decode(path, false) else {
            return refuse("has a path that is not percent-encoded UTF-8");
        };

        Ok(Self {
            url: format!("{}://{host_and_port}{path}", url.scheme()),
            identifier: format!("{host_and_port}{}", plain_path.replace('/', "::")),
            label: host.split('.').next().unwrap_or_default().to_owned(),
            without_scheme,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identifier(siteurl: &str) -> Option<String> {
        Address::parse(siteurl).ok().map(|address| address.identifier)
    }

    #[test]
    fn slashes_of_the_path_become_double_colons() {
        for (siteurl, expected) in [
            ("https://example.com", "example.com"),
            ("https://example.com/", "example.com"),
            ("example.com/demo", "example.com::demo"),
            ("https://Example.com/Demo/wp/", "example.com::Demo::wp"),
            ("https://example.com:8080/x", "example.com:8080::x"),
            ("https://example.com/caf%C3%A9", "example.com::café"),
        ] {
            assert_eq!(identifier(siteurl).as_deref(), Some(expected), "{siteurl}");
        }
    }

    #[test]
    fn hosts_that_the_internet_cannot_reach_are_refused() {
        for siteurl in [
            "https://127.0.0.1",
            "https://127.1/x",
            "https://[::1]/",
            "http://localhost/blog",
            "https://shop.local",
            "https://intranet",
        ] {
            assert_eq!(identifier(siteurl), None, "{siteurl}");
        }
    }

    #[test]
    fn what_a_url_parser_would_repair_is_refused() {
        for siteurl in [
            "",
            "https://",
            "ftp://example.com",
            "https://a:b@example.com",
            "https://example.com?x=1",
            "https://example.com/#top",
            " https://example.com",
            "https://example.com\\demo",
            "https://example.com//demo",
            "https://bücher.example",
        ] {
            assert_eq!(identifier(siteurl), None, "{siteurl}");
        }
    }
}
