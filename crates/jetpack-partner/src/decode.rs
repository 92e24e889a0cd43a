//! The forms in which the API really sends booleans and texts (partner-api.md §3).

use serde_json::{Map, Value};

/// A flag: `true`, `1`, `"1"`, `"t"` and `"true"` in any case; `None` when the key is absent or
/// holds anything that is neither truthy nor falsy.
pub(crate) fn flag(body: &Map<String, Value>, key: &str) -> Option<bool> {
    match body.get(key)? {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => match number.as_i64()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
        Value::String(text) => match text.to_ascii_lowercase().as_str() {
            "1" | "t" | "true" => Some(true),
            "0" | "f" | "false" | "" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// A text; a number becomes its digits; `None` when absent, null or empty.
pub(crate) fn text(body: &Map<String, Value>, key: &str) -> Option<String> {
    match body.get(key)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// An object; PHP sends an empty one as `[]`, which reads as absent.
pub(crate) fn object<'a>(body: &'a Map<String, Value>, key: &str) -> Option<&'a Map<String, Value>> {
    body.get(key)?.as_object()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_flag_is_read_in_every_spelling() {
        let body = json!({"a": true, "b": 1, "c": "1", "d": "TRUE", "e": "f", "f": 0, "g": null, "h": 7});
        let body = body.as_object().unwrap();
        for key in ["a", "b", "c", "d"] {
            assert_eq!(flag(body, key), Some(true), "{key}");
        }
        for key in ["e", "f"] {
            assert_eq!(flag(body, key), Some(false), "{key}");
        }
        for key in ["g", "h", "absent"] {
            assert_eq!(flag(body, key), None, "{key}");
        }
    }
}
