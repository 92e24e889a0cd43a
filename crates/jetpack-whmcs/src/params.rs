use html_escape::decode_html_entities;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::Mistake;

/// A PHP array as it crossed the border, such as WHMCS's `$params`: what a module call is read from.
///
/// Which keys exist and what they must hold is decided in this crate. PHP's loose types are read as texts: numbers arrive
/// as their digits, `true` as `1`, an empty array where there are no keys as a list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "Value")]
pub struct Params(Map<String, Value>);

impl From<Value> for Params {
    fn from(value: Value) -> Self {
        match value {
            Value::Object(map) => Self(map),
            _ => Self::default(),
        }
    }
}

impl Params {
    /// The text under a key; `None` when it is absent, null or no scalar.
    pub fn text(&self, key: &str) -> Option<String> {
        text(self.0.get(key)?)
    }

    /// The texts of an array under a key; empty when there is no array.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = (&str, String)> {
        let map = self.0.get(key).and_then(Value::as_object);
        map.into_iter()
            .flatten()
            .filter_map(|(key, value)| Some((key.as_str(), text(value)?)))
    }

    /// A text that a person typed into WHMCS.
    ///
    /// WHMCS hands those to modules HTML-entity-encoded, or not, depending on the key and the release
    /// (whmcs-contract.md §1.3, Q3). They are decoded once, so a value that was never encoded keeps its bare `&`.
    pub(crate) fn typed(&self, key: &str) -> Option<String> {
        self.text(key).map(|text| decoded(&text))
    }

    /// The entry of `customfields` or the like whose name is `name`.
    ///
    /// Admins may have added a friendly name behind a pipe, spaces, or changed the case (whmcs-contract.md §1.8).
    pub(crate) fn typed_field(&self, map: &str, name: &str) -> Option<String> {
        let (_, value) = self
            .texts(map)
            .find(|(key, _)| before_pipe(&decoded(key)).eq_ignore_ascii_case(name))?;
        Some(decoded(&value))
    }

    /// A positive whole number; `None` for whatever else.
    pub(crate) fn number(&self, key: &'static str) -> Option<u64> {
        self.id(key).ok().flatten()
    }

    /// A number that identifies something in WHMCS; `None` when it is absent, blank or zero.
    ///
    /// # Errors
    ///
    /// What is there is no number that WHMCS's columns and ours, of 32 bits without a sign, could hold.
    pub(crate) fn id(&self, key: &'static str) -> Result<Option<u64>, Mistake> {
        let given = self.text(key).unwrap_or_default();
        match given.trim() {
            "" => Ok(None),
            digits => match digits.parse::<u32>() {
                Ok(0) => Ok(None),
                Ok(number) => Ok(Some(number.into())),
                Err(_) => Err(Mistake::Number { key, given }),
            },
        }
    }
}

/// The part of a name or a drop-down's value that counts.
pub(crate) fn before_pipe(text: &str) -> &str {
    text.split('|').next().unwrap_or_default().trim()
}

/// A scalar as PHP would show it.
pub(crate) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(if *flag { "1".into() } else { String::new() }),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A text as it was typed, before WHMCS encoded its entities.
pub(crate) fn decoded(text: &str) -> String {
    decode_html_entities(text).into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn entities_are_decoded_once_and_bare_ampersands_stay() {
        let params = Params::from(json!({
            "encoded": "a&amp;b &quot;c&quot; &#039;d&#039; &lt;e&gt;",
            "twice": "a&amp;amp;b",
            "bare": "a&b+c%20&lt",
        }));
        assert_eq!(params.typed("encoded").unwrap(), r#"a&b "c" 'd' <e>"#);
        assert_eq!(params.typed("twice").unwrap(), "a&amp;b");
        assert_eq!(params.typed("bare").unwrap(), "a&b+c%20&lt");
    }

    #[test]
    fn a_field_is_found_behind_pipes_spaces_and_case() {
        let params = Params::from(json!({"customfields": {" site url|Your address": "x"}}));
        assert_eq!(params.typed_field("customfields", "Site URL").unwrap(), "x");
        assert_eq!(params.typed_field("customfields", "Site"), None);
    }

    #[test]
    fn phps_loose_types_are_texts_and_what_is_no_array_has_none() {
        let params = Params::from(json!({"a": 7, "b": true, "c": false, "d": null, "e": [], "f": {"g": 5}}));
        let texts: Vec<_> = ["a", "b", "c", "d", "e"].map(|key| params.text(key)).into();
        assert_eq!(
            texts,
            [
                Some("7".into()),
                Some("1".into()),
                Some(String::new()),
                None,
                None
            ]
        );
        assert_eq!(params.texts("e").count() + params.texts("a").count(), 0);
        assert_eq!(params.texts("f").next(), Some(("g", "5".to_owned())));
        assert_eq!(Params::from(json!([])).text("a"), None);
    }
}
