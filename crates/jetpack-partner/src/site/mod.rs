mod identifier;
mod path;

use std::fmt;
use std::str::FromStr;

use url::{Host, Url};

pub use identifier::SiteIdentifier;

/// The address of a WordPress site's core files, as it is sent in `siteurl`.
///
/// The scheme is kept: WordPress.com takes a site without one for `http`, and a site that
/// redirects to `https` then loses the request (partner-api.md §4.6). An address without a scheme
/// becomes `https`. The host is lower case and in A-labels; `www.` is kept, since it names another
/// site (§17 traps 3, 5, 6).
///
/// The path has one form, whatever its spelling was, because the API decodes it: two spellings of
/// one site must not count as two. Dot segments are resolved, doubled and trailing slashes go. In
/// each segment, letters, digits and `-._~!$&'()*+,;=:` stand for themselves, and everything else is
/// `%XX` of its UTF-8 in upper-case digits; case is kept. What would be more than one segment once
/// decoded is refused.
///
/// ```
/// use jetpack_partner::SiteUrl;
///
/// let site: SiteUrl = "Example.com/demo/wp/".parse()?;
/// assert_eq!(site.to_string(), "https://example.com/demo/wp");
/// assert_eq!(site.identifier().as_str(), "example.com::demo::wp");
/// assert_eq!("https://example.com/%64emo/wp".parse(), Ok(site));
/// assert!("https://localhost".parse::<SiteUrl>().is_err());
/// # Ok::<(), jetpack_partner::InvalidSiteUrl>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SiteUrl {
    scheme: &'static str,
    /// Host, and port where it is not the scheme's own.
    authority: String,
    /// In their canonical form.
    segments: Vec<String>,
}

impl SiteUrl {
    /// The host alone, without a port.
    pub fn host(&self) -> &str {
        self.authority
            .split_once(':')
            .map_or(self.authority.as_str(), |(host, _)| host)
    }

    /// The form in which the API names the site inside a path.
    pub fn identifier(&self) -> SiteIdentifier {
        let parts: Vec<&str> = std::iter::once(self.authority.as_str())
            .chain(self.segments.iter().map(String::as_str))
            .collect();
        // The server's route takes every byte but `/`, `?` and `&` (partner-api.md §5.1).
        SiteIdentifier(parts.join("::").replace('&', "%26"))
    }
}

impl fmt::Display for SiteUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.authority)?;
        self.segments
            .iter()
            .try_for_each(|segment| write!(f, "/{segment}"))
    }
}

/// Why a text cannot be the address of a site that WordPress.com could reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSiteUrl {
    /// There is no text.
    #[error("it is empty")]
    Empty,
    /// It is not an address.
    #[error("it is not an address like https://example.com")]
    NotAnAddress,
    /// A scheme other than http and https.
    #[error("it must begin with https:// or http://")]
    Scheme,
    /// Something like `user:password@example.com`.
    #[error("it may not hold a user name or password")]
    UserInfo,
    /// A `?` or a `#`.
    #[error("it may not hold a query (?) or a fragment (#)")]
    QueryOrFragment,
    /// An IP address instead of a name.
    #[error("it must hold a domain name, not an IP address")]
    IpAddress,
    /// `localhost`, `.local`, or a name without a dot.
    #[error("its domain cannot be reached from the internet")]
    NotPublic,
    /// A path whose identifier could mean another site, or none.
    #[error(
        "its path may not hold ::, a colon beside a slash, or an encoded slash, question mark, number sign, \
         backslash or control character"
    )]
    AmbiguousPath,
}

impl FromStr for SiteUrl {
    type Err = InvalidSiteUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(InvalidSiteUrl::Empty);
        }
        // The URL parser would drop or rewrite these silently.
        if text
            .chars()
            .any(|c| c.is_whitespace() || c.is_control() || c == '\\')
        {
            return Err(InvalidSiteUrl::NotAnAddress);
        }
        if text.contains(['?', '#']) {
            return Err(InvalidSiteUrl::QueryOrFragment);
        }
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => ("https", rest),
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => ("http", rest),
            Some(_) => return Err(InvalidSiteUrl::Scheme),
            None => ("https", text),
        };
        let url = Url::parse(&format!("{scheme}://{rest}")).map_err(|_| InvalidSiteUrl::NotAnAddress)?;
        if !url.username().is_empty() || url.password().is_some() || rest.contains('@') {
            return Err(InvalidSiteUrl::UserInfo);
        }
        Ok(Self {
            scheme,
            authority: authority(&url)?,
            segments: path::segments(url.path())?,
        })
    }
}

