use html_escape::decode_html_entities;

/// A PHP array of texts, such as WHMCS's `$params`: what a module call is read from.
///
/// The extension implements it by copying text and nothing else; which keys exist and what they
/// must hold is decided in this crate. Numbers arrive as their digits.
pub trait Params {
    /// The text under a key; `None` when it is absent, null or no scalar.
    fn text(&self, key: &str) -> Option<String>;

    /// The texts of an array under a key, in order; empty when there is no array.
    fn texts(&self, key: &str) -> Vec<(String, String)>;
}

/// A text that a person typed into WHMCS.
///
/// WHMCS hands those to modules HTML-entity-encoded, or not, depending on the key and the release
/// (whmcs-contract.md §1.3, Q3). They are decoded once, so a value that was never encoded keeps
/// its bare `&`.
pub(crate) fn typed(params: &impl Params, key: &str) -> Option<String> {
    params.text(key).map(|text| decoded(&text))
}

/// The entry of `customfields` or the like whose name is `name`.
///
/// Admins may have added a friendly name behind a pipe, spaces, or changed the case
/// (whmcs-contract.md §1.8).
pub(crate) fn typed_field(params: &impl Params, map: &str, name: &str) -> Option<String> {
    let (_, value) = params
        .texts(map)
        .into_iter()
        .find(|(key, _)| before_pipe(&decoded(key)).eq_ignore_ascii_case(name))?;
    Some(decoded(&value))
}

/// The part of a name or a drop-down's value that counts.
pub(crate) fn before_pipe(text: &str) -> &str {
    text.split('|').next().unwrap_or_default().trim()
}

fn decoded(text: &str) -> String {
    decode_html_entities(text).into_owned()
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// `$params` for tests: single texts, and arrays of texts.
    #[derive(Debug, Default, Clone)]
    pub(crate) struct Given {
        pub(crate) texts: BTreeMap<String, String>,
        pub(crate) maps: BTreeMap<String, Vec<(String, String)>>,
    }

    impl Given {
        pub(crate) fn text(mut self, key: &str, value: &str) -> Self {
            self.texts.insert(key.to_owned(), value.to_owned());
            self
        }

        pub(crate) fn field(mut self, name: &str, value: &str) -> Self {
            let fields = self.maps.entry("customfields".to_owned()).or_default();
            fields.retain(|(key, _)| key != name);
            fields.push((name.to_owned(), value.to_owned()));
            self
        }
    }

    impl Params for Given {
        fn text(&self, key: &str) -> Option<String> {
            self.texts.get(key).cloned()
        }

        fn texts(&self, key: &str) -> Vec<(String, String)> {
            self.maps.get(key).cloned().unwrap_or_default()
        }
    }

    #[test]
    fn entities_are_decoded_once_and_bare_ampersands_stay() {
        let params = Given::default()
            .text("encoded", "a&amp;b &quot;c&quot; &#039;d&#039; &lt;e&gt;")
            .text("twice", "a&amp;amp;b")
            .text("bare", "a&b+c%20&lt");
        assert_eq!(typed(&params, "encoded").unwrap(), r#"a&b "c" 'd' <e>"#);
        assert_eq!(typed(&params, "twice").unwrap(), "a&amp;b");
        assert_eq!(typed(&params, "bare").unwrap(), "a&b+c%20&lt");
    }

    #[test]
    fn a_field_is_found_behind_pipes_spaces_and_case() {
        let params = Given::default().field(" site url|Your address", "x");
        assert_eq!(typed_field(&params, "customfields", "Site URL").unwrap(), "x");
        assert_eq!(typed_field(&params, "customfields", "Site"), None);
    }
}
