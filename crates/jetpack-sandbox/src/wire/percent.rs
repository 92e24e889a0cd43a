//! Strict percent-decoding: what is malformed is an error, never guessed at.

/// Decodes `%XX`, and `+` as a space where the text comes from a form.
///
/// `None` when an escape is malformed or the result is not UTF-8.
pub(crate) fn decode(text: &str, plus_is_space: bool) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());

    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'%' => hex(bytes.next()?)? * 16 + hex(bytes.next()?)?,
            b'+' if plus_is_space => b' ',
            other => other,
        });
    }
    String::from_utf8(decoded).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16)?.try_into().ok()
}

/// Reads `a=1&b=2` into pairs, in order, with duplicates kept.
///
/// The error names the pair that is malformed.
pub(crate) fn decode_pairs(text: &str) -> Result<Vec<(String, String)>, String> {
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (decode(name, true), decode(value, true)) {
                (Some(name), Some(value)) => Ok((name, value)),
                _ => Err(format!("\"{pair}\" is not valid percent-encoded UTF-8")),
            }
        })
        .collect()
}

/// The same, but a `%` that begins no escape is a `%`, and what is no UTF-8 becomes U+FFFD.
pub(crate) fn decode_pairs_leniently(text: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(text.as_bytes())
        .into_owned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_characters_and_spaces_survive() {
        let pairs = decode_pairs("secret=a%2Bb%26c%3D%25+d&plan=").unwrap();
        assert_eq!(pairs[0].1, "a+b&c=% d");
        assert_eq!(pairs[1], ("plan".to_owned(), String::new()));
    }

    #[test]
    fn a_lone_percent_sign_or_bytes_that_are_not_utf_8_are_refused() {
        assert!(decode_pairs("a=100%").is_err());
        assert!(decode_pairs("a=%zz").is_err());
        assert!(decode_pairs("a=%ff").is_err());
    }

    #[test]
    fn leniently_a_lone_percent_sign_is_one() {
        let pairs = decode_pairs_leniently("name=My%sKey&notes=%41+b%");
        let values: Vec<_> = pairs.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(values, ["My%sKey", "A b%"]);
    }

    #[test]
    fn a_plus_sign_in_a_path_is_a_plus_sign() {
        assert_eq!(decode("a+b%3A", false).as_deref(), Some("a+b:"));
    }
}