fn authority(url: &Url) -> Result<String, InvalidSiteUrl> {
    let name = match url.host() {
        Some(Host::Domain(name)) => name.strip_suffix('.').unwrap_or(name),
        Some(_) => return Err(InvalidSiteUrl::IpAddress),
        None => return Err(InvalidSiteUrl::NotAnAddress),
    };
    if !name.contains('.') || name.ends_with(".local") || name.ends_with(".localhost") {
        return Err(InvalidSiteUrl::NotPublic);
    }
    if !name.split('.').all(is_label) {
        return Err(InvalidSiteUrl::NotAnAddress);
    }
    Ok(match url.port() {
        Some(port) => format!("{name}:{port}"),
        None => name.to_owned(),
    })
}

/// A part of a name as the domain name system knows it. The URL parser takes more.
fn is_label(label: &str) -> bool {
    let legal = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (1..=63).contains(&label.len()) && label.chars().all(legal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(text: &str) -> SiteUrl {
        text.parse().unwrap()
    }

    #[test]
    fn the_scheme_is_kept_and_https_is_assumed() {
        assert_eq!(site("http://example.com").to_string(), "http://example.com");
        assert_eq!(site("example.com").to_string(), "https://example.com");
        assert_eq!(
            site("HTTPS://EXAMPLE.com/Blog").to_string(),
            "https://example.com/Blog"
        );
    }

    #[test]
    fn slashes_at_the_end_and_doubled_ones_go() {
        assert_eq!(
            site("https://example.com//a///b//").to_string(),
            "https://example.com/a/b"
        );
        assert_eq!(site("https://example.com//").identifier().as_str(), "example.com");
    }

    #[test]
    fn the_identifier_names_host_and_path_only() {
        assert_eq!(
            site("https://www.example.com/demo/wp").identifier().as_str(),
            "www.example.com::demo::wp"
        );
        assert_eq!(
            site("http://example.com:8080/x").identifier().as_str(),
            "example.com:8080::x"
        );
    }

    #[test]
    fn international_names_become_a_labels_and_paths_are_percent_encoded() {
        let site = site("https://Bücher.example/für&wider");
        assert_eq!(
            site.identifier().as_str(),
            "xn--bcher-kva.example::f%C3%BCr%26wider"
        );
    }

    #[test]
    fn what_cannot_be_a_public_site_is_refused_with_its_reason() {
        for (text, reason) in [
            (" ", InvalidSiteUrl::Empty),
            ("https://", InvalidSiteUrl::NotAnAddress),
            ("exa mple.com", InvalidSiteUrl::NotAnAddress),
            ("example.com\\admin", InvalidSiteUrl::NotAnAddress),
            ("a..example.com", InvalidSiteUrl::NotAnAddress),
            ("!.example.com", InvalidSiteUrl::NotAnAddress),
            ("ftp://example.com", InvalidSiteUrl::Scheme),
            ("https://user:pw@example.com", InvalidSiteUrl::UserInfo),
            ("https://@example.com", InvalidSiteUrl::UserInfo),
            (
                "victim.com/partner-cancel?plan=all#",
                InvalidSiteUrl::QueryOrFragment,
            ),
            ("127.0.0.1", InvalidSiteUrl::IpAddress),
            ("http://0x7f.1/", InvalidSiteUrl::IpAddress),
            ("https://[::1]/", InvalidSiteUrl::IpAddress),
            ("localhost", InvalidSiteUrl::NotPublic),
            ("shop.local", InvalidSiteUrl::NotPublic),
            ("https://example", InvalidSiteUrl::NotPublic),
            ("example.com/a::b", InvalidSiteUrl::AmbiguousPath),
            ("example.com/a%2Fb", InvalidSiteUrl::AmbiguousPath),
        ] {
            assert_eq!(text.parse::<SiteUrl>(), Err(reason), "{text}");
        }
    }
}
