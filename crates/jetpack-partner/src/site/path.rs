//! The one form of a path that all its spellings lead to.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::InvalidSiteUrl;

/// What is written as `%XX`: everything but the unreserved characters, the sub-delims and `:`, which
/// a segment may hold as they are (RFC 3986 §3.3). `@` may too, but could be taken for the end of a
/// user name.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':');

/// The segments of a path whose dot segments are gone, each in its canonical form. Empty ones, as of
/// doubled slashes, are left out.
pub(super) fn segments(path: &str) -> Result<Vec<String>, InvalidSiteUrl> {
    path.split('/')
        .filter(|segment| !segment.is_empty())
        .map(canonical)
        .collect()
}

/// Decoded and encoded again, so that segments which the API reads alike are alike. A `%` that begins
/// no escape stands for itself.
fn canonical(segment: &str) -> Result<String, InvalidSiteUrl> {
    let plain = percent_decode_str(segment)
        .decode_utf8()
        .map_err(|_| InvalidSiteUrl::AmbiguousPath)?;
    if is_ambiguous(&plain) {
        return Err(InvalidSiteUrl::AmbiguousPath);
    }
    Ok(utf8_percent_encode(&plain, ENCODED).to_string())
}

/// Whether the API, which decodes it, could see more in it than one segment: it reads `::` as `/`, and
/// a `:` at an edge becomes one beside the next `::` (partner-api.md §5.1, §17 trap 9).
fn is_ambiguous(plain: &str) -> bool {
    plain.contains("::")
        || plain.starts_with(':')
        || plain.ends_with(':')
        || plain.contains(|c: char| matches!(c, '/' | '?' | '#' | '\\') || c.is_control())
}

#[cfg(test)]
mod tests {
    use crate::{InvalidSiteUrl, SiteUrl};

    #[test]
    fn every_spelling_of_a_path_is_one_site() {
        for (spellings, canonical, identifier) in [
            (&["blog", "%62log", "%62%6C%6f%67"][..], "blog", "blog"),
            (
                &["~a-b.c_d", "%7Ea%2Db%2Ec%5fd", "%7ea-b.c_d"],
                "~a-b.c_d",
                "~a-b.c_d",
            ),
            (&["f%C3%BCr", "f%c3%bcr", "für"], "f%C3%BCr", "f%C3%BCr"),
            (&["a:b", "a%3Ab", "a%3ab"], "a:b", "a:b"),
            (&["a&b=(1)", "a%26b%3D%281%29"], "a&b=(1)", "a%26b=(1)"),
            (&["a+b", "a%2Bb"], "a+b", "a+b"),
            (&["a%40b"], "a%40b", "a%40b"),
            (&["a%20b"], "a%20b", "a%20b"),
            (&["a|b", "a%7cb"], "a%7Cb", "a%7Cb"),
            (&["100%", "100%25"], "100%25", "100%25"),
            (&["x/../y", "x/%2e%2E/y", "./y", "%2e/y", "y"], "y", "y"),
        ] {
            for spelling in spellings {
                let site: SiteUrl = format!("https://example.com/{spelling}").parse().unwrap();
                assert_eq!(
                    site.to_string(),
                    format!("https://example.com/{canonical}"),
                    "{spelling}"
                );
                assert_eq!(
                    site.identifier().as_str(),
                    format!("example.com::{identifier}"),
                    "{spelling}"
                );
            }
        }
    }

    #[test]
    fn a_path_that_could_name_another_site_is_refused_in_every_spelling() {
        for path in [
            "a::b", "a%3A%3Ab", "a:%3ab", ":a", "a:", "%3Aa", "a%3a", "a/:/b", "a%2Fb", "a%2fb", "a%3Fb",
            "a%23b", "a%5Cb", "a%00b", "a%0Ab", "a%7Fb", "a%C2%85b", "%FF", "%C3", "a%C3%28",
        ] {
            let site = format!("https://example.com/{path}").parse::<SiteUrl>();
            assert_eq!(site, Err(InvalidSiteUrl::AmbiguousPath), "{path}");
        }
    }
}
