//! The address to which the API sends a site's owner.

use url::Url;

/// The address in a form that can stand in a page: WHMCS prints custom fields without escaping
/// (whmcs-contract.md §1.7). `None` when it is no http address at all.
///
/// Host and path are not fixed by the API, so they are not checked (partner-api.md §4.4).
pub(crate) fn displayable(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return None;
    }
    let harmless = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '\'' | '`' | '\\');
    if address.chars().all(harmless) {
        return Some(address.to_owned());
    }
    let url = url.as_str().replace('\'', "%27");
    url.chars().all(harmless).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::displayable;

    #[test]
    fn an_ordinary_address_is_kept_to_the_letter() {
        for url in [
            "https://jetpack.wordpress.com/jetpack.authorize/1/?a=b%2Fc&d=e",
            "http://wordpress.com/start/plans?foo=bar",
        ] {
            assert_eq!(displayable(url).as_deref(), Some(url));
        }
    }

    #[test]
    fn markup_in_an_address_is_encoded() {
        let url = displayable("https://example.com/?a=<script>alert('x')</script>").unwrap();
        assert!(!url.contains(['<', '>', '\'', '"']), "{url}");
    }

    #[test]
    fn what_is_no_web_address_is_none() {
        for address in ["javascript:alert(1)", "example.com", "", "data:text/html,x"] {
            assert_eq!(displayable(address), None, "{address}");
        }
    }
}
