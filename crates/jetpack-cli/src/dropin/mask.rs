//! Takes the user's `access_token` out of an answer and leaves every other byte as it was
//! (partner-api.md §14.4).

use jetpack_partner::MASK;

/// The body with the value of every `access_token` replaced.
pub(crate) fn access_token(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    let mut hide_next = false;
    while let Some(&byte) = rest.first() {
        let length = match byte {
            b'"' => string_length(rest),
            _ => 1,
        };
        let (token, after) = rest.split_at(length);
        match byte {
            b'"' if hide_next => {
                out.extend_from_slice(format!("\"{MASK}\"").as_bytes());
                hide_next = false;
            }
            b'"' => {
                out.extend_from_slice(token);
                let is_key = after.trim_ascii_start().first() == Some(&b':');
                hide_next = is_key && names_the_token(token);
            }
            _ => {
                out.extend_from_slice(token);
                let between = byte == b':' || byte.is_ascii_whitespace();
                hide_next &= between;
            }
        }
        rest = after;
    }
    out
}

/// The key may be written with escapes.
fn names_the_token(literal: &[u8]) -> bool {
    serde_json::from_slice::<String>(literal).is_ok_and(|name| name == "access_token")
}

/// Bytes of the string literal at the beginning, with its quotes.
fn string_length(text: &[u8]) -> usize {
    let mut escaped = false;
    for (at, byte) in text.iter().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(body: &str) -> String {
        String::from_utf8(access_token(body.as_bytes())).unwrap()
    }

    #[test]
    fn only_the_token_goes() {
        assert_eq!(
            masked(r#"{ "success":true,"access_token" : "a\"b,c" ,"next_url":"http:\/\/x" }"#),
            r#"{ "success":true,"access_token" : "[hidden]" ,"next_url":"http:\/\/x" }"#
        );
        assert_eq!(
            masked(r#"{"access\u005ftoken":"s"}"#),
            r#"{"access\u005ftoken":"[hidden]"}"#
        );
    }

    #[test]
    fn what_only_looks_like_it_stays() {
        for body in [
            r#"{"a":"access_token","b":"x"}"#,
            r#"{"access_token":null,"b":"x"}"#,
            "{\"next_url\":\"\\u00e9\\\\\"}",
            "not json \"",
        ] {
            assert_eq!(masked(body), body);
        }
    }
}
